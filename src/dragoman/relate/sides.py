"""A side as a user names it: a country, its code, a body, a bloc of countries, or a list of these."""

from datetime import date
from functools import cache

from msgspec import Struct

from dragoman.actors.lookup import Actors, Resolved
from dragoman.errors import InputError
from dragoman.knowledge.actors import Directory
from dragoman.knowledge.blocs import Blocs, load_blocs

UNLISTED = frozenset(("unlisted name", "several"))
"""What the reasons of an answer say when no row of the tables stands behind it."""


class Side(Struct, frozen=True):
    """One side of a relation: its name for a title, and the codes it is counted by."""

    name: str
    codes: tuple[str, ...]


def find_side(text: str, on: date | None = None) -> Side:
    """The side that the text names: "CHN", "china", "ASEAN", "CHN,RUS"; a bloc is its members of the day and itself.

    Who is counted under a country stands in the name: "Palestine (for Hamas)". Raises InputError for a name that
    the tables do not know.
    """
    found = [_find_one(part.strip(), on) for part in text.split(",") if part.strip()]
    plainest = {part.codes: part for part in sorted(found, key=lambda part: -len(part.name))}
    parts = [plainest[codes] for codes in dict.fromkeys(part.codes for part in found)]
    if not parts:
        raise InputError(f"{text!r}: no side named; give a country, its code, a bloc, or a list such as CHN,RUS")
    codes = dict.fromkeys(code for part in parts for code in part.codes)
    return Side(" and ".join(filter(None, (", ".join(part.name for part in parts[:-1]), parts[-1].name))), tuple(codes))


def _find_one(text: str, on: date | None) -> Side:
    directory = _actors().directory
    if len(text) == 3 and text.isupper() and _is_state(directory, text):
        return Side(directory.state_name(text), (text,))
    bloc = _bloc(text)
    found = _listed(text, on) or (_listed(bloc, on) if bloc else None)
    body = () if found is None else (found.country or found.name,)
    if bloc:
        return Side(found.name if found and not found.country else bloc, (*sorted(_blocs().members(bloc, on)), *body))
    if found is not None:
        return Side(_name(found), body)
    if len(text) == 3 and _is_state(directory, text.upper()):
        return Side(directory.state_name(text.upper()), (text.upper(),))
    raise InputError(
        f"{text}: nobody of that name is known; give a country, its code of three letters, a body, "
        f"one of {_some_blocs()}, or several of these with commas between: CHN,RUS"
    )


def _listed(text: str, on: date | None) -> Resolved | None:
    """Whom the tables know by the text, whatever its case; not a name that they lack, nor several, nor anybody in a role."""
    spelled = (_actors().resolve(each, on=on) for each in dict.fromkeys((text, text.upper(), text.title())))
    return next((found for found in spelled if found is not None and _is_listed(found)), None)


def _is_listed(found: Resolved) -> bool:
    """Whether a row of the tables is meant, and not its belongings or a stranger from there."""
    if found.kind == "belonging" or UNLISTED.intersection(found.reasons):
        return False
    return found.country is not None or not found.reasons[0].startswith("role:")


def _name(found: Resolved) -> str:
    """The country's name, with whoever is counted under it; the body's own where it belongs to none."""
    if found.country is None:
        return found.name
    country = _actors().directory.state_name(found.country)
    return country if found.kind == "state" or found.name == country else f"{country} (for {found.name})"


def _is_state(directory: Directory, code: str) -> bool:
    return directory.state_name(code) != code


def _bloc(text: str) -> str:
    """The bloc's own name, empty where the text names none."""
    try:
        return _blocs().find(text).name
    except InputError:
        return ""


def _some_blocs() -> str:
    return ", ".join(sorted(_blocs().names())[:12]) + ", ..."


@cache
def _actors() -> Actors:
    return Actors()


@cache
def _blocs() -> Blocs:
    return load_blocs()
