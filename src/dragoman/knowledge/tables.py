"""Tables under `data/`: plain CSV that a person can edit, every mistake reported with its line."""

import csv
from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from importlib.resources import as_file, files

from dragoman.errors import CodebookError


def read_table(name: str, columns: Iterable[str]) -> Iterator[dict[str, str]]:
    """The rows of data/NAME; raises CodebookError when columns or cells are missing."""
    wanted = list(columns)
    path = files("dragoman") / "data" / name
    with as_file(path) as place, place.open(encoding="utf-8", newline="") as lines:
        reader = csv.reader(lines)  # DictReader takes twice the time, on tables of 25,000 rows in all
        header = next(reader, [])
        absent = [column for column in wanted if column not in header]
        if absent:
            raise CodebookError(f"{name}: line 1: missing column {absent[0]!r}; the columns are {', '.join(wanted)}")
        for cells in filter(None, reader):
            if len(cells) != len(header):
                raise CodebookError(f"{name}: line {reader.line_num}: {len(wanted)} cells expected; quote cells that hold commas")
            yield dict(zip(header, cells, strict=True))


def split(cell: str) -> tuple[str, ...]:
    """The parts of a cell between bars, empty ones left out."""
    if "|" not in cell:
        return (cell.strip(),) if cell.strip() else ()
    return tuple(part.strip() for part in cell.split("|") if part.strip())


@cache
def first_day(text: str) -> date | None:
    """The first day of a date written to the day, month or year; None for an empty cell."""
    if not text:
        return None
    parts = [int(part) for part in text.split("-")]
    return date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)


@cache
def last_day(text: str) -> date | None:
    """The last day of a date written to the day, month or year; None for an empty cell."""
    if not text:
        return None
    parts = [int(part) for part in text.split("-")]
    month = parts[1] if len(parts) > 1 else 12
    return date(parts[0], month, parts[2] if len(parts) > 2 else monthrange(parts[0], month)[1])
