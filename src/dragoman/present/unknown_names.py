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
from dragoman.model.text import Article
from dragoman.parse import parse
from dragoman.present.screen import complaints, screen
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
        """Counts the name; what is said of it with a role weighs twice."""
        role = mention.reason.partition(":")[2] or None
        self.counts[actor.name] += 1
        self.said.setdefault(actor.name, Counter())[role, actor.country, actor.sectors] += 2 if role else 1
        sentence = parsed.sentences[parsed.sentence_of[mention.head]]
        self.examples.setdefault(actor.name, " ".join(sentence.text.split()))

    def rows(self) -> Iterator[Unknown]:
        """The names, the most frequent first."""
        for name, count in sorted(self.counts.items(), key=lambda row: (-row[1], row[0])):
            role, country, sectors = self.said[name].most_common(1)[0][0]
            yield Unknown(name, count, role, country, sectors, self.examples[name])


def unknown_names(paths: Iterable[str], directory: Directory) -> list[Unknown]:
    """The names in the articles that the directory lacks, the most frequent first; nothing is coded."""
    sightings, places = _Sightings(), Places.load()
    for parsed in parse(_readable(paths)):
        cast = cast_actors(parsed, directory, places)
        for mention in {mention.head: mention for mention in cast}.values():
            for actor in mention.actors:
                again = mention.reason == "named before" and actor.name in sightings.counts
                if again or _is_unlisted(actor, mention, directory):
                    sightings.add(actor, mention, parsed)
    return list(sightings.rows())


def _readable(paths: Iterable[str]) -> Iterator[Article]:
    """The articles that can be read, cleaned; of the others is told why not."""
    for read in read_articles(list(paths)):
        if isinstance(read, Article):
            yield read if read.cuts else clean_article(read)
        else:
            complaints().print(f"dragoman: {read.place}: {read.reason}")


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
    out = screen()
    if as_json:
        for row in rows:
            out.print(msgspec.json.encode(row).decode(), markup=False, soft_wrap=True)
        return
    shown = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for name in ("times", "name", "role", "country", "sectors", "first sentence"):
        shown.add_column(name, overflow="fold", vertical="top")
    for row in rows:
        shown.add_row(str(row.count), escape(row.name), row.role or "", row.country or "", " ".join(row.sectors), escape(row.example))
    out.print(shown if rows else "no unknown names")
