"""Articles into the ledger: coded once by each set of versions, stored a batch at a time."""

from collections.abc import Iterable, Iterator
from hashlib import blake2b
from itertools import islice
from pathlib import Path

import msgspec
from msgspec import Struct

from dragoman.batch import Coder
from dragoman.config import Settings
from dragoman.knowledge.publishers import Publishers
from dragoman.ledger.assign import assign, publishers
from dragoman.ledger.reprints import group_reprints
from dragoman.model.outcome import Outcome
from dragoman.model.text import Article
from dragoman.model.trace import Failure, Run
from dragoman.store.articles import coded_already, find_clashes, run_number, store_articles, store_codings, store_failures
from dragoman.store.database import Connection, Database
from dragoman.store.events import store_events

BATCH = 64  # articles a transaction: what a crash can cost, and seconds between two of them


class Added(Struct, frozen=True):
    """What became of some articles: coded and stored, known already, or failed; and the events stored."""

    articles: int = 0
    events: int = 0
    known: int = 0
    failed: int = 0

    def __add__(self, other: "Added") -> "Added":
        return Added(*(getattr(self, name) + getattr(other, name) for name in self.__struct_fields__))


def add_articles(database: Database, articles: Iterable[Article | Failure], coder: Coder) -> Iterator[tuple[Added, list[Failure]]]:
    """The articles stand in the ledger, coded by the coder; told batch by batch, each of which is safe once told.

    An article whose text the same versions have coded is passed over, so that a run may be repeated or taken up again.
    """
    known = [0]
    settings = settings_of(coder.settings)
    outcomes = coder.code(_unknown(database, articles, coder.tools.run, settings, known))
    while batch := list(islice(outcomes, BATCH)):
        passed, known[0] = known[0], 0
        added, failures = store_outcomes(database, batch, coder.tools.run, settings)
        yield added + Added(known=passed), failures
    if known[0]:
        yield Added(known=known[0]), []


def _unknown(database: Database, articles: Iterable[Article | Failure], run: Run, settings: str, known: list[int]) -> Iterator[Article | Failure]:
    """Those not yet coded by the run; the others are counted in `known`."""
    rows = iter(articles)
    while batch := list(islice(rows, BATCH)):
        done = _done(database, [row for row in batch if isinstance(row, Article)], run, settings)
        known[0] += len(done)
        yield from (row for row in batch if isinstance(row, Failure) or row.id not in done)


def _done(database: Database, articles: list[Article], run: Run, settings: str) -> set[str]:
    if not database.path.exists():
        return set()
    with database.reading() as connection:
        return coded_already(connection, articles, run_number(connection, run, settings))


def store_outcomes(database: Database, outcomes: list[Outcome], run: Run, settings: str, *, reprints: bool = True) -> tuple[Added, list[Failure]]:
    """The outcomes stand in the ledger with the incidents they belong to; what another process stored meanwhile is passed over.

    Without `reprints` the texts are not compared: for labels in the place of texts.
    """
    with database.writing() as connection:
        sound, failures = _sort_out(connection, outcomes)
        run_no = run_number(connection, run, settings, add=True) or 0
        done = coded_already(connection, [outcome.article for outcome in sound], run_no)
        fresh = [outcome for outcome in sound if outcome.article.id not in done]
        events = _store(connection, fresh, run_no, reprints=reprints) if fresh else 0
        store_failures(connection, failures, run_no)
    return Added(len(fresh), events, len(done), len(failures)), failures


def _sort_out(connection: Connection, outcomes: list[Outcome]) -> tuple[list[Outcome], list[Failure]]:
    """The outcomes to be stored, and failures: those there were, and articles whose id belongs to another text."""
    failures = [outcome.failure for outcome in outcomes if outcome.failure]
    sound: dict[str, Outcome] = {}
    clashes = find_clashes(connection, [outcome.article for outcome in outcomes if not outcome.failure])
    for outcome in outcomes:
        article = outcome.article
        if outcome.failure:
            continue
        other = "given before" if article.id in sound else clashes.get(article.id)
        if other is None:
            sound[article.id] = outcome
        else:
            failures.append(
                Failure(article.id, article.place, f"id {article.id!r} is that of another text ({other}); give the article an id of its own")
            )
    return list(sound.values()), failures


def _store(connection: Connection, outcomes: list[Outcome], run_no: int, *, reprints: bool) -> int:
    """Articles, codings, events and incidents of the outcomes; how many events."""
    articles = [outcome.article for outcome in outcomes]
    numbers = store_articles(connection, articles, _media(articles, publishers()))
    regrouped = group_reprints(connection, {numbers[article.id]: article.text for article in articles}) if reprints else []
    codings, gone = store_codings(connection, numbers.values(), run_no)
    events = store_events(connection, [(codings[numbers[outcome.article.id]], outcome.events) for outcome in outcomes])
    assign(connection, events, gone, regrouped)
    return len(events)


def _media(articles: list[Article], known: Publishers) -> dict[str, tuple[str | None, str | None]]:
    """Country and ownership of the publishers that the tables know."""
    names = {article.publisher for article in articles if article.publisher}
    found = {name: known.find(name) for name in names}
    return {name: (outlet.country, outlet.ownership) for name, outlet in found.items() if outlet}


def settings_of(settings: Settings) -> str:
    """The settings that can change a record, with digests of the files they name, as JSON."""
    actors = {path.name: blake2b(path.read_bytes(), digest_size=6).hexdigest() for path in map(Path, settings.actors)}
    row = {"actors": actors, "classifier": settings.classifier, "min_confidence": settings.min_confidence, "max_words": settings.max_words}
    return msgspec.json.encode(row, order="sorted").decode()
