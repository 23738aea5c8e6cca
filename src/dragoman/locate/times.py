"""Finds the time expressions of an article and says which days each stands for."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from dragoman.locate.counts import UNIT_READERS
from dragoman.locate.dates import read_month, read_season, read_year
from dragoman.locate.days import SEASONS
from dragoman.locate.weekdays import NAMED_DAYS
from dragoman.locate.words import MONTHS, Time, Words
from dragoman.model.parsed import Parsed

__all__ = ["Time", "find_times"]

Reader = Callable[[Words, int], Time | None]
READERS: dict[str, Reader] = {
    **dict.fromkeys(SEASONS, read_season),
    **dict.fromkeys(MONTHS, read_month),
    **UNIT_READERS,
    **NAMED_DAYS,
}
LEADS = frozenset("on in at of during over around about throughout through for late early earlier shortly just most all".split())
BOUNDS = {"since": "since", "from": "from", "until": "until", "till": "until", "by": "by", "before": "before"}
BOUNDS |= {"after": "after", "starting": "from", "ahead": "before", "to": "until"}
DAWN = frozenset("dawn dusk noon midnight midday morning evening sunrise nightfall".split())
RANGE = frozenset(("and", "to", "through", "until", "-", "–"))


def find_times(parsed: Parsed) -> tuple[Time, ...]:
    """Every time expression in token order, counted from `parsed.article.published`.

    Without a publication day only absolute dates have days. A year inside a name ("the 2015 deal") is
    found too, as kind "name", so that nobody takes it for a date.
    """
    words = Words(parsed.doc, parsed.article.published)
    found: list[Time] = []
    i = 0
    while i < len(words):
        time = _read(words, i)
        if time is None or (found and time.start < found[-1].end):
            i += 1
            continue
        found.append(_with_bound(words, _with_lead(words, time, found[-1].end if found else 0)))
        i = max(time.end, i + 1)
    return tuple(_without_datelines(parsed, _joined(words, found)))


def _read(words: Words, i: int) -> Time | None:
    word = words.lower[i]
    reader = READERS.get(word)
    if reader is not None:
        return reader(words, i)
    return read_year(words, i) if word[0].isdigit() and len(word) in (4, 5) else None


def _with_lead(words: Words, time: Time, floor: int) -> Time:
    """The time with the prepositions and adverbs that stand before it."""
    start = time.start
    while start > floor and words.at(start - 1) in LEADS:
        start -= 1
    if start - 2 >= floor and words.at(start - 1) in DAWN and words.at(start - 2) in ("before", "at", "after", "since"):
        start -= 2
    return replace(time, start=start) if start != time.start else time


def _with_bound(words: Words, time: Time) -> Time:
    """The time as a bound, when "since", "until" or the like stands before it."""
    bound = BOUNDS.get(words.at(time.start - 1))
    if bound is None or time.kind in ("name", "duration") or time.mark:
        return time
    if words.at(time.start - 1) == "to" and words.at(time.start - 2) != "-" and not _in_range(words, time):
        return time
    kind = {"since": "since", "until": "until", "by": "until"}.get(bound, time.kind)
    return replace(time, start=time.start - 1, kind=time.kind if time.kind == "clock" else kind, mark=bound)


def _in_range(words: Words, time: Time) -> bool:
    return "from" in words.lower[max(0, time.start - 6) : time.start]


def _joined(words: Words, found: list[Time]) -> list[Time]:
    """Two times that make one stretch put together: "Monday and Tuesday", "from March to July"."""
    joined: list[Time] = []
    for time in found:
        before = joined[-1] if joined else None
        stretch = _stretch(words, before, time) if before else None
        if stretch:
            joined[-1] = stretch
        else:
            joined.append(time)
    return joined


def _stretch(words: Words, one: Time, two: Time) -> Time | None:
    return _one_day(words, one, two) or _one_stretch(words, one, two)


def _one_day(words: Words, one: Time, two: Time) -> Time | None:
    """ "before dawn on Tuesday", "Wednesday, August 21": the more exact of the two days, told by both."""
    if one.kind == "clock" and two.kind == "day" and two.start == one.end and not two.mark:
        return replace(two, start=one.start)
    is_beside = two.start == one.end or (two.start == one.end + 1 and words.at(one.end) == ",")
    if is_beside and one.kind == two.kind == "day" and one.anchor == "published" and two.anchor == "absolute":
        return replace(two, start=one.start)
    if one.kind == "day" and two.kind == "clock" and two.start == one.end:
        return replace(one, end=two.end)
    return None


def _one_stretch(words: Words, one: Time, two: Time) -> Time | None:
    gap = two.start - one.end + (two.mark == "until")
    between = words.at(one.end)
    if gap != 1 or between not in RANGE or one.first is None or two.last is None or two.kind not in ("day", "month", "year", "until"):
        return None
    first = _aligned(one.first, two.first, one.kind)
    if first > two.last or (
        between == "and" and (two.last - first).days > 7 and words.at(one.start) not in ("between", "from") and words.at(one.start - 1) != "between"
    ):
        return None
    start = one.start - (words.at(one.start - 1) == "between")
    ahead = (one.ahead[0], two.ahead[1]) if one.ahead and two.ahead and one.ahead[0] <= two.ahead[1] else None
    return Time(start, two.end, one.head, first, two.last, "span", two.anchor, ahead)


def _aligned(first: date, other: date | None, kind: str) -> date:
    """A month named without its year takes the year of the one it is joined to."""
    if kind == "month" and other is not None and first.year != other.year and first.month <= other.month:
        return first.replace(year=other.year)
    return first


def _without_datelines(parsed: Parsed, found: list[Time]) -> list[Time]:
    """The times, a date before the dash that opens a paragraph being made a name."""
    return [replace(time, kind="name") if _in_dateline(parsed, time) else time for time in found]


def _in_dateline(parsed: Parsed, time: Time) -> bool:
    doc, paragraph = parsed.doc, parsed.paragraph_of
    if time.kind != "day" or time.anchor != "absolute" or time.end >= len(doc):
        return False
    for i in range(time.end, min(time.end + 8, len(doc))):
        if doc[i].text in ("-", "–", "—"):
            opening = max(0, time.start - 10)
            return opening == 0 or paragraph[opening] != paragraph[time.start]
        if doc[i].pos_ in ("VERB", "AUX"):
            return False
    return False
