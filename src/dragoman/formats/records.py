"""What every writer does with its records: leaves out what did not happen, gives each a day, and pairs its sides."""

import datetime
import re
from collections.abc import Iterable, Iterator
from itertools import permutations, product
from typing import NamedTuple

from dragoman.formats.loss import Tally
from dragoman.model.event import Event, Party
from dragoman.model.text import Article

Pair = tuple[Event, Article]
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
ALWAYS_LOST = {
    "said_by": "speakers dropped",
    "evidence": "offsets of the words dropped",
    "size": "numbers of dead, injured and arrested dropped",
}


class Dated(NamedTuple):
    """A record that a file can hold: an actual event, its article, and the day to write."""

    event: Event
    article: Article
    day: datetime.date


def keep_actual(records: Iterable[Pair], tally: Tally) -> Iterator[Dated]:
    """The records that are told as facts and whose day is known or bounded; the others are counted as left out.

    The day is the first possible one, else the last, else that of publication.
    """
    for event, article in records:
        tally.records += 1
        day = event.date or event.enddate or article.published
        if event.status != "actual":
            tally.leave_out("status", "not told as a fact of the time, left out")
        elif day is None:
            tally.leave_out("date", "no day known, left out")
        else:
            yield Dated(event, article, day)


def lose_common(event: Event, tally: Tally, *, kept: Iterable[str] = ()) -> None:
    """Counts what no file of the field carries, but for the fields in `kept`."""
    told = {"said_by": event.said_by, "evidence": event.evidence, "size": event.size != type(event.size)()}
    for field, what in ALWAYS_LOST.items():
        tally.lose(field, what, when=field not in kept and told[field])
    tally.lose("date", "only the last possible day is known, written as the day", when=event.date is None)


def lose_interval(event: Event, tally: Tally) -> None:
    """Counts a day that is one of several, where a file holds a single one."""
    tally.lose("enddate", "of several possible days the first is written", when=event.date and event.enddate not in (None, event.date))


def pair_sides(event: Event, tally: Tally) -> Iterator[tuple[Party | None, Party | None]]:
    """Actor and recipient of every row of a file that holds one of each: all ordered pairs of a reciprocal event's parties."""
    mutual = event.reciprocal and len(event.actor) > 1 and not event.recipient
    tally.lose("reciprocal", "written as one row for each ordered pair", when=mutual)
    if mutual:
        yield from permutations(event.actor, 2)
        return
    several = len(event.actor) > 1 or len(event.recipient) > 1
    tally.lose("actor", "several parties written as one row for each pair", when=several)
    yield from product(event.actor or (None,), event.recipient or (None,))


def cell(text: object) -> str:
    r"""The value as one cell of a file without quoting: None is empty, tabs, line breaks and control characters are spaces.

    >>> cell("Al-\tShabaab \n")
    'Al- Shabaab'
    """
    return "" if text is None else CONTROL.sub(" ", str(text)).replace('"', "'").strip()


def sentence_of(event: Event) -> str | None:
    """The first sentence that the record rests on."""
    return event.evidence[0].text if event.evidence else None
