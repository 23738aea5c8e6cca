"""Reports into incidents as they come and go: the same partition as if all had been joined at once.

What two reports have to do with each other does not depend on a third, and a report that keeps only its best link
chooses among its own. So when reports come or go, only the clusters that hold them, or hold one that is or was
linked with them, can change; these are joined anew, whole, and the rest of the ledger is left alone.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from dragoman.knowledge.publishers import Publishers, load_publishers
from dragoman.merge.components import cluster, group
from dragoman.merge.compose import compose_incident
from dragoman.merge.incidents import link, loose_ends
from dragoman.merge.keys import block_keys
from dragoman.model.incident import Link
from dragoman.model.report import Report
from dragoman.store import incidents as stored
from dragoman.store.corrections import Hands, read_hands
from dragoman.store.database import Connection
from dragoman.store.reports import events_of_articles, read_reports


def assign(connection: Connection, fresh: Sequence[int], gone: Sequence[int] = (), regrouped: Sequence[int] = ()) -> None:
    """The fresh events belong to incidents and the gone ones no longer; `regrouped` are articles whose reprints changed."""
    again = set(events_of_articles(connection, regrouped)) - set(fresh) - set(gone)
    leaving, coming = {*gone, *again}, sorted({*fresh, *again})
    touched = stored.fellows(connection, leaving)
    left = stored.forget_events(connection, leaving)
    reports = read_reports(connection, coming)
    stored.store_keys(connection, ((number, key.name, key.seeks) for number, report in reports.items() for key in block_keys(report)))
    pairs = stored.near_pairs(connection, reports)
    known = reports | read_reports(connection, sorted({number for pair in pairs for number in pair} - reports.keys()))
    stored.store_links(connection, _find_links(pairs, known))
    rejoin(connection, {*coming, *left, *touched} - set(gone), touched.values(), known)


def rejoin(connection: Connection, stirred: Iterable[int], old: Iterable[int] = (), known: Mapping[int, Report] | None = None) -> None:
    """The clusters that hold one of the events, or one linked with it, are joined anew; the `old` incidents are dropped.

    `known` are reports at hand, which need not be read again.
    """
    stirred = set(stirred)
    hands = read_hands(connection)
    reached = stirred | stored.partners(connection, stirred) | hands.partners(stirred)
    before = stored.fellows(connection, reached)
    reports = _read(connection, reached | before.keys(), known or {})
    links = [_tie(reports[one], reports[other], score, reason) for one, other, score, reason in stored.links_among(connection, reports)]
    stored.replace_incidents(connection, {*old, *before.values()}, _join(reports, links, hands))


def _tie(one: Report, other: Report, score: float, reason: str) -> Link:
    one, other = sorted((one, other), key=lambda report: report.id)
    return Link(one.id, other.id, score, reason, loose_ends(one, other))


def _read(connection: Connection, numbers: set[int], known: Mapping[int, Report]) -> dict[int, Report]:
    """The reports of these numbers, in their order; those at hand are not read."""
    rows = {**known, **read_reports(connection, sorted(numbers - known.keys()))}
    return {number: rows[number] for number in sorted(numbers) if number in rows}


def _find_links(pairs: Iterable[tuple[int, int]], known: Mapping[int, Report]) -> dict[tuple[int, int], Link]:
    """The links of the pairs, by number."""
    found = ((pair, link(known[pair[0]], known[pair[1]])) for pair in pairs)
    return {pair: tie for pair, tie in found if tie is not None}


def _join(reports: dict[int, Report], links: list[Link], hands: Hands) -> stored.Joined:
    """The incidents of the reports, by number."""
    numbers = {report.id: number for number, report in reports.items()}
    joined, parted = hands.among(reports)
    members: dict[int, list[int]] = defaultdict(list)
    for event, incident in group({report.id: report.article for report in reports.values()}, links, joined, parted).items():
        members[numbers[incident]].append(numbers[event])
    clusters = {numbers[event]: numbers[name] for event, name in cluster(numbers, links, joined, parted).items()}
    incidents = {number: compose_incident([reports[event] for event in events], publishers()) for number, events in members.items()}
    return stored.Joined(members, incidents, clusters)


@cache
def publishers() -> Publishers:
    """The outlets that the tables know, loaded once."""
    return load_publishers()
