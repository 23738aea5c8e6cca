"""Builds articles, records and gold by hand, so that what is done with them is tested without a parser."""

from datetime import date
from typing import Any

from msgspec.structs import replace

from dragoman.evaluate.coded import GoldEvent, GoldParty, GoldWhen
from dragoman.model.event import Event, Party, Size
from dragoman.model.outcome import Outcome
from dragoman.model.text import Article, Evidence
from dragoman.model.trace import Reason, Run

TEXT = "Norway expelled two Russian diplomats on Tuesday."
STORY = Article(id="a", text=TEXT, title="Envoys leave", published=date(2024, 3, 14), publisher="The Harbour Post")


def quote(words: str, text: str = TEXT) -> Evidence:
    """The words where they first stand in the text."""
    start = text.index(words)
    return Evidence(words, (start, start + len(words)))


def party(name: str, country: str | None, *sector: str, words: str = "Norway") -> Party:
    """A party named by words of TEXT."""
    found = quote(words)
    return Party(found.text, found.span, name, country, sector)


NORWAY = party("Norway", "NOR", "GOV")
RUSSIA = party("Russian diplomat", "RUS", "GOV", words="two Russian diplomats")
SOUND = Event(
    id="a/1",
    article="a",
    event="SANCTION",
    mode=("expel",),
    context=("diplomatic",),
    status="actual",
    reciprocal=False,
    actor=(NORWAY,),
    recipient=(RUSSIA,),
    date=date(2024, 3, 12),
    enddate=date(2024, 3, 12),
    date_basis="stated",
    date_text=quote("on Tuesday"),
    event_loc=None,
    event_text=quote("expelled"),
    evidence=(quote(TEXT),),
    said_by=(),
    size=Size(),
    quad_code="MX",
    event_scale=-5.5,
    confidence=0.75,
    reasons=(Reason("propose", "expel R"),),
    run=Run("0.0.0", "test-0", "none"),
)
GOLD = GoldEvent(
    type="SANCTION",
    status="actual",
    actors=(GoldParty("Norway", "Norway", "NOR", ("GOV",)),),
    recipients=(GoldParty("two Russian diplomats", "Russian diplomats", "RUS", ("GOV",)),),
    trigger="expelled",
    evidence=(TEXT,),
    when=GoldWhen(date(2024, 3, 12), date(2024, 3, 12), "stated", "on Tuesday"),
    modes=("expel",),
    contexts=("diplomatic",),
)


def event(**changes: Any) -> Event:
    """A sound record of TEXT with some fields changed."""
    return replace(SOUND, **changes)


def gold(**changes: Any) -> GoldEvent:
    """The gold event of TEXT with some fields changed."""
    return replace(GOLD, **changes)


def outcome(*events: Event, **changes: Any) -> Outcome:
    """The outcome of the story with these records."""
    return replace(Outcome(STORY, events), **changes)
