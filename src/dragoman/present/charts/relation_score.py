"""The panel of scores: means with their intervals, phases, turning points and the flags of named incidents."""

from collections.abc import Sequence
from datetime import date

import altair as alt
from msgspec import Struct

from dragoman.present.charts.flags import Strip
from dragoman.present.charts.frame import draw_words, inline, layer_view
from dragoman.present.charts.periods import Clock, choose_ticks, milliseconds
from dragoman.present.charts.relation_rows import Row, mean_rows
from dragoman.present.charts.theme import FAINT, GRID, INK, PAPER, RULE, TEXT, Size
from dragoman.present.charts.words import text_width

SIGNED = "datum.value > 0 ? '+' + datum.value : datum.value < 0 ? '−' + abs(datum.value) : '0'"
BAND, EMPTY = "#8c9bab", "#f7f6f3"
LANE_GAP, LANE = 4, 16  # pixels


class Panel(Struct, frozen=True):
    """The room for the scores: time across, the strip of flags above, the height in pixels below it, the scores shown."""

    clock: Clock
    strip: Strip
    height: int
    domain: tuple[float, float]
    size: Size

    @property
    def bottom(self) -> int:
        """The pixels from the strip's top to the panel's foot."""
        return self.strip.height + self.height

    @property
    def foot(self) -> int:
        """The pixels from the strip's top to the foot of the lane of phases."""
        return self.bottom + LANE_GAP + LANE

    def place_score(self, score: float | None) -> float:
        """The score's pixels from the strip's top; the middle of the panel for none."""
        low, high = self.domain
        share = 0.5 if score is None else (score - low) / (high - low)
        return round(self.bottom - share * self.height, 1)


def time_axis(clock: Clock, field: str) -> alt.X:
    """Time across the clock's width in UTC, without an axis."""
    scale = alt.Scale(type="utc", domain=clock.domain(), range=[0, clock.width], nice=False)
    return alt.X(f"{field}:T", scale=scale, axis=None)


def draw_score(panel: Panel, periods: Sequence[Row], empty: Sequence[Row], levels: Sequence[Row], turns: Sequence[Row]) -> alt.LayerChart:
    """The panel as layers, from the ground up."""
    means = mean_rows(periods)
    layers = [
        *_draw_ground(panel, empty),
        *_draw_turns(panel, turns),
        *_draw_boxes(panel, means),
        *_draw_levels(panel, levels),
        *_draw_means(panel, means),
        *_draw_flags(panel),
    ]
    return layer_view(layers, width=panel.clock.width, height=panel.foot)


def _score(panel: Panel, field: str) -> alt.Y:
    scale = alt.Scale(domain=list(panel.domain), range=[panel.bottom, panel.strip.height], nice=False)
    return alt.Y(f"{field}:Q", scale=scale, axis=alt.Axis(orient="right", tickCount=5, labelExpr=SIGNED, title=None))


def _draw_ground(panel: Panel, empty: Sequence[Row]) -> list[alt.Chart]:
    days = [{"day": milliseconds(day)} for day in choose_ticks(panel.clock)]
    top, foot = alt.value(panel.strip.height), alt.value(panel.bottom)
    gaps = [{"start": str(row["start"]), "end": str(row["end"])} for row in empty]
    return [
        alt.Chart(inline(gaps)).mark_rect(color=EMPTY).encode(x=time_axis(panel.clock, "start"), x2="end:T", y=top, y2=foot),
        alt.Chart(inline(days)).mark_rule(color=GRID).encode(x=time_axis(panel.clock, "day"), y=top, y2=foot),
        alt.Chart(inline([{"zero": 0}])).mark_rule(color=FAINT, strokeWidth=1.2).encode(y=_score(panel, "zero")),
        _draw_empty_words(panel, empty),
    ]


def _draw_empty_words(panel: Panel, empty: Sequence[Row]) -> alt.Chart:
    spans = [(panel.clock.place_day(row["start"]), panel.clock.place_day(row["end"])) for row in empty]
    rows = [{"text": "no incidents", "x": (a + b) / 2, "y": panel.bottom - 8} for a, b in spans if b - a > 70]
    return draw_words(rows, align="center", baseline="bottom", color=FAINT, fontSize=panel.size.note, fontStyle="italic")


