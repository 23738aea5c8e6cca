"""Phases of a relation in words: when, how good or bad, what changed, how sure."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from msgspec import Struct

MONTH_DAYS = 27  # the first days of two months are 28 to 31 days apart
WORDS = {1: "day", 7: "week"}


class Phase(Struct, frozen=True):
    """A stretch of periods with one tone and one rate of incidents.

    `first` and `last` are days, both included; `start` and `stop` the periods, `stop` excluded. `mean` is that of the
    phase's incidents with its 90 % interval from `low` to `high`, None where there are none. `change` is the mean's
    difference from the phase before, None for the first phase and where either has no incidents. `confidence` is that a
    new phase began at all, and the break lies between the days `earliest` and `latest`; None for the first phase.
    """

    first: date
    last: date
    mean: float | None
    low: float | None
    high: float | None
    incidents: int
    change: float | None
    confidence: float | None
    reason: str
    start: int
    stop: int
    earliest: date | None = None
    latest: date | None = None


def close_periods(periods: Sequence[date]) -> list[date]:
    """The last day of each period: the day before the next one begins; the last is as long as its kind."""
    ends = [following - timedelta(days=1) for following in periods[1:]]
    return [*ends, next_start(periods[-1], step_days(periods)) - timedelta(days=1)]


def step_days(periods: Sequence[date]) -> int:
    """The usual length of a period in days: the shortest step between two of them, 30 where there is one."""
    return min(((after - before).days for before, after in pairwise(periods)), default=30)


def next_start(period: date, days: int) -> date:
    """The day after a period that begins on the day and lasts about so many days: whole months from four weeks up."""
    if days <= MONTH_DAYS:
        return period + timedelta(days=days)
    months = period.month - 1 + round(days / 30.4)
    return date(period.year + months // 12, months % 12 + 1, min(period.day, 28))


def tell_phase(before: Phase | None, phase: Phase, days: int) -> str:
    """One plain sentence on what began, on how many incidents it rests, and how sure it is."""
    if before is None:
        return f"first phase, {_tell_mean(phase)}; {_count(phase.incidents)}"
    numbers = f"{_count(before.incidents)} before, {phase.incidents} after; confidence {phase.confidence:.2f}"
    return f"{_tell_tone(before, phase)}{_tell_rate(before, phase, days)} {_tell_when(phase.first, days)}; {numbers}"


def _tell_tone(before: Phase, phase: Phase) -> str:
    if before.mean is None or phase.mean is None or phase.change is None:
        return "incidents stopped" if phase.mean is None else f"incidents began, {_tell_mean(phase)}"
    verb = "rose" if phase.change > 0 else "fell"
    if round(phase.change, 1) == 0:
        return f"mean stayed at {phase.mean:+.1f}"
    return f"mean {verb} from {before.mean:+.1f} to {phase.mean:+.1f}"


def _tell_rate(before: Phase, phase: Phase, days: int) -> str:
    rates = [each.incidents / (each.stop - each.start) for each in (before, phase)]
    if not all(rates) or 0.5 < rates[1] / rates[0] < 2:  # less than twofold is not worth a clause
        return ""
    verb = "rose" if rates[1] > rates[0] else "fell"
    return f" and incidents {verb} from {rates[0]:.1f} to {rates[1]:.1f} a {_name_step(days)}"


def _tell_mean(phase: Phase) -> str:
    return "no incidents" if phase.mean is None else f"mean {phase.mean:+.1f}"


def _tell_when(day: date, days: int) -> str:
    return f"in {day:%B %Y}" if days > MONTH_DAYS else f"on {day.day} {day:%B %Y}"


def _name_step(days: int) -> str:
    if days > MONTH_DAYS:
        return "month" if days < 32 else "quarter" if days < 93 else "year"
    return WORDS.get(days, "period")


def _count(incidents: int) -> str:
    return f"{incidents} incident{'' if incidents == 1 else 's'}"
