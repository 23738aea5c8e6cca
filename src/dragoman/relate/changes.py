"""Turning points: the days on which a relation entered a new phase."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from math import log

import numpy as np
from msgspec.structs import replace
from numpy.typing import ArrayLike

from dragoman.errors import InputError
from dragoman.relate.breaks import Break, find_breaks
from dragoman.relate.cost import LIKENESS, Watch, lay_track
from dragoman.relate.intervals import Floats, mean_intervals
from dragoman.relate.phases import Phase, close_periods, step_days, tell_phase

Measures = tuple[float | None, float | None, float | None, int]

MIN_PERIODS = 3  # a crisis of a week is an episode, not a phase
MIN_CONFIDENCE = 0.5  # on simulated series, seed 1: 0.7 gains 4 points of precision and loses 5 of recall
FREED = {"both": 3, "tone": 2, "volume": 2}  # what a break sets free: its place, and the tone, the rate or both


def find_phases(
    periods: Sequence[date],
    counts: ArrayLike,
    totals: ArrayLike,
    squares: ArrayLike,
    *,
    penalty: float | None = None,
    min_periods: int = MIN_PERIODS,
    min_confidence: float = MIN_CONFIDENCE,
    watch: Watch = "both",
) -> tuple[Phase, ...]:
    """The phases of a series in order, without gaps; one phase where nothing changed, none where there are no periods.

    `periods` are the first days of periods of one kind, empty ones included; `counts` their incidents, `totals` and
    `squares` the sums of scores and of squared scores. A break must lower minus twice the log-likelihood by `penalty`
    (see `usual_penalty`), leave `min_periods` on either side and reach `min_confidence`. `watch` is what makes a phase:
    the tone, the volume of incidents, or both. Raises InputError when the columns do not fit.
    """
    _check_columns(periods, counts, totals, squares, min_periods)
    if not periods:
        return ()
    track = lay_track(counts, totals, watch)
    price = usual_penalty(len(periods), watch) if penalty is None else penalty
    breaks = find_breaks(track, price, min_periods, min_confidence)
    return _write_phases(periods, [np.asarray(column, dtype=np.float64) for column in (counts, totals, squares)], breaks)


def usual_penalty(periods: int, watch: Watch = "both") -> float:
    """The Bayesian criterion: the logarithm of the number of periods for each number that a break sets free."""
    return FREED[watch] * log(max(periods, 2))


def _write_phases(periods: Sequence[date], columns: list[Floats], breaks: Sequence[Break]) -> tuple[Phase, ...]:
    edges = [0, *(one.at for one in breaks), len(periods)]
    ends, days = close_periods(periods), step_days(periods)
    phases: list[Phase] = []
    for row, (start, stop), found in zip(_measure(columns, edges), pairwise(edges), (None, *breaks), strict=True):
        before = phases[-1] if phases else None
        bare = Phase(periods[start], ends[stop - 1], *row, change=None, confidence=None, reason="", start=start, stop=stop)
        phase = _date_break(_compare(before, bare), found, periods)
        phases.append(replace(phase, reason=tell_phase(before, phase, days)))
    return tuple(phases)


def _measure(columns: list[Floats], edges: list[int]) -> list[Measures]:
    """Mean, bounds and incidents of each phase; incidents of one period count for less than as many of several."""
    count, total, square = (np.add.reduceat(column, edges[:-1]) for column in columns)
    crowd = np.maximum(count / np.diff(edges), 1)
    share = 1 / (1 + (crowd - 1) * LIKENESS)
    mean, low, high = mean_intervals(count * share, total * share, square * share)
    return [(_round(m), _round(a), _round(b), int(n)) for m, a, b, n in zip(mean, low, high, count, strict=True)]


def _round(value: float) -> float | None:
    return None if np.isnan(value) else round(float(value), 2)


def _compare(before: Phase | None, phase: Phase) -> Phase:
    if before is None or before.mean is None or phase.mean is None:
        return phase
    return replace(phase, change=round(phase.mean - before.mean, 2))


def _date_break(phase: Phase, found: Break | None, periods: Sequence[date]) -> Phase:
    if found is None:
        return phase
    return replace(phase, confidence=found.confidence, earliest=periods[found.earliest], latest=periods[found.latest])


def _check_columns(periods: Sequence[date], counts: ArrayLike, totals: ArrayLike, squares: ArrayLike, min_periods: int) -> None:
    shapes = {np.shape(column) for column in (counts, totals, squares)}
    if shapes != {(len(periods),)}:
        raise InputError(f"find_phases: {len(periods)} periods, but columns of shapes {sorted(shapes)}; one value a period is needed")
    if any(after <= before for before, after in pairwise(periods)):
        raise InputError("find_phases: periods: not in order; sort them, and give every period once")
    if len(periods) and np.min(np.asarray(counts)) < 0:
        raise InputError("find_phases: counts: below 0; a count is the number of incidents in a period")
    if min_periods < 1:
        raise InputError(f"find_phases: min_periods: {min_periods} is below 1; 3 is usual")
