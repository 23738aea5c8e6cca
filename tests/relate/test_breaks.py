"""The cheapest division is found, priced with noise read from the series itself."""

from itertools import combinations, pairwise

import numpy as np
import pytest
import ruptures
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dragoman.relate.breaks import divide, find_breaks, locate_break, rate_break
from dragoman.relate.changes import usual_penalty
from dragoman.relate.cost import lay_track, measure_spread, measure_unevenness, trim_outliers

SCORES = (2.5, 4.0, 1.5, -3.0, -6.0, -9.0)
PAIR = [2.5, 2.5]
GAP = [[], PAIR, PAIR, [], [2.5], [2.5], [], [], [], [], PAIR, PAIR]  # PELT with a least length of three misses the best division


@settings(max_examples=30, deadline=None)
@given(st.lists(st.lists(st.sampled_from(SCORES), max_size=3), min_size=12, max_size=14))
@example(GAP)
def test_the_division_is_the_cheapest(periods: list[list[float]]) -> None:
    """No division by brute force, up to three breaks, is cheaper than the one found."""
    track, size = lay_track([len(p) for p in periods], [sum(p) for p in periods]), len(periods)

    def price(places: tuple[int, ...]) -> float:
        edges = [0, *places, size]
        return sum(float(track.price(a, b)) + 4 for a, b in pairwise(edges))

    found = tuple(divide(track, 4, 3))
    every = (places for number in range(4) for places in combinations(range(3, size - 2), number))
    fair = [places for places in every if all(b - a >= 3 for a, b in pairwise(places))]
    assert price(found) == pytest.approx(min(map(price, fair)))


def test_least_squares_agree_with_ruptures() -> None:
    """With one incident a period and the tone alone, the breaks are those of ruptures' own least squares."""
    draw = np.random.default_rng(4)
    values = np.concatenate([draw.normal(3, 1, 20), draw.normal(-4, 1, 20), draw.normal(0, 1, 20)])
    track = lay_track(np.ones(60), values, "tone")
    ours = [one.at for one in find_breaks(track, usual_penalty(60, "tone"), 3, 0)]
    assert ours == ruptures.Dynp(model="l2", min_size=3, jump=1).fit(values).predict(n_bkps=2)[:-1]


def test_the_likely_place_of_a_clear_break_is_narrow() -> None:
    """A clear break lies within few periods, a faint one within more."""
    ranges = []
    for fall in (1.0, 6.0):
        draw = np.random.default_rng(5)
        values = np.concatenate([draw.normal(3, 2, 30), draw.normal(3 - fall, 2, 30)])
        first, last = locate_break(lay_track(np.ones(60), values, "tone"), 0, 60, 3)
        ranges.append(last - first)
    assert ranges[1] < ranges[0]
    assert ranges[1] <= 4


@given(st.floats(0, 200), st.integers(3, 50))
def test_confidence_grows_with_evidence(surplus: float, shorter: int) -> None:
    """More gain and longer phases never lower the confidence, which is a share."""
    assert 0 < rate_break(surplus, shorter) <= rate_break(surplus + 5, shorter) <= 1
    assert rate_break(surplus, shorter) <= rate_break(surplus, shorter + 5)


@given(st.lists(st.floats(-10, 10), min_size=1, max_size=30))
def test_trimming_keeps_to_the_range(values: list[float]) -> None:
    """Trimmed values lie between the least and greatest of the series."""
    trimmed = trim_outliers(np.array(values))
    assert min(values) <= trimmed.min() <= trimmed.max() <= max(values)


def test_trimming_takes_the_outlier_and_leaves_the_step() -> None:
    """A lone value is held to its neighbours; a lasting change stays as sharp as it was."""
    assert trim_outliers(np.array([1.0, 1, 1, -9, 1, 1, 1])).tolist() == [1.0] * 7
    assert trim_outliers(np.array([1.0] * 5 + [-9.0] * 5)).tolist() == [1.0] * 5 + [-9.0] * 5


def test_noise_is_read_beside_a_break() -> None:
    """The variance of scores and the unevenness of counts come out near the truth, a break notwithstanding."""
    draw = np.random.default_rng(6)
    tones = np.concatenate([draw.normal(5, 3, 200), draw.normal(-5, 3, 200)])
    assert measure_spread(tones, np.ones(400)) == pytest.approx(9, rel=0.25)
    counts = draw.poisson(4 * draw.gamma(2, 0.5, 400)).astype(float)
    assert measure_unevenness(counts) == pytest.approx(0.5, rel=0.35)
