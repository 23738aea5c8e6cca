"""Passages that tell one happening become one record; two happenings stay two."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.records import NORWAY, RUSSIA, SOUND, event, party, quote

from dragoman.merge.coreference import merge_events
from dragoman.model.event import Event, Size
from dragoman.model.text import Evidence
from dragoman.model.trace import Reason

TELLING = quote("Norway expelled two Russian diplomats")
MONDAY, TUESDAY = date(2024, 3, 11), date(2024, 3, 12)
DAYS = st.dates(date(2024, 1, 1), date(2024, 12, 31))
POOL = (NORWAY, RUSSIA, party("Peru", "PER", "GOV"), party("United Nations", None, "IGO"))


def untold(**changes: Any) -> Event:
    """A record whose day is not told, with changes."""
    return event(date=None, enddate=date(2024, 3, 14), date_basis="published", date_text=None, **changes)


SAME: dict[str, Event] = {
    "told again": event(evidence=(TELLING,)),
    "day not told": untold(),
    "no mode told": event(mode=()),
    "no recipient told": event(recipient=()),
    "other words, same day": event(event_text=quote("Russian")),
    "other name, same side": event(actor=(party("Kingdom of Norway", "NOR", "GOV"),)),
    "later in the week": event(date=MONDAY, enddate=date(2024, 3, 17)),
}
OTHER: dict[str, Event] = {
    "type": event(event="REJECT"),
    "status": event(status="future"),
    "mode": event(mode=("withdraw",)),
    "actor": event(actor=(party("Peru", "PER", "GOV"),)),
    "actor's sector": event(actor=(party("Norwegian police", "NOR", "COP"),)),
    "recipient": event(recipient=(party("Peru", "PER", "GOV"),)),
    "day": event(date=MONDAY, enddate=MONDAY),
    "mutual": event(reciprocal=True),
    "words, day not told": untold(event_text=quote("Russian")),
    "one more actor": event(actor=(NORWAY, party("Peru", "PER", "GOV"))),
}


@pytest.mark.parametrize("other", SAME.values(), ids=SAME)
def test_one_happening_is_one_record(other: Event) -> None:
    """What is not told may be anything; what is told must agree."""
    assert len(merge_events([SOUND, other])) == 1
    assert len(merge_events([other, SOUND])) == 1


@pytest.mark.parametrize("other", OTHER.values(), ids=OTHER)
def test_two_happenings_are_two_records(other: Event) -> None:
    """Another type, status, mode, side or day is another event."""
    assert merge_events([SOUND, other]) == [SOUND, other]


def test_the_merged_record_keeps_all_passages() -> None:
    """Evidence and reasons of both, each passage once."""
    (merged,) = merge_events([SOUND, event(evidence=(TELLING, *SOUND.evidence), reasons=(Reason("propose", "n: expulsion"),))])
    assert merged.evidence == (*SOUND.evidence, TELLING)
    assert [reason.name for reason in merged.reasons] == ["expel R", "n: expulsion"]
    assert merged.id == SOUND.id


def test_the_told_day_wins() -> None:
    """A passage that tells the day gives it to the one that does not."""
    (merged,) = merge_events([untold(), SOUND])
    assert (merged.date, merged.date_basis, merged.date_text) == (TUESDAY, "stated", SOUND.date_text)


def test_what_one_passage_lacks_the_other_gives() -> None:
    """Mode and recipient are filled from the passage that tells them."""
    (merged,) = merge_events([event(mode=(), recipient=()), SOUND])
    assert (merged.mode, merged.recipient) == (("expel",), (RUSSIA,))


@pytest.mark.parametrize(
    ("one", "other", "size"),
    [(Size(), Size(dead=(12, 12)), Size(dead=(12, 12))), (Size(dead=(12, 12)), Size(dead=(15, 15)), Size(dead=(12, 15)))],
    ids=["told later", "rival counts"],
)
def test_counts_of_both_passages_are_kept(one: Size, other: Size, size: Size) -> None:
    """A count told only in the second passage is kept, and rival counts make a range."""
    (merged,) = merge_events([event(size=one), event(size=other)])
    assert merged.size == size


def test_the_score_is_that_of_the_joined_modes() -> None:
    """A mode that comes from the second passage brings its score."""
    (merged,) = merge_events([event(mode=(), event_scale=-6.0), SOUND])
    assert (merged.mode, merged.event_scale) == (SOUND.mode, SOUND.event_scale)


@given(st.floats(0.05, 0.95), st.floats(0.05, 0.95))
def test_two_tellings_are_surer_than_one(one: float, other: float) -> None:
    """Confidence grows with each passage and never passes one."""
    (merged,) = merge_events([event(confidence=one), event(confidence=other)])
    assert round(one, 3) <= merged.confidence <= 1


@st.composite
def happenings(draw: st.DrawFn) -> list[Event]:
    """Events of different happenings: no two share type and day, some told twice."""
    keys = draw(st.lists(st.tuples(st.sampled_from(["SANCTION", "ACCUSE", "AID"]), DAYS), min_size=1, max_size=5, unique=True))
    rows: list[Event] = []
    for number, (kind, day) in enumerate(keys):
        actor, recipient = draw(st.permutations(POOL))[:2]
        told = event(id=f"a/{number}", event=kind, mode=(), date=day, enddate=day, actor=(actor,), recipient=(recipient,))
        rows += [told] * draw(st.integers(1, 2))
    return rows


def essence(records: list[Event]) -> set[tuple[Any, ...]]:
    """What a set of records says, whatever their order."""
    return {(r.event, r.date, r.enddate, r.actor, r.recipient, frozenset(r.evidence), r.confidence) for r in records}


@given(happenings(), st.randoms(use_true_random=False))
def test_order_does_not_matter(rows: list[Event], random: Any) -> None:
    """Shuffled tellings of different happenings make the same records, one for each happening."""
    shuffled = list(rows)
    random.shuffle(shuffled)
    assert essence(merge_events(rows)) == essence(merge_events(shuffled))
    assert len(merge_events(rows)) == len({row.id for row in rows})


@given(happenings())
def test_merging_again_changes_nothing(rows: list[Event]) -> None:
    """Merged records are of different happenings."""
    merged = merge_events(rows)
    assert merge_events(merged) == merged


def test_records_that_share_nothing_told_stay_apart_whatever_stands_between() -> None:
    """A record without a recipient joins one of two expulsions, and does not draw the other in."""
    peru = event(id="a/2", recipient=(party("Peru", "PER", "GOV"),), evidence=(Evidence("Norway", (0, 6)),))
    open_end = event(id="a/3", recipient=())
    assert len(merge_events([SOUND, peru, open_end])) == 2
    assert len(merge_events([open_end, SOUND, peru])) == 2
