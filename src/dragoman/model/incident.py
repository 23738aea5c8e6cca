"""One happening, told by all who reported it."""

import datetime

from msgspec import Struct

from dragoman.model.event import Actor, Status
from dragoman.model.report import Place


class Link(Struct, frozen=True):
    """Why two reports tell one happening: their event ids in order, a score from 0 to 1, and the reasons in words.

    `loose` are the ends that tell the day less well than the other, both where they are vague alike or a day apart: such a
    link counts only where it is the best of a loose end, or where neither has a surer one to go by.
    """

    one: str
    other: str
    score: float
    reason: str
    loose: tuple[str, ...] = ()


class Variant(Struct, frozen=True):
    """One version of a field: its value in words, the reports that give it, and on whose word."""

    value: str
    reports: tuple[str, ...]
    publishers: tuple[str, ...] = ()
    said_by: tuple[str, ...] = ()


class Figure(Struct, frozen=True):
    """A count as it is told: the lowest, the best supported, the highest, and who gives which."""

    low: int
    best: int
    high: int
    variants: tuple[Variant, ...] = ()


class Incident(Struct, frozen=True):
    """Reports of one happening as one: the best value of every field, and the variants where reports differ.

    `id` is the least of the reports' ids. `corroboration` counts independent publishers: reprints of one text are one,
    and the media of a side, named in `from_sides`, are not counted. `denied_by` names who says that it did not happen.
    `first_seen` and `last_seen` are publication days.
    """

    id: str
    event: str
    mode: tuple[str, ...]
    context: tuple[str, ...]
    status: Status
    reciprocal: bool
    actor: tuple[Actor, ...]
    recipient: tuple[Actor, ...]
    date: datetime.date | None
    enddate: datetime.date | None
    date_basis: str
    place: Place | None
    words: str
    quad_code: str
    event_scale: float
    confidence: float
    reports: tuple[str, ...]
    publishers: tuple[str, ...]
    corroboration: int
    from_sides: tuple[str, ...] = ()
    denied_by: tuple[str, ...] = ()
    dead: Figure | None = None
    injured: Figure | None = None
    arrested: Figure | None = None
    variants: dict[str, tuple[Variant, ...]] = {}
    first_seen: datetime.date | None = None
    last_seen: datetime.date | None = None
