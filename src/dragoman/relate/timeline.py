"""Incidents one after the other, each with all who report it and the words they use."""

from collections import defaultdict
from collections.abc import Sequence

from msgspec import Struct

from dragoman.knowledge.publishers import Publishers
from dragoman.merge.compose import compose_incident
from dragoman.model.event import Event
from dragoman.model.incident import Incident
from dragoman.model.text import Article
from dragoman.relate.question import Question, chosen_sql
from dragoman.store.database import Connection
from dragoman.store.events import read_events
from dragoman.store.incidents import members_of
from dragoman.store.reports import read_reports


class Entry(Struct, frozen=True):
    """An incident, its number in the ledger, and its reports, the one that tells most first."""

    number: int
    incident: Incident
    reports: tuple[tuple[Event, Article], ...]


def read_timeline(connection: Connection, question: Question, publishers: Publishers, *, limit: int = 50, skip: int = 0) -> list[Entry]:
    """The incidents that the question is about, newest first: at most `limit`, after leaving out the first `skip`."""
    chosen, values = chosen_sql(question)
    sql = f"SELECT incident_no FROM incidents WHERE incident_no IN ({chosen}) ORDER BY day DESC NULLS LAST, incident_no DESC LIMIT ? OFFSET ?"
    return read_entries(connection, [row[0] for row in connection.rows(sql, [*values, limit, skip])], publishers)


def read_entries(connection: Connection, numbers: Sequence[int], publishers: Publishers) -> list[Entry]:
    """The incidents of these numbers, in this order, with their reports; a number that is none is left out."""
    members = members_of(connection, numbers)
    events = read_events(connection, list(members))
    reports = read_reports(connection, list(members))
    by_incident: dict[int, list[int]] = defaultdict(list)
    for event_no, incident_no in members.items():
        by_incident[incident_no].append(event_no)
    return [
        Entry(number, compose_incident([reports[i] for i in by_incident[number]], publishers), _best_first([events[i] for i in by_incident[number]]))
        for number in numbers
        if number in by_incident
    ]


def _best_first(reports: list[tuple[Event, Article]]) -> tuple[tuple[Event, Article], ...]:
    return tuple(sorted(reports, key=lambda row: (-row[0].confidence, row[1].published is None, row[1].published, row[0].id)))
