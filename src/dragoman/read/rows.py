"""Reads files of many articles: JSON Lines, JSON, CSV and TSV. Rows are read one at a time."""

import csv
from collections.abc import Iterator
from io import BufferedReader
from typing import Any

import msgspec

from dragoman.model.text import RawDocument
from dragoman.model.trace import Failure
from dragoman.read.decode import decode, read_lines
from dragoman.read.limits import LINE_BYTES, megabytes

FIELDS: dict[str, tuple[str, ...]] = {  # what an article needs, and the names it is found under, first found first
    "id": ("id", "article", "article_id"),
    "title": ("title", "headline"),
    "text": ("text", "body", "content", "event_text"),
    "published": ("published", "date", "pub_date", "publish_date"),
    "publisher": ("publisher", "source"),
}
WRAPPERS = ("articles", "documents", "items", "results", "data")  # {"articles": [...]} is read as its list
TOO_LONG = f"a line of more than {megabytes(LINE_BYTES)}; one article a line is expected, so split it"


def read_json_lines(stream: BufferedReader, file: str, stem: str, text_column: str | None) -> Iterator[RawDocument | Failure]:
    """An article or a Failure for every line that is not blank, read as it is asked for."""
    for number, line in read_lines(stream):
        name, place = f"{stem}-{number}", f"{file}:{number}"
        if line is None:
            yield Failure(name, place, TOO_LONG)
        elif line.strip():
            yield _json_line(line, name, place, text_column)


def _json_line(line: bytes, name: str, place: str, text_column: str | None) -> RawDocument | Failure:
    words = decode(line)
    if isinstance(words, Exception):
        return Failure(name, place, str(words))
    try:
        row = msgspec.json.decode(words)
    except msgspec.DecodeError as error:
        return Failure(name, place, f"broken JSON: {error}; one object a line is expected")
    return read_row(row, name, place, text_column)


def read_json(text: str, file: str, stem: str, text_column: str | None) -> Iterator[RawDocument | Failure]:
    """The articles of a JSON file: an object, an array of objects, or an object around such an array."""
    try:
        content = msgspec.json.decode(text)
    except msgspec.DecodeError as error:
        hint = "; if it holds one object a line, name it .jsonl" if text.lstrip().startswith("{") else ""
        yield Failure(stem, file, f"broken JSON: {error}; an object or an array of objects is expected{hint}")
        return
    rows = _unwrapped(content)
    if rows is None:
        yield read_row(content, stem, file, text_column)
        return
    for number, row in enumerate(rows, 1):
        yield read_row(row, f"{stem}-{number}", f"{file}:[{number}]", text_column)


def _unwrapped(content: Any) -> list[Any] | None:
    if isinstance(content, list):
        return content
    if isinstance(content, dict) and not any(name in content for name in FIELDS["text"]):
        return next((content[key] for key in WRAPPERS if isinstance(content.get(key), list)), None)
    return None


def read_table_rows(stream: BufferedReader, file: str, stem: str, text_column: str | None, delimiter: str) -> Iterator[RawDocument | Failure]:
    """An article or a Failure for every row under the header, which names the columns.

    A header with semicolons and no comma parts cells by semicolons.
    """
    table = _Table(stream, file, stem, text_column)
    yield from table.read(delimiter)


class _Table:
    def __init__(self, stream: BufferedReader, file: str, stem: str, text_column: str | None) -> None:
        self.stream, self.file, self.stem, self.text_column = stream, file, stem, text_column
        self.wrong: str | None = None
        csv.field_size_limit(LINE_BYTES)

    def read(self, delimiter: str) -> Iterator[RawDocument | Failure]:
        lines = self._lines()
        header = next(lines, "")
        if delimiter == "," and ";" in header and "," not in header:
            delimiter = ";"
        columns = [name.strip() for name in next(csv.reader([header], delimiter=delimiter), [])]
        if not {name.lower() for name in columns} & {*FIELDS["text"], *FIELDS["title"], (self.text_column or "text").lower()}:
            yield Failure(self.stem, f"{self.file}:1", f"no column of text; the columns are {_listed(columns)}{_wanted('column')}")
            return
        yield from self._rows(csv.reader(lines, delimiter=delimiter), columns)

    def _rows(self, reader: Any, columns: list[str]) -> Iterator[RawDocument | Failure]:
        while True:
            line = reader.line_num + 2
            try:
                cells = next(reader, None)
            except csv.Error as error:
                cells, self.wrong = [], self.wrong or f"broken row: {error}"
            if cells is None:
                return
            name, place = f"{self.stem}-{line}", f"{self.file}:{line}"
            if self.wrong:
                yield Failure(name, place, self.wrong)
                self.wrong = None
            elif cells:
                yield self._row(cells, columns, name, place)

    def _row(self, cells: list[str], columns: list[str], name: str, place: str) -> RawDocument | Failure:
        if len(cells) != len(columns):
            return Failure(name, place, f"{len(cells)} cells under {len(columns)} columns; quote cells that hold the delimiter or line breaks")
        return read_row(dict(zip(columns, cells, strict=True)), name, place, self.text_column)

    def _lines(self) -> Iterator[str]:
        for _, line in read_lines(self.stream):
            words = decode(line) if line is not None else ValueError(TOO_LONG)
            if isinstance(words, Exception):
                self.wrong = str(words)
                yield "\n"
            else:
                yield words


def read_row(row: Any, name: str, place: str, text_column: str | None = None) -> RawDocument | Failure:
    """The article of one object or row; a Failure says which field is missing or of the wrong kind."""
    if not isinstance(row, dict):
        return Failure(name, place, f'an object is expected, got {_kind(row)}; write {{"text": ...}}')
    values = {field: _value(row, names) for field, names in FIELDS.items()}
    if text_column:
        values["text"] = _value(row, (text_column,))
    identity = values["id"]
    if isinstance(identity, int) and not isinstance(identity, bool):
        values["id"] = str(identity)
    wrong = next((field for field, value in values.items() if value is not None and not isinstance(value, str)), None)
    if wrong:
        return Failure(str(values["id"] or name), place, f"{wrong}: text is expected, got {_kind(values[wrong])}")
    if values["text"] is None and values["title"] is None:
        return Failure(values["id"] or name, place, f"no text; the fields are {_listed(list(row))}{_wanted('field')}")
    return RawDocument(values["text"] or "", place, values["id"], values["title"], values["published"], values["publisher"])


def _value(row: dict[Any, Any], names: tuple[str, ...]) -> Any:
    lowered = {str(key).lower(): value for key, value in row.items()}
    found = (lowered.get(name.lower()) for name in names)
    return next((value for value in found if value is not None and value != ""), None)


def _wanted(kind: str) -> str:
    return f"; name one {', '.join(FIELDS['text'])}, or say which {kind} with text_column"


def _listed(names: list[Any]) -> str:
    return ", ".join(repr(str(name)[:40]) for name in names[:12]) or "none"


def _kind(value: Any) -> str:
    names = {dict: "an object", list: "a list", str: "text", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")
