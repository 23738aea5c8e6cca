"""Incidents one after the other, each with all who report it and the words they use."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import timedelta

from msgspec import Struct

from dragoman.knowledge.publishers import Publishers
from dragoman.merge.compose import compose_incident
from dragoman.merge.incidents import denies
from dragoman.model.incident import Incident
from dragoman.model.report import Report, report_of
from dragoman.relate.question import Question, chosen_sql
from dragoman.store.database import Connection
from dragoman.store.events import Stored, read_events
from dragoman.store.incidents import members_of

PAGE = 25  # incidents shown at once
DENIED_DAYS = 7  # how long before and after the day of a page's incidents a denial is looked for


class Entry(Struct, frozen=True):
    """An incident, its number in the ledger, and its reports, the one that tells most first."""

    number: int
    incident: Incident
    reports: tuple[Stored, ...]


def read_timeline(connection: Connection, question: Question, publishers: Publishers, *, limit: int = PAGE, skip: int = 0) -> list[Entry]:
    """The incidents that the question is about, newest first: at most `limit`, after leaving out the first `skip`."""
    chosen, values = chosen_sql(question)
    sql = f"SELECT incident_no FROM incidents WHERE incident_no IN ({chosen}) ORDER BY day DESC NULLS LAST, incident_no DESC LIMIT ? OFFSET ?"
    return read_entries(connection, [row[0] for row in connection.rows(sql, [*values, limit, skip])], publishers)


def read_entries(connection: Connection, numbers: Sequence[int], publishers: Publishers) -> list[Entry]:
    """The incidents of these numbers, in this order, with their reports; a number that is none is left out."""
    rows = _read_reports(connection, numbers)
    denials = _read_denials(connection, [stored for reports in rows.values() for stored in reports])
    return [_entry(number, rows[number], denials, publishers) for number in numbers if number in rows]


def _read_reports(connection: Connection, numbers: Sequence[int]) -> dict[int, list[Stored]]:
    members = members_of(connection, numbers)
    events = read_events(connection, list(members))
    rows: dict[int, list[Stored]] = defaultdict(list)
    for event_no, incident_no in members.items():
        rows[incident_no].append(events[event_no])
    return rows


def _entry(number: int, stored: list[Stored], denials: Sequence[Report], publishers: Publishers) -> Entry:
    reports = [_report(row) for row in stored]
    against = [denial for denial in denials if any(denies(denial, report) for report in reports)]
    best = sorted(stored, key=lambda row: (-row.event.confidence, str(row.article.published or "~"), row.event.id))
    return Entry(number, compose_incident(reports, publishers, against), tuple(best))


def _report(stored: Stored) -> Report:
    return report_of(stored.event, stored.article, stored.group)


_DENIALS_SQL = """
SELECT incident_no FROM incidents WHERE status = 'negated' AND list_contains(?, event) AND day BETWEEN ? AND ?
"""


def _read_denials(connection: Connection, stored: Sequence[Stored]) -> list[Report]:
    """What is told as not having happened around the days of these events, of their types."""
    days = [day for row in stored for day in (row.event.date, row.event.enddate, row.article.published) if day]
    if not days:
        return []
    span = timedelta(days=DENIED_DAYS)
    types = sorted({row.event.event for row in stored})
    numbers = [row[0] for row in connection.rows(_DENIALS_SQL, [types, min(days) - span, max(days) + span])]
    return [_report(row) for rows in _read_reports(connection, numbers).values() for row in rows] if numbers else []
