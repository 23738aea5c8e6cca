"""A user's own tables of actors: CSV with name, aliases, country, sectors, from, to; they win over ours."""

import csv
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from msgspec import Struct

from dragoman.errors import CodebookError
from dragoman.knowledge.actors import Directory, Known, load_directory, units
from dragoman.knowledge.tables import first_day, last_day, split

COLUMNS = ("name", "aliases", "country", "sectors", "from", "to")
SECTORS = frozenset(
    "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC IGO NGO ISM IMG MNC EUR".split()
)
KINDS = {"person": "official", "body": "body", "organisation": "body", "state": "state", "place": "region", "medium": "medium"}


class OwnRow(Struct, frozen=True):
    """One row of a table: what it says, and the names it says it of."""

    known: Known
    aliases: tuple[str, ...]


def add_row(directory: Directory, row: OwnRow) -> None:
    """Makes the names of the row known, and its office where it is a person's."""
    for alias in dict.fromkeys((row.known.name, *row.aliases)):
        directory.add(alias, row.known)


def read_own_table(path: Path, directory: Directory) -> tuple[list[OwnRow], list[str]]:
    """The rows of a user's table, and each mistake with its file, line and fix."""
    return read_rows(path, COLUMNS, lambda cells: _own_row(cells, directory))


def read_rows(path: Path, columns: Iterable[str], make: Callable[[dict[str, str]], OwnRow]) -> tuple[list[OwnRow], list[str]]:
    """What `make` makes of each row of a CSV whose header has the columns in any case, and each mistake with its line."""
    rows: list[OwnRow] = []
    mistakes: list[str] = []
    for line, cells in _cells(path, tuple(columns), mistakes):
        try:
            rows.append(make(cells))
        except ValueError as error:
            mistakes.append(f"{path}: line {line}: {error}")
    return rows, mistakes


def _cells(path: Path, columns: tuple[str, ...], mistakes: list[str]) -> Iterator[tuple[int, dict[str, str]]]:
    with open_text(path).open(encoding="utf-8-sig", newline="") as lines:
        reader = csv.reader(lines)
        header = [name.strip().lower() for name in next(reader, [])]
        absent = [column for column in columns if column not in header]
        if absent:
            mistakes.append(f"{path}: line 1: missing column {absent[0]!r}; the columns are {', '.join(columns)}")
            return
        for cells in filter(any, reader):
            if len(cells) == len(header):
                yield reader.line_num, {name: cell.strip() for name, cell in zip(header, cells, strict=True)}
            else:
                mistakes.append(f"{path}: line {reader.line_num}: {len(header)} cells expected, {len(cells)} found; quote cells that hold commas")


def open_text(path: Path) -> Path:
    """The path, when it is a file in UTF-8; raises CodebookError otherwise."""
    try:
        path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise CodebookError(f"{path}: cannot be read; give a file in UTF-8 ({error})") from error
    return path


def _own_row(cells: dict[str, str], directory: Directory) -> OwnRow:
    if not units(cells["name"]):
        raise ValueError("no name; write the actor's name into the first cell")
    sectors = tuple(_sector(word) for word in cells["sectors"].replace("|", " ").split())
    first, last = day_of(cells["from"], first_day), day_of(cells["to"], last_day)
    known = Known(
        _kind(cells.get("kind", ""), sectors, bounded=bool(first or last)),
        cells["name"],
        country_code(cells["country"], directory),
        sectors or ("UNK",),
        first=first,
        last=last,
        own=True,
    )
    return OwnRow(known, split(cells["aliases"]))


def _kind(told: str, sectors: tuple[str, ...], *, bounded: bool) -> str:
    """The kind told, else a person where the row has a term: bodies seldom do."""
    if told and told.lower() not in KINDS:
        raise ValueError(f"unknown kind {told!r}; the kinds are {', '.join(KINDS)}")
    if told:
        return KINDS[told.lower()]
    return "medium" if sectors[:1] == ("JRN",) and not bounded else "official" if bounded else "body"


def _sector(word: str) -> str:
    if word.upper() not in SECTORS:
        near = get_close_matches(word.upper(), sorted(SECTORS), 1)
        raise ValueError(f"unknown sector {word!r}" + (f". Did you mean {near[0]!r}?" if near else f"; the sectors are {', '.join(sorted(SECTORS))}"))
    return word.upper()


def country_code(text: str, directory: Directory) -> str | None:
    """The alpha-3 code of a code or a country's name; None for nothing; raises ValueError for anything else."""
    if not text:
        return None
    if text.upper() in directory.state_names:
        return text.upper()
    known = [known for known in load_directory().look_up(" ".join(units(text))) if known.kind == "state" and known.country]
    if not known:
        raise ValueError(f"unknown country {text!r}; write its alpha-3 code, such as KEN")
    return known[0].country


def day_of(text: str, bound: Callable[[str], date | None]) -> date | None:
    """The day that the text bounds; raises ValueError naming the text and the form wanted."""
    try:
        return bound(text)
    except (ValueError, IndexError) as error:
        raise ValueError(f"unknown date {text!r}; write YYYY, YYYY-MM or YYYY-MM-DD") from error
