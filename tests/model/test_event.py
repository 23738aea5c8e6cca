"""Records are frozen, quote the text, and survive JSON."""

import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.records import SOUND, STORY, event, quote

from dragoman.model.event import Event, Size, Speaker, Where, to_json
from dragoman.model.text import Evidence

FULL = event(
    event_loc=Where("Norway", (0, 6), "Norway", "NOR", lat=60.0, lon=10.0, geonameid=1),
    said_by=(Speaker("Norway", (0, 6), "Norway", "NOR", ("GOV",), party=True),),
    size=Size(dead=(1, 2)),
)


@pytest.mark.parametrize("record", [SOUND, FULL], ids=["few fields", "all fields"])
def test_a_record_survives_json(record: Event) -> None:
    """What is written reads back as the same record."""
    assert msgspec.json.decode(to_json(record), type=Event) == record


def test_a_record_is_one_line() -> None:
    """Line breaks inside a quote stay inside the string."""
    broken = event(evidence=(Evidence("one\ntwo", (0, 7)),))
    assert b"\n" not in to_json(broken)


def test_the_exchange_record_has_the_fields_of_the_format() -> None:
    """The names are those that other tools read, in their order."""
    names = "id article event mode context status reciprocal actor recipient date enddate date_basis date_text event_loc event_text evidence said_by"
    assert list(json.loads(to_json(SOUND))) == [*names.split(), "size", "quad_code", "event_scale", "confidence", "reasons", "run"]


def test_a_sound_record_has_no_misquotes() -> None:
    """Everything quoted stands at its offsets."""
    assert FULL.misquotes(STORY) == []


@given(st.integers(-5, 5).filter(bool))
def test_a_shifted_quote_is_a_misquote(shift: int) -> None:
    """Words off by a character are found out."""
    start, end = quote("Russian").span
    assert event(event_text=Evidence("Russian", (start + shift, end + shift))).misquotes(STORY) == ["Russian"]


def test_quotes_are_all_that_is_quoted() -> None:
    """Trigger, evidence, parties, speakers, day and place."""
    assert len(FULL.quotes()) == 7


def test_a_record_cannot_be_changed() -> None:
    """Frozen values in, frozen values out."""
    with pytest.raises(AttributeError):
        SOUND.event = "ASSAULT"  # type: ignore[misc]
