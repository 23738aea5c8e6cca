"""A matrix of dyads shows what is known, states of one mind side by side."""

from itertools import pairwise

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.present.charts.invented import make_dyads
from tests.present.charts.reading import find_rows, find_words

from dragoman.present.charts import draw_matrix
from dragoman.present.charts.matrix_rows import Grid, cell_rows, rank_states
from dragoman.present.charts.save import render_chart
from dragoman.present.charts.seriation import order_states
from dragoman.present.charts.theme import SIZES, colour_score

TITLE = "Two camps"
COLUMNS = {"one": pl.String, "other": pl.String, "score": pl.Float64, "incidents": pl.Int64}
CAMPS = {("a", "c"): 6.0, ("b", "d"): 7.0, ("a", "b"): -6.0, ("c", "d"): -5.0, ("b", "c"): -7.0, ("a", "d"): -4.0}


def make_frame(*rows: tuple[str, str, float | None, int]) -> pl.DataFrame:
    """Dyads of these rows."""
    return pl.DataFrame(rows, schema=COLUMNS, orient="row")


def test_camps_stand_together() -> None:
    """Friends are neighbours in the order, and a line parts the two camps."""
    states, blocks = order_states("abcd", CAMPS)
    assert {frozenset(states[:2]), frozenset(states[2:])} == {frozenset("ac"), frozenset("bd")}
    assert blocks == [2]


@settings(max_examples=25, deadline=None)
@given(st.permutations(sorted(CAMPS)), st.permutations("abcd"))
def test_order_does_not_depend_on_rows(pairs: list[tuple[str, str]], states: list[str]) -> None:
    """The same dyads in any order, either state first, give the same order of states."""
    turned = {(pair if place % 2 else pair[::-1]): CAMPS[pair] for place, pair in enumerate(pairs)}
    assert order_states(states, turned) == order_states("abcd", CAMPS)


def test_pair_stands_on_both_sides() -> None:
    """A pair told once has a square on both sides of the diagonal; of one told by direction each side has its own."""
    grid = Grid(["a", "b", "c"], 10, 10, 20, 9)
    rows = make_frame(("a", "b", 3.0, 4), ("b", "c", -2.0, 9), ("c", "b", 5.0, 1)).to_dicts()
    told = {(cell["one"], cell["other"]): (cell["score"], cell["colour"]) for cell in cell_rows(rows, grid, 10)}
    assert told[("a", "b")] == told[("b", "a")] == (3.0, colour_score(3.0, 10))
    assert (told[("b", "c")][0], told[("c", "b")][0]) == (-2.0, 5.0)
    assert ("a", "c") not in told


def test_more_incidents_are_larger_squares() -> None:
    """A square grows with its incidents and stays in its cell."""
    grid = Grid(["a", "b"], 0, 0, 20, 100)
    halves = [grid.half_side(incidents) for incidents in (1, 10, 50, 100)]
    assert all(one < other for one, other in pairwise(halves))
    assert halves[-1] <= 10


@pytest.mark.parametrize(("size", "shown"), [("large", 40), ("small", 16)])
def test_legible_states_are_kept(size: str, shown: int) -> None:
    """Of too many states the most active are shown, and the note tells how many of how many."""
    frame = make_dyads(45)
    chart = draw_matrix(frame, TITLE, size=size)
    drawn = {row["one"] for row in find_rows(chart, "one", "other", "score")}
    assert drawn <= set(rank_states(frame.to_dicts())[:shown])
    assert f"Shown are the {shown} most active of" in " ".join(find_words(chart))


def test_change_is_an_arrow() -> None:
    """A dyad that got better by a point or more bears an arrow up, one that got worse an arrow down, others none."""
    frame = make_frame(("a", "b", 3.0, 9), ("b", "c", -2.0, 9), ("a", "c", 1.0, 9)).with_columns(change=pl.Series([2.0, -3.0, 0.4]))
    arrows = [row["arrow"] for row in find_rows(draw_matrix(frame, TITLE), "one", "other", "arrow") if row["one"] < row["other"]]
    assert sorted(arrows) == ["", "▲", "▼"]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    "frame",
    [make_frame(), pl.DataFrame(), make_frame(("a", "b", None, 3)), make_frame(("a", "b", 1.0, 0)), make_frame(("a", "a", 1.0, 3))],
    ids=["no rows", "no columns", "no score", "no incidents", "itself"],
)
def test_nothing_is_told(frame: pl.DataFrame, size: str) -> None:
    """Without a known dyad the chart says so."""
    assert "Nothing recorded" in find_words(draw_matrix(frame, TITLE, size=size))


def test_one_dyad_is_drawn() -> None:
    """One dyad is a matrix of two."""
    assert TITLE.encode() in render_chart(draw_matrix(make_frame(("a", "b", 0.0, 1)), TITLE), ".svg")


def test_same_data_same_bytes() -> None:
    """The same dyads, in any order of rows, give the same SVG."""
    frame = make_dyads(8)
    assert render_chart(draw_matrix(frame, TITLE), ".svg") == render_chart(draw_matrix(frame.reverse(), TITLE), ".svg")
