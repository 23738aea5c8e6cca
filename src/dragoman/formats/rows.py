"""Rows of tab-separated tables out of their lines, and the days and numbers in their cells."""

import csv
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from dragoman.formats.lines import Lines
from dragoman.model.trace import Failure

JOINED_LINES = 8  # of a quoted cell with line breaks; a stray quote then costs at most its own row


def read_rows(lines: Lines, place: str) -> Iterator[tuple[int, dict[str, str] | Failure]]:
    """Each row under the header as cells by column, with the number of its first line."""
    number, header = next(lines, (0, ""))
    if isinstance(header, Failure):
        yield number, header
        return
    columns = [name.strip().strip('"') for name in header.split("\t")]
    for number, cells in read_cells(lines, len(columns), place):
        yield number, cells if isinstance(cells, Failure) else dict(zip(columns, cells, strict=True))


def read_cells(lines: Lines, width: int, place: str) -> Iterator[tuple[int, list[str] | Failure]]:
    """The cells of each row; a row with an open quote goes on over the next lines as long as they make a whole of it.

    Any other row with too few or too many cells is a Failure, and the next line is read for itself.
    """
    rows = _Rows(width, place)
    for number, line in lines:
        if not rows.held and isinstance(line, str) and (cells := _cells(line, width)):
            yield number, cells
        else:
            yield from rows.take(number, line)
    yield from rows.drop()


class _Rows:
    """Rows of `width` cells out of lines; `held` is a row with an open quote that began at line `start`."""

    def __init__(self, width: int, place: str) -> None:
        self.width, self.place = width, place
        self.start, self.held, self.lines = 0, "", 0

    def take(self, number: int, line: str | Failure) -> Iterator[tuple[int, list[str] | Failure]]:
        """What is decided with this line: a row of its own, the held row made whole by it, or failures."""
        joined = f"{self.held} {line}" if self.held and isinstance(line, str) else ""
        cells = _cells(joined, self.width) if joined else None
        if cells:
            yield self.start, cells
            self.held = ""
            return
        whole = line if isinstance(line, Failure) else _cells(line, self.width)
        if joined and not whole and self.lines < JOINED_LINES:
            self.held, self.lines = joined, self.lines + 1
            return
        yield from self.drop()
        if isinstance(line, str) and not whole and _is_open(line, self.width):
            self.start, self.held, self.lines = number, line, 1
        else:
            yield number, whole or _broken(str(line), self.width, self.place, number)

    def drop(self) -> Iterator[tuple[int, list[str] | Failure]]:
        """The Failure of the row that was held, if one was."""
        if self.held:
            yield self.start, _broken(self.held, self.width, self.place, self.start)
        self.held = ""


def _is_open(line: str, width: int) -> bool:
    return line.count('"') % 2 == 1 and line.count("\t") < width


def _cells(line: str, width: int) -> list[str] | None:
    cells = line.split("\t")
    if '"' in line:
        if len(cells) > width:
            cells = next(csv.reader([line], delimiter="\t"), [])
        cells = [_unquoted(value) for value in cells]
    return cells if len(cells) == width else None


def _unquoted(value: str) -> str:
    value = value.strip()
    inner = value[1:-1] if len(value) > 1 and value[0] == value[-1] == '"' else value
    return inner.replace('""', '"')


def _broken(line: str, width: int, place: str, number: int) -> Failure:
    found = line.count("\t") + 1
    return Failure(f"line {number}", f"{place}:{number}", f"{found} cells, {width} expected; part them by tabs and take tabs out of the cells")


@lru_cache(maxsize=50_000)
def read_day(text: str) -> date:
    """The day written `YYYY-MM-DD` or `YYYYMMDD`, with a time of day or without; raises ValueError naming the text."""
    try:
        return date.fromisoformat(text[:10] if "-" in text else text[:8])
    except ValueError as error:
        raise ValueError(f"unknown date {text!r}; write YYYY-MM-DD or YYYYMMDD") from error


def read_number(text: str) -> float | None:
    """The number, None for an empty cell and for what is no finite number."""
    try:
        number = float(text)
    except ValueError:
        return None
    return number if abs(number) < float("inf") else None
