"""Reads dates that the calendar names: "July 26", "26 July 2023", "2023-07-26", "early June", "in 1998"."""

from datetime import date

from dragoman.locate.days import Interval, month_at, season_at, valid_date, year_at
from dragoman.locate.words import MONTHS, Time, Words

YEAR_PREPOSITIONS = frozenset("in since of from by until till during before after between to and through late early mid".split())
RANGE = frozenset(("-", "–", "—", "to", "and", "through", "until"))
MONTH_LEADS = frozenset("in on since of from by until till during before after last next this early late mid and to between through".split())
DOUBTFUL = frozenset(("may", "march", "mar", "mar.", "jun", "sep", "dec", "jan", "august"))


def read_month(words: Words, i: int) -> Time | None:
    """The date built around the month's name at the place."""
    if not words.is_capital(i) or not _is_month(words, i):
        return None
    month = MONTHS[words.at(i)]
    return _day_after(words, i, month) or _day_before(words, i, month) or _whole_month(words, i, month)


def _is_month(words: Words, i: int) -> bool:
    if words.at(i) not in DOUBTFUL:
        return True
    return words.at(i - 1) in MONTH_LEADS or _day(words.at(i + 1)) > 0 or _day(words.at(i - 1)) > 0 or _year(words.at(i + 1)) > 0


def _day_after(words: Words, i: int, month: int) -> Time | None:
    first = _day(words.at(i + 1))
    if not first:
        return None
    last, end = _range_end(words, i + 2)
    year, end = _year_after(words, end)
    return _dated(words, (i, end, i), month, (first, last or first), year)


def _day_before(words: Words, i: int, month: int) -> Time | None:
    start = i - 2 if words.at(i - 1) == "of" else i - 1
    last = _day(words.at(start))
    if not last:
        return None
    first = _day(words.at(start - 2)) if words.at(start - 1) in RANGE else 0
    year, end = _year_after(words, i + 1)
    if words.at(start - 1) == "the":
        start -= 1
    return _dated(words, (start - 2 if first else start, end, i), month, (first or last, last), year)


def _range_end(words: Words, i: int) -> tuple[int, int]:
    last = _day(words.at(i + 1)) if words.at(i) in RANGE else 0
    return (last, i + 2) if last and words.at(i + 2) not in MONTHS else (0, i)


def _dated(words: Words, place: tuple[int, int, int], month: int, days: tuple[int, int], year: int) -> Time | None:
    start, end, head = place
    kind = "day" if days[0] == days[1] else "span"
    if year:
        span = _span(year, month, days)
        return Time(start, end, head, *span, kind, "absolute", span) if span else None
    if words.published is None:
        return Time(start, end, head, kind=kind)
    years = range(words.published.year - 4, words.published.year + 5)
    spans = [span for span in (_span(each, month, days) for each in years) if span]
    past = [span for span in spans if span[0] <= words.published]
    ahead = [span for span in spans if span[1] >= words.published]
    if not past or not ahead:
        return None
    return Time(start, end, head, *past[-1], kind, "absolute", ahead[0])


def _span(year: int, month: int, days: tuple[int, int]) -> Interval | None:
    first, last = valid_date(year, month, days[0]), valid_date(year, month, days[1])
    return (first, last) if first and last and first <= last else None


def _whole_month(words: Words, i: int, month: int) -> Time:
    start, part = _part_before(words, i)
    year, end = _year_after(words, i + 1)
    if year:
        span = month_at(year, month, part)
        return Time(start, end, i, *span, "month", "absolute", span)
    if words.published is None:
        return Time(start, i + 1, i, kind="month")
    now = words.published
    last_year = words.at(i + 1) == "last" and words.at(i + 2) == "year"
    past = now.year - (month > now.month or last_year)
    ahead = now.year + (month < now.month)
    start -= words.at(start - 1) in ("last", "next", "this")
    end = i + 3 if last_year or (words.at(i + 1) in ("this", "next") and words.at(i + 2) == "year") else i + 1
    return Time(start, end, i, *month_at(past, month, part), "month", "absolute", month_at(ahead, month, part))


