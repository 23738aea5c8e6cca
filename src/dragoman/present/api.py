"""The ledger in Python: the same questions as on the command line, answered as frames and records."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.config import LEDGER
from dragoman.errors import InputError
from dragoman.ledger.as_of import stand_as_of
from dragoman.ledger.assign import publishers
from dragoman.relate.blocs_over_time import read_blocs
from dragoman.relate.brief import Brief, read_brief, read_phases
from dragoman.relate.makers import read_makers
from dragoman.relate.network import Network
from dragoman.relate.phases import Phase
from dragoman.relate.places import read_places
from dragoman.relate.question import Question
from dragoman.relate.series import read_series
from dragoman.relate.sides import Side, find_side
from dragoman.relate.ties import network_of, read_ties
from dragoman.relate.timeline import PAGE, Entry, read_entries, read_timeline
from dragoman.relate.voices import read_outlets, read_voices
from dragoman.store.database import Connection, Database
from dragoman.store.incidents import incidents_of
from dragoman.store.search import search_articles, search_events

if TYPE_CHECKING:
    import polars as pl

    from dragoman.batch import Coder
    from dragoman.ledger.add import Added
    from dragoman.model.text import Article
    from dragoman.model.trace import Failure


MANY = ("status", "event", "quad", "context")  # fields of a question that take several words


class Ledger:
    """The ledger in the file at `path`; with `as_of`, as it stood at the end of that day.

    Sides are given as on the command line: "CHN", "China", "ASEAN", "CHN,RUS". Filters are the fields of Question:
    since, until, direction, status, event, quad, context, min_confidence. Raises LedgerError when the file cannot be
    used and InputError for a side that nobody knows.
    """

    def __init__(self, path: str | Path = LEDGER, *, as_of: date | None = None) -> None:
        self.database = Database(Path(path))
        self.as_of = as_of

    def add(self, articles: "Iterable[Article | Failure] | str | Path", coder: "Coder | None" = None) -> "Added":
        """The articles, or those at the path, stand in the ledger; what the same versions have coded is passed over."""
        from dragoman.batch import Coder  # loads the parser, which questions do without
        from dragoman.ledger.add import Added, add_articles
        from dragoman.read.files import read_articles

        rows = read_articles([articles]) if isinstance(articles, str | Path) else articles
        return sum((added for added, _ in add_articles(self.database, rows, coder or Coder())), Added())

    def relations(self, one: str, other: str = "", *, by: str = "month", split: str | None = None, **filters: Any) -> "pl.DataFrame":
        """One row a period: incidents, reports, quads, mean score with its interval, total, share of state media."""
        question = self.ask(one, other, **filters)
        with self.opened(question) as connection:
            return read_series(connection, question, by, split).drop("squares")

    def phases(self, one: str, other: str = "", *, by: str = "month", **filters: Any) -> tuple[Phase, ...]:
        """The phases of the relation, each after the first with the reason why it begins."""
        question = self.ask(one, other, **filters)
        with self.opened(question) as connection:
            return read_phases(connection, question, by)

    def turning_points(self, one: str, other: str = "", *, phases: Sequence[Phase], most: int = 3, **filters: Any) -> dict[Phase, list[Entry]]:
        """For each of the phases that began with a turning point the incidents that made it, the strongest first."""
        question = self.ask(one, other, **filters)
        with self.opened(question) as connection:
            return read_makers(connection, question, phases, publishers(), most=most)

    def places(self, one: str, other: str = "", **filters: Any) -> "pl.DataFrame":
        """Where the incidents were: one row a place with coordinates, incidents and mean score, most incidents first."""
        question = self.ask(one, other, **filters)
        with self.opened(question) as connection:
            return read_places(connection, question)

    def voices(self, one: str, other: str = "", **filters: Any) -> "pl.DataFrame":
        """Who speaks of the relation: one row a speaker, its country or name, most incidents first."""
        question = self.ask(one, other, **filters)
        with self.opened(question) as connection:
            return read_voices(connection, question)

    def outlets(self, one: str, other: str = "", **filters: Any) -> "pl.DataFrame":
        """In whose papers the relation is told: one row a publisher, most reports first."""
        question = self.ask(one, other, **filters)
        with self.opened(question) as connection:
            return read_outlets(connection, question)

    def timeline(self, one: str, other: str = "", *, limit: int = PAGE, skip: int = 0, **filters: Any) -> list[Entry]:
        """The incidents, newest first, with their reports."""
        question = self.ask(one, other, **filters)
        with self.opened(question) as connection:
            return read_timeline(connection, question, publishers(), limit=limit, skip=skip)

    def brief(self, one: str, other: str, **filters: Any) -> Brief:
        """What happened, was said, is planned, changed and is disputed between the two."""
        question = self.ask(one, other, **filters)
        names = find_side(one).name, find_side(other).name
        with self.opened(question) as connection:
            return read_brief(connection, question, names, publishers())

    def network(
        self, since: date | None = None, until: date | None = None, *, among: str = "", states_only: bool = True, least: int = 1
    ) -> tuple["pl.DataFrame", Network]:
        """Who deals with whom: one row a pair with incidents and mean score, and the blocs and brokers of the network they make."""
        codes = find_side(among, until).codes if among else ()
        with self.opened() as connection:
            ties = read_ties(connection, since, until, codes, states_only=states_only, least=least)
        return ties, network_of(ties)

    def blocs(self, since: date, until: date, *, by: str = "month", among: str = "", states_only: bool = True, least: int = 1) -> "pl.DataFrame":
        """Who stood together in each period: one row a bloc of two or more, with a number that it keeps while most of it stays."""
        codes = find_side(among, until).codes if among else ()
        with self.opened() as connection:
            return read_blocs(connection, since, until, by, codes, states_only=states_only, least=least)

    def search(self, words: str, *, limit: int = 20) -> tuple[list[dict[str, Any]], list[Entry]]:
        """The articles that hold all the words, the most telling first, and the incidents whose evidence does, the newest first."""
        self._refuse_as_of("search")
        with self.opened() as connection:
            articles = search_articles(connection, words, limit)
            numbers = incidents_of(connection, search_events(connection, words, limit))
            return articles, read_entries(connection, numbers, publishers())

    def sql(self, query: str, values: Any = ()) -> "pl.DataFrame":
        """The answer to a query of one's own over the tables and views of the ledger; nothing can be changed by it.

        Raises InputError for what is no query.
        """
        self._refuse_as_of("sql")
        with self.database.reading() as connection:
            return connection.answer(query, values)

    def _refuse_as_of(self, name: str) -> None:
        if self.as_of is not None:
            raise InputError(f"Ledger.{name}: asks the ledger of today; open it without as_of, or use the column superseded of records")

    def ask(self, one: str, other: str = "", **filters: Any) -> Question:
        """The question about the sides as a user names them; one word stands for a tuple of it.

        Raises InputError for a side that nobody knows, and for days the wrong way round.
        """
        since, until = filters.get("since"), filters.get("until")
        if since and until and since > until:
            raise InputError(f"since {since} is after until {until}; give the earlier day first")
        filters |= {name: (words,) for name, words in filters.items() if name in MANY and isinstance(words, str)}
        day = filters.get("until") or self.as_of
        sides = [find_side(text, day) if text else Side("", ()) for text in (one, other)]
        return Question(sides[0].codes, sides[1].codes, **filters)

    @contextmanager
    def opened(self, question: Question | None = None) -> Iterator[Connection]:
        """The file open for reading, as of the day that is asked about."""
        with self.database.reading() as connection:
            if self.as_of is not None:
                stand_as_of(connection, self.as_of, question.one if question else ())
            yield connection
