"""Finds the files behind the paths that a user gave, and opens them: folders, gzip, standard input."""

import gzip
import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from difflib import get_close_matches
from io import BufferedReader
from pathlib import Path
from typing import cast

from dragoman.errors import InputError
from dragoman.read.limits import PEEK_BYTES

FORMATS = {  # the suffix and the format it is read as
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".csv": "csv",
    ".tsv": "tsv",
}


@dataclass(frozen=True)
class InputFile:
    """A file to read: where it is (None for standard input), what it is called, its format if known."""

    path: Path | None
    name: str
    stem: str
    format: str | None

    @contextmanager
    def open(self) -> Iterator[BufferedReader]:
        """The file's bytes, unpacked when they are gzip; raises OSError."""
        with ExitStack() as closing:
            raw = cast("BufferedReader", sys.stdin.buffer) if self.path is None else closing.enter_context(self.path.open("rb"))
            packed = raw.peek(2)[:2] == b"\x1f\x8b"
            yield cast("BufferedReader", closing.enter_context(gzip.open(raw))) if packed else raw


def find_files(path: str | Path) -> list[InputFile]:
    """The files that a path stands for: itself, standard input for "-", or a folder's, sorted.

    In a folder other kinds of files and hidden ones are passed over. Raises InputError when there is
    no such path, when its suffix is unknown, or when a folder holds nothing to read.
    """
    if str(path) == "-":
        return [InputFile(None, "standard input", "stdin", None)]
    place = Path(path)
    if place.is_dir():
        return _folder(place)
    if not place.exists():
        raise InputError(f"{path}: no such file or folder{_nearest(place)}; give a file, a folder, or - for standard input")
    if _format(place) is None:
        raise InputError(f"{path}: unknown suffix {place.suffix!r}; dragoman reads {', '.join(FORMATS)}, each also as .gz")
    return [_file(place)]


def _folder(folder: Path) -> list[InputFile]:
    files = [_file(path) for path in _walk(folder) if _format(path)]
    if not files:
        raise InputError(f"{folder}: nothing to read in this folder; dragoman reads {', '.join(FORMATS)}, each also as .gz")
    return files


def _walk(folder: Path) -> Iterator[Path]:
    for top, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(top) / name for name in sorted(names) if not name.startswith("."))


def _file(path: Path) -> InputFile:
    return InputFile(path, str(path), _unpacked(path).stem, _format(path))


def _unpacked(path: Path) -> Path:
    return path.with_suffix("") if path.suffix.lower() == ".gz" else path


def _format(path: Path) -> str | None:
    return FORMATS.get(_unpacked(path).suffix.lower())


def _nearest(path: Path) -> str:
    if not path.parent.is_dir():
        return ""
    names = get_close_matches(path.name, [other.name for other in path.parent.iterdir()], n=1)
    return f". Did you mean {path.parent / names[0]}?" if names else ""


def sniff(file: InputFile, stream: BufferedReader) -> str:
    """The format of a stream: the suffix's, and for standard input what its first bytes look like."""
    if file.format:
        return file.format
    head = stream.peek(PEEK_BYTES)[:PEEK_BYTES].removeprefix(b"\xef\xbb\xbf").lstrip()
    first = head.split(b"\n", 1)[0].strip()
    if head.startswith(b"<"):
        return "html"
    if head.startswith(b"["):
        return "json"
    if head.startswith(b"{"):
        return "json" if first == b"{" or first.endswith(b",") else "jsonl"
    return "text"
