"""The rows behind a relation's chart: periods, bars, phases and named incidents, ready to be drawn."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from dragoman.present.charts.periods import Clock, end_periods
from dragoman.present.charts.theme import QUAD_COLOURS, QUAD_NAMES, colour_score, tell_score

if TYPE_CHECKING:
    import polars as pl

Row = dict[str, Any]
LIMIT = 10.0  # PLOVER's scores end here
MANY = 20  # so many incidents make the interval's box as dark as it gets
STACK = (("mc", 1), ("vc", 1), ("mx", -1), ("vx", -1))
"""From the zero line outwards: deeds, then words; cooperation up, conflict down."""


def period_rows(series: "pl.DataFrame") -> list[Row]:
    """One row a period in order: start, end and middle (dates), run, and the frame's own columns.

    Periods of one `run` follow each other with no empty one between: a line may be drawn through them.
    """
    rows = series.fill_nan(None).sort("period").to_dicts() if series.height else []
    ends = end_periods([row["period"] for row in rows]) if rows else []
    run, before = 0, None
    for row, end in zip(rows, ends, strict=True):
        run += before != row["period"] or row["mean"] is None
        before = end
        row |= {"start": row["period"], "end": end, "middle": row["period"] + (end - row["period"]) / 2, "run": run}
    return rows


def mean_rows(periods: Sequence[Row]) -> list[Row]:
    """The periods with a mean: where its point stands, its interval, and how dark the interval is drawn."""
    return [
        {
            "start": str(row["start"]),
            "end": str(row["end"]),
            "middle": str(row["middle"]),
            "run": row["run"],
            "mean": row["mean"],
            "low": row["low"],
            "high": row["high"],
            "incidents": row["incidents"],
            "shade": round(0.12 + 0.33 * min(1.0, row["incidents"] / MANY), 3),
        }
        for row in periods
        if row["mean"] is not None
    ]


def stack_rows(periods: Sequence[Row]) -> list[Row]:
    """A bar for each period and quad that has incidents, from y to y2, counts of conflict below zero."""
    bars: list[Row] = []
    for row in periods:
        tops = {1: 0, -1: 0}
        for column, sign in STACK:
            count = row[column] or 0
            if count:
                quad = column.upper()
                shape = {"start": str(row["start"]), "end": str(row["end"]), "y": tops[sign], "y2": tops[sign] + sign * count}
                bars.append({**shape, "quad": QUAD_NAMES[quad], "colour": QUAD_COLOURS[quad], "incidents": count})
            tops[sign] += sign * count
    return bars


def empty_rows(periods: Sequence[Row]) -> list[Row]:
    """The stretches without any incident, as start and end."""
    gaps: list[list[date]] = []
    known = [row for row in periods if row["incidents"]]
    for before, after in pairwise(known):
        if before["end"] < after["start"]:
            gaps.append([before["end"], after["start"]])
    return [{"start": start, "end": end} for start, end in gaps]


def phase_rows(phases: "pl.DataFrame", clock: Clock) -> list[Row]:
    """A level a phase that has a mean: start, end (excluded), mean, its colour and its words."""
    rows = []
    for row in phases.sort("first").to_dicts() if phases.height else []:
        start, end = max(row["first"], clock.first), min(row["last"] + timedelta(days=1), clock.last)
        if row["mean"] is not None and start < end:
            colour = colour_score(_pull_from_pale(row["mean"]), LIMIT)
            rows.append({"start": str(start), "end": str(end), "mean": row["mean"], "colour": colour, "text": tell_score(row["mean"])})
    return rows


def _pull_from_pale(mean: float) -> float:
    """The mean on a scale of colours that stays dark enough for a line on white: more than half way out."""
    return (6.5 if mean >= 0 else -6.5) + mean * 0.35


def turn_rows(phases: "pl.DataFrame", clock: Clock) -> list[Row]:
    """The days on which a phase other than the first begins."""
    days = phases.sort("first")["first"].to_list()[1:] if phases.height else []
    return [{"day": str(day)} for day in days if clock.first <= day < clock.last]


def named_rows(named: "pl.DataFrame", clock: Clock, most: int) -> list[Row]:
    """The incidents named in the chart, in order of time: at most so many, the strongest kept."""
    told = named.drop_nulls(["date", "label"]).to_dicts() if named.height else []
    rows = [row for row in told if clock.first <= row["date"] < clock.last]
    strongest = sorted(rows, key=lambda row: (-abs(row["score"] or 0), row["date"], row["label"]))[:most]
    return sorted(strongest, key=lambda row: (row["date"], row["label"]))


def score_domain(periods: Sequence[Row], phases: Sequence[Row], named: Sequence[Row]) -> tuple[float, float]:
    """The span of scores that the chart shows: all that is drawn, and zero, two at least to each side of it all."""
    told = [row[name] for row in periods for name in ("mean", "low", "high") if row[name] is not None]
    told += [row["mean"] for row in phases] + [row["score"] for row in named if row["score"] is not None]
    return max(-LIMIT, min([*told, -1.0]) - 0.8), min(LIMIT, max([*told, 1.0]) + 0.8)
