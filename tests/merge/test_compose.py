"""Reports of one happening make one incident: the best value of each field, who differs, and on whose word it rests."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reports import DAY, NORWAY, PERU, RUSSIA, report

from dragoman.knowledge.publishers import Outlet, Publishers
from dragoman.merge.compose import compose_incident
from dragoman.model.event import Actor, Size
from dragoman.model.incident import Figure, Incident
from dragoman.model.report import Place, Report, Voice

MEDIA = Publishers(
    {
        "valley wire": Outlet("Valley Wire", "NOR", "private", "agency"),
        "volga voice": Outlet("Volga Voice", "RUS", "state", "agency"),
        "lima state radio": Outlet("Lima State Radio", "PER", "state", "broadcaster"),
    }
)
OSLO = Place("Oslo", "NOR", 59.9, 10.8, 4)


def compose(*reports: Report, denials: tuple[Report, ...] = ()) -> Incident:
    """The incident of these reports."""
    return compose_incident(reports, MEDIA, denials)


def dead(low: int, high: int | None = None) -> Size:
    """So many dead."""
    return Size(dead=(low, low if high is None else high))


def test_a_single_report_is_its_incident() -> None:
    """What one paper tells is the incident, with nothing in dispute."""
    told = report(place=OSLO, size=dead(2))
    incident = compose(told)
    same = ("id", "event", "mode", "context", "status", "actor", "recipient", "date", "enddate", "place", "words", "event_scale", "confidence")
    assert all(getattr(incident, name) == getattr(told, name) for name in same)
    assert (incident.reports, incident.corroboration, incident.variants, incident.from_sides) == (("a/1",), 1, {}, ())
    assert incident.dead == Figure(2, 2, 2)
    assert incident.first_seen == incident.last_seen == told.published


def test_most_publishers_win_over_the_surest() -> None:
    """Two papers' day goes before that of one, however sure; the other stays as a variant with its paper."""
    early = DAY - timedelta(days=1)
    incident = compose(report(confidence=0.95, date=early, enddate=early), report("b"), report("c"))
    assert incident.date == DAY
    assert [(row.value, row.reports, row.publishers) for row in incident.variants["when"]] == [
        ("2024-03-12", ("b/1", "c/1"), ("Paper b", "Paper c")),
        ("2024-03-11", ("a/1",), ("Paper a",)),
    ]


def test_reprints_do_not_outvote() -> None:
    """Three prints of one text are one voice against two papers."""
    prints = [report(name, group="a", place=Place("Bergen", "NOR")) for name in "abc"]
    incident = compose(*prints, report("d", place=OSLO), report("e", place=OSLO))
    assert incident.place == OSLO
    assert incident.corroboration == 3


def test_what_is_told_goes_before_silence() -> None:
    """A place, mode or day that one paper tells is the incident's, though two are silent."""
    silent: dict[str, Any] = {"mode": (), "date": None, "date_basis": "published"}
    incident = compose(report("a", 1, **silent), report("b", 1, **silent), report("c", place=OSLO))
    assert (incident.place, incident.mode, incident.date, incident.event_scale) == (OSLO, ("expel",), DAY, -5.5)


def test_among_equals_the_more_precise_wins() -> None:
    """A day goes before the week that holds it, a town before its country, more told of a side before less."""
    coarse = report(date=DAY - timedelta(days=3), enddate=DAY + timedelta(days=3), place=Place("Norway", "NOR"), recipient=(), confidence=0.9)
    incident = compose(coarse, report("b", place=OSLO))
    assert (incident.date, incident.enddate, incident.place, incident.recipient) == (DAY, DAY, OSLO, (RUSSIA,))


CORROBORATION: dict[str, tuple[tuple[Report, ...], int, tuple[str, ...]]] = {
    "two papers": ((report("a"), report("b")), 2, ()),
    "one paper twice": ((report("a"), report("b", publisher="Paper a")), 1, ()),
    "one text in two papers": ((report("a"), report("b", group="a")), 1, ()),
    "a paper that credits an agency": ((report("a", publisher="Valley Wire"), report("b", said_by=(Voice("Valley Wire"),))), 1, ()),
    "a side's own medium": ((report("a"), report("b", publisher="Volga Voice")), 1, ("Volga Voice",)),
    "a paper that credits a side's medium": ((report("a"), report("b", said_by=(Voice("Volga Voice"),))), 1, ("Volga Voice",)),
    "a third state's medium": ((report("a"), report("b", publisher="Lima State Radio")), 2, ()),
    "no publisher told": ((report("a"), report("b", publisher=None)), 2, ()),
}


