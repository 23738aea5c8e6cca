"""Reads the days that news counts from its own date: weekdays, today, yesterday, overnight, the weekend."""

from datetime import date

from dragoman.locate.days import later, week_of, weekday_from, weekday_up_to, weekend_up_to
from dragoman.locate.words import CLOCK, DAY_PARTS, WEEKDAYS, Time, Words

HOLIDAYS = frozenset("black good bloody easter palm ash super cyber maundy".split())
NEWSPAPERS = frozenset("times telegraph mail mirror express world nation tribune vision post herald".split())
DEICTIC = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}


def read_weekday(words: Words, i: int) -> Time | None:
    """The weekday at the place, in the week that the words around it give."""
    if not words.is_capital(i):
        return None
    if words.at(i - 1) in HOLIDAYS or (words.is_capital(i + 1) and words.at(i + 1) in NEWSPAPERS):
        return None
    number, end, start = WEEKDAYS[words.at(i)], i + 1, i
    if words.at(end) in DAY_PARTS:
        end += 1
    shift, end = _week_named(words, end)
    if words.published is None:
        return Time(start, end, i)
    start -= words.at(i - 1) in ("last", "next", "this")
    past, ahead = _weekday(words.published, number, words.at(i - 1), shift)
    return Time(start, end, i, past, past, "day", "published", (ahead, ahead))


def _week_named(words: Words, i: int) -> tuple[int | None, int]:
    place = i + (words.at(i) == "of")
    if words.at(place) in ("last", "next", "this") and words.at(place + 1) == "week":
        return {"last": -1, "this": 0, "next": 1}[words.at(place)], place + 2
    return None, i


def _weekday(published: date, number: int, before: str, shift: int | None) -> tuple[date, date]:
    if shift is not None:
        day = later(week_of(published, shift)[0], number)
        return day, day
    if before == "last":
        day = weekday_up_to(later(published, -1), number)
        return day, day
    if before == "next":
        day = weekday_from(later(published, 1), number)
        return day, day
    return weekday_up_to(published, number), weekday_from(published, number)


def read_deictic(words: Words, i: int) -> Time | None:
    """Today, yesterday, tomorrow, tonight."""
    if words.published is None or (words.at(i + 1) == "'s" and words.at(i) == "today" and words.at(i + 2) == "world"):
        return None
    day = later(words.published, DEICTIC[words.at(i)])
    end = i + 1 + (words.at(i + 1) in DAY_PARTS)
    return Time(i, end, i, day, day, "day", "published", (day, day))


def read_overnight(words: Words, i: int) -> Time | None:
    """Overnight: the day before publication and the day itself; before a noun it is no time."""
    if words.published is None or words.doc[i].dep_ in ("amod", "compound"):
        return None
    return Time(
        i,
        i + 1,
        i,
        later(words.published, -1),
        words.published,
        "span",
        "published",
        (words.published, later(words.published, 1)),
    )


def read_weekend(words: Words, i: int) -> Time | None:
    """The weekend that the word before names; without one, the last that has begun."""
    if words.published is None or words.doc[i].dep_ == "compound" or words.at(i - 1) in ("a", "every"):
        return None
    past = weekend_up_to(words.published)
    if words.at(i - 1) == "last" and past[1] >= words.published:
        past = weekend_up_to(later(words.published, -7))
    ahead = weekday_from(words.published, 5)
    if words.at(i - 1) == "next":
        past = (ahead, later(ahead, 1))
    start = i - (words.at(i - 1) in ("the", "this", "last", "next", "past"))
    return Time(start, i + 1, i, *past, "span", "published", (ahead, later(ahead, 1)))


def read_clock(words: Words, i: int) -> Time | None:
    """Dawn, noon and the like: an hour of a day that is told elsewhere."""
    if words.at(i - 1) not in ("at", "before", "after", "around", "by", "since", "until", "till", "from", "past", "to"):
        return None
    return Time(i, i + 1, i, kind="clock", anchor="event", shift=(0, "day"))


NAMED_DAYS = dict.fromkeys(WEEKDAYS, read_weekday) | dict.fromkeys(DEICTIC, read_deictic)
NAMED_DAYS |= {"overnight": read_overnight, "weekend": read_weekend} | dict.fromkeys(CLOCK, read_clock)
