"""One event as one article tells it, cut down to what joining reports into incidents needs."""

import datetime

from msgspec import Struct

from dragoman.model.event import Actor, Size, Status


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
