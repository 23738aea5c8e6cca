"""Offices and their terms: who held one on the day, and what a person was before and after."""

from collections.abc import Iterable
from datetime import date

from dragoman.actors.alone.resolved import Resolved, of_known, with_alternatives
from dragoman.actors.alone.words import OFFICE_NAMES, UNIQUE
from dragoman.knowledge.actors import Directory, Known, Role, units


class Offices:
    """The office-holders by whose office it is and its name in units."""

    def __init__(self, directory: Directory) -> None:
        self.holders: dict[tuple[str, str], list[Known]] = {}
        for (whose, office), holders in directory.offices.items():
            self.holders.setdefault((whose, " ".join(units(office))), []).extend(holders)

    def on(self, whose: str, role: Role, role_key: str, day: date | None) -> list[Known]:
        """Those who held the office on the day, each once; empty without a day, or for an office that many hold at once."""
        if day is None:
            return []
        word = " ".join(units(role.word))
        names = dict.fromkeys((*OFFICE_NAMES.get(role_key, ()), *OFFICE_NAMES.get(word, ()), word))
        for name in names:
            rows = self.holders.get((whose, name), ()) if name in UNIQUE or name.endswith(" minister") else ()
            found = {known.name: known for known in rows if known.holds_on(day)}
            if found:
                return list(found.values())
        return []


def person_on(rows: list[Known], day: date | None, *, former: bool, title: str) -> Resolved:
    """The person by the office held on the day; `rows` are all the offices of one person, best first."""
    holding = [known for known in rows if known.holds_on(day)]
    if holding and not (former and day is None):
        return of_known(_titled(holding, title), f"known name, {_titled(holding, title).office or 'listed'}{_when(day)}")
    ended = [known for known in rows if known.last and (day is None or known.last < day)]
    if ended or former:
        last = max(ended or rows, key=lambda known: known.last or date.min)
        sectors = ("ELI",) if last.office or last.sectors[:1] in (("GOV",), ("LEG",), ("MIL",)) else last.sectors
        return Resolved(last.name, last.country, sectors, "official", (f"known name, {last.office or 'in office'} until {last.last or '?'}",))
    later = min(rows, key=lambda known: known.first or date.max)
    unknown = Resolved(later.name, later.country, ("UNK",), "official", (f"known name, no office known on {day}",))
    return with_alternatives(unknown, [of_known(known, f"{known.office or 'listed'} from {known.first}") for known in rows])


def _titled(rows: list[Known], title: str) -> Known:
    return next((known for known in rows if title and title in known.office), rows[0])


def _when(day: date | None) -> str:
    return f" on {day}" if day else ""


def offices_of(rows: Iterable[Known], person: Known) -> list[Known]:
    """The rows that are of the same person."""
    return [known for known in rows if known.name == person.name and known.country == person.country]
