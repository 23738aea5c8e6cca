"""A dyad over time: how good or bad, how much happened, when it turned, and which incidents stood at the turns."""

from typing import TYPE_CHECKING

import altair as alt

from dragoman.present.charts.flags import Strip, raise_flags
from dragoman.present.charts.frame import LINE, draw_nothing, draw_words, frame_chart
from dragoman.present.charts.periods import Clock, name_step, step_days
from dragoman.present.charts.relation_counts import draw_counts
from dragoman.present.charts.relation_rows import empty_rows, named_rows, period_rows, phase_rows, score_domain, stack_rows, turn_rows
from dragoman.present.charts.relation_score import Panel, draw_score
from dragoman.present.charts.theme import Size, find_size

if TYPE_CHECKING:
    import polars as pl

AXIS = {"large": 34, "small": 26}
"""Pixels on the right for the axis' numbers."""

HEIGHTS = {"large": (270, 130), "small": (170, 96)}
"""Pixels of the panel of scores, without the flags above it, and of the panel of counts."""

MOST_NAMED = {"large": 9, "small": 6}


def draw_relation(
    series: "pl.DataFrame", phases: "pl.DataFrame", named: "pl.DataFrame", title: str, *, size: str = "large", subtitle: str | None = None
) -> alt.VConcatChart:
    """A chart of the dyad's mean score with its interval and phases, above its incidents by kind.

    `series` has the columns period, incidents, mean, low, high, vc, mc, vx, mx; `phases` first, last, mean; `named`
    date, label, score. `title` says what is to be seen; without a `subtitle` the chart tells its units. Periods with no
    incident stay empty. Raises InputError for an unknown size.
    """
    page = find_size(size)
    rows = period_rows(series)
    step = name_step(step_days([row["period"] for row in rows]))
    words = subtitle or f"Mean score of each {step}’s incidents, from −10 (most hostile) to +10 (most friendly), and their number"
    if not any(row["incidents"] for row in rows):
        return draw_nothing(title, words, page)
    clock = Clock(rows[0]["start"], rows[-1]["end"], page.inner - AXIS[size])
    levels, told = phase_rows(phases, clock), named_rows(named, clock, MOST_NAMED[size])
    strip = raise_flags(told, clock, page)
    panel = Panel(clock, strip, HEIGHTS[size][0], score_domain(rows, levels, told), page)
    views: list[alt.Chart | alt.LayerChart] = [
        draw_score(panel, rows, empty_rows(rows), levels, turn_rows(phases, clock)),
        draw_counts(stack_rows(rows), turn_rows(phases, clock), clock, HEIGHTS[size][1], step, page),
        *_draw_list(strip, page),
    ]
    return frame_chart(views, title, words, _tell_reading(step, bool(levels), bool(told)), page)


def _draw_list(strip: Strip, size: Size) -> list[alt.Chart]:
    if not strip.listed:
        return []
    words = draw_words(strip.listed, fontSize=size.label, fontWeight=alt.expr("datum.weight"), color=alt.expr("datum.colour"))
    return [words.properties(width=size.inner, height=round(strip.listed[-1]["y"] + size.label * LINE))]


def _tell_reading(step: str, phased: bool, flagged: bool) -> str:
    parts = [
        f"How to read: the thin line is the mean of a {step}’s incidents; each grey box holds the mean with 90% certainty, paler on fewer incidents."
    ]
    parts += ["Thick levels are the phases of the relation, with their mean; dashed rules are its turning points."] if phased else []
    parts += ["Rings are the incidents named."] if flagged else []
    return " ".join([*parts, f"No line is drawn through a {step} without incidents."])
