"""Calendar arithmetic: weeks run from Monday to Sunday, and every answer is an interval of days."""

from calendar import monthrange
from datetime import date, timedelta

Interval = tuple[date, date]

SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 14)}
PARTS = {"early": (1, 10), "start": (1, 10), "beginning": (1, 10), "mid": (11, 20), "middle": (11, 20)}
PARTS |= {"late": (21, 31), "end": (21, 31)}


def later(day: date, days: int) -> date:
    """The day that many days on; the calendar's rim where there is none."""
    number = min(max(day.toordinal() + days, 1), date.max.toordinal())
    return date.fromordinal(number)


def week_of(day: date, shift: int = 0) -> Interval:
    """The week that holds the day, or the one `shift` weeks on."""
    monday = later(day, 7 * shift - day.weekday())
    return monday, later(monday, 6)


def month_at(year: int, month: int, part: str | None = None) -> Interval:
    """The month, or its early, middle or late third; months beyond 12 run into the next year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    length = monthrange(year, month)[1]
    first, last = PARTS.get(part or "", (1, length))
    return date(year, month, first), date(year, month, min(last, length))


def year_at(year: int, part: str | None = None) -> Interval:
    """The year, or its early, middle or late four months."""
    first, last = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}.get(part or "", (1, 12))
    return month_at(year, first)[0], month_at(year, last)[1]


def season_at(year: int, name: str) -> Interval:
    """The season of the year; a winter begins in its year's December."""
    first, last = SEASONS[name]
    return month_at(year, first)[0], month_at(year, last)[1]


def weekday_up_to(day: date, weekday: int) -> date:
    """The last such weekday, the day itself included."""
    return later(day, -((day.weekday() - weekday) % 7))


def weekday_from(day: date, weekday: int) -> date:
    """The next such weekday, the day itself included."""
    return later(day, (weekday - day.weekday()) % 7)


def weekend_up_to(day: date) -> Interval:
    """The last Saturday and Sunday that have begun."""
    saturday = weekday_up_to(day, 5)
    return saturday, later(saturday, 1)


def valid_date(year: int, month: int, day: int) -> date | None:
    """The date, None where the calendar has no such day."""
    if not (1 <= month <= 12 and 1 <= year <= 9999 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return date(year, month, day)


def shifted(span: Interval, amount: int, unit: str) -> Interval:
    """The interval moved by that many units; by months and years it widens to whole ones."""
    anchor = span[0] if amount < 0 else span[1]
    if unit == "month":
        return month_at(anchor.year, anchor.month + amount)
    if unit == "year":
        return year_at(min(max(anchor.year + amount, 1), 9999))
    days = amount * (7 if unit == "week" else 1)
    return later(anchor, days), later(anchor, days)


def span_back(last: date, amount: int, unit: str) -> Interval:
    """The stretch of that many units that ends on the day."""
    days = amount * {"week": 7, "month": 30, "year": 365, "decade": 3652}.get(unit, 1)
    return last - timedelta(days=min(days - 1, last.toordinal() - 1)), last
