"""The formats in one table, and the two doors: events out into a file, and in from one."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import IO

from msgspec import Struct

from dragoman.errors import InputError
from dragoman.formats import gdelt, gdelt_reader, icews, phoenix, plover_json, plover_reader, polecat, polecat_reader
from dragoman.formats.detect import name_format
from dragoman.formats.lines import Lines, open_tables
from dragoman.formats.loss import Loss
from dragoman.formats.records import Pair
from dragoman.model.foreign import Foreign
from dragoman.model.trace import Failure

Writer = Callable[[Iterable[Pair], IO[str]], Loss]
Reader = Callable[[Lines, str, Counter[str]], Iterator[Foreign | Failure]]


class Format(Struct, frozen=True):
    """One format: how it is called, what it is, how it is written and read, and the suffix of its files."""

    name: str
    description: str
    write: Writer
    read: Reader | None
    extension: str


_ALL = (
    Format("plover", "PLOVER's JSON, an event a line", plover_json.write_lines, plover_reader.read, ".jsonl"),
    Format("plover-json", "PLOVER's JSON, all events in one array", plover_json.write_array, plover_reader.read, ".json"),
    Format("polecat", "POLECAT's 40 columns, several actors in a cell", polecat.write, polecat_reader.read, ".tsv"),
    Format("icews", "ICEWS' 20 columns, CAMEO codes, a row for each pair of sides", icews.write, icews.read, ".tab"),
    Format("phoenix", "Phoenix' 26 fields without header, actors as CAMEO codes", phoenix.write, phoenix.read, ".txt"),
    Format("gdelt", "GDELT 2.0's 61 columns of Events, no header", gdelt.write, gdelt_reader.read, ".export.CSV"),
    Format("gdelt-mentions", "GDELT 2.0's 16 columns of Mentions, beside its Events", gdelt.write_mentions, None, ".mentions.CSV"),
)
FORMATS: dict[str, Format] = {row.name: row for row in _ALL}


def write_events(name: str, records: Iterable[Pair], path: Path) -> Loss:
    """Writes the records into the file in UTF-8, one event after the other, and gives what was lost; raises InputError for an unknown name."""
    if name not in FORMATS:
        raise InputError(f"unknown format {name!r}; the formats are {', '.join(FORMATS)}")
    with path.open("w", encoding="utf-8", newline="") as out:
        return FORMATS[name].write(records, out)


class Reading:
    """The events of a file as they are read, and failures in their places.

    `passed` counts what is no event in PLOVER: codes of statements, modes we do not have. It grows while the file is read.
    """

    def __init__(self, path: Path, name: str | None = None) -> None:
        self.path, self.name = path, name
        self.passed: Counter[str] = Counter()

    def __iter__(self) -> Iterator[Foreign | Failure]:
        for place, lines in open_tables(self.path):
            yield from self._table(place, lines)

    def _table(self, place: str, lines: Lines) -> Iterator[Foreign | Failure]:
        first = next(lines, (0, ""))
        line = first[1] if isinstance(first[1], str) else ""
        read = FORMATS[self.name or name_format(line, place)].read
        if read is None:
            raise InputError(f"{place}: {self.name} is written only; {', '.join(readable())} are read")
        yield from read(chain((first,), lines), place, self.passed)


def readable() -> list[str]:
    """The names of the formats that are read."""
    return [name for name, row in FORMATS.items() if row.read]


def read_events(path: Path, name: str | None = None) -> Reading:
    """The events of a file, plain, .gz or .zip; the format is told by each table's first line unless it is named.

    Nothing is read before the first event is asked for; InputError is raised then for a file that is none of events.
    """
    if name is not None and name not in readable():
        raise InputError(f"{path}: {name!r} is no format that is read; the formats are {', '.join(readable())}")
    return Reading(path, name)
