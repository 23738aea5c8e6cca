"""A side as a user names it: a country, its code, a body, a bloc of countries, or a list of these."""

from datetime import date
from functools import cache

from msgspec import Struct

from dragoman.actors.lookup import Actors
from dragoman.errors import InputError
from dragoman.knowledge.actors import Directory
from dragoman.knowledge.blocs import Blocs, load_blocs


class Side(Struct, frozen=True):
    """One side of a relation: its name for a title, and the codes it is counted by."""

    name: str
    codes: tuple[str, ...]


def find_side(text: str, on: date | None = None) -> Side:
    """The side that the text names: "CHN", "China", "ASEAN", "CHN,RUS"; a bloc is its members of the day and itself.

    Raises InputError for a name that nobody knows.
    """
    parts = [_find_one(part.strip(), on) for part in text.split(",") if part.strip()]
    if not parts:
        raise InputError(f"{text!r}: no side named; give a country, its code, a bloc, or a list such as CHN,RUS")
    codes = dict.fromkeys(code for part in parts for code in part.codes)
    return Side(" and ".join(filter(None, (", ".join(part.name for part in parts[:-1]), parts[-1].name))), tuple(codes))


def _find_one(text: str, on: date | None) -> Side:
    directory = _actors().directory
    if len(text) == 3 and text.isupper() and _is_state(directory, text):
        return Side(directory.state_name(text), (text,))
    found = _actors().resolve(text, on=on)
    body = () if found is None else (found.country or found.name,)
    members = _members(text, on)
    if members:
        return Side(found.name if found and not found.country else text, (*sorted(members), *body))
    if not body:
        raise InputError(f"{text}: nobody of that name is known; give a country, its code of three letters, a body, or one of: {_some_blocs()}")
    name = directory.state_name(body[0]) if found is not None and found.country else body[0]
    return Side(name, body)


def _is_state(directory: Directory, code: str) -> bool:
    return directory.state_name(code) != code


def _members(text: str, on: date | None) -> frozenset[str]:
    """The countries of a bloc, none where the text names no bloc."""
    try:
        return _blocs().members(text, on)
    except InputError:
        return frozenset()


def _some_blocs() -> str:
    return ", ".join(sorted(_blocs().names())[:12]) + ", ..."


@cache
def _actors() -> Actors:
    return Actors()


@cache
def _blocs() -> Blocs:
    return load_blocs()
