"""The ledger's records: who did what to whom, when, where, and according to whom.

Field names are those of the exchange record, so one set of types serves files, workers and REST.
"""

import datetime

import msgspec
from msgspec import Struct

from dragoman.model.text import Article, Evidence
from dragoman.model.trace import Reason, Run

Status = str  # actual | future | hypothetical | negated | historical


class Actor(Struct, frozen=True):
    """Somebody the tables know or the text describes: country (alpha-3), sectors primary first."""

    name: str
    country: str | None = None
    sectors: tuple[str, ...] = ()
    id: str | None = None


class Party(Struct, frozen=True):
    """An actor as a side of one event, with the words that name it there."""

    text: str
    span: tuple[int, int]
    name: str
    country: str | None = None
    sector: tuple[str, ...] = ()
    id: str | None = None


class Speaker(Struct, frozen=True):
    """Who says so; `party` when the speaker is, or works for, a side of the event."""

    text: str
    span: tuple[int, int]
    name: str
    country: str | None = None
    sector: tuple[str, ...] = ()
    party: bool = False


class When(Struct, frozen=True):
    """First and last possible day, with the basis: `stated` in `text`, or `published`."""

    first: datetime.date | None
    last: datetime.date | None
    basis: str = "published"
    text: Evidence | None = None


class Where(Struct, frozen=True):
    """The place of the event as the text gives it, resolved as far as the text allows.

    `resolution`: 5 below city, 4 city, 3 district, 2 province, 1 country.
    """

    text: str
    span: tuple[int, int]
    name: str
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonameid: int | None = None
    resolution: int = 1


class Size(Struct, frozen=True, omit_defaults=True):
    """How many, as lowest and highest count told: dead, injured, arrested."""

    dead: tuple[int, int] | None = None
    injured: tuple[int, int] | None = None
    arrested: tuple[int, int] | None = None


class Event(Struct, frozen=True):
    """One happening in one article: the exchange record, all of it."""

    id: str
    article: str
    event: str
    mode: tuple[str, ...]
    context: tuple[str, ...]
    status: Status
    reciprocal: bool
    actor: tuple[Party, ...]
    recipient: tuple[Party, ...]
    date: datetime.date | None
    enddate: datetime.date | None
    date_basis: str
    date_text: Evidence | None
    event_loc: Where | None
    event_text: Evidence
    evidence: tuple[Evidence, ...]
    said_by: tuple[Speaker, ...]
    size: Size
    quad_code: str
    event_scale: float
    confidence: float
    reasons: tuple[Reason, ...]
    run: Run

    def quotes(self) -> list[tuple[str, tuple[int, int]]]:
        """Every stretch of words the record rests on, with its offsets."""
        rows = [(row.text, row.span) for row in (self.event_text, *self.evidence)]
        rows += [(row.text, row.span) for row in (*self.actor, *self.recipient)]
        rows += [(row.text, row.span) for row in self.said_by]
        if self.date_text is not None:
            rows.append((self.date_text.text, self.date_text.span))
        if self.event_loc is not None:
            rows.append((self.event_loc.text, self.event_loc.span))
        return rows

    def misquotes(self, article: Article) -> list[str]:
        """The quoted words that do not stand at their offsets; empty for a sound record."""
        return [words for words, (start, end) in self.quotes() if article.text[start:end] != words]


def to_json(event: Event) -> bytes:
    """The exchange record of the event, one line of JSON."""
    return msgspec.json.encode(event)
