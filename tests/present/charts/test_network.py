"""A network sets friends near and foes far apart, and its names stand free."""

from itertools import combinations
from math import dist

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.present.charts.invented import make_blocks, make_ties
from tests.present.charts.reading import box_words, find_rows, find_words

from dragoman.present.charts import draw_network
from dragoman.present.charts.labels import overlap
from dragoman.present.charts.layout import fit_places, lay_out
from dragoman.present.charts.network import place_actors
from dragoman.present.charts.network_rows import ground_rows
from dragoman.present.charts.save import render_chart
from dragoman.present.charts.theme import SIZES

TITLE = "Three blocks"
TIES, BLOCKS = make_ties(), make_blocks()
NAMES = "abcdef"


def test_friends_are_nearer_than_foes() -> None:
    """On average, good ties are much shorter than bad ones."""
    actors = place_actors(TIES.to_dicts(), BLOCKS.clear(), SIZES["large"])
    lengths = [(row["score"] > 0, dist(actors.places[row["one"]], actors.places[row["other"]])) for row in TIES.to_dicts()]
    good, bad = ([length for friend, length in lengths if friend is kind] for kind in (True, False))
    assert np.mean(good) < 0.75 * np.mean(bad)


def test_blocks_stand_together() -> None:
    """Members of one block are nearer each other than others, on average."""
    actors = place_actors(TIES.to_dicts(), BLOCKS, SIZES["large"])
    pairs = list(combinations(actors.places, 2))
    inner = [dist(actors.places[a], actors.places[b]) for a, b in pairs if actors.blocks[a] == actors.blocks[b]]
    outer = [dist(actors.places[a], actors.places[b]) for a, b in pairs if actors.blocks[a] != actors.blocks[b]]
    assert np.mean(inner) < 0.7 * np.mean(outer)


@settings(max_examples=25, deadline=None)
@given(st.dictionaries(st.sampled_from(list(combinations(NAMES, 2))), st.floats(-10, 10), min_size=1))
def test_places_are_known_for_any_ties(scores: dict[tuple[str, str], float]) -> None:
    """Whatever the ties, every actor has a place, and no two discs touch."""
    plane = lay_out(NAMES, scores, {})
    pixels = fit_places(plane, [9.0] * len(NAMES), 400, 300, 20)
    assert np.isfinite(pixels).all()
    assert min(dist(one, other) for one, other in combinations(pixels.tolist(), 2)) > 18


@pytest.mark.parametrize("size", SIZES)
def test_names_stand_free(size: str) -> None:
    """No name lies on another, and most actors are named."""
    rows = find_rows(draw_network(TIES, BLOCKS, TITLE, size=size), "text", "side", "weight")
    boxes = [box_words(row, SIZES[size].label) for row in rows]
    assert len(rows) > 12
    assert not any(overlap(one, other) for one, other in combinations(boxes, 2))


def test_every_tie_is_a_line() -> None:
    """Each tie is drawn once with its score and incidents; bad ones are dashed as well as orange."""
    rows = find_rows(draw_network(TIES, BLOCKS, TITLE), "one", "other", "score", "width")
    assert {(row["one"], row["other"], row["incidents"]) for row in rows} == {(row["one"], row["other"], row["incidents"]) for row in TIES.to_dicts()}
    assert all(row["good"] == (row["score"] > 0) for row in rows)


def test_brokers_are_ringed() -> None:
    """The brokers, and only they, have a ring and a bold name."""
    chart = draw_network(TIES, BLOCKS, TITLE)
    brokers = {row["actor"] for row in find_rows(chart, "actor", "ring") if row["broker"]}
    assert brokers == {"Cyr", "Fenn"}
    assert {row["text"] for row in find_rows(chart, "text", "side", "weight") if row["weight"] == "bold"} == brokers


def test_ground_holds_its_block() -> None:
    """A block's ground reaches beyond all of its members."""
    actors = place_actors(TIES.to_dicts(), BLOCKS, SIZES["large"])
    corners = [(row["x"], row["y"]) for row in ground_rows(actors) if row["block"] == "0"]
    members = [place for actor, place in actors.places.items() if actors.blocks[actor] == 0]
    assert min(x for x, _ in corners) < min(x for x, _ in members)
    assert max(y for _, y in corners) > max(y for _, y in members)


@pytest.mark.parametrize(
    "ties", [TIES.clear(), pl.DataFrame(), TIES.head(1).with_columns(incidents=0)], ids=["no rows", "no columns", "no incidents"]
)
def test_nothing_is_told(ties: pl.DataFrame) -> None:
    """Without a tie the chart says so."""
    assert "Nothing recorded" in find_words(draw_network(ties, pl.DataFrame(), TITLE))


@pytest.mark.parametrize("size", SIZES)
def test_one_tie_is_drawn(size: str) -> None:
    """One tie, and actors of no block, are a network too."""
    assert b"Bolm" in render_chart(draw_network(TIES.head(1), pl.DataFrame(), "Arda and Bolm", size=size), ".svg")


def test_busiest_actors_are_kept() -> None:
    """Of too many actors the busiest are shown, and the note says so."""
    assert "Shown are the 24 busiest of 40 actors" in " ".join(find_words(draw_network(make_ties(40), make_blocks(40), TITLE, size="small")))


def test_same_data_same_bytes() -> None:
    """The same ties, in any order of rows, give the same SVG."""
    one = render_chart(draw_network(TIES, BLOCKS, TITLE), ".svg")
    assert one == render_chart(draw_network(TIES.reverse(), BLOCKS.reverse(), TITLE), ".svg")
