"""Reads calendar periods that are counted from publication: "last week", "the end of the month"."""

from dragoman.locate.days import Interval, later, month_at, week_of, year_at
from dragoman.locate.words import Time, Words


def read_period(words: Words, i: int, unit: str) -> Time | None:
    """ "Last week", "late last year", "earlier this month", "this morning"."""
    lead = words.at(i - 1)
    if words.published is None or lead not in ("last", "this", "next") or words.at(i).endswith("s"):
        return None
    shift = {"last": -1, "this": 0, "next": 1}[lead]
    if unit in ("day", "night", "hour", "minute"):
        day = later(words.published, shift)
        return Time(i - 1, i + 1, i, day, day, "day", "published", (day, day))
    span = _unit_at(words, unit, shift)
    start, past, ahead = i - 1, span, span
    if shift == 0:
        past, ahead = (span[0], words.published), (words.published, span[1])
    start, part = _part(words, start)
    if part:
        past = ahead = _third(span, part)
    if shift == 0 and words.at(start - 1) in ("earlier", "later"):
        start -= 1
    return Time(start, i + 1, i, *past, unit if unit in ("month", "year") else "span", "published", ahead)


def _unit_at(words: Words, unit: str, shift: int) -> Interval:
    now = words.published
    assert now is not None, "only asked for when there is a day to count from"
    if unit == "week":
        return week_of(now, shift)
    if unit == "month":
        return month_at(now.year, now.month + shift)
    return year_at(now.year + shift)


def _part(words: Words, start: int) -> tuple[int, str | None]:
    if words.at(start - 1) in ("early", "late"):
        return start - 1, words.at(start - 1)
    if words.at(start - 1) == "of" and words.at(start - 2) in ("start", "beginning", "end", "middle"):
        return start - 2 - (words.at(start - 3) == "the"), words.at(start - 2)
    return start, None


def _third(span: Interval, part: str) -> Interval:
    third = ((span[1] - span[0]).days + 1) // 3
    if part in ("early", "start", "beginning"):
        return span[0], later(span[0], third - 1)
    return (later(span[1], 1 - third), span[1]) if part in ("late", "end") else (later(span[0], third), later(span[1], -third))


def read_part(words: Words, i: int, unit: str) -> Time | None:
    """ "At the start of the month", "earlier in the day"."""
    if words.at(i - 1) != "the" or words.published is None or unit not in ("day", "week", "month", "year"):
        return None
    start, part = _part(words, i - 1)
    if part and unit != "day":
        span = _third(_unit_at(words, unit, 0), part)
        return Time(start, i + 1, i, *span, "span", "published", span)
    if words.at(i - 2) == "in" and words.at(i - 3) in ("earlier", "later"):
        if unit == "day":
            return Time(i - 3, i + 1, i, kind="relative", anchor="event", shift=(0, "day"))
        past = _unit_at(words, unit, 0)[0], words.published
        return Time(i - 3, i + 1, i, *past, "span", "published", (words.published, _unit_at(words, unit, 0)[1]))
    return None