def _draw_turns(panel: Panel, turns: Sequence[Row]) -> list[alt.Chart]:
    rule = alt.Chart(inline(turns)).mark_rule(color=TEXT, strokeDash=[3, 3], strokeWidth=1)
    return [rule.encode(x=time_axis(panel.clock, "day"), y=alt.value(panel.strip.height), y2=alt.value(panel.bottom))]


def _mean_tips() -> list[alt.Tooltip]:
    scores = [alt.Tooltip(f"{name}:Q", format="+.2f") for name in ("mean", "low", "high")]
    return [alt.Tooltip("start:T", title="from"), *scores, alt.Tooltip("incidents:Q")]


def _draw_boxes(panel: Panel, means: Sequence[Row]) -> list[alt.Chart]:
    start, low, shade = time_axis(panel.clock, "start"), _score(panel, "low"), alt.Opacity("shade:Q", scale=None)
    box = alt.Chart(inline([row for row in means if row["low"] is not None and row["high"] is not None])).mark_rect(color=BAND)
    return [box.encode(x=start, x2="end:T", y=low, y2="high:Q", opacity=shade, tooltip=_mean_tips())]


def _draw_means(panel: Panel, means: Sequence[Row]) -> list[alt.Chart]:
    base, tips = alt.Chart(inline(means)), _mean_tips()
    middle, mean = time_axis(panel.clock, "middle"), _score(panel, "mean")
    return [
        base.mark_line(color=INK, strokeWidth=1.1, strokeJoin="round").encode(x=middle, y=mean, detail="run:N"),
        base.mark_circle(color=INK, size=9 if panel.size.name == "small" else 13, opacity=1).encode(x=middle, y=mean, tooltip=tips),
    ]


def _draw_levels(panel: Panel, levels: Sequence[Row]) -> list[alt.Chart]:
    """The phases' levels among the scores, and in a lane below them the same colours with the means in words."""
    spans = [{**row, **_lane_span(panel, row)} for row in levels]
    start, lane = time_axis(panel.clock, "start"), {"y": alt.value(panel.bottom + LANE_GAP), "y2": alt.value(panel.foot)}
    colour = alt.Color("colour:N", scale=None)
    words = [{"text": row["told"], "x": row["middle"], "y": (panel.bottom + LANE_GAP + panel.foot) / 2 + 0.5} for row in spans if row["told"]]
    tips = [alt.Tooltip("start:T", title="from"), alt.Tooltip("end:T", title="until"), alt.Tooltip("mean:Q", format="+.2f")]
    base = alt.Chart(inline(levels))
    return [
        base.mark_rect(yOffset=-2, y2Offset=2).encode(x=start, x2="end:T", y=_score(panel, "mean"), y2="mean:Q", color=colour, tooltip=tips),
        base.mark_rect(stroke=PAPER, strokeWidth=1).encode(x=start, x2="end:T", **lane, color=colour, tooltip=tips),
        draw_words(words, align="center", baseline="middle", color=PAPER, fontSize=panel.size.note, fontWeight="bold"),
    ]


def _lane_span(panel: Panel, row: Row) -> Row:
    """Where the phase's words stand in the lane, and as many of them as have room."""
    left, right = (panel.clock.place_day(date.fromisoformat(row[name])) for name in ("start", "end"))
    tries = (f"phase mean {row['text']}", row["text"])
    fits = (text for text in tries if text_width(text, panel.size.note, bold=True) + 6 <= right - left)
    return {"middle": (left + right) / 2, "told": next(fits, None)}


def _draw_flags(panel: Panel) -> list[alt.Chart]:
    poles = [{**row, "foot": panel.place_score(row["score"])} for row in panel.strip.rings]
    base = alt.Chart(inline(poles))
    x, top, foot = time_axis(panel.clock, "day"), alt.Y("top:Q", scale=None, axis=None), alt.Y("foot:Q", scale=None, axis=None)
    tips = [alt.Tooltip("day:T"), alt.Tooltip("text:N"), alt.Tooltip("score:Q", format="+.1f")]
    weight, side = alt.expr("datum.weight"), alt.expr("datum.side")
    return [
        alt.Chart(inline([row for row in poles if row["top"] is not None])).mark_rule(color=RULE).encode(x=x, y=top, y2="foot:Q"),
        base.mark_point(fill=PAPER, stroke=INK, strokeWidth=1.6, size=40, opacity=1).encode(x=x, y=foot, tooltip=tips),
        draw_words(panel.strip.words, align=side, fontSize=panel.size.label, fontWeight=weight, color=INK),
    ]
