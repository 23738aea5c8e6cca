"""Simulated dyads whose turning points are known: scores of PLOVER's types, uneven counts, outliers, drifts."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

SCORES = np.array([2.5, 4.0, 5.0, 4.5, 9.5, 10.0, 6.5, 0.0, -3.0, -2.0, -3.5, -5.0, -6.0, -5.5, -7.0, -9.0])
KINDS = ("none", "tone", "volume", "both")
APART = 6  # periods at least between two breaks, and from either end


@dataclass(frozen=True)
class Simulated:
    """A series and the periods at which its phases begin."""

    kind: str
    weekly: bool
    rate: float
    troubled: bool
    counts: Floats
    totals: Floats
    squares: Floats
    breaks: tuple[int, ...]

    @property
    def periods(self) -> list[date]:
        """The first days of its weeks or months."""
        if self.weekly:
            return [date(2015, 1, 5) + timedelta(weeks=i) for i in range(len(self.counts))]
        return [date(2005 + i // 12, i % 12 + 1, 1) for i in range(len(self.counts))]


def simulate(draw: np.random.Generator, kind: str) -> Simulated:
    """A series of the kind; half are weekly, half are troubled by outliers and a drift."""
    weekly, troubled = bool(draw.random() < 0.5), bool(draw.random() < 0.5)
    length = int(draw.integers(100, 210)) if weekly else int(draw.integers(48, 145))
    breaks = place_breaks(draw, length, 0 if kind == "none" else int(draw.integers(1, 4)))
    rate, tone = float(np.exp(draw.uniform(np.log(0.4), np.log(6)))), float(draw.uniform(-6, 6))
    counts, totals, squares = (np.zeros(length) for _ in range(3))
    for start, stop in zip([0, *breaks], [*breaks, length], strict=True):
        if start:
            tone, rate = step_tone(draw, tone) if kind in ("tone", "both") else tone, step_rate(draw, rate) if kind != "tone" else rate
        fill(draw, slice(start, stop), (counts, totals, squares), rate, tone, troubled)
    return Simulated(kind, weekly, float(counts.mean()), troubled, counts, totals, squares, tuple(breaks))


def place_breaks(draw: np.random.Generator, length: int, number: int) -> list[int]:
    """So many breaks, far enough apart to be phases; fewer where there is no room."""
    number = min(number, length // APART - 2)
    while True:
        places = sorted(int(place) for place in draw.integers(APART, length - APART, number))
        if all(b - a >= APART for a, b in pairwise(places)):
            return places


def step_tone(draw: np.random.Generator, tone: float) -> float:
    """A tone 4 to 9 points away, on the scale."""
    step = float(draw.uniform(4, 9)) * (-1 if tone > 0 else 1)
    return float(np.clip(tone + step, -8, 8))


def step_rate(draw: np.random.Generator, rate: float) -> float:
    """A rate three to eight times as high or as low; low ones rise."""
    factor = float(draw.uniform(3, 8))
    return rate * factor if rate < 1.5 else rate / factor


def fill(draw: np.random.Generator, where: slice, columns: tuple[Floats, ...], rate: float, tone: float, troubled: bool) -> None:
    """Writes a phase: scores around the tone, counts around the rate, and the troubles."""
    size = where.stop - where.start
    drift = np.zeros(size)
    if troubled:
        for i in range(1, size):
            drift[i] = 0.6 * drift[i - 1] + draw.normal(0, 0.8)
    counts = draw.poisson(rate * (draw.gamma(2, 0.5, size) if troubled else 1), size)
    for i, count in enumerate(counts):
        outlier = troubled and draw.random() < 0.03
        scores = draw_scores(draw, int(count) + (int(draw.integers(1, 8)) if outlier else 0), -9.0 if outlier else tone + drift[i])
        for column, value in zip(columns, (len(scores), scores.sum(), (scores**2).sum()), strict=True):
            column[where.start + i] = value


def draw_scores(draw: np.random.Generator, count: int, tone: float) -> Floats:
    """So many of PLOVER's scores, likelier the nearer to the tone; they spread about three and a half points."""
    share = np.exp(-(((SCORES - tone) / 4) ** 2) / 2)
    return draw.choice(SCORES, count, p=share / share.sum())
