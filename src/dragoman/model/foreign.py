"""An event as another project's file tells it: the fields that our own records share with it."""

import datetime

from msgspec import Struct

from dragoman.model.event import Actor, Status
from dragoman.model.report import Place


class Foreign(Struct, frozen=True):
    """One event of a file from elsewhere, in PLOVER terms; what the file does not tell is None or empty.

    `id` is the file's, and need not be unique there. `event_scale` is the file's own score (-10 to 10), ours where it has
    none. `text` is a sentence or a label. `story` is the file's own name of the article, `url` its address. `confidence`
    is from 0 to 1. `format` is a name of `dragoman.formats.table.FORMATS`.
    """

    id: str
    event: str
    format: str
    mode: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    status: Status = "actual"
    date: datetime.date | None = None
    enddate: datetime.date | None = None
    actor: tuple[Actor, ...] = ()
    recipient: tuple[Actor, ...] = ()
    quad_code: str = ""
    event_scale: float = 0.0
    place: Place | None = None
    publisher: str | None = None
    published: datetime.date | None = None
    text: str | None = None
    url: str | None = None
    story: str | None = None
    confidence: float | None = None
