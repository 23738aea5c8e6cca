"""Reads times that count in units: "last week", "two days later", "for three weeks", "the same evening"."""

from dragoman.locate.days import shifted, span_back, week_of
from dragoman.locate.periods import read_part, read_period
from dragoman.locate.words import DAY_PARTS, ORDINALS, SUBDAY, UNITS, Time, Words

AFTER = frozenset(("later", "after", "afterwards", "afterward", "on"))
BEFORE = frozenset(("earlier", "before", "previously", "ahead"))
OCCASIONS = frozenset(
    "summit meeting session time occasion rally ceremony conference visit occasion speech address interview briefing sitting".split()
)
UNIT_WORDS = UNITS | dict.fromkeys(("morning", "evening", "afternoon"), "night")


def read_unit(words: Words, i: int) -> Time | None:
    """The time that the unit's name at the place ends or begins; None where it only measures."""
    unit = UNIT_WORDS[words.at(i)]
    return (
        _counted(words, i, unit) or _same_or_next(words, i, unit) or read_period(words, i, unit) or _part_of_day(words, i) or _vague(words, i, unit)
    )


def _counted(words: Words, i: int, unit: str) -> Time | None:
    place = i - 1 - (words.at(i - 1) == "-") - (words.at(i - 1) == "of")
    count = words.number(place)
    if count is None or words.at(i + 1) == "-" or words.at(place - 1) == "-":
        return None
    start = place - (words.at(place - 1) in ("a", "some", "about", "nearly"))
    after = words.at(i + 1)
    if after == "ago":
        return _ago(words, (start, i + 2, i), count, unit)
    if words.at(i - 1) != "-" and ((after in AFTER and after != "on") or (after == "on" and words.at(i + 2) in (",", "."))):
        return _moved(start, i + 2, i, count, unit)
    if words.at(i - 1) != "-" and after in BEFORE:
        return _moved(start, i + 2, i, -count, unit)
    return _duration(words, (start, i + 1, i), count, unit)


def _moved(start: int, end: int, i: int, amount: int, unit: str) -> Time:
    if unit in SUBDAY:
        amount, unit = 0, "day"
    return Time(start, end, i, kind="relative", anchor="event", shift=(amount, unit.replace("night", "day")))


def _ago(words: Words, place: tuple[int, int, int], count: int, unit: str) -> Time | None:
    if words.published is None:
        return None
    if unit in SUBDAY:
        count, unit = 0, "day"
    if unit == "decade":
        count, unit = 10 * count, "year"
    span = shifted((words.published, words.published), -count, unit)
    if unit == "week":
        span = week_of(span[0])
    return Time(place[0], place[1], place[2], span[0], span[1], "span", "published", span)


def _duration(words: Words, place: tuple[int, int, int], count: int, unit: str) -> Time | None:
    start, end, i = place
    if unit in SUBDAY:
        return _within(start, i) if words.at(start - 1) == "within" else None
    if unit == "night":
        unit = "day"
    lead = words.at(start - 1)
    if lead == "within":
        return Time(start - 1, end, i, kind="relative", anchor="event", shift=(0, "day"))
    if lead in ("for", "over") or lead in ("last", "past") or words.at(end) == "of" or words.at(i - 1) == "-":
        span = span_back(words.published, count, unit) if words.published else (None, None)
        start -= lead in ("last", "past")
        mark = "long" if words.at(i - 1) == "-" else "for" if lead in ("for", "over") else ""
        return Time(start, end, i, span[0], span[1], "duration", "published", None, (count, unit), mark)
    return None


def _within(start: int, i: int) -> Time:
    return Time(start - 1, i + 1, i, kind="relative", anchor="event", shift=(0, "day"))


