"""The incidents are a function of the set of reports, whatever the order in which they come and go."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import combinations
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.merge.neighbourhood import Neighbourhood
from tests.reports import DAY, NORWAY, PERU, RUSSIA, report

from dragoman.merge.components import group
from dragoman.merge.incidents import join_reports, link
from dragoman.merge.keys import block_keys, meet
from dragoman.model.event import Size
from dragoman.model.report import Place, Report

OSLO, BERGEN = Place("Oslo", "NOR", 59.9, 10.8, 4), Place("Bergen", "NOR", 60.4, 5.3, 4)
SIDES = st.sampled_from(((NORWAY,), (RUSSIA,), (PERU,), (NORWAY, PERU), ()))


@st.composite
def resembling(draw: st.DrawFn) -> Report:
    """A report of a small world in which much resembles much."""
    first = DAY + timedelta(days=draw(st.integers(0, 5)))
    last = first + timedelta(days=draw(st.sampled_from((0, 0, 0, 1, 3, 6, 20))))
    article, basis = draw(st.sampled_from("abcdefgh")), draw(st.sampled_from(("stated", "stated", "published")))
    return report(
        article,
        draw(st.integers(1, 9)),
        event=draw(st.sampled_from(("ASSAULT", "CONSULT"))),
        mode=draw(st.sampled_from(((), ("aerial",), ("drone",)))),
        status=draw(st.sampled_from(("actual", "actual", "historical", "future"))),
        reciprocal=draw(st.booleans()),
        actor=draw(SIDES.filter(bool)),
        recipient=draw(SIDES),
        date=None if basis == "published" else first,
        enddate=last,
        date_basis=basis,
        place=draw(st.sampled_from((None, OSLO, BERGEN))),
        size=draw(st.sampled_from((Size(), Size(dead=(3, 3)), Size(dead=(5, 9))))),
        words=draw(st.sampled_from(("struck", "met"))),
    )


def worlds(most: int) -> st.SearchStrategy[list[Report]]:
    """Reports with an id each."""
    return st.lists(resembling(), min_size=1, max_size=most, unique_by=lambda row: row.id)


def join_naively(reports: Sequence[Report]) -> dict[str, str]:
    """The oracle: every pair compared, in the order of ids."""
    rows = sorted(reports, key=lambda row: row.id)
    ties = [tie for pair in combinations(rows, 2) if (tie := link(*pair)) is not None]
    return group({row.id: row.article for row in rows}, ties)


@settings(max_examples=150, deadline=None)
@given(resembling(), resembling())
def test_linking_is_mutual_and_keys_find_it(one: Report, other: Report) -> None:
    """The link is the same either way round, and linked reports have keys that meet."""
    tie = link(one, other)
    assert tie == link(other, one)
    assert tie is None or any(meet(key, lock) for key in block_keys(one) for lock in block_keys(other))


@settings(max_examples=80, deadline=None)
@given(worlds(14), st.randoms(use_true_random=False))
def test_the_partition_is_a_function_of_the_set(rows: list[Report], random: Any) -> None:
    """Shuffled reports have the same incidents, which are those of comparing all pairs; each is named by its least id."""
    shuffled = random.sample(rows, len(rows))
    found = join_reports(rows)
    assert found == join_reports(shuffled) == join_naively(rows)
    assert all(incident == min(name for name in found if found[name] == incident) for incident in found.values())


@settings(max_examples=80, deadline=None)
@given(worlds(14), st.data())
def test_coming_and_going_end_where_all_at_once_would(rows: list[Report], data: st.DataObject) -> None:
    """In any batches, with some taken away again and some told anew, the incidents are those of the reports held."""
    held = Neighbourhood()
    rest = data.draw(st.permutations(rows))
    while rest:
        size = data.draw(st.integers(1, len(rest)))
        held.add(rest[:size])
        rest = rest[size:]
        held.remove(data.draw(st.lists(st.sampled_from(sorted(held.reports)), max_size=2, unique=True)) if held.reports else ())
    assert held.incidents == join_naively(list(held.reports.values()))
    held.add(data.draw(worlds(4)))
    assert held.incidents == join_naively(list(held.reports.values()))
