"""Names that articles give and no table knows, by how often, with what the text says of them."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
from rich.markup import escape
from rich.table import Table

from dragoman.actors.resolve import cast_actors
from dragoman.knowledge.actors import Directory, units
from dragoman.knowledge.extended import extended_directory
from dragoman.knowledge.places import Places
from dragoman.model.event import Actor
from dragoman.model.mention import Mention
from dragoman.model.parsed import Parsed
from dragoman.parse import parse
from dragoman.present.screen import screen
from dragoman.read.clean import clean_article
from dragoman.read.files import read_articles


class Unknown(msgspec.Struct, frozen=True):
    """One name, how often it stands as the head of a mention, and what most of these say of it."""

    name: str
    count: int
    role: str | None
    country: str | None
    sectors: tuple[str, ...]
    example: str


class _Sightings:
    """Where the names were met, and as what."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.said: dict[str, Counter[tuple[str | None, str | None, tuple[str, ...]]]] = {}
        self.examples: dict[str, str] = {}

    def add(self, actor: Actor, mention: Mention, parsed: Parsed) -> None:
        role = mention.reason.partition(":")[2] or None
        self.counts[actor.name] += 1
        self.said.setdefault(actor.name, Counter())[role, actor.country, actor.sectors] += 2 if role else 1
        sentence = parsed.sentences[parsed.sentence_of[mention.head]]
        self.examples.setdefault(actor.name, " ".join(sentence.text.split()))

    def rows(self) -> Iterator[Unknown]:
        for name, count in sorted(self.counts.items(), key=lambda row: (-row[1], row[0])):
            role, country, sectors = self.said[name].most_common(1)[0][0]
            yield Unknown(name, count, role, country, sectors, self.examples[name])


def unknown_names(paths: Iterable[str], directory: Directory) -> list[Unknown]:
    """The names in the articles that the directory lacks, the most frequent first; nothing is coded."""
    sightings, places = _Sightings(), Places.load()
    for parsed in parse(clean_article(article) for article in read_articles(list(paths))):
        for mention in cast_actors(parsed, directory, places):
            for actor in mention.actors:
                if _is_unlisted(actor, mention, directory):
                    sightings.add(actor, mention, parsed)
    return list(sightings.rows())


def _is_unlisted(actor: Actor, mention: Mention, directory: Directory) -> bool:
    """Whether the mention gives a proper name of its own that no table has."""
    if not (mention.reason == "unlisted name" or mention.reason.startswith(("role:", "apposition:"))):
        return False
    if actor.name == actor.name.lower() or directory.look_up(" ".join(units(actor.name))):
        return False
    described = directory.adjectives.get(actor.country or "", actor.country or "")
    return mention.reason == "unlisted name" or (actor.name[:1].isupper() and actor.name.istitle() and not actor.name.startswith(f"{described} "))


def show_unknown(paths: Iterable[str], tables: Iterable[Path], dictionaries: Iterable[Path], *, as_json: bool) -> None:
    """Prints the names that neither our tables nor the user's know."""
    rows = unknown_names(paths, extended_directory(tables, dictionaries)[0])
    if as_json:
        for row in rows:
            screen().print(msgspec.json.encode(row).decode(), markup=False, soft_wrap=True)
        return
    shown = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for name in ("times", "name", "role", "country", "sectors", "first sentence"):
        shown.add_column(name, overflow="fold", vertical="top")
    for row in rows:
        shown.add_row(str(row.count), escape(row.name), row.role or "", row.country or "", " ".join(row.sectors), escape(row.example))
    screen().print(shown if rows else "no unknown names")
