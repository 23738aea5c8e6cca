"""Reports of one happening are joined, and those of two that resemble each other are not."""

from datetime import date, timedelta
from typing import Any

import pytest
from tests.reports import DAY, NORWAY, PERU, RUSSIA, report

from dragoman.merge.incidents import denies, join_reports, link
from dragoman.merge.keys import block_keys
from dragoman.model.event import Actor, Size
from dragoman.model.report import Place, Report

OSLO, BERGEN, ASKER = Place("Oslo", "NOR", 59.9, 10.8, 4), Place("Bergen", "NOR", 60.4, 5.3, 4), Place("Asker", "NOR", 59.8, 10.4, 4)


def strike(article: str, **changes: Any) -> Report:
    """A strike of Norway on Russia as an article tells it."""
    told: dict[str, Any] = {"event": "ASSAULT", "mode": ("aerial",), "words": "struck", "sentence": "Jets struck a depot.", "size": Size(dead=(3, 3))}
    return report(article, **{**told, **changes})


SAME: dict[str, tuple[Report, Report]] = {
    "other words": (report(), report("b", words="sent home", sentence="Oslo sent home two envoys over spying.")),
    "mode missing": (report(), report("b", mode=())),
    "day not told": (report(), report("b", date=None, enddate=DAY, date_basis="published")),
    "a day apart": (report(), report("b", date=DAY - timedelta(days=1), enddate=DAY - timedelta(days=1))),
    "sides coarser": (report(), report("b", recipient=())),
    "recipients more": (report(), report("b", recipient=(RUSSIA, PERU))),
    "clash or attack": (strike("a"), strike("b", reciprocal=True, actor=(NORWAY, RUSSIA), recipient=())),
    "rival counts": (strike("a"), strike("b", size=Size(dead=(4, 4)))),
    "a day apart, same count": (strike("a"), strike("b", date=DAY + timedelta(days=1), enddate=DAY + timedelta(days=1))),
    "town or country": (report(place=OSLO), report("b", place=Place("Norway", "NOR"))),
    "town near": (report(place=OSLO), report("b", place=ASKER)),
    "now history": (report(), report("b", status="historical", published=date(2026, 1, 1))),
}
TWO: dict[str, tuple[Report, Report]] = {
    "type": (report(), report("b", event="ACCUSE")),
    "three days apart": (strike("a"), strike("b", date=DAY + timedelta(days=3), enddate=DAY + timedelta(days=3))),
    "next day's strike": (strike("a"), strike("b", date=DAY + timedelta(days=1), enddate=DAY + timedelta(days=1), size=Size(dead=(7, 7)))),
    "planned": (report(), report("b", status="future")),
    "denied": (report(), report("b", status="negated")),
    "recipient": (report(), report("b", recipient=(PERU,))),
    "the other way": (report(), report("b", actor=(RUSSIA,), recipient=(NORWAY,))),
    "town": (strike("a", place=OSLO), strike("b", place=BERGEN, size=Size(), sentence="A hangar burned.", words="hit")),
    "person": (
        report(event="CONSULT", mode=(), recipient=(Actor("Igor Repin", "RUS"),), sentence="", words="met"),
        report("b", event="CONSULT", mode=(), recipient=(Actor("Olga Lvova", "RUS"),), sentence="", words="saw"),
    ),
    "one article": (report(), report("a", 2)),
    "no day": (report(date=None, enddate=None, published=None), report("b", date=None, enddate=None, published=None)),
    "month and day": (strike("a"), strike("b", date=date(2024, 3, 1), enddate=date(2024, 3, 31))),
}


@pytest.mark.parametrize("pair", SAME.values(), ids=SAME)
def test_one_happening_is_linked(pair: tuple[Report, Report]) -> None:
    """Papers may differ over a field and tell one happening; the link says why in words."""
    tie = link(*pair)
    assert tie is not None
    assert "same sides" in tie.reason


@pytest.mark.parametrize("pair", TWO.values(), ids=TWO)
def test_two_happenings_are_not_linked(pair: tuple[Report, Report]) -> None:
    """What merely resembles stays apart."""
    assert link(*pair) is None


def test_the_reason_can_be_read() -> None:
    """A link tells what speaks for it, and what against."""
    tie = link(strike("a", place=OSLO), strike("b", place=OSLO, mode=("drone",)))
    assert tie is not None
    assert tie.reason == "same sides, same day 2024-03-12, aerial or drone, in Oslo, both say struc-, 3 words shared, 3 counted by both"


def test_a_denial_is_of_what_it_resembles() -> None:
    """A negated report denies the happening that it would tell, and not another."""
    denial = report("b", status="negated")
    assert denies(denial, report())
    assert not denies(denial, report(recipient=(PERU,)))


def test_a_report_of_a_week_bridges_no_two_strikes() -> None:
    """Two strikes of one week stay two, and the report that tells only the week joins the one that it resembles most."""
    early, late = strike("a", size=Size(dead=(9, 9))), strike("b", date=DAY + timedelta(days=3), enddate=DAY + timedelta(days=3))
    vague = strike("c", date=DAY - timedelta(days=1), enddate=DAY + timedelta(days=5))
    found = join_reports([early, late, vague])
    assert found[early.id] != found[late.id]
    assert found[vague.id] == found[late.id]


def speech(article: str, about: str, published: date = DAY) -> Report:
    """An accusation on no told day, as an article words it."""
    return report(
        article, event="ACCUSE", mode=(), quad_code="VX", words="accused", sentence=about, date=None, enddate=published, date_basis="published"
    )


def test_a_speech_without_a_day_is_one_in_all_papers() -> None:
    """Papers that share no more than half of their words two by two still tell one speech; another speech of the day is another."""
    words = "cable harbour divers anchor tanker".split()
    reports = [speech(f"p{i}", " ".join(word for word in words if word != words[i])) for i in range(5)]
    found = join_reports([*reports, speech("q", "subsidised salmon floods markets"), speech("r", "subsidised salmon quotas")])
    assert set(found.values()) == {"p0/1", "q/1"}


def test_a_speech_repeated_in_another_week_is_another() -> None:
    """The same words four days later are a new happening."""
    assert link(speech("a", "divers cut the cable"), speech("b", "divers cut the cable", DAY + timedelta(days=4))) is None


def test_daily_strikes_are_no_chain() -> None:
    """A strike on each of ten days, told in the same words by two papers, is ten incidents of two reports."""
    days = [DAY + timedelta(days=i) for i in range(10)]
    reports = [strike(f"{paper}{day}", date=day, enddate=day, size=Size()) for day in days for paper in "ab"]
    assert len(set(join_reports(reports).values())) == len(days)


def test_one_article_tells_its_happenings_apart() -> None:
    """Two events of one article are not brought together by a third that resembles both."""
    found = join_reports([report(), report("a", 2), report("b")])
    assert found["a/1"] != found["a/2"]


def test_a_hand_joins_and_parts() -> None:
    """Pairs joined by hand are one, and who is parted stands alone."""
    one, other, strange = report(), report("b"), report("c", recipient=(PERU,))
    assert set(join_reports([one, other, strange], joined=[("b/1", "c/1")]).values()) == {"a/1"}
    assert join_reports([one, other], parted=["b/1"]) == {"a/1": "a/1", "b/1": "b/1"}


def test_keys_are_few() -> None:
    """A day needs six keys for two sides, a year not one for each of its days."""
    assert len(block_keys(report())) == 6
    assert len(block_keys(report(date=date(2024, 1, 1), enddate=date(2024, 12, 31)))) == 3
