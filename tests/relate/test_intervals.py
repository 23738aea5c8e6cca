"""A mean score comes with an interval that is honest about few incidents."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import InputError
from dragoman.relate.intervals import mean_intervals, pool_variance

SCORES = np.array([2.5, 4.0, 5.0, 4.5, 9.5, 10.0, 6.5, 0.0, -3.0, -2.0, -3.5, -5.0, -6.0, -5.5, -7.0, -9.0])
PERIODS = st.lists(st.lists(st.sampled_from(SCORES.tolist()), max_size=6), min_size=1, max_size=12)


def columns(periods: list[list[float]]) -> tuple[list[int], list[float], list[float]]:
    """Counts, sums and sums of squares of the scores of each period."""
    return [len(p) for p in periods], [sum(p) for p in periods], [sum(x * x for x in p) for p in periods]


@settings(max_examples=60)
@given(PERIODS)
def test_the_mean_is_the_mean(periods: list[list[float]]) -> None:
    """The mean is that of the scores, lies in its interval, and is missing where nothing happened."""
    for scores, mean, low, high in zip(periods, *mean_intervals(*columns(periods)), strict=True):
        if scores:
            assert mean == pytest.approx(np.mean(scores))
            assert -10 <= low <= mean <= high <= 10
        else:
            assert np.isnan([mean, low, high]).all()


@settings(max_examples=40)
@given(PERIODS, st.floats(0.5, 0.9))
def test_a_surer_interval_is_wider(periods: list[list[float]], level: float) -> None:
    """A higher level never gives a narrower interval."""
    _, low, high = mean_intervals(*columns(periods), level)
    _, lower, higher = mean_intervals(*columns(periods), level + 0.05)
    assert np.all((lower <= low + 1e-9) | np.isnan(low))
    assert np.all((higher >= high - 1e-9) | np.isnan(high))


def test_one_incident_says_little() -> None:
    """A lone incident has an interval of many points, and a hundred alike a narrow one."""
    _, low, high = mean_intervals([1], [2.5], [6.25])
    assert high[0] - low[0] > 10
    _, low, high = mean_intervals([100], [250], [625])
    assert high[0] - low[0] < 1


def test_a_lone_incident_borrows_its_width_from_the_series() -> None:
    """In a series that hardly varies, one incident is surer than in a series that varies."""
    widths = [high[0] - low[0] for _, low, high in (mean_intervals([1, 50], [0, 0], [0, spread * 50]) for spread in (1, 30))]
    assert widths[0] < widths[1]


@pytest.mark.parametrize("centre", [-8, 0, 3])
@pytest.mark.parametrize("rate", [0.3, 1, 5])
def test_nine_in_ten_intervals_hold_the_truth(centre: float, rate: float) -> None:
    """On simulated series the 90 % interval covers the true mean in at least 88 %, of periods with one incident in 85 %."""
    draw = np.random.default_rng(3)
    share = np.exp(-(((SCORES - centre) / 5) ** 2) / 2)
    share /= share.sum()
    hits: list[tuple[int, bool]] = []
    for _ in range(60):
        periods = [draw.choice(SCORES, size, p=share).tolist() for size in draw.poisson(rate, 30)]
        _, low, high = mean_intervals(*columns(periods))
        hits += [(len(p), a <= share @ SCORES <= b) for p, a, b in zip(periods, low, high, strict=True) if p]
    assert np.mean([hit for _, hit in hits]) >= 0.88
    assert np.mean([hit for size, hit in hits if size == 1]) >= 0.85


def test_the_spread_of_no_incidents_is_that_of_the_types() -> None:
    """Before the first incident the variance is PLOVER's own."""
    assert pool_variance([0, 0], [0, 0], [0, 0]) == pytest.approx(SCORES.var(), rel=0.05)


@pytest.mark.parametrize(("counts", "level", "words"), [([1], 0.9, "columns of one length"), ([1, 1], 1.0, "not between 0 and 1")])
def test_what_does_not_fit_is_refused(counts: list[int], level: float, words: str) -> None:
    """Columns of different lengths and impossible levels are errors."""
    with pytest.raises(InputError, match=words):
        mean_intervals(counts, [1, 1], [1, 1], level)
