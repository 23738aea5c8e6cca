"""Turning points are found where a relation turned, with a confidence, and nowhere else."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import InputError
from dragoman.relate.changes import find_phases
from dragoman.relate.phases import Phase, close_periods

GOOD, BAD = (2.5, 4.0, 5.0, 1.5), (-3.0, -6.0, -7.0, -9.0)
Columns = tuple[list[date], list[int], list[float], list[float]]


def months(number: int) -> list[date]:
    """The first days of so many months from 2020 on."""
    return [date(2020 + i // 12, i % 12 + 1, 1) for i in range(number)]


def series(periods: list[list[float]]) -> Columns:
    """The columns of the scores of each month."""
    return months(len(periods)), [len(p) for p in periods], [sum(p) for p in periods], [sum(x * x for x in p) for p in periods]


def draw_months(number: int, scores: tuple[float, ...], rate: float, seed: int = 0) -> list[list[float]]:
    """So many months of Poisson counts of these scores."""
    draw = np.random.default_rng(seed)
    return [draw.choice(scores, size).tolist() for size in draw.poisson(rate, number)]


RUPTURE = [*draw_months(30, GOOD, 3), *draw_months(20, BAD, 3, 1)]
STEADY = draw_months(60, GOOD, 3, 2)


def test_a_rupture_is_a_new_phase() -> None:
    """The month in which the tone fell begins the second phase, near certain, and its sentence says so."""
    before, after = find_phases(*series(RUPTURE))
    assert (before.first, before.last, before.start, before.stop) == (date(2020, 1, 1), date(2022, 6, 30), 0, 30)
    assert (after.first, after.last, after.start, after.stop) == (date(2022, 7, 1), date(2024, 2, 29), 30, 50)
    assert after.change is not None
    assert after.change < -8
    assert after.confidence is not None
    assert after.confidence > 0.9
    assert after.reason.startswith(f"mean fell from {before.mean:+.1f} to {after.mean:+.1f} in July 2022; {before.incidents} incidents before, ")


def test_the_first_phase_has_no_change() -> None:
    """There is nothing before the first phase to compare with."""
    (first, *_) = find_phases(*series(RUPTURE))
    assert (first.change, first.confidence, first.earliest) == (None, None, None)
    assert first.reason.startswith("first phase, mean +")


def test_a_steady_relation_is_one_phase() -> None:
    """Chance alone makes no turning point."""
    assert len(find_phases(*series(STEADY))) == 1


def test_a_jump_of_volume_is_a_new_phase() -> None:
    """The same tone at six times the rate is another phase, and only for who watches volume."""
    columns = series([*draw_months(30, GOOD, 1), *draw_months(30, GOOD, 8, 1)])
    both, tone = find_phases(*columns), find_phases(*columns, watch="tone")
    assert [phase.start for phase in both] == [0, 30]
    assert "incidents rose from" in both[1].reason
    assert len(tone) == 1


@pytest.mark.parametrize("strike", [[-9.0], [-9.0] * 12], ids=["one strike", "a dozen in one month"])
def test_one_bad_month_is_not_a_phase(strike: list[float]) -> None:
    """An outlier is an episode."""
    assert len(find_phases(*series([*STEADY[:30], strike, *STEADY[30:]]))) == 1


def test_silence_is_a_phase_without_a_mean() -> None:
    """When incidents stop for years the phase has no mean and no change, and says that they stopped."""
    *_, last = find_phases(*series([*draw_months(30, GOOD, 4), *([[]] * 30)]))
    assert (last.mean, last.low, last.change, last.incidents) == (None, None, None, 0)
    assert last.reason.startswith("incidents stopped")


@pytest.mark.parametrize("number", [0, 1, 5])
def test_few_periods_make_no_turning_point(number: int) -> None:
    """Without room for two phases there is one, and none where there is no period."""
    assert len(find_phases(*series(RUPTURE[27 : 27 + number]))) == min(number, 1)


PERIODS = st.lists(st.lists(st.sampled_from((*GOOD, *BAD)), max_size=4), min_size=1, max_size=30)


@settings(max_examples=40, deadline=None)
@given(PERIODS, st.sampled_from(["both", "tone", "volume"]))
def test_phases_cover_the_series(periods: list[list[float]], watch: Any) -> None:
    """Phases follow one another without gaps, hold every incident once, and their means lie in their intervals."""
    phases = find_phases(*series(periods), watch=watch, penalty=2.0, min_confidence=0)
    assert [phase.start for phase in phases] == [0, *(phase.stop for phase in phases[:-1])]
    assert phases[-1].stop == len(periods)
    assert all(after.first == before.last + timedelta(days=1) for before, after in pairwise(phases))
    for phase in phases:
        scores = [score for period in periods[phase.start : phase.stop] for score in period]
        assert phase.incidents == len(scores)
        assert phase.mean == (pytest.approx(np.mean(scores), abs=0.0051) if scores else None)


@settings(max_examples=25, deadline=None)
@given(PERIODS)
def test_the_same_series_gives_the_same_phases(periods: list[list[float]]) -> None:
    """Nothing is drawn by chance, and mirrored scores mirror the means."""
    phases = find_phases(*series(periods), penalty=3.0)
    mirrored = find_phases(*series([[-score for score in period] for period in periods]), penalty=3.0)
    assert phases == find_phases(*series(periods), penalty=3.0)
    assert [phase.start for phase in mirrored] == [phase.start for phase in phases]


def test_a_break_below_the_confidence_is_left_out() -> None:
    """Who asks for certainty gets fewer breaks."""
    faint = [*draw_months(30, (2.5, 4.0, -3.0), 2), *draw_months(30, (2.5, -3.0, -6.0), 2, 1)]
    numbers = [len(find_phases(*series(faint), penalty=1.0, min_confidence=least)) for least in (0, 0.5, 0.99)]
    assert numbers[0] > numbers[1] >= numbers[2]


ENDS = {
    "weeks": ([date(2024, 1, 1), date(2024, 1, 8)], date(2024, 1, 14)),
    "months": ([date(2023, 11, 1), date(2023, 12, 1)], date(2023, 12, 31)),
    "quarters": ([date(2023, 7, 1), date(2023, 10, 1)], date(2023, 12, 31)),
    "years": ([date(2022, 1, 1), date(2023, 1, 1)], date(2023, 12, 31)),
    "days": ([date(2024, 2, 27), date(2024, 2, 28)], date(2024, 2, 28)),
    "one month": ([date(2024, 2, 1)], date(2024, 2, 29)),
}


@pytest.mark.parametrize(("periods", "last"), ENDS.values(), ids=ENDS)
def test_the_last_period_is_as_long_as_its_kind(periods: list[date], last: date) -> None:
    """The last day is that of a whole day, week, month, quarter or year."""
    assert close_periods(periods)[-1] == last


def test_a_weekly_series_tells_the_day() -> None:
    """Weeks are told by their first day, months by name."""
    weeks = [date(2024, 1, 1) + timedelta(weeks=i) for i in range(len(RUPTURE))]
    *_, last = find_phases(weeks, *series(RUPTURE)[1:])
    assert " on 29 July 2024; " in last.reason


WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "length": ({"counts": [1]}, "one value a period is needed"),
    "order": ({"periods": [date(2024, 2, 1), date(2024, 1, 1)]}, "not in order"),
    "negative": ({"counts": [1, -1]}, "below 0"),
    "no room": ({"min_periods": 0}, "min_periods: 0 is below 1"),
}


@pytest.mark.parametrize(("changes", "words"), WRONG.values(), ids=WRONG)
def test_what_does_not_fit_is_refused(changes: dict[str, Any], words: str) -> None:
    """Columns that do not fit the periods are errors that say what is needed."""
    sound: dict[str, Any] = {"periods": months(2), "counts": [1, 1], "totals": [1, 1], "squares": [1, 1]}
    with pytest.raises(InputError, match=words):
        find_phases(**(sound | changes))


def test_a_phase_is_frozen() -> None:
    """What was found is not changed afterwards."""
    (phase,) = find_phases(*series(STEADY[:4]))
    assert isinstance(phase, Phase)
    with pytest.raises(AttributeError):
        phase.incidents = 0  # type: ignore[misc]
