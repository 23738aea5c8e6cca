"""What speaks for two reports telling one happening, and against, each with its weight and in words."""

from collections.abc import Iterator
from math import asin, cos, radians, sin, sqrt

from msgspec import Struct

from dragoman.merge.traits import Traits
from dragoman.model.report import Place, Report

NEAR_KM, FAR_KM = 60, 150
TELLING = 3  # one or two dead on two days running is no rare thing
RIVAL = 3  # counts of one happening that differ more than so many times over are rare
EARTH_KM = 6371
DEED, WORD = 0.35, 0.25  # two meetings or strikes of one day are one more often than two statements
SAID = 0.05  # the mode of what is said, and the verb, are hardly more than the type told again
CITY = 3  # the least resolution at which two places can be told apart by their distance


class Vote(Struct, frozen=True):
    """One observation: its weight and how a person would say it, nothing for the usual case; `same` when it hardly happens by chance."""

    weight: float
    reason: str = ""
    same: bool = False


def votes_of(one: Report, other: Report, mine: Traits, theirs: Traits) -> list[Vote]:
    """The votes on two reports whose sides and days agree; their sum from about .6 on says that they tell one happening."""
    weight = 0.1 if is_deed(one, other) else SAID
    votes = (*_sides(one, other, mine, theirs), *_days(mine, theirs), *_modes(one, other, weight), *_places(one.place, other.place),
             *_words(mine, theirs, weight), *_figures(mine, theirs), *_groups(one, other))  # fmt: skip
    return list(votes)


def is_deed(one: Report, other: Report) -> bool:
    """Whether something is done, met over or declared together: the same sides do that more seldom than they say things."""
    return one.quad_code[:1] == "M" or one.event == "CONSULT" or (one.reciprocal and other.reciprocal)


def _sides(one: Report, other: Report, mine: Traits, theirs: Traits) -> Iterator[Vote]:
    yield Vote(DEED if is_deed(one, other) else WORD, "same sides")
    if one.reciprocal != other.reciprocal and one.quad_code == "VC" and one.event != "CONSULT":
        yield Vote(-0.25, "done together or by one side")
    if mine.names & theirs.names and len(mine.pool) > 1:
        yield Vote(0.05, f"both name {min(mine.names & theirs.names)}")
    yield from _people(mine, theirs)
    if mine.pool == theirs.pool and len(mine.pool) > 1:
        yield Vote(0.05)


def _people(mine: Traits, theirs: Traits) -> Iterator[Vote]:
    """Persons named by both speak for one happening; two persons of one land, neither named by both, against it."""
    shared = mine.people & theirs.people
    for _, name in sorted(shared)[:2]:
        yield Vote(0.1, name)
    codes = {code for code, _ in shared}
    for code, name in sorted(mine.people):
        others = sorted(other for theirs_code, other in theirs.people if theirs_code == code and code not in codes)
        if others:
            yield Vote(-0.35, f"{name} or {others[0]}")
            return


def _days(mine: Traits, theirs: Traits) -> Iterator[Vote]:
    if mine.tight and theirs.tight:
        yield Vote(0.25, f"same day {mine.first}") if mine.first == theirs.first else Vote(0.0, f"days {mine.first} and {theirs.first}")
    elif mine.stated and theirs.stated:
        yield Vote(0.2, "days overlap")
    elif mine.stated or theirs.stated or not mine.last or not theirs.last:
        yield Vote(0.1, "day not told by both")
    else:
        apart = abs((mine.last - theirs.last).days)
        yield Vote(0.1, "day not told") if apart <= 1 else Vote(0.1 * (2 - apart), f"day not told, published {apart} days apart")


def _modes(one: Report, other: Report, weight: float) -> Iterator[Vote]:
    if one.mode and other.mode:
        shared = sorted(set(one.mode) & set(other.mode))
        yield Vote(weight, shared[0]) if shared else Vote(-0.3, f"{one.mode[0]} or {other.mode[0]}")


def _places(one: Place | None, other: Place | None) -> Iterator[Vote]:
    if one is None or other is None:
        return
    apart = distance_km(one, other)
    if one.name.lower() == other.name.lower():
        yield Vote(0.15 if min(one.resolution, other.resolution) >= CITY else 0.1, f"in {one.name}")
    elif one.country and other.country and one.country != other.country:
        yield Vote(-0.1, f"{one.country} or {other.country}")
    elif apart is not None and apart > FAR_KM and min(one.resolution, other.resolution) >= CITY:
        yield Vote(-0.4, f"{one.name} or {other.name}, {apart:.0f} km apart")
    elif apart is not None and apart < NEAR_KM:
        yield Vote(0.1, f"{one.name} near {other.name}")
    elif apart is None and min(one.resolution, other.resolution) > CITY:
        yield Vote(-0.1, f"{one.name} or {other.name}")


def distance_km(one: Place, other: Place) -> float | None:
    """The distance over the ground, None where coordinates are not known."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    lat, lon, lat2, lon2 = map(radians, (one.lat, one.lon, other.lat, other.lon))
    half = sin((lat2 - lat) / 2) ** 2 + cos(lat) * cos(lat2) * sin((lon2 - lon) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half)))


def _words(mine: Traits, theirs: Traits, weight: float) -> Iterator[Vote]:
    if mine.deed & theirs.deed:
        yield Vote(weight, f"both say {min(mine.deed & theirs.deed)}-")
    shared, least = len(mine.stems & theirs.stems), min(len(mine.stems), len(theirs.stems))
    if least:
        likeness = shared / least
        yield Vote(round(0.3 * likeness, 3), f"{shared} words shared" if shared else "")


def _figures(mine: Traits, theirs: Traits) -> Iterator[Vote]:
    for one, other in zip(mine.figures, theirs.figures, strict=True):
        if one is None or other is None:
            continue
        if one[0] <= other[1] and other[0] <= one[1]:
            yield Vote(0.1, f"{one[0]} counted by both", same=max({*one} & {*other}, default=0) >= TELLING)
        elif max(one[0], other[0]) > RIVAL * max(1, min(one[1], other[1])):
            yield Vote(-0.15, f"{one[0]} or {other[0]} counted")


def _groups(one: Report, other: Report) -> Iterator[Vote]:
    if one.group == other.group:
        yield Vote(0.3, "one text reprinted", same=True)
