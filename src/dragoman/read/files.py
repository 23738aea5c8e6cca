"""Reads articles from files, folders and standard input; what cannot be read is a Failure, the rest goes on."""

import gzip
import zlib
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from io import BufferedReader
from pathlib import Path

from dragoman.config import Settings
from dragoman.errors import InputError
from dragoman.model.text import Article, RawDocument
from dragoman.model.trace import Failure
from dragoman.read.accept import Gate
from dragoman.read.dates import read_day
from dragoman.read.decode import decode, is_binary, peek, read_whole
from dragoman.read.html import read_html
from dragoman.read.open import InputFile, find_files, sniff
from dragoman.read.rows import read_json, read_json_lines, read_table_rows
from dragoman.read.whole import read_markdown, read_text

Read = Iterator[RawDocument | Failure]


def read_articles(
    paths: Iterable[str | Path],
    *,
    published: str | date | None = None,
    publisher: str | None = None,
    title: str | None = None,
    text_column: str | None = None,
    max_words: int = Settings().max_words,
) -> Iterator[Article | Failure]:
    """The articles of files, folders and standard input ("-"), cleaned, in order, read as they are asked for.

    Text, Markdown, HTML, JSON Lines, JSON, CSV and TSV, each also as .gz. `published`, `publisher` and
    `title` stand in where an article names none; `text_column` is the field of rows that holds the text.
    An article keeps its own id; else it is the file's stem, for rows with the line: "wire-3". Raises
    InputError at once for a path that is missing or of unknown kind; everything else that is wrong is a
    Failure in its place.
    """
    files = [file for path in _several(paths) for file in find_files(path)]
    gate = Gate(_default_day(published), publisher, title, max_words)
    return _read_all(files, gate, text_column)


def _several(paths: Iterable[str | Path]) -> list[str | Path]:
    return [paths] if isinstance(paths, str | Path) else list(paths)


def _default_day(published: str | date | None) -> date | None:
    if published is None or isinstance(published, date):
        return published
    day = read_day(published)
    if isinstance(day, ValueError):
        raise InputError(f"published: {day}")
    return day


def _read_all(files: list[InputFile], gate: Gate, text_column: str | None) -> Iterator[Article | Failure]:
    for file in files:
        for read in _guarded(file, text_column):
            yield read if isinstance(read, Failure) else gate.admit(read, _name(read, file))


def _name(raw: RawDocument, file: InputFile) -> str:
    number = raw.place.removeprefix(file.name).strip(":[]")
    return f"{file.stem}-{number}" if number else file.stem


def _guarded(file: InputFile, text_column: str | None) -> Read:
    """What a file holds; a file that breaks off or may not be read ends in a Failure."""
    try:
        yield from _read_file(file, text_column)
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        yield Failure(file.stem, file.name, f"broken gzip: {error}; pack it again")
    except OSError as error:
        yield Failure(file.stem, file.name, f"cannot be read ({error.strerror or error}); check that you may read it")


def _read_file(file: InputFile, text_column: str | None) -> Read:
    with file.open() as stream:
        head = peek(stream)
        if not head:
            yield Failure(file.stem, file.name, "the file is empty; give the article's text")
        elif is_binary(head):
            yield Failure(file.stem, file.name, "a binary file or UTF-16, not UTF-8 text; save the article as UTF-8 text or HTML")
        else:
            yield from _read_stream(sniff(file, stream), file, stream, text_column)


def _read_stream(format: str, file: InputFile, stream: BufferedReader, text_column: str | None) -> Read:  # noqa: A002 - the field's name
    if format == "jsonl":
        return read_json_lines(stream, file.name, file.stem, text_column)
    if format in ("csv", "tsv"):
        return read_table_rows(stream, file.name, file.stem, text_column, "," if format == "csv" else "\t")
    return _read_whole(format, file, stream, text_column)


def _read_whole(format: str, file: InputFile, stream: BufferedReader, text_column: str | None) -> Read:  # noqa: A002 - the field's name
    content = read_whole(stream)
    if isinstance(content, ValueError):
        yield Failure(file.stem, file.name, str(content))
        return
    if format == "html":
        yield from read_html(content, file.name, file.stem)
        return
    text = decode(content)
    if isinstance(text, ValueError):
        yield Failure(file.stem, file.name, str(text))
        return
    readers: dict[str, Callable[[], Read]] = {
        "text": lambda: read_text(text, file.name),
        "markdown": lambda: read_markdown(text, file.name),
        "json": lambda: read_json(text, file.name, file.stem, text_column),
    }
    yield from readers[format]()
