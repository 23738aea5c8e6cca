"""Reports that come and go in memory, and the incidents they are in: always those that joining all at once would give.

Whether two reports are linked is no business of a third, and which of its links a report counts depends on its own alone.
So when reports come or go, only the clusters can change that hold them, or hold one that is or was linked with them, or
one linked with such a one that has lost its best; these are joined anew, whole. The ledger does the same with tables.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable

from dragoman.merge.components import cluster, group
from dragoman.merge.incidents import link
from dragoman.merge.keys import Key, block_keys, meet
from dragoman.model.incident import Link
from dragoman.model.report import Report


class Neighbourhood:
    """The reports held, by id, and the incident of each."""

    def __init__(self) -> None:
        self.reports: dict[str, Report] = {}
        self.incidents: dict[str, str] = {}
        self._blocks: dict[str, set[tuple[Key, str]]] = defaultdict(set)
        self._links: dict[str, dict[str, Link]] = defaultdict(dict)
        self._clusters: dict[str, str] = {}
        self._members: dict[str, set[str]] = defaultdict(set)

    def add(self, fresh: Iterable[Report]) -> dict[str, str]:
        """The fresh reports are held, each in place of one with its id; the incident of every report that has another than before."""
        fresh = list(fresh)
        lost = self._forget([report.id for report in fresh if report.id in self.reports])
        for report in fresh:
            self._hold(report)
        return self._rejoin(lost | {report.id for report in fresh})

    def remove(self, ids: Iterable[str]) -> dict[str, str]:
        """The reports are gone; the incident of every other one that has another than before."""
        return self._rejoin(self._forget([name for name in ids if name in self.reports]))

    def _hold(self, report: Report) -> None:
        keys = block_keys(report)
        for name in {name for key in keys for lock, name in self._blocks[key.name] if meet(key, lock)}:
            tie = link(report, self.reports[name])
            if tie is not None:
                self._links[report.id][name] = self._links[name][report.id] = tie
        for key in keys:
            self._blocks[key.name].add((key, report.id))
        self.reports[report.id] = report

    def _forget(self, ids: Collection[str]) -> set[str]:
        """Nothing of the reports is left; those whose cluster or links that touches."""
        touched: set[str] = set()
        for name in ids:
            for key in block_keys(self.reports.pop(name)):
                self._blocks[key.name].discard((key, name))
            for other in self._links.pop(name, {}):
                touched.add(other)
                del self._links[other][name]
            members = self._members[self._clusters.pop(name)]
            members.discard(name)
            touched |= members
            del self.incidents[name]
        return touched & self.reports.keys()

    def _rejoin(self, stirred: set[str]) -> dict[str, str]:
        """The clusters of these and of those linked with them are made anew."""
        reached = stirred | {other for name in stirred for other in self._links.get(name, ())}
        held = set(reached)
        for name in reached:
            held |= self._members.pop(self._clusters.get(name, name), set())
        ties = {id(tie): tie for name in held for other, tie in self._links.get(name, {}).items() if other in held}.values()
        for name, key in cluster(sorted(held), ties).items():
            self._clusters[name] = key
            self._members[key].add(name)
        found = group({name: self.reports[name].article for name in held}, ties)
        changed = {name: incident for name, incident in found.items() if self.incidents.get(name) != incident}
        self.incidents |= changed
        return changed
