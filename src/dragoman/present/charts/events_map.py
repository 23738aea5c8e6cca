"""A map of events: where how much happened, and how good or bad it was."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import altair as alt

from dragoman.present.charts.frame import draw_haloed, draw_nothing, frame_chart, inline, layer_view, place_pixels
from dragoman.present.charts.key import KEY_HEIGHT, draw_score_key, draw_size_key, round_counts
from dragoman.present.charts.map_rows import Row, disc_radius, disc_rows, label_rows
from dragoman.present.charts.outline import border_shape, land_shape
from dragoman.present.charts.projection import View, choose_view
from dragoman.present.charts.theme import FAINT, LAND, PAPER, SEA, Size, find_size, reach_of

if TYPE_CHECKING:
    import polars as pl

SUBTITLE = "Incidents by place: the larger the disc, the more; colour is their mean score"
READING = "How to read: a disc’s area is the number of incidents at a place, its colour their mean score."
OUTLINE = "Outlines: Natural Earth; borders are drawn as they are held, not as they are claimed."


def draw_map(places: "pl.DataFrame", title: str, *, size: str = "large", subtitle: str = SUBTITLE) -> alt.VConcatChart:
    """A map of the places on the land's outline, zoomed to them: a disc's area is the incidents, its colour the score.

    `places` has the columns lat, lon (degrees), place, country, incidents, score, quad, label. The busiest places are
    named, with their label below, where there is room; a place without a score has its quad's colour. Raises InputError
    for an unknown size.
    """
    page = find_size(size)
    rows = [row for row in places.to_dicts() if row["lat"] is not None and row["lon"] is not None and row["incidents"]]
    if not rows:
        return draw_nothing(title, subtitle, page)
    rows.sort(key=lambda row: (-row["incidents"], row["place"] or "", row["lat"], row["lon"]))
    reach, most = reach_of([row["score"] for row in rows]), rows[0]["incidents"]
    view = choose_view([row["lon"] for row in rows], [row["lat"] for row in rows], page.inner)
    views = [_draw_keys(reach, most, page), _draw_view(disc_rows(rows, view, reach, page), view, page)]
    return frame_chart(views, title, subtitle, _tell_reading(places.height - len(rows)), page)


def _draw_keys(reach: float, most: int, size: Size) -> alt.LayerChart:
    place = (0.0, KEY_HEIGHT - 4.0) if size.name == "small" else (290.0, 0.0)
    radii = [(count, disc_radius(count, most, size)) for count in round_counts(most)]
    layers = [*draw_score_key(reach, size), *draw_size_key(radii, place, size)]
    return layer_view(layers, width=size.inner, height=round(place[1]) + KEY_HEIGHT - (12 if place[1] else 0))


def _draw_view(discs: Sequence[Row], view: View, size: Size) -> alt.LayerChart:
    x, y = place_pixels()
    tips = [
        alt.Tooltip("place:N"),
        alt.Tooltip("country:N"),
        alt.Tooltip("incidents:Q"),
        alt.Tooltip("score:Q", format="+.2f"),
        alt.Tooltip("label:N"),
    ]
    marks = alt.Chart(inline([{**disc, "area": round((2 * disc["radius"]) ** 2, 1)} for disc in discs])).mark_point(
        shape="circle", filled=True, opacity=0.88, stroke=FAINT, strokeWidth=0.7, clip=True
    )
    drawn = marks.encode(x=x, y=y, size=alt.Size("area:Q", scale=None), color=alt.Color("colour:N", scale=None), tooltip=tips)
    layers = [
        _draw_shape(land_shape(view), fill=LAND),
        _draw_shape(border_shape(view), filled=False, stroke=PAPER, strokeWidth=0.9),
        drawn,
        *draw_haloed(label_rows(discs, view, size), fontSize=size.note),
    ]
    return layer_view(layers, width=view.width, height=view.height, view=alt.ViewBackground(fill=SEA, stroke=None))


def _draw_shape(shape: dict[str, Any], **mark: Any) -> alt.Chart:
    """A shape whose coordinates are pixels already."""
    chart = alt.Chart(inline([shape])).mark_geoshape(clip=True, **mark)
    placed: alt.Chart = chart.project(type="identity", scale=1, translate=[0, 0])
    return placed


def _tell_reading(left_off: int) -> str:
    missing = f" {left_off} {'row' if left_off == 1 else 'rows'} without place or incidents left off." if left_off else ""
    return f"{READING}{missing} {OUTLINE}"
