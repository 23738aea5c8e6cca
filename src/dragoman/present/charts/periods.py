"""Time across a chart: where a day stands in pixels, how long a period lasts, which ticks are worth a word."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from statistics import median

from msgspec import Struct

STEP_NAMES = ((2, "day"), (10, "week"), (45, "month"), (120, "quarter"))
TICK_ROOM = 52  # pixels that a tick's word and the space after it take
MONTH_STEPS = (1, 3, 6, 12, 24, 60, 120)


class Clock(Struct, frozen=True):
    """A stretch of days over a width of pixels; `last` is excluded."""

    first: date
    last: date
    width: float

    def place_day(self, day: date) -> float:
        """The day's pixels from the left, never outside the width."""
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        return round(max(0.0, min(1.0, share)) * self.width, 1)

    def domain(self) -> list[int]:
        """The two ends as milliseconds, as a scale of time takes them."""
        return [milliseconds(self.first), milliseconds(self.last)]


def milliseconds(day: date) -> int:
    """The day's beginning in UTC, in milliseconds since 1970."""
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp() * 1000)


def step_days(periods: Sequence[date]) -> int:
    """The usual number of days between two periods; 31 where there is one period only."""
    return round(median((after - before).days for before, after in pairwise(periods))) if len(periods) > 1 else 31


def name_step(days: int) -> str:
    """What a period of so many days is called."""
    return next((name for most, name in STEP_NAMES if days <= most), "year")


def end_periods(periods: Sequence[date]) -> list[date]:
    """The day after each period's last: the next period's first where it follows at once."""
    step = step_days(periods)
    usual = [period + timedelta(days=step) for period in periods]
    return [after if (after - before).days <= step * 1.6 else end for (before, after), end in zip(pairwise(periods), usual, strict=False)] + usual[
        -1:
    ]


def choose_ticks(clock: Clock) -> list[date]:
    """Firsts of months, as many as have room for a word each."""
    for step in MONTH_STEPS:
        ticks = [day for day in _firsts(clock) if (day.year * 12 + day.month - 1) % step == 0]
        if len(ticks) * TICK_ROOM <= clock.width:
            return ticks
    return []


def tell_tick(tick: date, ticks: Sequence[date]) -> str:
    """The tick in words: its year where all are Januaries, else its month, with the year at the first and each January."""
    if len(ticks) > 1 and all(other.month == 1 for other in ticks):
        return str(tick.year)
    return f"{tick:%b %Y}" if tick.month == 1 or tick == ticks[0] else f"{tick:%b}"


def _firsts(clock: Clock) -> list[date]:
    months = range(clock.first.year * 12 + clock.first.month - 1, clock.last.year * 12 + clock.last.month)
    days = [date(month // 12, month % 12 + 1, 1) for month in months]
    return [day for day in days if clock.first <= day < clock.last]
