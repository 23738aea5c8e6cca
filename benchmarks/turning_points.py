"""Turning points on simulated dyads whose breaks are known: `python benchmarks/turning_points.py` prints the tables.

Constants of the method were tuned on seed 1; the tables are of other seeds. The rivals are ruptures as its manual shows
it, and a rolling rule as one would write it in a spreadsheet. `--fit` prints the constants of the confidence.
"""

import argparse
from collections.abc import Callable, Iterator
from itertools import pairwise
from time import perf_counter

import numpy as np
import ruptures
from scipy.optimize import minimize
from simulated_dyads import KINDS, Floats, Simulated, simulate

from dragoman.relate.breaks import find_breaks
from dragoman.relate.changes import find_phases, usual_penalty
from dragoman.relate.cost import lay_track

Finder = Callable[[Simulated], list[int]]

TOLERANCE = 2  # periods


def find_ours(series: Simulated) -> list[int]:
    """What dragoman finds."""
    phases = find_phases(series.periods, series.counts, series.totals, series.squares)
    return [phase.start for phase in phases[1:]]


def draw_signal(series: Simulated) -> Floats:
    """Mean score, carried over empty periods, and the logarithm of the count, both standardised."""
    tone, last = np.zeros(len(series.counts)), 0.0
    for i, (count, total) in enumerate(zip(series.counts, series.totals, strict=True)):
        last = total / count if count else last
        tone[i] = last
    signal = np.column_stack([tone, np.log1p(series.counts)])
    return np.asarray((signal - signal.mean(axis=0)) / np.maximum(signal.std(axis=0), 1e-9))


def find_pelt_rbf(series: Simulated) -> list[int]:
    """Ruptures' first example: PELT with the Gaussian kernel and a penalty of 10."""
    return list(ruptures.Pelt(model="rbf").fit(draw_signal(series)).predict(pen=10)[:-1])


def find_pelt_tuned(series: Simulated) -> list[int]:
    """The same with every period looked at and the penalty that is best on seed 1 (of 1, 2, 3, 4, 5, 7)."""
    return list(ruptures.Pelt(model="rbf", jump=1, min_size=3).fit(draw_signal(series)).predict(pen=3)[:-1])


def find_binseg_l2(series: Simulated) -> list[int]:
    """Binary segmentation by least squares with the penalty of BIC on a standardised signal of two columns."""
    return list(ruptures.Binseg(model="l2", jump=1).fit(draw_signal(series)).predict(pen=2 * 2 * np.log(len(series.counts)))[:-1])


def find_rolling(series: Simulated, window: int = 6) -> list[int]:
    """Where the mean of the next six periods leaves that of the last six by more than 1.5 standard deviations, at its height."""
    signal = draw_signal(series)
    gap = np.zeros(len(signal))
    for i in range(window, len(signal) - window + 1):
        gap[i] = np.abs(signal[i : i + window].mean(axis=0) - signal[i - window : i].mean(axis=0)).max()
    return [i for i in range(window, len(gap) - window) if gap[i] > 1.5 and gap[i] == gap[i - window : i + window + 1].max()]


FINDERS: dict[str, Finder] = {
    "dragoman": find_ours,
    "PELT, rbf, pen 10": find_pelt_rbf,
    "PELT, rbf, tuned": find_pelt_tuned,
    "Binseg, l2, BIC": find_binseg_l2,
    "rolling mean": find_rolling,
}


def count_hits(found: list[int], true: tuple[int, ...]) -> int:
    """How many true breaks are found within the tolerance, each by one finding."""
    left = list(found)
    hits = 0
    for place in true:
        near = min(left, key=lambda one: abs(one - place), default=None)
        if near is not None and abs(near - place) <= TOLERANCE:
            left.remove(near)
            hits += 1
    return hits


def rate_finder(finder: Finder, collection: list[Simulated]) -> tuple[float, float, float, float]:
    """Precision, recall, false breaks a series, and milliseconds a series."""
    begun = perf_counter()
    rows = [(finder(series), series.breaks) for series in collection]
    spent = (perf_counter() - begun) * 1000 / max(len(rows), 1)
    hits = sum(count_hits(found, true) for found, true in rows)
    total, wanted = sum(len(found) for found, _ in rows), sum(len(true) for _, true in rows)
    return hits / max(total, 1), hits / max(wanted, 1), (total - hits) / max(len(rows), 1), spent


