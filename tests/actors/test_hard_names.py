"""Hard names in context stand for the actors that a reader takes them for."""

import csv
import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from spacy.tokens import Span

from dragoman.actors.resolve import cast_actors
from dragoman.model.event import Actor
from dragoman.model.mention import Cast
from dragoman.model.parsed import Parsed
from dragoman.model.text import Article
from dragoman.parse import parse
from dragoman.pipeline import Tools

TABLE = Path(__file__).with_name("hard_names.tsv")
SHARE = 0.95


@dataclass(frozen=True)
class Row:
    """A row of the table: the mention stands between brackets in `text`.

    `who` is a country or the name of a body, alternatives between bars, several sides joined by "+";
    "!GEO" is anybody but that country, "none" is nobody. `sector` is the primary one, "*" any.
    """

    kind: str
    text: str
    who: str
    sector: str
    on: str

    @property
    def article(self) -> Article:
        """The text without its brackets, published on the row's day."""
        return Article(self.text, self.text.replace("[", "").replace("]", ""), published=date.fromisoformat(self.on))

    @property
    def span(self) -> tuple[int, int]:
        """The characters of the mention in the article."""
        return self.text.index("["), self.text.index("]") - 1


def rows() -> list[Row]:
    """The rows of the table."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return [Row(**row) for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]


def cast_at(parsed: Parsed, cast: Cast, span: tuple[int, int]) -> tuple[Actor, ...]:
    """The actors that the marked words stand for: those of their heads in the parse."""
    tokens = [token for token in parsed.doc if span[0] <= parsed.starts[token.i] < span[1]]
    marked = Span(parsed.doc, tokens[0].i, tokens[-1].i + 1)
    heads = [token for token in marked if token.head not in marked or token.head == token]
    heads += [token for token in marked if token.dep_ == "conj" and token.head in heads]
    return tuple(dict.fromkeys(actor for head in heads if (mention := cast.at(head.i)) for actor in mention.actors))


def is_right(row: Row, actors: tuple[Actor, ...]) -> bool:
    """Whether the actors are those of the row."""
    if row.who == "none":
        return not any(actor.country for actor in actors)
    if row.who.startswith("!"):
        return all(actor.country != row.who[1:] for actor in actors)
    sides = row.who.split("+")
    if len(sides) > 1:
        return {actor.country for actor in actors} == set(sides) and all(_has_sector(row, actor) for actor in actors)
    return len({actor.country or actor.name for actor in actors}) == 1 and all(_is_who(row, actor) and _has_sector(row, actor) for actor in actors)


def _is_who(row: Row, actor: Actor) -> bool:
    if actor.country is not None:
        return actor.country in row.who.split("|")
    return any(re.search(rf"\b{re.escape(name)}\b", actor.name) for name in row.who.split("|"))


def _has_sector(row: Row, actor: Actor) -> bool:
    return row.sector == "*" or actor.sectors[:1] in [(sector,) for sector in row.sector.split("|")]


def verdicts(tools: Tools) -> list[tuple[Row, tuple[Actor, ...], bool]]:
    """Each row with what the code says and whether it is right."""
    table = rows()
    found = []
    for row, parsed in zip(table, parse((row.article for row in table), batch_size=64), strict=True):
        actors = cast_at(parsed, cast_actors(parsed, tools.directory, tools.places), row.span)
        found.append((row, actors, is_right(row, actors)))
    return found


def report(found: list[tuple[Row, tuple[Actor, ...], bool]]) -> str:
    """The share right by kind, then each row that is wrong with what came out."""
    total = Counter(row.kind for row, _, _ in found)
    right = Counter(row.kind for row, _, fine in found if fine)
    lines = [f"{right[kind]:>3} of {count:>3}  {kind}" for kind, count in sorted(total.items(), key=lambda item: right[item[0]] / item[1])]
    for row, actors, fine in found:
        if not fine:
            told = "; ".join(f"{actor.name} {actor.country} {' '.join(actor.sectors)}" for actor in actors) or "nobody"
            lines.append(f"{row.kind}: {row.text} ({row.on}): {row.who} {row.sector} expected, got {told}")
    return "\n".join(lines)


def test_the_table_is_large_and_sound() -> None:
    """At least 400 rows, none twice, each with one mention in it."""
    table = rows()
    assert len(table) >= 400
    assert len({(row.text, row.on) for row in table}) == len(table)
    assert all(row.text.count("[") == row.text.count("]") == 1 for row in table)


@pytest.mark.model
def test_hard_names_stand_for_whom_a_reader_takes_them(tools: Tools) -> None:
    """At least nineteen rows in twenty have the country or body and the primary sector expected."""
    found = verdicts(tools)
    share = sum(fine for _, _, fine in found) / len(found)
    print(f"{share:.1%} right\n{report(found)}")  # noqa: T201
    assert share >= SHARE, f"{share:.1%} right\n{report(found)}"
