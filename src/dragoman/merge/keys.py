"""By which keys reports that can tell one happening find each other, among millions that do not."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations

from msgspec import Struct

from dragoman.merge.traits import Traits, traits_of
from dragoman.model.report import Report

ONE_WORLD = ("actual", "historical")  # a happening stays the same when it becomes history


class Key(Struct, frozen=True):
    """A key of a report. One that `seeks` meets only those that do not.

    A report of two sides is found by the pair of them; one that names a single side, or no recipient, by each alone.
    So the first seeks the second by its sides alone, and two of the first kind do not meet for having one side in common.
    """

    name: str
    seeks: bool = False


def meet(one: Key, other: Key) -> bool:
    """Whether reports with these keys are compared."""
    return one.name == other.name and not (one.seeks and other.seeks)


def block_keys(report: Report) -> tuple[Key, ...]:
    """The keys of a report; of two reports that `link` joins, one of each meet. None for a report without any day."""
    traits = traits_of(report)
    bare = len(traits.pool) == 1 or not (report.reciprocal or traits.recipients)
    sides = [(f"{one}+{other}", False) for one, other in _pairs(traits)] + [(code, not bare) for code in sorted(traits.pool)]
    head = f"{report.event}|{world_of(report)}"
    return tuple(Key(f"{head}|{side}|{day}", seeks) for day in _key_days(traits) for side, seeks in sides)


def _pairs(traits: Traits) -> Iterator[tuple[str, str]]:
    """The pairs of a report's sides, and a side with itself where it acts on its own."""
    yield from combinations(sorted(traits.pool), 2)
    yield from ((code, code) for code in sorted(traits.actors & traits.recipients))


def world_of(report: Report) -> str:
    """Reports of different worlds tell different happenings: what was, what may be, what was not."""
    return "actual" if report.status in ONE_WORLD else report.status


def _key_days(traits: Traits) -> Iterator[str]:
    if traits.first is None or traits.last is None:
        return
    if traits.wide:
        yield f"{traits.first}/{traits.last}"
        return
    day = traits.first
    while day <= traits.last + timedelta(days=1):  # the day after too: so neighbours share one
        yield str(day)
        day = next_day(day)


def next_day(day: date) -> date:
    """The day after."""
    return day + timedelta(days=1)