def slices(collection: list[Simulated]) -> Iterator[tuple[str, list[Simulated]]]:
    """The parts that are reported: all, each kind, calm and troubled, sparse and dense."""
    yield "all", collection
    for kind in KINDS:
        yield kind, [series for series in collection if series.kind == kind]
    yield "calm", [series for series in collection if not series.troubled]
    yield "troubled", [series for series in collection if series.troubled]
    yield "under 1 incident", [series for series in collection if series.rate < 1]
    yield "1 to 3 incidents", [series for series in collection if 1 <= series.rate < 3]
    yield "3 or more", [series for series in collection if series.rate >= 3]


def judge_breaks(collection: list[Simulated]) -> Floats:
    """For each break found before the confidence sifts: surplus over the penalty, length of the shorter side, whether it is real."""
    rows = []
    for series in collection:
        track, size = lay_track(series.counts, series.totals), len(series.counts)
        found = find_breaks(track, usual_penalty(size), 3, 0)
        edges = [0, *(one.at for one in found), size]
        for one, (start, stop) in zip(found, zip(edges, edges[2:], strict=False), strict=True):
            surplus = max(float(track.gain(start, one.at, stop)) - usual_penalty(size), 0)
            real = any(abs(place - one.at) <= TOLERANCE or one.earliest <= place <= one.latest for place in series.breaks)
            rows.append((surplus, min(one.at - start, stop - one.at), real, one.confidence))
    return np.array(rows, dtype=np.float64)


def fit_confidence(rows: Floats) -> Floats:
    """The constants of the logistic that tells real breaks from false ones."""
    known, sign = np.column_stack([np.ones(len(rows)), np.log1p(rows[:, 0]), np.log(rows[:, 1])]), np.where(rows[:, 2] > 0, -1, 1)
    return np.asarray(minimize(lambda x: float(np.logaddexp(0, sign * (known @ x)).mean()), np.zeros(3)).x)


def print_reliability(rows: Floats) -> None:
    """Prints, for bands of confidence, the mean confidence and the share of breaks that are real."""
    print(f"\n{'confidence':<20}{'breaks':>10}{'said':>8}{'real':>8}")
    for low, high in pairwise((0, 0.5, 0.7, 0.8, 0.9, 0.95, 1.01)):
        band = rows[(rows[:, 3] >= low) & (rows[:, 3] < high)]
        if len(band):
            print(f"{f'{low} to {min(high, 1)}':<20}{len(band):>10}{band[:, 3].mean():>8.2f}{band[:, 2].mean():>8.2f}")


def print_tables(collection: list[Simulated]) -> None:
    """Prints precision, recall, false breaks and time of each finder."""
    for name, part in slices(collection):
        print(f"\n{name}: {len(part)} series, {sum(len(series.breaks) for series in part)} breaks")
        print(f"{'':<20}{'precision':>10}{'recall':>8}{'false a series':>16}{'ms a series':>13}")
        for label, finder in FINDERS.items():
            precision, recall, false, spent = rate_finder(finder, part)
            print(f"{label:<20}{precision:>10.2f}{recall:>8.2f}{false:>16.2f}{spent:>13.1f}")


def main() -> None:
    """Prints the tables, or the constants that fit the seeds."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seeds", type=int, nargs="+", default=[2, 3])
    parser.add_argument("--series", type=int, default=240, help="series of each seed")
    parser.add_argument("--fit", action="store_true", help="print the constants of the confidence, fitted on these seeds")
    options = parser.parse_args()
    draws = [np.random.default_rng(seed) for seed in options.seeds]
    collection = [simulate(draw, KINDS[i % len(KINDS)]) for draw in draws for i in range(options.series)]
    if options.fit:
        print(fit_confidence(judge_breaks(collection)).round(2))
    else:
        print_tables(collection)
        print_reliability(judge_breaks(collection))


if __name__ == "__main__":
    main()
