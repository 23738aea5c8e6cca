"""Judgements by hand over what is one happening; taken back, they stay on record."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from dragoman.store.articles import now
from dragoman.store.database import Connection


class Made(NamedTuple):
    """A correction in force: its number, kind, by whom and why, and the events that it is about now."""

    number: int
    kind: str
    by: str
    note: str
    events: tuple[int, ...]


@dataclass(frozen=True)
class Hands:
    """The corrections in force: pairs of events joined by hand, and events parted from the others, with their ids."""

    joined: tuple[tuple[int, int], ...] = ()
    parted: frozenset[int] = frozenset()
    ids: tuple[tuple[int, str], ...] = ()
    made: tuple[Made, ...] = ()

    def partners(self, numbers: Container[int]) -> set[int]:
        """The events joined by hand with one of these."""
        return {b for one, other in self.joined for a, b in ((one, other), (other, one)) if a in numbers}

    def among(self, numbers: Container[int]) -> tuple[list[tuple[str, str]], list[str]]:
        """The pairs joined and the events parted that lie within these, by id."""
        ids = dict(self.ids)
        joined = [(ids[one], ids[other]) for one, other in self.joined if one in numbers and other in numbers]
        return joined, [ids[number] for number in sorted(self.parted) if number in numbers]


_CORRECTIONS_SQL = """
SELECT correction_no, kind, made_by, note, event_no, other_no FROM corrections
WHERE made <= ? AND (withdrawn IS NULL OR withdrawn > ?) ORDER BY correction_no
"""
_HEIRS_SQL = """
SELECT was.event_no, heir.event_no, heir.id
FROM events was JOIN codings c USING (coding_no) JOIN articles a USING (article_no)
JOIN articles b ON b.id = a.id AND b.text = a.text
JOIN codings d ON d.article_no = b.article_no JOIN events heir ON heir.coding_no = d.coding_no AND heir.event = was.event
WHERE was.event_no IN (SELECT unnest(?)) AND d.coded <= ? AND (d.superseded IS NULL OR d.superseded > ?)
  AND (heir.event_no = was.event_no OR (heir.words_start < was.words_end AND was.words_start < heir.words_end))
"""


def read_hands(connection: Connection, moment: datetime | None = None) -> Hands:
    """The corrections in force, now or at the moment, carried over to the events of the coding in force then: same article, type and words."""
    at = moment or now()
    rows = connection.rows(_CORRECTIONS_SQL, [at, at])
    if not rows:
        return Hands()
    named = sorted({number for *_, one, other in rows for number in (one, other) if number is not None})
    heirs = {was: (number, identity) for was, number, identity in connection.rows(_HEIRS_SQL, [named, at, at])}
    made = tuple(
        Made(number, kind, by, note or "", tuple(heirs[event][0] for event in events if event is not None))
        for number, kind, by, note, *events in rows
        if all(event is None or event in heirs for event in events)
    )
    joined = tuple((one.events[0], one.events[1]) for one in made if one.kind == "join")
    return Hands(joined, frozenset(one.events[0] for one in made if one.kind == "part"), tuple(heirs.values()), made)


def store_correction(connection: Connection, kind: str, event_no: int, other_no: int | None, made_by: str, note: str) -> int:
    """The judgement stands in the ledger; its number."""
    number = connection.next_number("corrections", "correction_no")
    row = {"correction_no": number, "made": now(), "made_by": made_by, "kind": kind, "event_no": event_no, "other_no": other_no, "note": note}
    connection.insert("corrections", [row])
    return number


def withdraw_correction(connection: Connection, number: int) -> list[int]:
    """The correction no longer counts; the events that it was about, none when there is no such correction in force."""
    rows = connection.rows("SELECT event_no, other_no FROM corrections WHERE correction_no = ? AND withdrawn IS NULL", [number])
    connection.rows("UPDATE corrections SET withdrawn = ? WHERE correction_no = ?", [now(), number])
    return [event for event in (rows[0] if rows else ()) if event is not None]
