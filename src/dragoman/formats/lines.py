"""Lines of large tables, plain, gzip or zip, one at a time in constant memory."""

import gzip
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from dragoman.errors import InputError
from dragoman.model.trace import Failure

LINE_BYTES = 1_000_000  # POLECAT's longest rows list a story's people in some 20,000 characters
TABLES = (".txt", ".tsv", ".tab", ".csv", ".dat", ".jsonl", ".json")
Lines = Iterator[tuple[int, str | Failure]]


class Readable(Protocol):
    """Whatever gives bytes a line at a time."""

    def readline(self, size: int, /) -> bytes:
        """The next line, or its first `size` bytes; nothing at the end."""
        ...


def open_tables(path: Path) -> Iterator[tuple[str, Lines]]:
    """Each table of the file with the name to call it by and its numbered lines: one, or all those in a zip, in order of name.

    The lines of a table are read before the next table is asked for. Raises InputError when there is no such file or no table in it.
    """
    if not path.is_file():
        raise InputError(f"{path}: no such file; give a table of events, plain, .gz or .zip")
    if zipfile.is_zipfile(path):
        yield from _unpacked(path)
        return
    with path.open("rb") as stream:
        packed = stream.read(2) == b"\x1f\x8b"
    with gzip.open(path) if packed else path.open("rb") as content:
        yield str(path), number_lines(content, str(path))


def _unpacked(path: Path) -> Iterator[tuple[str, Lines]]:
    with zipfile.ZipFile(path) as archive:
        names = sorted(name for name in archive.namelist() if name.lower().endswith(TABLES))
        if not names:
            raise InputError(f"{path}: no table in this archive; its names end in {', '.join(TABLES)}")
        for name in names:
            with archive.open(name) as content:
                yield f"{path}:{name}", number_lines(content, f"{path}:{name}")


def number_lines(stream: Readable, place: str) -> Lines:
    """The lines that are not blank, numbered from 1, without their ends; a Failure for one too long and where the file breaks off."""
    number = 0
    while True:
        try:
            line = stream.readline(LINE_BYTES)
        except (EOFError, OSError, zlib.error, zipfile.BadZipFile) as error:
            yield number + 1, Failure(place, f"{place}:{number + 1}", f"the file breaks off here: {error}; fetch it again")
            return
        if not line:
            return
        number += 1
        if len(line) == LINE_BYTES and not line.endswith(b"\n"):
            _skip_line(stream)
            yield number, Failure(place, f"{place}:{number}", f"a line of more than {LINE_BYTES:,} bytes; take it out or break it")
        elif line.strip():
            yield number, _decode(line, first=number == 1)


def _skip_line(stream: Readable) -> None:
    while (rest := stream.readline(LINE_BYTES)) and not rest.endswith(b"\n"):
        pass


def _decode(line: bytes, *, first: bool) -> str:
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        text = line.decode("latin-1")  # some yearly files are; every byte means something there
    return (text.removeprefix("\ufeff") if first else text).rstrip("\r\n")