def _same_or_next(words: Words, i: int, unit: str) -> Time | None:
    lead, before = words.at(i - 1), words.at(i - 2)
    start = i - 1 - (before in ("the", "that", "very"))
    if lead in ("same", "that") or (before in ("same", "that") and lead in ("very", "same")) or (before == "that" and lead in DAY_PARTS):
        return Time(start, i + 1, i, kind="relative", anchor="event", shift=(0, _whole(unit)))
    if lead in ("next", "following", "previous") and (before == "the" or lead != "next"):
        return Time(start, i + 1, i, kind="relative", anchor="event", shift=(-1 if lead == "previous" else 1, _whole(unit)))
    if lead == "the" and words.at(i + 1) in ("before", "after", "earlier") and unit in ("day", "night", "week", "month", "year"):
        return Time(
            start,
            i + 2,
            i,
            kind="relative",
            anchor="event",
            shift=(1 if words.at(i + 1) == "after" else -1, _whole(unit)),
        )
    if lead in ORDINALS and unit in ("day", "week", "month", "night") and words.at(i - 3) in ("for", "into", "on") and before in ("a", "the"):
        return _nth(words, i, unit)
    if lead in ("first", "second") and unit == "night" and before in ("their", "the", "its", "his"):
        return Time(i - 2, i + 1, i, kind="relative", anchor="event", shift=(0, "day"))
    return None


def _whole(unit: str) -> str:
    return "day" if unit in ("night", "hour", "minute") else unit


def _nth(words: Words, i: int, unit: str) -> Time:
    count, unit = ORDINALS[words.at(i - 1)], "day" if unit == "night" else unit
    span = span_back(words.published, count, unit) if words.published else (None, None)
    return Time(i - 2, i + 1, i, span[0], span[1], "duration", "published", None, (count, unit))


def _part_of_day(words: Words, i: int) -> Time | None:
    if words.at(i) not in DAY_PARTS:
        return None
    if words.at(i - 1) == "the" and words.at(i - 2) in ("in", "during"):
        return Time(i - 1, i + 1, i, kind="clock", anchor="event", shift=(0, "day"))
    return None


def _vague(words: Words, i: int, unit: str) -> Time | None:
    lead, after = words.at(i - 1), words.at(i + 1)
    if lead == "the" and words.at(i - 2) == "within":
        return Time(i - 2, i + 1, i, kind="relative", anchor="event", shift=(0, "day"))
    if not words.at(i).endswith("s"):
        return read_part(words, i, unit)
    if lead == "within" or (unit in SUBDAY and after in AFTER | BEFORE and after != "on"):
        start = i - (lead == "within")
        return Time(start, i + 1 + (lead != "within"), i, kind="relative", anchor="event", shift=(0, "day"))
    if unit not in SUBDAY and after in ("later", "after"):
        return Time(i, i + 2, i, kind="relative", anchor="event", shift=(2, _whole(unit)))
    return None


def read_same(words: Words, i: int) -> Time | None:
    """ "At the same summit", "in the same breath": the day of the event told before."""
    place = i + 1
    while place < i + 4 and words.at(place) not in OCCASIONS:
        place += 1
    if words.at(place) not in OCCASIONS or words.at(i - 1) not in ("the", "that"):
        return None
    return Time(i - 1, place + 1, place, kind="relative", anchor="event", shift=(0, "day"))


def read_eve(words: Words, i: int) -> Time | None:
    """ "On the eve of the visit": the day before the event told before."""
    if words.at(i - 1) != "the" or words.at(i + 1) not in ("of", "before"):
        return None
    return Time(i - 1, i + 1, i, kind="relative", anchor="event", shift=(-1, "day"))


def read_since(words: Words, i: int) -> Time | None:
    """ "Ever since", "since then" and the bare adverb: from the event told before to publication."""
    then = words.at(i + 1) == "then"
    adverb = words.doc[i].dep_ in ("advmod", "npadvmod") or words.at(i + 1) in (".", ",", ";")
    if not then and not adverb:
        return None
    start = i - (words.at(i - 1) == "ever")
    return Time(start, i + 1 + then, i, kind="since", anchor="event", shift=(0, "day"), mark="since")


UNIT_READERS = dict.fromkeys(UNIT_WORDS, read_unit) | {"same": read_same, "eve": read_eve, "since": read_since}
