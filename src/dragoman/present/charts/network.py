"""A network of ties: who stands with whom and who against, the blocks, and the brokers between them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import altair as alt

from dragoman.present.charts.frame import draw_haloed, draw_nothing, draw_words, frame_chart, inline, layer_view, place_pixels
from dragoman.present.charts.key import KEY_HEIGHT, draw_score_key, draw_size_key, round_counts
from dragoman.present.charts.layout import fit_places, lay_out
from dragoman.present.charts.network_rows import Actors, Row, actor_rows, count_incidents, disc_radius, ground_rows, name_rows, tie_rows
from dragoman.present.charts.theme import GROUND, INK, NODE, PAPER, TEXT, Size, find_size, reach_of
from dragoman.present.charts.words import text_width

if TYPE_CHECKING:
    import polars as pl

HEIGHTS = {"large": 600, "small": 380}
MARGINS = {"large": 46, "small": 34}
MOST_ACTORS = {"large": 60, "small": 24}
SUBTITLE = "Ties between actors: blue and whole for good ones, orange and dashed for bad ones; the thicker, the more incidents"


def draw_network(ties: "pl.DataFrame", blocks: "pl.DataFrame", title: str, *, size: str = "large", subtitle: str = SUBTITLE) -> alt.VConcatChart:
    """A network whose friends stand near and foes far apart, each block on its own ground, brokers ringed.

    `ties` has the columns one, other, score, incidents, a pair once; `blocks` actor, block, broker. Of more actors than
    are legible the busiest are kept, and the note says so. Raises InputError for an unknown size.
    """
    page = find_size(size)
    rows = [row for row in ties.to_dicts() if row["one"] != row["other"] and row["score"] is not None and row["incidents"]]
    if not rows:
        return draw_nothing(title, subtitle, page)
    known = list(count_incidents(rows))
    chosen = set(known[: MOST_ACTORS[size]])
    kept = [row for row in rows if {row["one"], row["other"]} <= chosen]
    actors = place_actors(kept, blocks, page)
    views = [_draw_keys(kept, actors, page), _draw_view(kept, actors, page)]
    return frame_chart(views, title, subtitle, _tell_reading(actors, len(known)), page)


def place_actors(ties: Sequence[Row], blocks: "pl.DataFrame", size: Size) -> Actors:
    """The actors of the ties with their places in pixels."""
    incidents = count_incidents(ties)
    names, most = sorted(incidents), max(incidents.values())
    told = {row["actor"]: row for row in blocks.to_dicts()}
    groups = {name: told[name]["block"] for name in names if name in told}
    radii = [disc_radius(incidents[name], most, size) for name in names]
    scores = {(tie["one"], tie["other"]): tie["score"] for tie in ties}
    plane = lay_out(names, scores, groups)
    pixels = fit_places(plane, radii, size.inner, HEIGHTS[size.name], MARGINS[size.name]).tolist()
    places = {name: (x, y) for name, (x, y) in zip(names, pixels, strict=True)}
    brokers = frozenset(name for name in groups if told[name]["broker"])
    return Actors(places, dict(zip(names, radii, strict=True)), incidents, groups, brokers)


def _draw_keys(ties: Sequence[Row], actors: Actors, size: Size) -> alt.LayerChart:
    most = max(actors.incidents.values())
    place = (0.0, KEY_HEIGHT - 4.0) if size.name == "small" else (290.0, 0.0)
    radii = [(count, disc_radius(count, most, size)) for count in round_counts(most)]
    layers = [*draw_score_key(reach_of([tie["score"] for tie in ties]), size), *draw_size_key(radii, place, size), *_draw_broker_key(actors, size)]
    return layer_view(layers, width=size.inner, height=round(place[1]) + KEY_HEIGHT - 10)


def _draw_broker_key(actors: Actors, size: Size) -> list[alt.Chart]:
    """A ringed disc and the word for it, at the right end, where there are brokers."""
    if not actors.brokers:
        return []
    left, y = size.inner - text_width("broker", size.note) - 18, KEY_HEIGHT + 4 if size.name == "small" else 8
    across, down = place_pixels()
    base = alt.Chart(inline([{"x": left, "y": y}]))
    return [
        base.mark_point(shape="circle", size=170, fill=PAPER, stroke=INK, strokeWidth=1.6, opacity=1).encode(x=across, y=down),
        base.mark_point(shape="circle", size=64, filled=True, color=NODE, opacity=1).encode(x=across, y=down),
        draw_words([{"text": "broker", "x": left + 14, "y": y}], baseline="middle", fontSize=size.note, color=TEXT),
    ]


def _draw_view(ties: Sequence[Row], actors: Actors, size: Size) -> alt.LayerChart:
    reach, height = reach_of([tie["score"] for tie in ties]), HEIGHTS[size.name]
    layers = [
        _draw_grounds(ground_rows(actors)),
        *_draw_ties(tie_rows(ties, actors.places, reach, size)),
        *_draw_actors(actor_rows(actors)),
        *draw_haloed(name_rows(actors, size.inner, height, size), fontSize=size.label),
    ]
    return layer_view(layers, width=size.inner, height=height)


def _draw_grounds(rows: Sequence[Row]) -> alt.Chart:
    x, y = place_pixels()
    base = alt.Chart(inline(rows)).mark_line(interpolate="linear-closed", filled=True, fill=GROUND, stroke=None, opacity=1)
    grounds: alt.Chart = base.encode(x=x, y=y, order="order:Q", detail="block:N")
    return grounds


def _draw_ties(rows: Sequence[Row]) -> list[alt.Chart]:
    x, y = place_pixels()
    tips = [alt.Tooltip("one:N"), alt.Tooltip("other:N"), alt.Tooltip("score:Q", format="+.2f"), alt.Tooltip("incidents:Q")]
    dashes = alt.condition("datum.good", alt.value([1, 0]), alt.value([6, 3]))
    base = alt.Chart(inline(rows)).mark_rule(opacity=0.8)
    width, colour = alt.StrokeWidth("width:Q", scale=None), alt.Color("colour:N", scale=None)
    return [base.encode(x=x, y=y, x2="x2:Q", y2="y2:Q", strokeWidth=width, color=colour, strokeDash=dashes, tooltip=tips)]


def _draw_actors(rows: Sequence[Row]) -> list[alt.Chart]:
    x, y = place_pixels()
    tips = [alt.Tooltip("actor:N"), alt.Tooltip("incidents:Q"), alt.Tooltip("block:N"), alt.Tooltip("broker:N")]
    ringed = alt.Chart(inline([row for row in rows if row["broker"]])).mark_point(shape="circle", fill=PAPER, stroke=INK, strokeWidth=1.6, opacity=1)
    discs = alt.Chart(inline(rows)).mark_point(shape="circle", filled=True, color=NODE, stroke=PAPER, strokeWidth=1.2, opacity=1)
    return [
        ringed.encode(x=x, y=y, size=alt.Size("ring:Q", scale=None)),
        discs.encode(x=x, y=y, size=alt.Size("area:Q", scale=None), tooltip=tips),
    ]


def _tell_reading(actors: Actors, known: int) -> str:
    parts = ["How to read: actors with good ties stand near each other, foes far apart; distances mean no more than that."]
    parts += ["A grey ground holds a block."] if actors.blocks else []
    parts += ["Ringed actors are brokers: ways between others lead through them."] if actors.brokers else []
    shown = len(actors.places)
    return " ".join([*parts, *([f"Shown are the {shown} busiest of {known} actors."] if shown < known else [])])
