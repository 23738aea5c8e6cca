"""The panel of counts: how many incidents of each kind a period holds, cooperation up and conflict down."""

from collections.abc import Sequence

import altair as alt

from dragoman.present.charts.frame import LINE, draw_words, inline, layer_view
from dragoman.present.charts.periods import Clock, choose_ticks, milliseconds, tell_tick
from dragoman.present.charts.relation_rows import Row
from dragoman.present.charts.relation_score import time_axis
from dragoman.present.charts.theme import FAINT, GRID, INK, PAPER, QUAD_COLOURS, QUAD_NAMES, TEXT, Size
from dragoman.present.charts.words import text_width

PLAIN = "format(abs(datum.value), ',')"
SWATCH = 10  # pixels of a key's square


def draw_counts(bars: Sequence[Row], turns: Sequence[Row], clock: Clock, height: int, step: str, size: Size) -> alt.LayerChart:
    """The bars below their key, over the axis of time."""
    key = key_rows(f"Incidents a {step}", clock.width, size)
    head = round(key[-1]["y"] + size.label * LINE + 8)
    foot = head + height
    words = tick_rows(clock, foot + 6, size)
    layers = [*_draw_bars(bars, turns, clock, head, foot), *_draw_key(key, size), draw_words(words, color=FAINT, fontSize=size.note)]
    return layer_view(layers, width=clock.width, height=foot + 6 + round(size.note * LINE))


def tick_rows(clock: Clock, y: float, size: Size) -> list[Row]:
    """The words of the ticks, each from its tick to the right, as far as they fit in the width."""
    ticks = choose_ticks(clock)
    rows: list[Row] = [{"text": tell_tick(day, ticks), "x": clock.place_day(day) + 1, "y": y} for day in ticks]
    return [row for row in rows if row["x"] + text_width(str(row["text"]), size.note) <= clock.width]


def key_rows(heading: str, width: float, size: Size) -> list[Row]:
    """The heading and the four kinds as words at pixels, on as many lines as the width asks for."""
    rows: list[Row] = [{"text": heading, "x": 0.0, "y": 0.0, "colour": INK, "weight": "bold", "quad": None}]
    most = SWATCH + 5 + max(text_width(name, size.label) for name in QUAD_NAMES.values())
    line, start = size.label * LINE + 3, text_width(heading, size.label, bold=True) + 18
    x, y = (start, 0.0) if start + 4 * (most + 16) <= width else (0.0, line)
    for quad in QUAD_NAMES:
        wide = most if y else SWATCH + 5 + text_width(QUAD_NAMES[quad], size.label)
        if x + wide > width:
            x, y = 0.0, y + line
        rows.append({"text": QUAD_NAMES[quad], "x": round(x + SWATCH + 5, 1), "y": round(y, 1), "colour": TEXT, "weight": "normal", "quad": quad})
        x += wide + 16
    return rows


def _draw_bars(bars: Sequence[Row], turns: Sequence[Row], clock: Clock, head: int, foot: int) -> list[alt.Chart]:
    ticks = choose_ticks(clock)
    most = max((abs(row["y2"]) for row in bars), default=1)
    ends = min((row["y2"] for row in bars), default=-1), max((row["y2"] for row in bars), default=1)
    scale = alt.Scale(domain=[min(ends[0], -most / 8), max(ends[1], most / 8)], range=[foot, head], nice=False)
    count = alt.Axis(orient="right", tickCount=4, tickMinStep=1, labelExpr=PLAIN, title=None)
    tips = [alt.Tooltip("start:T", title="from"), alt.Tooltip("quad:N"), alt.Tooltip("incidents:Q")]
    base = alt.Chart(inline(bars)).mark_rect(stroke=PAPER, strokeWidth=0.4)
    days = [{"day": milliseconds(day)} for day in ticks]
    across, span = time_axis(clock, "day"), {"y": alt.value(head), "y2": alt.value(foot)}
    return [
        alt.Chart(inline(days)).mark_rule(color=GRID).encode(x=across, **span),
        base.encode(
            x=time_axis(clock, "start"),
            x2="end:T",
            y=alt.Y("y:Q", scale=scale, axis=count),
            y2="y2:Q",
            color=alt.Color("colour:N", scale=None),
            tooltip=tips,
        ),
        alt.Chart(inline(turns)).mark_rule(color=TEXT, strokeDash=[3, 3]).encode(x=across, **span),
        alt.Chart(inline([{"y": 0}])).mark_rule(color=FAINT, strokeWidth=1.2).encode(y=alt.Y("y:Q", scale=scale, axis=count)),
    ]


def _draw_key(key: Sequence[Row], size: Size) -> list[alt.Chart]:
    squares = [
        {"x": row["x"] - SWATCH / 2 - 5, "y": row["y"] + size.label / 2, "colour": QUAD_COLOURS[row["quad"]]}
        for row in key
        if row["quad"] is not None
    ]
    place = {"x": alt.X("x:Q", scale=None, axis=None), "y": alt.Y("y:Q", scale=None, axis=None)}
    square = alt.Chart(inline(squares)).mark_square(size=SWATCH * SWATCH, opacity=1).encode(**place, color=alt.Color("colour:N", scale=None))
    return [square, draw_words(key, fontSize=size.label, fontWeight=alt.expr("datum.weight"), color=alt.expr("datum.colour"))]
