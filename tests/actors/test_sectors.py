"""The sector of a party comes from what the text says it is: its members, dress, leaders, name, owner and role."""

import csv
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from dragoman.actors.resolve import cast_actors
from dragoman.knowledge.extended import directory_with
from dragoman.knowledge.places import Places
from dragoman.model.mention import Cast
from dragoman.model.parsed import Parsed
from dragoman.model.text import Article
from dragoman.parse import parse

TABLE = Path(__file__).with_name("sectors.tsv")


class Row(NamedTuple):
    """A phrase in brackets, and the primary sector that it should have."""

    kind: str
    text: str
    sector: str


@cache
def rows() -> tuple[Row, ...]:
    """The invented phrases of the table."""
    with TABLE.open(encoding="utf-8") as lines:
        return tuple(Row(**row) for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def found() -> tuple[str, ...]:
    """The primary sector that each row's phrase is given; empty where nobody is found."""
    directory, places = directory_with(())[0], Places.load()
    articles = [Article(id=str(i), text=re.sub(r"[\[\]]", "", row.text)) for i, row in enumerate(rows())]
    return tuple(
        sector_at(row.text, parsed, cast_actors(parsed, directory, places))
        for row, parsed in zip(rows(), parse(articles, batch_size=64), strict=True)
    )


def sector_at(text: str, parsed: Parsed, cast: Cast) -> str:
    """The sector of the topmost mention in the brackets."""
    start = text.index("[")
    end = text.index("]") - 1
    inside = [m for m in cast if m.actors and start <= parsed.doc[m.head].idx < end]
    inside.sort(key=lambda mention: (sum(1 for _ in parsed.doc[mention.head].ancestors), mention.head))
    return inside[0].actors[0].sectors[0] if inside and inside[0].actors[0].sectors else ""


KINDS = sorted({row.kind for row in rows()})


@pytest.mark.model
@pytest.mark.parametrize("kind", KINDS)
def test_the_sector_is_what_the_text_says(kind: str) -> None:
    """Nine of ten invented phrases of each kind get their sector."""
    missed = [f"{row.text} -> {sector or 'nobody'}" for row, sector in zip(rows(), found(), strict=True) if row.kind == kind and sector != row.sector]
    total = sum(row.kind == kind for row in rows())
    assert len(missed) <= total * 0.1, "\n".join(missed)
