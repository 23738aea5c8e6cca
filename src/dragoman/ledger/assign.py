"""Reports into incidents as they come and go: the same partition as if all had been joined at once.

What two reports have to do with each other does not depend on a third, and a report that keeps only its best link
chooses among its own. So when reports come or go, only the incidents that hold them, or hold one that is or was
linked with them, can change; these are joined anew, whole, and the rest of the ledger is left alone.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

from dragoman.knowledge.publishers import Publishers, load_publishers
from dragoman.merge.components import group
from dragoman.merge.compose import compose_incident
from dragoman.merge.incidents import block_keys, link
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
    stored.store_keys(connection, {number: block_keys(report) for number, report in reports.items()})
    stored.store_links(connection, _find_links(connection, reports))
    rejoin(connection, {*coming, *left, *touched} - set(gone), touched.values())


def rejoin(connection: Connection, stirred: Iterable[int], old: Iterable[int] = ()) -> None:
    """The incidents that hold one of the events, or one linked with it, are joined anew; the `old` ones are dropped."""
    stirred = set(stirred)
    hands = read_hands(connection)
    reached = stirred | stored.partners(connection, stirred) | hands.partners(stirred)
    before = stored.fellows(connection, reached)
    reports = read_reports(connection, sorted(reached | before.keys()))
    links = [Link(reports[one].id, reports[other].id, score, reason) for one, other, score, reason in stored.links_among(connection, reports)]
    _write(connection, {*old, *before.values()}, reports, links, hands)


def _find_links(connection: Connection, reports: dict[int, Report]) -> dict[tuple[int, int], Link]:
    """The links of these reports with each other and with those that the ledger holds."""
    pairs = stored.near_pairs(connection, reports)
    others = {number for pair in pairs for number in pair} - reports.keys()
    known = reports | read_reports(connection, sorted(others))
    found = ((pair, link(known[pair[0]], known[pair[1]])) for pair in pairs)
    return {pair: tie for pair, tie in found if tie is not None}


def _write(connection: Connection, old: set[int], reports: dict[int, Report], links: list[Link], hands: Hands) -> None:
    """The reports' incidents in place of the old ones."""
    numbers = {report.id: number for number, report in reports.items()}
    joined, parted = hands.among(reports)
    members: dict[int, list[int]] = defaultdict(list)
    for event, incident in group(list(numbers), links, joined, parted).items():
        members[numbers[incident]].append(numbers[event])
    ties: dict[str, list[Link]] = defaultdict(list)
    for tie in links:
        ties[tie.one].append(tie)
    composed = {
        number: compose_incident([reports[event] for event in events], [tie for event in events for tie in ties[reports[event].id]], publishers())
        for number, events in members.items()
    }
    stored.replace_incidents(connection, old, members, composed, stored.count_state_reports(connection, members))


@cache
def publishers() -> Publishers:
    """The outlets that the tables know, loaded once."""
    return load_publishers()
