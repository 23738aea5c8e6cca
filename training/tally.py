"""What is in the corpus, counted: the tables of docs/corpus.md."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import get_args

from item import CorpusItem, Status, Style

from dragoman.knowledge.codebook import Codebook

BEGIN, END = "<!-- tables: make corpus -->", "<!-- end of tables -->"
STATUSES: tuple[str, ...] = get_args(Status)
STYLES: tuple[str, ...] = get_args(Style)


def tables(files: Mapping[str, Sequence[CorpusItem]], codebook: Codebook, digest: str) -> str:
    """All the tables in Markdown, from the items by file."""
    items = [item for rows in files.values() for item in rows]
    parts = (f"Corpus `{digest}`.", _by_file(files), _by_type(items, codebook), _by_mode(items, codebook), _by_style(items))
    return "\n\n".join(parts)


def _by_file(files: Mapping[str, Sequence[CorpusItem]]) -> str:
    head = ("file", "items", "without an event", "articles", "events", "with a speaker", "words, median")
    rows = [_file_row(f"`{name}`", rows) for name, rows in files.items()]
    return _table(head, [*rows, _file_row("all", [item for part in files.values() for item in part])])


def _file_row(name: str, items: Sequence[CorpusItem]) -> tuple[object, ...]:
    events = [event for item in items for event in item.events]
    words = int(median([len(item.text.split()) for item in items] or [0]))
    empty, articles = sum(not item.events for item in items), sum(item.article for item in items)
    return name, len(items), empty, articles, len(events), sum(bool(event.said_by) for event in events), words


def _by_type(items: Iterable[CorpusItem], codebook: Codebook) -> str:
    counts: Counter[tuple[str, str]] = Counter((event.type, event.status) for item in items for event in item.events)
    rows = [(name, *_line([counts[name, status] for status in STATUSES])) for name in codebook.types]
    total = _line([sum(counts[name, status] for name in codebook.types) for status in STATUSES])
    return _table(("type", "events", *STATUSES), [*rows, ("all", *total)])


def _line(counts: Sequence[int]) -> tuple[int, ...]:
    return sum(counts), *counts


def _by_mode(items: Iterable[CorpusItem], codebook: Codebook) -> str:
    """One row a type; an event with two modes counts under both, `none` are the events without one."""
    counts = Counter((event.type, mode) for item in items for event in item.events for mode in event.modes or ("none",))
    rows = [
        (name, ", ".join(f"{mode} {counts[name, mode]}" for mode in (*entry.modes, "none")))
        for name, entry in codebook.types.items()
        if entry.modes
    ]  # fmt: skip
    return _table(("type", "events by mode"), rows)


def _by_style(items: Sequence[CorpusItem]) -> str:
    rows = [(style, sum(item.style == style for item in items), _events(items, style)) for style in STYLES]
    return _table(("style", "items", "events"), rows)


def _events(items: Iterable[CorpusItem], style: str) -> int:
    return sum(len(item.events) for item in items if item.style == style)


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table whose columns of numbers stand to the right."""
    lines = [list(map(str, row)) for row in rows]
    numeric = [bool(lines) and all(line[place].isdigit() for line in lines) for place in range(len(head))]
    rule = ["---:" if right else "---" for right in numeric]
    return "\n".join(f"| {' | '.join(line)} |" for line in (list(head), rule, *lines))


def with_tables(page: Path, text: str) -> str:
    """The page with these tables between its two marks; raises ValueError where the marks are not there."""
    before, begin, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"{page}: the tables have no place; write the lines {BEGIN} and {END} where they belong")
    return f"{before}{BEGIN}\n\n{text}\n\n{END}{after}"
