"""Event files of other projects into the ledger, so that relations and charts work over them too."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from dragoman.formats.table import Reading
from dragoman.ledger.add import Added, store_outcomes
from dragoman.model.event import Actor, Event, Party, Size, Where
from dragoman.model.foreign import Foreign
from dragoman.model.outcome import Outcome
from dragoman.model.report import Place
from dragoman.model.text import Article, Evidence
from dragoman.model.trace import Failure, Reason, Run
from dragoman.store.database import Database
from dragoman.version import __version__

AT_ONCE = 2000  # rows a transaction
NOWHERE = (0, 0)  # the span of what the file tells and no text quotes


def take_events(database: Database, reading: Reading) -> Iterator[tuple[Added, list[Failure]]]:
    """The rows of the file that is read stand in the ledger, each as a report of its own, told batch by batch; a file taken before adds nothing.

    Their run names the format in place of a model. Raises InputError for a file that is none of events.
    """
    seen: Counter[str] = Counter()
    rows = iter(reading)
    while batch := list(islice(rows, AT_ONCE)):
        failures = [row for row in batch if isinstance(row, Failure)]
        yield Added(failed=len(failures)), failures
        for name, outcomes in _by_format((row for row in batch if isinstance(row, Foreign)), reading.path, seen).items():
            yield store_outcomes(database, outcomes, Run(__version__, "as imported", name), "{}", reprints=False)


def _by_format(rows: Iterable[Foreign], path: Path, seen: Counter[str]) -> dict[str, list[Outcome]]:
    outcomes: dict[str, list[Outcome]] = defaultdict(list)
    for row in rows:
        name = f"{row.format}:{row.id}"
        seen[name] += 1
        outcomes[row.format].append(outcome_of(row, name if seen[name] == 1 else f"{name}#{seen[name]}", str(path)))
    return outcomes


def outcome_of(row: Foreign, identity: str, place: str) -> Outcome:
    """The row as an article of its own, whose text is the row's sentence or label, with its one event."""
    text = row.text or ""
    article = Article(identity, text, row.story, row.published, row.publisher, place=row.url or place)
    words = Evidence(text, (0, len(text)))
    event = Event(
        id=f"{identity}/1",
        article=identity,
        event=row.event,
        mode=row.mode,
        context=row.context,
        status=row.status,
        reciprocal=len(row.actor) > 1 and not row.recipient,
        actor=_parties(row.actor),
        recipient=_parties(row.recipient),
        date=row.date,
        enddate=row.enddate or row.date,
        date_basis="stated" if row.date else "published",
        date_text=None,
        event_loc=_where(row.place),
        event_text=words,
        evidence=(words,) if text else (),
        said_by=(),
        size=Size(),
        quad_code=row.quad_code,
        event_scale=row.event_scale,
        confidence=1.0 if row.confidence is None else row.confidence,
        reasons=(Reason("import", row.format),),
        run=Run(__version__, "as imported", row.format),
    )
    return Outcome(article, (event,))


def _parties(actors: tuple[Actor, ...]) -> tuple[Party, ...]:
    return tuple(Party("", NOWHERE, actor.name, actor.country, actor.sectors, actor.id) for actor in actors)


def _where(place: Place | None) -> Where | None:
    return Where("", NOWHERE, place.name, place.country, lat=place.lat, lon=place.lon, resolution=place.resolution) if place else None
