"""What is compared of a report, worked out once for each."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

from msgspec import Struct

from dragoman.knowledge.actors import load_directory
from dragoman.merge.people import is_land, is_person
from dragoman.model.event import Actor
from dragoman.model.report import Report

COMMON = frozenset(
    "about after again also although among been before being between both came could during each from have having into made more most "
    "much only other over said same says since some such than that their them then there these they this those through under until upon "
    "very were what when where which while will with would year years week month monday tuesday wednesday thursday friday saturday "
    "sunday".split()
)
CAMPS = {
    "state": "GOV COP MIL PRM SPY JUD LEG ELI".split(),
    "people": "CVL PTY LAB EDU OPP REL AGR BUS JRN MED REF SOC".split(),
    "armed": "REB UAF IMG CRM PRE".split(),
}
CAMP_OF = {sector: camp for camp, sectors in CAMPS.items() for sector in sectors}
LOOSE_DAYS = 7  # an interval of more days than this is too wide to tell two happenings apart
LATE_DAYS = 2  # news without a day is of the publication day or this many before


class Traits(Struct, frozen=True):
    """A report made ready: codes of the sides, people by whose they are, camps of the members, days, stems."""

    actors: frozenset[str]
    recipients: frozenset[str]
    pool: frozenset[str]
    names: frozenset[str]
    people: frozenset[tuple[str, str]]
    actor_camps: frozenset[str]
    recipient_camps: frozenset[str]
    first: date | None
    last: date | None
    stated: bool
    deed: frozenset[str]
    stems: frozenset[str]
    figures: tuple[tuple[int, int] | None, ...]

    @property
    def tight(self) -> bool:
        """Whether the report tells the very day."""
        return self.stated and self.first == self.last

    @property
    def vagueness(self) -> int:
        """How well the day is told: 0 the very day, 1 within the days that news without a day can be of, 2 worse."""
        if self.tight:
            return 0
        return 1 if self.first and self.last and (self.last - self.first).days <= LATE_DAYS else 2

    @property
    def wide(self) -> bool:
        """Whether the days are too many to tell one happening from the next."""
        return self.first is not None and self.last is not None and (self.last - self.first).days > LOOSE_DAYS


@lru_cache(maxsize=1 << 16)
def traits_of(report: Report) -> Traits:
    """The traits of a report; the last ones are remembered."""
    actors, recipients = (frozenset(map(code_of, side)) for side in (report.actor, report.recipient))
    first, last, stated = days_of(report)
    sides = (*report.actor, *report.recipient)
    return Traits(
        actors=actors,
        recipients=recipients,
        pool=actors | recipients,
        names=frozenset(actor.name.lower() for actor in sides if not is_land(actor.name)),
        people=frozenset((code_of(actor), actor.name) for actor in sides if is_person(actor.name)),
        actor_camps=_camps(report.actor),
        recipient_camps=_camps(report.recipient),
        first=first,
        last=last,
        stated=stated,
        deed=stems_of(report.words),
        stems=stems_of(f"{report.words} {report.sentence}") - _side_stems(sides),
        figures=(report.size.dead, report.size.injured, report.size.arrested),
    )


def code_of(actor: Actor) -> str:
    """What a side's member is counted by: its country, else its name."""
    return actor.country or actor.name.lower()


def _side_stems(sides: Iterable[Actor]) -> frozenset[str]:
    """The stems that name the sides: "china" and "chine" say again who it was, not what was done."""
    known = load_directory()
    codes = [actor.country for actor in sides if actor.country]
    lands = [name for code in codes for name in (known.state_name(code), known.adjectives.get(code, ""))]
    return stems_of(" ".join((*(actor.name for actor in sides), *lands)))


def _camps(side: tuple[Actor, ...]) -> frozenset[str]:
    """The camps of a side's members; empty where one is not known, which may be any."""
    camps = [CAMP_OF.get(actor.sectors[0]) if actor.sectors else None for actor in side]
    return frozenset(camp for camp in camps if camp) if all(camps) else frozenset()


def days_of(report: Report) -> tuple[date | None, date | None, bool]:
    """First and last possible day, and whether they are stated; without a day the last few before publication."""
    first, last = report.date, report.enddate
    if report.date_basis == "stated" and (first or last):
        return first or last, last or first, True
    day = last or first or report.published
    return (day - timedelta(days=LATE_DAYS), day, False) if day else (None, None, False)


def stems_of(words: str) -> frozenset[str]:
    """The beginnings of the words that carry meaning, and every number."""
    return frozenset(word[:5] for word in re.findall(r"[^\W_]+", words.lower()) if word.isdigit() or (len(word) > 3 and word not in COMMON))
