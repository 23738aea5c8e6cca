"""Regions and alliances: which states belong to them, and since when."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from functools import cache
from unicodedata import combining, normalize

from msgspec import Struct

from dragoman.errors import CodebookError, InputError
from dragoman.knowledge.tables import first_day, last_day, read_table, split

TABLE = "blocs.csv"
COLUMNS = ("bloc", "aliases", "kind", "country", "since", "until", "note")
KINDS = ("region", "alliance", "organisation", "forum")


class Membership(Struct, frozen=True):
    """A state in a bloc from `since` to `until`, both days included; None where it was always so, or still is."""

    country: str
    since: date | None = None
    until: date | None = None
    note: str = ""

    def holds(self, on: date | None) -> bool:
        """Whether the state belongs on the day; on no day, whether it still does."""
        if on is None:
            return self.until is None
        return (self.since or date.min) <= on <= (self.until or date.max)


class Bloc(Struct, frozen=True):
    """A region, alliance, organisation or forum by its names, with all memberships there ever were."""

    name: str
    aliases: tuple[str, ...]
    kind: str
    memberships: tuple[Membership, ...]


class Blocs:
    """The blocs of the table, found by any of their names, whatever the case and accents."""

    def __init__(self, blocs: Iterable[Bloc]) -> None:
        self._blocs = tuple(blocs)
        self._found = {fold_name(name): bloc for bloc in self._blocs for name in (bloc.name, *bloc.aliases)}

    def names(self) -> tuple[str, ...]:
        """The blocs' own names in order of the table, aliases left out."""
        return tuple(bloc.name for bloc in self._blocs)

    def find(self, name: str) -> Bloc:
        """The bloc of that name or alias; raises InputError with the nearest name when there is none."""
        bloc = self._found.get(fold_name(name))
        if bloc is None:
            known = {fold_name(each): each for bloc in self._blocs for each in (bloc.name, *bloc.aliases)}
            close = get_close_matches(fold_name(name), list(known), 1)
            hint = f"Did you mean {known[close[0]]!r}?" if close else f"The table is data/{TABLE}."
            raise InputError(f"unknown bloc {name!r}. {hint}")
        return bloc

    def members(self, name: str, on: date | None = None) -> frozenset[str]:
        """The alpha-3 codes of the states that belong on the day, or still do; suspended members are members."""
        return frozenset(each.country for each in self.find(name).memberships if each.holds(on))


@cache
def load_blocs() -> Blocs:
    """The blocs of data/blocs.csv, loaded once; raises CodebookError that lists every wrong row."""
    states = {row["code"] for row in read_table("states.csv", ("code", "kind")) if row["kind"] == "state"}
    return Blocs(build_blocs(read_table(TABLE, COLUMNS), states))


def build_blocs(rows: Iterable[Mapping[str, str]], states: Iterable[str]) -> list[Bloc]:
    """One bloc for each name in the rows, one row a membership; aliases may stand in any of a bloc's rows."""
    by_name: dict[str, list[Mapping[str, str]]] = defaultdict(list)
    listed = list(rows)
    mistakes = [f"{TABLE}: line {line}: {text}" for line, row in enumerate(listed, 2) for text in _check_row(row, frozenset(states))]
    for row in listed:
        by_name[row["bloc"]].append(row)
    mistakes += _check_blocs(by_name)
    if mistakes:
        raise CodebookError("\n".join(mistakes))
    return [_build_bloc(name, group) for name, group in by_name.items()]


def fold_name(name: str) -> str:
    """The name in lower case, without accents, hyphens as spaces, one space between words."""
    bare = "".join(letter for letter in normalize("NFKD", name) if not combining(letter))
    return " ".join(bare.casefold().replace("-", " ").split())


def _build_bloc(name: str, rows: list[Mapping[str, str]]) -> Bloc:
    aliases = tuple(dict.fromkeys(alias for row in rows for alias in split(row["aliases"])))
    spans = (Membership(row["country"], first_day(row["since"]), last_day(row["until"]), row["note"]) for row in rows)
    return Bloc(name, aliases, rows[0]["kind"], tuple(spans))


def _check_row(row: Mapping[str, str], states: frozenset[str]) -> Iterator[str]:
    if row["kind"] not in KINDS:
        yield f"unknown kind {row['kind']!r}; the kinds are {', '.join(KINDS)}"
    if row["country"] not in states:
        yield f"unknown country {row['country']!r}; use the code of a state in states.csv"
    try:
        since, until = first_day(row["since"]), last_day(row["until"])
    except ValueError:
        yield f"{row['since']!r} to {row['until']!r} are not dates; write 2004-05-01, 2004-05 or 2004"
        return
    if since and until and since > until:
        yield f"{row['bloc']}: {row['country']} joined on {since}, after it left on {until}; swap the dates"


def _check_blocs(by_name: Mapping[str, list[Mapping[str, str]]]) -> Iterator[str]:
    """Mistakes that no single row shows: two blocs of one name, two kinds of one bloc, a state that belongs twice at once."""
    owner: dict[str, str] = {}
    for name, rows in by_name.items():
        for each in dict.fromkeys(fold_name(alias) for row in rows for alias in (name, *split(row["aliases"]))):
            if owner.setdefault(each, name) != name:
                yield f"{TABLE}: {each!r} names both {owner[each]} and {name}; drop it from one"
        if len({row["kind"] for row in rows}) > 1:
            yield f"{TABLE}: {name} has rows of several kinds; give all of them one"
        yield from _check_overlaps(name, rows)


def _check_overlaps(name: str, rows: list[Mapping[str, str]]) -> Iterator[str]:
    last: dict[str, str] = {}
    for row in sorted(rows, key=lambda each: each["since"]):
        country = row["country"]
        if country in last and (not last[country] or not row["since"] or last[country] >= row["since"]):
            yield f"{TABLE}: {name}: {country} belongs twice at once; end the first membership before the second"
        last[country] = row["until"]