@pytest.mark.parametrize(("reports", "count", "sides"), CORROBORATION.values(), ids=CORROBORATION)
def test_corroboration_counts_independent_publishers(reports: tuple[Report, ...], count: int, sides: tuple[str, ...]) -> None:
    """One text, one medium and whoever credits it are one; what a side's own medium says of it counts for nothing."""
    incident = compose(*reports)
    assert (incident.corroboration, incident.from_sides) == (count, sides)


FIGURES: dict[str, tuple[tuple[Size, ...], Figure | None]] = {
    "untold": ((Size(), Size()), None),
    "agreed": ((dead(3), dead(3)), Figure(3, 3, 3)),
    "a range": ((dead(3, 5),), Figure(3, 4, 5)),
}


@pytest.mark.parametrize(("sizes", "figure"), FIGURES.values(), ids=FIGURES)
def test_figures_that_agree_have_no_variants(sizes: tuple[Size, ...], figure: Figure | None) -> None:
    """What all tell is the figure; what nobody tells is none."""
    assert compose(*(report(name, size=size) for name, size in zip("abc", sizes, strict=False))).dead == figure


def test_rival_figures_stay_visible() -> None:
    """The best is what most papers tell, between the lowest and the highest, each with its papers."""
    figure = compose(report("a", size=dead(2)), report("b", size=dead(2)), report("c", size=dead(9)), report("d", size=dead(1, 3))).dead
    assert figure is not None
    assert (figure.low, figure.best, figure.high) == (1, 2, 9)
    assert [(row.value, row.publishers) for row in figure.variants] == [
        ("2", ("Paper a", "Paper b")), ("1 to 3", ("Paper d",)), ("9", ("Paper c",))
    ]  # fmt: skip


def test_the_latest_count_is_best_among_equals() -> None:
    """The dead are found one by one: of two papers the later one's count goes first."""
    figure = compose(report("a", size=dead(9)), report("b", size=dead(12), published=date(2024, 3, 20))).dead
    assert figure is not None
    assert figure.best == 12


def test_rival_sides_are_a_variant_and_finer_words_are_not() -> None:
    """Another country in the side is a dispute; another name for the same is none."""
    guards = Actor("Norwegian border guards", "NOR", ("MIL",))
    assert "actor" not in compose(report("a"), report("b", actor=(guards,))).variants
    rows = compose(report("a"), report("b", actor=(PERU,))).variants["actor"]
    assert [row.value for row in rows] == ["Norway", "Peru"]


def test_denials_name_the_speaker() -> None:
    """Who says that it did not happen: the speaker closest to the claim, else the paper."""
    denials = (report("x", said_by=(Voice("Volga Voice"), Voice("a minister"))), report("y"))
    assert compose(report(), denials=denials).denied_by == ("Paper y", "a minister")


def test_a_happening_reported_fresh_is_no_history() -> None:
    """One report that tells it as news makes it actual."""
    assert compose(report(confidence=0.9, status="historical"), report("b")).status == "actual"


@st.composite
def versions(draw: st.DrawFn, name: str) -> Report:
    """A report that differs in some fields."""
    return report(
        name,
        group=draw(st.sampled_from((name, "a"))),
        publisher=draw(st.sampled_from((None, "Volga Voice", "Valley Wire", "Paper x", f"Paper {name}"))),
        actor=draw(st.sampled_from(((NORWAY,), (PERU,), (NORWAY, PERU)))),
        date=draw(st.sampled_from((None, DAY))),
        place=draw(st.sampled_from((None, OSLO))),
        size=draw(st.sampled_from((Size(), dead(2), dead(2, 7)))),
        confidence=draw(st.sampled_from((0.3, 0.6, 0.9))),
        context=draw(st.sampled_from(((), ("diplomatic",), ("diplomatic", "legal")))),
    )


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from("abcdef"), min_size=1, unique=True).flatmap(lambda names: st.tuples(*map(versions, names))), st.randoms())
def test_order_makes_no_difference(reports: tuple[Report, ...], random: Any) -> None:
    """Shuffled reports make the same incident; it is no less sure than its surest report, and rests on no more voices than reports."""
    incident = compose(*reports)
    assert incident == compose(*random.sample(reports, len(reports)))
    assert max(row.confidence for row in reports) <= incident.confidence <= 1
    assert 0 <= incident.corroboration <= len(reports)
    assert incident.dead is None or incident.dead.low <= incident.dead.best <= incident.dead.high
