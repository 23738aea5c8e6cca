"""A map shows each place where it lies, with names that do not lie on one another."""

from itertools import combinations

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.present.charts.invented import make_places
from tests.present.charts.reading import box_words, find_rows, find_words

from dragoman.present.charts import draw_map
from dragoman.present.charts.labels import overlap
from dragoman.present.charts.outline import border_shape, land_shape, read_outline
from dragoman.present.charts.projection import Floats, View, choose_view, middle_longitude
from dragoman.present.charts.save import render_chart
from dragoman.present.charts.theme import QUAD_COLOURS, SIZES

TITLE = "War and talks"
WORLD = make_places(world=True)
POINTS = st.lists(st.tuples(st.floats(-180, 180), st.floats(-50, 70)), min_size=1, max_size=8)


@settings(max_examples=60, deadline=None)
@given(POINTS)
def test_view_holds_all_points(points: list[tuple[float, float]]) -> None:
    """Every point lies within the view, wherever on the globe the points are."""
    view = choose_view([x for x, _ in points], [y for _, y in points], 920)
    around = np.array([(x - view.longitude + 180) % 360 - 180 + view.longitude for x, _ in points])
    across, down = view.place(around, np.array([y for _, y in points]))
    assert np.all((across >= 0) & (across <= view.width) & (down >= 0) & (down <= view.height))


@pytest.mark.parametrize(("longitudes", "middle", "span"), [([10, 20], 15, 10), ([170, -170], 180, 20), ([5], 5, 0), ([-100, 20], -40, 120)])
def test_middle_crosses_the_antimeridian(longitudes: list[float], middle: float, span: float) -> None:
    """The middle is that of the shortest arc, across the antimeridian too."""
    centre, wide = middle_longitude(longitudes)
    assert (centre - middle) % 360 == pytest.approx(0, abs=1e-9)
    assert wide == pytest.approx(span)


def test_projections_are_true_to_area() -> None:
    """A square degree has the same area on the map, up to the cosine of its latitude, near the middle and far from it."""
    for points in ([(20, 40), (40, 60)], [(-120, -30), (100, 60)]):
        view = choose_view([x for x, _ in points], [y for _, y in points], 920)
        shares = [_cell_area(view, view.longitude + x, y) / np.cos(np.radians(y)) for x, y in ((0, 45), (10, 45), (-15, 60), (5, 20))]
        assert max(shares) / min(shares) < 1.01


def _cell_area(view: View, longitude: float, latitude: float) -> float:
    around = np.array([-0.05, 0.05, 0.05, -0.05]) + longitude
    up = np.array([-0.05, -0.05, 0.05, 0.05]) + latitude
    x, y = view.place(around, up)
    return float(abs(np.dot(x, np.roll(y, 1)) - np.dot(y, np.roll(x, 1))) / 2)


def test_outline_is_the_world() -> None:
    """The land is whole: about 135 million square kilometres lie outside Antarctica, and its lines do not leap over the globe."""
    land, borders = read_outline()
    assert len(land) > 400
    assert 100 < len(borders) < 400
    assert all(np.abs(np.diff(line[:, 0])).max() < 180 for line in (*land, *borders))
    total = sum(_signed_area(ring) for ring in land)
    assert 125e6 < abs(total) < 145e6


def _signed_area(ring: Floats) -> float:
    """The ring's area in square kilometres on a globe, holes against land by their sign."""
    x, y = np.radians(ring[:, 0]), np.sin(np.radians(ring[:, 1]))
    return float(np.sum((x[1:] - x[:-1]) * (y[1:] + y[:-1]) / 2)) * 6371.0**2


def test_outline_is_cut_to_the_view() -> None:
    """Of the outline only what lies in the view or just outside it is drawn, to a tenth of a pixel."""
    view = choose_view([20, 40], [44, 54], 336)
    rings = [ring for polygon in land_shape(view)["geometry"]["coordinates"] for ring in polygon]
    lines = border_shape(view)["geometry"]["coordinates"]
    assert rings
    assert lines
    points = np.array([point for part in (*rings, *lines) for point in part])
    assert points.min() >= -21
    assert points.max() <= max(view.width, view.height) + 21
    assert all(ring[0] == ring[-1] for ring in rings)


@pytest.mark.parametrize("world", [False, True], ids=["part", "world"])
@pytest.mark.parametrize("size", SIZES)
def test_names_stand_free(size: str, world: bool) -> None:
    """No word on the map lies on another, and the busiest place that has room is named."""
    chart = draw_map(make_places(world=world), TITLE, size=size)
    words = [box_words(row, SIZES[size].note) for row in find_rows(chart, "text", "side", "weight")]
    assert len(words) >= 5
    assert not any(overlap(one, other) for one, other in combinations(words, 2))
    assert "Donetsk" in find_words(chart)


def test_disc_area_is_incidents() -> None:
    """Four times the incidents have four times the area."""
    discs = {row["place"]: row for row in find_rows(draw_map(WORLD, TITLE), "place", "area", "incidents")}
    assert discs["Donetsk"]["area"] / discs["Khartoum"]["area"] == pytest.approx(88 / 33, rel=0.02)
    assert len(discs) == WORLD.height


def test_no_score_has_the_colour_of_its_quad() -> None:
    """A place without a score is drawn in the colour of its quad; one without either in grey."""
    frame = WORLD.head(2).with_columns(score=pl.lit(None, pl.Float64), quad=pl.Series(["MX", None]))
    colours = {row["colour"] for row in find_rows(draw_map(frame, TITLE), "place", "area")}
    assert QUAD_COLOURS["MX"] in colours
    assert len(colours) == 2


@pytest.mark.parametrize(
    "frame", [WORLD.clear(), pl.DataFrame(), WORLD.head(1).with_columns(lat=pl.lit(None, pl.Float64))], ids=["no rows", "no columns", "no place"]
)
def test_nothing_is_told(frame: pl.DataFrame) -> None:
    """Without a place on the map the chart says so."""
    assert "Nothing recorded" in find_words(draw_map(frame, TITLE))


def test_what_is_left_off_is_told() -> None:
    """Rows without coordinates are left off, and the note counts them."""
    frame = pl.concat([WORLD, WORLD.head(2).with_columns(lat=pl.lit(None, pl.Float64))])
    assert "2 rows without place or incidents left off" in " ".join(find_words(draw_map(frame, TITLE)))


def test_one_place_has_its_country_around_it() -> None:
    """A single place is drawn in the middle of a part of the world."""
    disc = find_rows(draw_map(WORLD.head(1), TITLE), "place", "area")[0]
    assert disc["x"] == pytest.approx(460, abs=1)


def test_same_data_same_bytes() -> None:
    """The same places, in any order of rows, give the same SVG."""
    frame = make_places()
    assert render_chart(draw_map(frame, TITLE), ".svg") == render_chart(draw_map(frame.reverse(), TITLE), ".svg")
