"""A person reads who did what to whom, and why."""

from datetime import date
from io import BytesIO, StringIO

import pytest
from msgspec.structs import replace
from tests.records import NORWAY, STORY, event, outcome

from dragoman.model.event import Speaker
from dragoman.model.outcome import Outcome
from dragoman.model.text import Cut
from dragoman.model.trace import Dropped, Failure
from dragoman.present.screen import Screen, screen
from dragoman.present.tables import show


def shown(what: Outcome, *, explain: bool = False) -> str:
    """What is printed of an outcome."""
    out = BytesIO()
    show(what, screen(out), explain=explain)
    return out.getvalue().decode()


def test_a_record_is_one_row() -> None:
    """When, who, what, to whom, and the words."""
    row = next(line for line in shown(outcome(event())).splitlines() if "SANCTION" in line)
    assert row.split() == ["2024-03-12", "Norway", "(NOR", "GOV)", "SANCTION", "expel", "Russian", "diplomat", "(RUS", "expelled"]


def test_the_article_is_named_above_its_records() -> None:
    """Title, publisher and day."""
    text = shown(outcome(event()))
    assert "Envoys leave" in text
    assert "The Harbour Post, 2024-03-14" in text


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2024, 3, 4), date(2024, 3, 4), "2024-03-04 "),
        (date(2024, 3, 4), None, "since"),
        (None, date(2024, 3, 4), "by 2024-03-04"),
        (None, None, "—"),
    ],
    ids=["day", "open end", "until", "unknown"],
)
def test_days_are_told_as_far_as_known(first: date | None, last: date | None, words: str) -> None:
    """A day, a beginning, an end, or nothing."""
    assert words in shown(outcome(event(date=first, enddate=last)))


@pytest.mark.parametrize(("status", "words"), [("future", "planned"), ("hypothetical", "may be"), ("negated", "not"), ("historical", "history")])
def test_what_is_no_plain_fact_says_so(status: str, words: str) -> None:
    """A planned, possible, denied or old event is marked."""
    assert words in shown(outcome(event(status=status)))


def test_speakers_are_a_chain_with_the_sides_marked() -> None:
    """Outermost first, a side of the event with a star."""
    said = (Speaker("agency", (0, 1), "agency"), Speaker("ministry", (0, 1), "ministry", party=True))
    assert "agency ← ministry*" in shown(outcome(event(said_by=said)))


def test_brackets_in_names_are_not_markup() -> None:
    """A name such as "[red]" is printed as it is."""
    assert "[red]" in shown(outcome(event(actor=(replace(NORWAY, name="[red]"),))))


def test_a_failure_is_told_in_place_of_records() -> None:
    """Where it stood, and why."""
    assert "not coded: b.txt:3: no words" in shown(Outcome(STORY, failure=Failure("b", "b.txt:3", "no words")))


def test_an_article_without_events_says_so() -> None:
    """Nothing found is told, not left out."""
    assert "no events" in shown(outcome())


def test_explaining_shows_reasons_drops_and_cuts() -> None:
    """Why each record is there, what was dropped by which rule, and what was not read."""
    told = Outcome(replace(STORY, cuts=(Cut(41, 49, "dateline"),)), (event(),), (Dropped("ACCUSE", "blamed", (3, 9), "no actor"),))
    text = shown(told, explain=True)
    for words in ("propose: expel R (1)", "dropped ACCUSE “blamed” at 3: no actor", "not read (dateline): Tuesday"):
        assert words in text


def test_without_explaining_reasons_stay_out() -> None:
    """The table alone."""
    assert "propose" not in shown(outcome(event()))


def test_a_narrow_screen_loses_nothing() -> None:
    """On 80 columns status and speakers stand under the type and the words, and no line is longer."""
    out = StringIO()
    told = event(status="future", said_by=(Speaker("agency", (0, 1), "agency", party=True),))
    show(outcome(told), Screen(file=out, width=80))
    text = out.getvalue()
    for words in ("Norway", "SANCTION", "expel", "planned", "(RUS GOV)", "expelled", "says agency*"):
        assert words in text
    assert max(map(len, text.splitlines())) <= 80
