"""Incidents in the ledger: keys and links of the reports in force, who belongs together, and each incident's row."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

import pyarrow as pa

from dragoman.model.incident import Incident, Link
from dragoman.store.database import Connection

Numbers = Iterable[int]


def asked(numbers: Numbers) -> pa.Table:
    """Event numbers as a table to be joined with."""
    return pa.table({"event_no": pa.array(sorted(set(numbers)), pa.int64())})


def key_hash(key: str) -> int:
    """The key as the ledger stores it, 64 bits."""
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "big")


def forget_events(connection: Connection, numbers: Numbers) -> list[int]:
    """Keys, links and memberships of the events are gone; the events that were linked with them."""
    with connection.given("asked", asked(numbers)):
        others = connection.rows(
            "SELECT other FROM links WHERE one IN (SELECT event_no FROM asked) "
            "UNION SELECT one FROM links WHERE other IN (SELECT event_no FROM asked)"
        )
        connection.rows("DELETE FROM links WHERE one IN (SELECT event_no FROM asked) OR other IN (SELECT event_no FROM asked)")
        for table in ("incident_keys", "incident_members"):
            connection.rows(f"DELETE FROM {table} WHERE event_no IN (SELECT event_no FROM asked)")
    return [row[0] for row in others]


def store_keys(connection: Connection, keys: Iterable[tuple[int, str, bool]]) -> None:
    """The keys stand in the ledger: number of the event, name of the key, whether it seeks."""
    rows = list(keys)
    columns = {"key": pa.array([key_hash(name) for _, name, _ in rows], pa.uint64()), "seeks": pa.array([seeks for *_, seeks in rows], pa.bool_())}
    connection.insert_arrow("incident_keys", pa.table(columns | {"event_no": pa.array([number for number, *_ in rows], pa.int64())}))


def near_pairs(connection: Connection, numbers: Numbers) -> list[tuple[int, int]]:
    """Each of the events with every event whose keys meet its own, either way round once, no event with itself."""
    with connection.given("asked", asked(numbers)):
        return connection.rows(_NEAR_SQL)


# two joins and not one with a condition: most keys seek, and would be paired with each other only to be dropped
_NEAR_SQL = """
WITH mine AS (SELECT key, seeks, event_no FROM incident_keys SEMI JOIN asked USING (event_no)),
met AS (
    SELECT m.event_no AS a, k.event_no AS b FROM mine m JOIN (SELECT key, event_no FROM incident_keys WHERE NOT seeks) k USING (key)
    UNION
    SELECT m.event_no, k.event_no FROM (FROM mine WHERE NOT seeks) m JOIN (SELECT key, event_no FROM incident_keys WHERE seeks) k USING (key)
)
SELECT DISTINCT least(a, b) AS one, greatest(a, b) AS other FROM met WHERE a <> b ORDER BY one, other
"""


def store_links(connection: Connection, links: Mapping[tuple[int, int], Link]) -> None:
    """The links stand in the ledger, by the numbers of their events."""
    connection.insert("links", [{"one": one, "other": other, "score": link.score, "reason": link.reason} for (one, other), link in links.items()])


def partners(connection: Connection, numbers: Numbers) -> set[int]:
    """The events that are linked with one of these."""
    with connection.given("asked", asked(numbers)):
        rows = connection.rows("SELECT other FROM links JOIN asked ON one = event_no UNION SELECT one FROM links JOIN asked ON other = event_no")
    return {row[0] for row in rows}


def fellows(connection: Connection, numbers: Numbers) -> dict[int, int]:
    """All members of the clusters that hold one of the events, with the number of their incident."""
    with connection.given("asked", asked(numbers)):
        rows = connection.rows(
            "SELECT event_no, incident_no FROM incident_members SEMI JOIN "
            "(SELECT cluster_no FROM incident_members SEMI JOIN asked USING (event_no)) USING (cluster_no)"
        )
    return dict(rows)


def members_of(connection: Connection, incidents: Sequence[int]) -> dict[int, int]:
    """The events of these incidents, each with the number of its incident."""
    with connection.given("asked", pa.table({"incident_no": pa.array(incidents, pa.int64())})):
        return dict(connection.rows("SELECT event_no, incident_no FROM incident_members SEMI JOIN asked USING (incident_no)"))


def incidents_of(connection: Connection, events: Sequence[int]) -> list[int]:
    """The incidents of these events in their order, each once."""
    with connection.given("asked", asked(events)):
        found = dict(connection.rows("SELECT event_no, incident_no FROM incident_members SEMI JOIN asked USING (event_no)"))
    return list(dict.fromkeys(found[number] for number in events if number in found))


def links_among(connection: Connection, numbers: Numbers) -> list[tuple[int, int, float, str]]:
    """The links between these events: numbers of both, score, reason."""
    with connection.given("asked", asked(numbers)):
        return connection.rows(
            "SELECT one, other, score, reason FROM links WHERE one IN (SELECT event_no FROM asked) AND other IN (SELECT event_no FROM asked)"
        )


@dataclass(frozen=True)
class Joined:
    """Reports as they belong together: events by incident, the incidents themselves, the cluster of each event; all by number."""

    members: Mapping[int, Sequence[int]]
    incidents: Mapping[int, Incident]
    clusters: Mapping[int, int]


def replace_incidents(connection: Connection, old: Numbers, joined: Joined) -> None:
    """The old incidents are gone; the new ones stand with their members."""
    with connection.given("old", pa.table({"incident_no": pa.array(sorted(set(old)), pa.int64())})):
        for table in ("incidents", "incident_sides", "incident_members"):
            connection.rows(f"DELETE FROM {table} WHERE incident_no IN (SELECT incident_no FROM old)")
    _insert(connection, joined)


def shadow_incidents(connection: Connection, joined: Joined) -> None:
    """Until the connection closes these incidents stand in the place of the ledger's; the file is as it was."""
    for table in ("incidents", "incident_sides", "incident_members"):
        connection.rows(f"CREATE TEMP TABLE {table} AS SELECT * FROM {table} LIMIT 0")
    _insert(connection, joined)


