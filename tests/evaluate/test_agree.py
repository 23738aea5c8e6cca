"""Two records agree on a field, or do not."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.records import event, gold, party, quote

from dragoman.evaluate.agree import field_scores, jaccard, speaker_agrees, when_agrees, where_agrees
from dragoman.evaluate.coded import GoldSpeaker, GoldWhen, GoldWhere
from dragoman.evaluate.told import from_event, from_gold
from dragoman.model.event import Speaker, Where

sets = st.frozensets(st.sampled_from("abcdef"))
DAY, NEXT, WEEK = date(2024, 3, 4), date(2024, 3, 5), date(2024, 3, 10)


@given(sets, sets)
def test_jaccard_is_symmetric_and_a_share(one: frozenset[str], other: frozenset[str]) -> None:
    """It lies between 0 and 1, does not depend on the order, and is 1 for equal sets alone."""
    value = jaccard(one, other)
    assert 0 <= value <= 1
    assert value == jaccard(other, one)
    assert (value == 1) == (one == other)


@pytest.mark.parametrize(
    ("told", "guess", "agrees"),
    [
        ((DAY, DAY), (DAY, DAY), True),
        ((DAY, DAY), (NEXT, NEXT), False),
        ((DAY, DAY), (DAY, NEXT), True),
        ((DAY, DAY), (DAY, WEEK), False),
        ((DAY, DAY), (DAY, None), True),
        ((DAY, None), (DAY, DAY), True),
        ((DAY, None), (NEXT, NEXT), False),
        ((None, WEEK), (None, WEEK), True),
        ((None, WEEK), (None, DAY), False),
        ((None, WEEK), (DAY, WEEK), False),
        ((None, None), (None, None), True),
    ],
    ids=[
        "same day",
        "next day",
        "twice as long",
        "seven times",
        "no end is a day",
        "open end",
        "open end, other start",
        "until",
        "until another",
        "from when",
        "nothing",
    ],
)
def test_days_agree_where_they_overlap_and_are_alike_in_length(
    told: tuple[date | None, date | None], guess: tuple[date | None, date | None], agrees: bool
) -> None:
    """The intervals overlap and neither is over twice the other's length; open ends must be equal."""
    one, other = from_gold(gold(when=GoldWhen(*told))), from_event(event(date=guess[0], enddate=guess[1]))
    assert when_agrees(one, other) is agrees


@pytest.mark.parametrize(
    ("told", "name", "country", "agrees"),
    [
        (None, None, None, True),
        (GoldWhere("Oslo", "Oslo", "NOR"), None, None, False),
        (None, "Oslo", "NOR", False),
        (GoldWhere("Oslo", "Oslo", "NOR"), "Oslo", "NOR", True),
        (GoldWhere("Batken", "Batken, Batken Region", "KGZ"), "Batken", "KGZ", True),
        (GoldWhere("Tripoli", "Tripoli", "LBY"), "Tripoli", "LBN", False),
        (GoldWhere("the sea", "", ""), "the sea", None, True),
    ],
    ids=["nowhere", "missed", "made up", "same", "one name in the other", "namesake", "no man's"],
)
def test_places_agree_by_country_and_name(told: GoldWhere | None, name: str | None, country: str | None, agrees: bool) -> None:
    """The same country, and one name within the other; or no place on both sides."""
    place = Where("x", (0, 1), name, country) if name else None
    assert where_agrees(from_gold(gold(where=told)), from_event(event(event_loc=place))) is agrees


@pytest.mark.parametrize(
    ("told", "guess", "agrees"),
    [
        ((), (), True),
        ((GoldSpeaker("the ministry"),), (), False),
        ((), ("the ministry",), False),
        ((GoldSpeaker("officials in Oslo", "Norwegian officials"),), ("officials",), True),
        ((GoldSpeaker("the ministry"), GoldSpeaker("a spokesman")), ("a spokesman",), False),
    ],
    ids=["own voice", "missed", "made up", "part of the name", "inner speaker"],
)
def test_speakers_agree_on_the_outermost(told: tuple[GoldSpeaker, ...], guess: tuple[str, ...], agrees: bool) -> None:
    """The same outermost speaker by text or name, or none on both sides."""
    speakers = tuple(Speaker(words, (0, 1), words) for words in guess)
    assert speaker_agrees(from_gold(gold(said_by=told)), from_event(event(said_by=speakers))) is agrees


def test_sectors_count_shared_parties_only() -> None:
    """Norway's wrong sector halves the score of two shared parties."""
    scores = dict(field_scores(from_gold(gold()), from_event(event(actor=(party("Norway", "NOR", "MIL"),)))))
    assert scores["sector"] == 0.5


def test_sectors_without_a_shared_party_are_not_scored() -> None:
    """With no party in common there is nothing to compare."""
    strangers = event(actor=(party("Sweden", "SWE"),), recipient=(party("Finland", "FIN"),))
    assert "sector" not in dict(field_scores(from_gold(gold()), from_event(strangers)))


def test_status_agrees_or_not() -> None:
    """Another status scores nothing."""
    assert dict(field_scores(from_gold(gold()), from_event(event(status="future"))))["status"] == 0


def test_the_trigger_is_a_quote_as_well() -> None:
    """The words that are compared are evidence and trigger."""
    assert from_event(event(event_text=quote("on Tuesday"))).words[-1] == "on Tuesday"
