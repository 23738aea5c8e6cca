"""How sure a mean score is when it rests on one, two or no incidents."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import stdtrit

from dragoman.errors import InputError

Floats = NDArray[np.float64]

LOWEST, HIGHEST = -10.0, 10.0  # PLOVER's scale
SPREAD = 5.8  # the standard deviation of PLOVER's sixteen type scores: what is known of a dyad before its first incident
PRIOR_INCIDENTS = 4  # what SPREAD weighs against the series, and the series against a period; 1 to 16 all cover 0.9 in simulation


def mean_intervals(counts: ArrayLike, sums: ArrayLike, sums_of_squares: ArrayLike, level: float = 0.9) -> tuple[Floats, Floats, Floats]:
    """The mean score of each period with its interval: (mean, low, high), NaN where a period has no incident.

    Moderated t intervals (Smyth 2004): the spread inside a period is shrunk towards that of the whole series, and that
    of the series towards the spread of PLOVER's types; the mean itself is left as it is counted. With one incident the
    width comes from the series; with many, the interval is Student's. Bounds stop at the ends of the scale. The
    incidents of a period are taken as independent: reports of one happening must have been joined before.
    Raises InputError when the arrays differ in length or the level is not between 0 and 1.
    """
    n, total, squares = _as_columns(counts, sums, sums_of_squares)
    if not 0 < level < 1:
        raise InputError(f"mean_intervals: level: {level} is not between 0 and 1; 0.9 is usual")
    filled = n > 0
    mean = np.divide(total, n, out=np.full(len(n), np.nan), where=filled)
    within = np.where(filled, np.maximum(squares - np.nan_to_num(mean) * total, 0), 0)
    freedom = PRIOR_INCIDENTS + np.maximum(n - 1, 0)
    variance = (PRIOR_INCIDENTS * _pool(n, within) + within) / freedom
    half = stdtrit(freedom, (1 + level) / 2) * np.sqrt(variance / np.where(filled, n, np.nan))
    return mean, np.maximum(mean - half, LOWEST), np.minimum(mean + half, HIGHEST)


def pool_variance(counts: ArrayLike, sums: ArrayLike, sums_of_squares: ArrayLike) -> float:
    """The variance of scores inside periods, over all periods, shrunk towards that of PLOVER's types."""
    n, total, squares = _as_columns(counts, sums, sums_of_squares)
    within = np.maximum(squares - total**2 / np.maximum(n, 1), 0)
    return _pool(n, within)


def _pool(n: Floats, within: Floats) -> float:
    return float((PRIOR_INCIDENTS * SPREAD**2 + within.sum()) / (PRIOR_INCIDENTS + np.maximum(n - 1, 0).sum()))


def _as_columns(*columns: ArrayLike) -> Sequence[Floats]:
    arrays = [np.asarray(column, dtype=np.float64) for column in columns]
    sizes = [array.shape for array in arrays]
    if len(set(sizes)) > 1 or arrays[0].ndim != 1:
        raise InputError(f"mean_intervals: shapes {sizes}: counts, sums and sums of squares must be columns of one length")
    return arrays
