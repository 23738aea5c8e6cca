"""The ledger as it stood on an earlier day, for the time that one question takes."""

from collections import defaultdict
from datetime import date, datetime, time

from dragoman.ledger.assign import publishers
from dragoman.merge.compose import compose_incident
from dragoman.merge.incidents import join_reports
from dragoman.store.corrections import read_hands
from dragoman.store.database import Connection
from dragoman.store.incidents import Joined, shadow_incidents
from dragoman.store.reports import read_reports

_STOOD_SQL = """
SELECT e.event_no FROM events e JOIN codings c USING (coding_no)
WHERE c.coded <= ? AND (c.superseded IS NULL OR c.superseded > ?)
  AND (len(?) = 0 OR e.event_no IN (SELECT event_no FROM parties WHERE list_contains(?, code)))
"""


def stand_as_of(connection: Connection, day: date, codes: tuple[str, ...]) -> None:
    """Until the connection closes, incidents are those of the codings and corrections in force at the end of the day.

    `codes`: only incidents with one of these actors are wanted; all where empty, which takes long on a large ledger.
    """
    moment = datetime.combine(day, time.max)
    numbers = [row[0] for row in connection.rows(_STOOD_SQL, [moment, moment, list(codes), list(codes)])]
    reports = read_reports(connection, numbers)
    by_id = {report.id: number for number, report in reports.items()}
    joined, parted = read_hands(connection, moment).among(reports)
    members: dict[int, list[int]] = defaultdict(list)
    for event, incident in join_reports(list(reports.values()), joined, parted).items():
        members[by_id[incident]].append(by_id[event])
    incidents = {number: compose_incident([reports[event] for event in events], publishers()) for number, events in members.items()}
    clusters = {event: number for number, events in members.items() for event in events}
    shadow_incidents(connection, Joined(members, incidents, clusters))