def _part_before(words: Words, i: int) -> tuple[int, str | None]:
    if words.at(i - 1) in ("early", "late", "mid"):
        return i - 1, words.at(i - 1)
    if words.at(i - 1) == "-" and words.at(i - 2) == "mid":
        return i - 2, "mid"
    if words.at(i - 1) == "of" and words.at(i - 2) in ("start", "beginning", "end", "middle"):
        return i - 2 - (words.at(i - 3) == "the"), words.at(i - 2)
    return i, None


def read_year(words: Words, i: int) -> Time | None:
    """The date that a four-figure number at the place stands for; in "the 2015 deal" it is a name."""
    year = _year(words.at(i))
    if not year:
        return None
    if words.at(i + 1) == "-" and words.at(i + 3) == "-":
        return _iso(words, i, year)
    if words.at(i).endswith("s"):
        start = i - (words.at(i - 1) == "the")
        return Time(start, i + 1, i, date(year, 1, 1), date(year + 9, 12, 31), "span", "absolute")
    if words.at(i - 1) not in YEAR_PREPOSITIONS and words.at(i - 1) not in ("-", "–"):
        span = year_at(year)
        kind = "year" if words.at(i - 1) == "," else "name"
        return Time(i, i + 1, i, *span, kind, "absolute", span)
    if words.doc[i].dep_ == "nummod" and words.doc[i].head.i > i and words.doc[i].head.tag_ == "NNS":
        return None
    part = words.at(i - 1) if words.at(i - 1) in ("early", "late", "mid") else None
    start, end, last = i - (part is not None), i + 1, year
    if words.at(i + 1) in ("-", "–", "to") and _year(words.at(i + 2)) > year:
        end, last = i + 3, _year(words.at(i + 2))
    span = year_at(year, part)[0], year_at(last, part)[1]
    return Time(start, end, i, *span, "year", "absolute", span)


def _iso(words: Words, i: int, year: int) -> Time | None:
    month, day = words.at(i + 2), words.at(i + 4)
    found = valid_date(year, int(month), int(day)) if month.isdecimal() and day.isdecimal() else None
    return Time(i, i + 5, i, found, found, "day", "absolute", (found, found)) if found else None


def read_season(words: Words, i: int) -> Time | None:
    """The season at the place, when a year or "last", "this", "next" fixes it."""
    name, start = words.at(i), i - (words.at(i - 1) in ("the", "last", "this", "next"))
    year, end = _year_after(words, i + 2 if words.at(i + 1) == "of" else i + 1)
    if year:
        span = season_at(year, name)
        return Time(start, end, i, *span, "span", "absolute", span)
    if words.published is None or words.at(i - 1) not in ("last", "this", "next"):
        return None
    begun = words.published.year - (season_at(words.published.year, name)[0] > words.published)
    ended = begun - (words.at(i - 1) == "last" and season_at(begun, name)[1] >= words.published)
    coming = words.published.year + (season_at(words.published.year, name)[1] < words.published)
    return Time(start, i + 1, i, *season_at(ended, name), "span", "published", season_at(coming, name))


def _day(word: str) -> int:
    figures = word[:-2] if word[-2:] in ("st", "nd", "rd", "th") else word
    return int(figures) if figures.isdecimal() and len(figures) <= 2 and 1 <= int(figures) <= 31 else 0


def _year(word: str) -> int:
    figures = word.removesuffix("s")
    return int(figures) if len(figures) == 4 and figures.isdecimal() and 1500 <= int(figures) <= 2100 else 0


def _year_after(words: Words, i: int) -> tuple[int, int]:
    place = i + 1 if words.at(i) in (",", "of") else i
    year = _year(words.at(place))
    return (year, place + 1) if year else (0, i)