def _insert(connection: Connection, joined: Joined) -> None:
    state = _count_state_reports(connection, joined.members)
    members = [(event, number) for number, events in joined.members.items() for event in events]
    connection.insert(
        "incident_members", [{"event_no": event, "incident_no": number, "cluster_no": joined.clusters[event]} for event, number in members]
    )
    connection.insert("incidents", [_incident_row(number, incident, state.get(number, 0)) for number, incident in joined.incidents.items()])
    connection.insert("incident_sides", [row for number, incident in joined.incidents.items() for row in _side_rows(number, incident)])


def _count_state_reports(connection: Connection, members: Mapping[int, Sequence[int]]) -> dict[int, int]:
    """How many of each incident's reports stand in media that a state owns, where there are any."""
    incident_of = {event_no: number for number, events in members.items() for event_no in events}
    with connection.given("asked", asked(incident_of)):
        rows = connection.rows(
            "SELECT e.event_no FROM events e SEMI JOIN asked USING (event_no) JOIN codings c USING (coding_no) JOIN articles a USING (article_no) "
            "WHERE a.ownership = 'state'"
        )
    return dict(Counter(incident_of[row[0]] for row in rows))


def _incident_row(number: int, incident: Incident, state_reports: int) -> dict[str, Any]:
    place = incident.place
    same = ("event", "mode", "context", "status", "reciprocal", "date", "enddate", "quad_code", "event_scale", "confidence",
            "corroboration", "first_seen", "last_seen")  # fmt: skip
    row = {name: getattr(incident, name) for name in same} | {"incident_no": number, "reports": len(incident.reports), "state_reports": state_reports}
    if place is not None:
        row |= {"place": place.name, "place_country": place.country, "lat": place.lat, "lon": place.lon}
    return row | {"day": incident.enddate or incident.date or incident.first_seen}


def _side_rows(number: int, incident: Incident) -> list[dict[str, Any]]:
    sides = (("actor", incident.actor), ("recipient", incident.recipient))
    codes = {(side, actor.country or actor.name) for side, actors in sides for actor in actors}
    return [{"incident_no": number, "side": side, "code": code} for side, code in sorted(codes)]
