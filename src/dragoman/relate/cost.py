"""What it costs to call a stretch of periods one phase: one tone, one rate of incidents."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from dragoman.relate.intervals import SPREAD

Floats = NDArray[np.float64]
Watch = Literal["both", "tone", "volume"]

LIKENESS = 0.2  # how alike two incidents of one period are (intraclass correlation): ten in a week weigh as three and a half
PRIOR_PAIRS = 4  # what the spread of PLOVER's types weighs against the differences seen
LEAST_UNEVENNESS = 0.1  # political counts are never as even as Poisson's: variance at least mean + 0.1 mean²
REACH = 2  # periods on either side that an outlier is held against
WINSOR = 2.706  # the 90 % point of chi-square with one degree; what lies above counts as this much,
WINSORED = 0.8315  # and this is the mean of chi-square so cut


@dataclass(frozen=True)
class Track:
    """A series made ready: running sums from which any stretch is priced at once.

    `weight`, `first`, `second` are the running sums of the tones' weights (their inverse variances), weighted means and
    weighted squares; `volume` that of the incidents. `unevenness` is the negative binomial's: variance = mean +
    unevenness x mean². `watch` names what makes a phase.
    """

    weight: Floats
    first: Floats
    second: Floats
    volume: Floats
    unevenness: float
    watch: Watch = "both"

    def __len__(self) -> int:
        return len(self.weight) - 1

    def price(self, start: ArrayLike, stop: ArrayLike) -> Floats:
        """Minus twice the log-likelihood of the stretches [start, stop) as single phases, up to a constant."""
        begin, end = np.asarray(start), np.asarray(stop)
        tone = self._price_tone(begin, end) if self.watch != "volume" else 0.0
        volume = self._price_volume(begin, end) if self.watch != "tone" else 0.0
        return np.asarray(tone + volume, dtype=np.float64)

    def gain(self, start: ArrayLike, split: ArrayLike, stop: ArrayLike) -> Floats:
        """How much better two phases explain the stretch than one, in the same unit."""
        return self.price(start, stop) - self.price(start, split) - self.price(split, stop)

    def _price_tone(self, start: NDArray[np.int64], stop: NDArray[np.int64]) -> Floats:
        weight, first, second = (_between(run, start, stop) for run in (self.weight, self.first, self.second))
        return np.asarray(second - first**2 / np.where(weight > 0, weight, 1))

    def _price_volume(self, start: NDArray[np.int64], stop: NDArray[np.int64]) -> Floats:
        total, size = _between(self.volume, start, stop), 1 / self.unevenness
        mean = total / (stop - start)
        return np.asarray(-2 * (total * np.log(np.where(total > 0, mean, 1)) - (total + size * (stop - start)) * np.log1p(mean / size)))


def lay_track(counts: ArrayLike, totals: ArrayLike, watch: Watch = "both") -> Track:
    """The series ready for pricing: single outliers trimmed, spread and unevenness read from neighbouring periods."""
    n, total = np.asarray(counts, dtype=np.float64), np.asarray(totals, dtype=np.float64)
    told = np.flatnonzero(n > 0)
    tone = np.zeros(len(n))
    raw = total[told] / n[told]
    tone[told] = trim_outliers(raw)
    size = np.divide(1 + (n - 1) * LIKENESS, n, out=np.zeros(len(n)), where=n > 0)
    weight = np.divide(1 / measure_spread(raw, size[told]), size, out=np.zeros(len(n)), where=n > 0)
    volume = trim_outliers(n)
    return Track(
        weight=_run(weight),
        first=_run(weight * tone),
        second=_run(weight * tone**2),
        volume=_run(volume),
        unevenness=measure_unevenness(n),
        watch=watch,
    )


def trim_outliers(values: Floats) -> Floats:
    """The values held between the second least and the second greatest of their neighbourhood: one strike is not a phase."""
    if not len(values):
        return values
    padded = np.pad(values, REACH, constant_values=np.nan)
    around = np.sort(np.lib.stride_tricks.sliding_window_view(padded, 2 * REACH + 1), axis=1)  # NaN sorts last
    known = np.count_nonzero(~np.isnan(around), axis=1)
    rows = np.arange(len(values))
    low, high = around[rows, np.minimum(1, known - 1)], around[rows, np.maximum(known - 2, 0)]
    return np.clip(values, np.minimum(low, high), np.maximum(low, high))


def measure_spread(tones: Floats, sizes: Floats) -> float:
    """The variance of a single incident's score, from differences of the periods' means, which breaks hardly touch."""
    seen = np.concatenate([(tones[lag:] - tones[:-lag]) ** 2 / (sizes[lag:] + sizes[:-lag]) for lag in (1, 2)])
    if not len(seen):
        return SPREAD**2
    rough = max(float(np.median(seen)) / 0.455, 0.01)
    for _ in range(5):  # the cut depends on the variance that it yields; five rounds settle it
        rough = max(float(np.minimum(seen, WINSOR * rough).mean()) / WINSORED, 0.01)
    return (PRIOR_PAIRS * SPREAD**2 + len(seen) * rough) / (PRIOR_PAIRS + len(seen))


def measure_unevenness(counts: Floats) -> float:
    """The negative binomial's excess variance, from differences of neighbouring counts."""
    pairs = [(counts[lag:], counts[:-lag]) for lag in (1, 2)]
    excess = sum(float(((a - b) ** 2 / 2 - (a + b) / 2).sum()) for a, b in pairs)
    products = sum(float((a * b).sum()) for a, b in pairs)
    return max(excess / products, LEAST_UNEVENNESS) if products else 1.0


def _run(values: Floats) -> Floats:
    return np.concatenate([[0.0], np.cumsum(values)])


def _between(run: Floats, start: NDArray[np.int64], stop: NDArray[np.int64]) -> Floats:
    return np.asarray(run[stop] - run[start], dtype=np.float64)
