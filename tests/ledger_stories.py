"""Small stories for the ledger: outcomes made by hand, so that what becomes of them is tested without a parser."""

from datetime import date, timedelta
from typing import Any

import pytest
from msgspec.structs import replace
from tests.records import SOUND

from dragoman.model.event import Event, Party, Size
from dragoman.model.outcome import Outcome
from dragoman.model.text import Article, Evidence
from dragoman.model.trace import Run
from dragoman.present.cli import main

RUN = Run("1.0.0", "test-0", "none")
NAMES = {"NOR": "Norway", "RUS": "Russia", "SWE": "Sweden", "FIN": "Finland"}


def told(
    article: str,
    *sentences: str,
    publisher: str = "The Harbour Post",
    published: date = date(2024, 3, 14),
    by: str = "",
    **changes: Any,
) -> Outcome:
    """The outcome of an article with an event for each "NOR expelled RUS" among the sentences; `changes` are of all its events.

    `by` is the newsroom that wrote it, the publisher itself unless told: texts of one newsroom are reprints.
    """
    text = " ".join((*(f"{_spelled(sentence)}." for sentence in sentences), f"{by or publisher} has heard of it."))
    story = Article(article, text, f"About {article}", published, publisher)
    events = tuple(_event(story, number, sentence, changes) for number, sentence in enumerate(sentences, 1))
    return Outcome(story, events)


def _spelled(sentence: str) -> str:
    words = sentence.split()
    return " ".join(NAMES.get(word, word) for word in words)


def _event(story: Article, number: int, sentence: str, changes: dict[str, Any]) -> Event:
    first, *deed, last = sentence.split()
    quote = _quote(story, _spelled(sentence))
    event = replace(
        SOUND,
        id=f"{story.id}/{number}",
        article=story.id,
        actor=(_party(story, first),),
        recipient=(_party(story, last),),
        date=(story.published or date.min) - timedelta(days=1),
        enddate=(story.published or date.min) - timedelta(days=1),
        date_text=None,
        event_text=_quote(story, " ".join(deed)),
        evidence=(quote,),
        size=Size(),
        run=RUN,
    )
    return replace(event, **changes)


def _party(story: Article, code: str) -> Party:
    words = _quote(story, NAMES[code])
    return Party(words.text, words.span, NAMES[code], code, ("GOV",))


def _quote(story: Article, words: str) -> Evidence:
    start = story.text.index(words)
    return Evidence(words, (start, start + len(words)))


NORWAY_AND_RUSSIA = [
    told("a", "NOR expelled RUS", publisher="The Harbour Post"),
    told("b", "NOR expelled RUS", publisher="Fjord Times"),
    told(
        "c", "RUS accused NOR", publisher="TASS", published=date(2024, 5, 2), event="ACCUSE", mode=("disapprove",), quad_code="VX", event_scale=-2.0
    ),
    told("d", "NOR visited RUS", published=date(2024, 6, 2), event="CONSULT", mode=("visit",), quad_code="VC", event_scale=4.0, status="future"),
]


def run(*words: object) -> int:
    """Runs the command line; its exit status."""
    with pytest.raises(SystemExit) as ended:
        main([str(word) for word in words])
    return int(ended.value.code or 0)
