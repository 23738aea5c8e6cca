"""One event as one article tells it, cut down to what joining reports into incidents needs."""

import datetime

from msgspec import Struct

from dragoman.model.event import Actor, Event, Size, Status
from dragoman.model.text import Article


class Place(Struct, frozen=True):
    """A place by name, with country (alpha-3) and coordinates as far as they are known."""

    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    resolution: int = 1


class Voice(Struct, frozen=True):
    """A speaker of a report: `party` when the speaker is, or works for, a side of the event."""

    name: str
    country: str | None = None
    party: bool = False


class Report(Struct, frozen=True):
    """What one article says of one happening.

    `id` is the event's. `words` say what was done, `sentence` is the first evidence. `group` is shared by articles
    that reprint one text; it is the article's own id for a text that stands alone.
    """

    id: str
    article: str
    group: str
    event: str
    mode: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    status: Status = "actual"
    reciprocal: bool = False
    actor: tuple[Actor, ...] = ()
    recipient: tuple[Actor, ...] = ()
    date: datetime.date | None = None
    enddate: datetime.date | None = None
    date_basis: str = "published"
    place: Place | None = None
    words: str = ""
    sentence: str = ""
    size: Size = Size()
    said_by: tuple[Voice, ...] = ()
    published: datetime.date | None = None
    publisher: str | None = None
    quad_code: str = ""
    event_scale: float = 0.0
    confidence: float = 1.0


SAME = ("id", "article", "event", "mode", "context", "status", "reciprocal", "date", "enddate", "date_basis", "size", "quad_code", "event_scale",
        "confidence")  # fmt: skip


def report_of(event: Event, article: Article, group: str) -> Report:
    """The event of the article as a report; `group` is that of the texts that the article reprints."""
    where = event.event_loc
    return Report(
        **{name: getattr(event, name) for name in SAME},
        group=group,
        actor=tuple(Actor(party.name, party.country, party.sector, party.id) for party in event.actor),
        recipient=tuple(Actor(party.name, party.country, party.sector, party.id) for party in event.recipient),
        place=Place(where.name, where.country, where.lat, where.lon, where.resolution) if where else None,
        words=event.event_text.text,
        sentence=event.evidence[0].text if event.evidence else "",
        said_by=tuple(Voice(speaker.name, speaker.country, speaker.party) for speaker in event.said_by),
        published=article.published,
        publisher=article.publisher,
    )
