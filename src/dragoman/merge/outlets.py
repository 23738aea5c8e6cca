"""On whose word an incident rests: which of its reports are independent, and which come from a side's own medium."""

from collections.abc import Iterable, Sequence

from dragoman.knowledge.publishers import Publishers
from dragoman.model.report import Report

OWNED = ("state", "party")


class Outlets:
    """Who prints the reports of one happening.

    A report that credits a medium with its story ("Reuters reported") is that medium's. `all` are the publishers,
    `of_sides` the media, printing or credited, that a state or party of a side's country owns.
    """

    def __init__(self, reports: Sequence[Report], publishers: Publishers) -> None:
        sides = {actor.country for report in reports for actor in (*report.actor, *report.recipient) if actor.country}
        self._name = {report.id: publishers.name(report.publisher) if report.publisher else "" for report in reports}
        self._origin = {report.id: _credited(report, publishers) or self._name[report.id] for report in reports}
        self.all = tuple(sorted(set(self._name.values()) - {""}))
        told = sorted({*self.all, *self._origin.values()} - {""})
        self.of_sides = tuple(name for name in told if (outlet := publishers.find(name)) and outlet.ownership in OWNED and outlet.country in sides)

    def name(self, report: Report) -> str:
        """The publisher of the report, "" where none is told."""
        return self._name[report.id]

    def independents(self, reports: Iterable[Report]) -> list[list[Report]]:
        """The reports by independent source: reprints of one text and all that one medium tells are one; media of the sides are left out."""
        groups: list[tuple[set[str], list[Report]]] = []
        for report in reports:
            if self._origin[report.id] not in self.of_sides or not self._origin[report.id]:
                _add(groups, report, {f"text {report.group}", f"paper {self._origin[report.id]}"} - {"paper "})
        return [rows for _, rows in groups]

    def weight(self, reports: Sequence[Report]) -> tuple[int, int]:
        """How many independent sources give these reports, then how many reports there are."""
        return len(self.independents(reports)), len(reports)


def _credited(report: Report, publishers: Publishers) -> str:
    """The medium that the report gives as its source, "" where it has none."""
    outlet = publishers.find(report.said_by[0].name) if report.said_by else None
    return outlet.name if outlet else ""


def _add(groups: list[tuple[set[str], list[Report]]], report: Report, marks: set[str]) -> None:
    """The report stands in one group with all that share a mark with it."""
    near = [row for row in groups if row[0] & marks]
    groups[:] = [row for row in groups if not row[0] & marks]
    groups.append((marks.union(*(row[0] for row in near)), [*(told for row in near for told in row[1]), report]))
