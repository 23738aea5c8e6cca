"""Reports of one happening as one incident: the best value of each field, and who differs."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TypeVar

from dragoman.knowledge.publishers import Publishers
from dragoman.model.event import Actor
from dragoman.model.incident import Figure, Incident, Variant
from dragoman.model.report import Report

Value = TypeVar("Value")
OWNED = ("state", "party")


def compose_incident(reports: Sequence[Report], publishers: Publishers, denials: Iterable[Report] = ()) -> Incident:
    """The incident of the reports. `denials` are reports that it did not happen.

    Of several values the one that most independent publishers give is taken; among equals the more precise, then that
    of the surest report. The order of the reports does not matter.
    """
    reports = sorted(reports, key=lambda report: (-report.confidence, report.id))
    outlets = Outlets(reports, publishers)
    kinds: list[tuple[str, Callable[[Report], str]]] = [
        ("actor", lambda report: write_side(report.actor)),
        ("recipient", lambda report: write_side(report.recipient)),
        ("when", write_days),
        ("place", lambda report: report.place.name if report.place else ""),
        ("mode", lambda report: ", ".join(report.mode)),
    ]
    variants = {name: _variants(reports, write, outlets) for name, write in kinds}
    lead = _best(reports, _sides, outlets, precision=lambda report: len(report.actor) + len(report.recipient))
    when = _best(reports, write_days, outlets, precision=_day_precision)
    where = _best(
        [report for report in reports if report.place] or reports,
        lambda report: report.place.name if report.place else "",
        outlets,
        precision=lambda report: report.place.resolution if report.place else 0,
    )
    how = _best(
        [report for report in reports if report.mode] or reports,
        lambda report: ", ".join(report.mode),
        outlets,
        precision=lambda report: len(report.mode),
    )
    seen = [report.published for report in reports if report.published]
    return Incident(
        id=min(report.id for report in reports),
        event=lead.event,
        mode=how.mode,
        context=tuple(dict.fromkeys(name for report in reports for name in report.context)),
        status=lead.status,
        reciprocal=lead.reciprocal,
        actor=lead.actor,
        recipient=lead.recipient,
        date=when.date,
        enddate=when.enddate,
        date_basis=when.date_basis,
        place=where.place,
        words=lead.words,
        quad_code=lead.quad_code,
        event_scale=how.event_scale if how.mode else lead.event_scale,
        confidence=reports[0].confidence,
        reports=tuple(sorted(report.id for report in reports)),
        publishers=outlets.all,
        corroboration=len(outlets.independent),
        from_sides=outlets.of_sides,
        denied_by=_deniers(denials, publishers),
        dead=_figure(reports, "dead", outlets),
        injured=_figure(reports, "injured", outlets),
        arrested=_figure(reports, "arrested", outlets),
        variants={name: rows for name, rows in variants.items() if len(rows) > 1},
        first_seen=min(seen, default=None),
        last_seen=max(seen, default=None),
    )


class Outlets:
    """Who prints the reports: one name for each independent text, the media of a side apart."""

    def __init__(self, reports: Sequence[Report], publishers: Publishers) -> None:
        sides = {actor.country for report in reports for actor in (*report.actor, *report.recipient) if actor.country}
        self._name = {report.id: publishers.name(report.publisher) if report.publisher else "" for report in reports}
        named = sorted({name for name in self._name.values() if name})
        owned = [name for name in named if (outlet := publishers.find(name)) and outlet.ownership in OWNED and outlet.country in sides]
        self.all, self.of_sides = tuple(named), tuple(owned)
        self.independent = self._count(report for report in reports if self._name[report.id] not in owned)

    def _count(self, reports: Iterable[Report]) -> frozenset[str]:
        """One mark for each independent text: reprints of one, and several texts of one publisher, are one."""
        root: dict[str, str] = {}
        for report in sorted(reports, key=lambda report: report.id):
            marks = (f"text {report.group}", f"paper {self._name[report.id]}" if self._name[report.id] else f"text {report.group}")
            least = min(_end(root, mark) for mark in marks)
            for mark in marks:
                root[_end(root, mark)] = least
        return frozenset(_end(root, mark) for mark in list(root))

    def name(self, report: Report) -> str:
        """The publisher of the report, "" where none is told."""
        return self._name[report.id]

    def weight(self, reports: Iterable[Report]) -> int:
        """How many independent publishers give these reports."""
        return len(self._count(reports))


def _end(root: dict[str, str], mark: str) -> str:
    while root.setdefault(mark, mark) != mark:
        mark = root[mark]
    return mark


def _best(reports: Sequence[Report], write: Callable[[Report], str], outlets: Outlets, *, precision: Callable[[Report], float]) -> Report:
    """The surest report of the value that most publishers give; among equally many the most precise."""
    groups: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        groups[write(report)].append(report)
    return max(groups.values(), key=lambda group: (outlets.weight(group), precision(group[0]), group[0].confidence, [-ord(c) for c in group[0].id]))[
        0
    ]


def _sides(report: Report) -> str:
    return f"{write_side(report.actor)} > {write_side(report.recipient)}"


def write_side(side: tuple[Actor, ...]) -> str:
    """A side by its countries and sectors, as variants are told apart by."""
    return ", ".join(sorted({f"{actor.country or actor.name} {' '.join(actor.sectors[:1])}".strip() for actor in side}))


def write_days(report: Report) -> str:
    """The days of a report in one word."""
    if report.date_basis != "stated":
        return ""
    days = dict.fromkeys(str(day) for day in (report.date, report.enddate) if day)
    return " to ".join(days)


def _day_precision(report: Report) -> float:
    if report.date_basis != "stated":
        return -10000.0
    return -((report.enddate or date.max) - (report.date or date.min)).days


def _variants(reports: Sequence[Report], write: Callable[[Report], str], outlets: Outlets) -> tuple[Variant, ...]:
    """The values that the reports give for a field, the best supported first; silence is none."""
    groups: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        if value := write(report):
            groups[value].append(report)
    ranked = sorted(groups.items(), key=lambda item: (-outlets.weight(item[1]), item[0]))
    return tuple(_variant(value, rows, outlets) for value, rows in ranked)


def _variant(value: str, reports: Sequence[Report], outlets: Outlets) -> Variant:
    return Variant(
        value,
        tuple(sorted(report.id for report in reports)),
        tuple(sorted({outlets.name(report) for report in reports} - {""})),
        tuple(sorted({report.said_by[-1].name for report in reports if report.said_by})),
    )


def _figure(reports: Sequence[Report], name: str, outlets: Outlets) -> Figure | None:
    """The count as it is told: the best is what most publishers give, among equals the middle one."""
    told = [(report, getattr(report.size, name)) for report in reports if getattr(report.size, name)]
    if not told:
        return None
    groups: dict[tuple[int, int], list[Report]] = defaultdict(list)
    for report, count in told:
        groups[count].append(report)
    most = max(outlets.weight(rows) for rows in groups.values())
    leaders = sorted(count for count, rows in groups.items() if outlets.weight(rows) == most)
    low, high = min(count[0] for count in groups), max(count[1] for count in groups)
    middle = leaders[len(leaders) // 2]
    variants = tuple(_variant(_range(count), rows, outlets) for count, rows in sorted(groups.items()))
    return Figure(low, middle[0] if middle[0] == middle[1] else (middle[0] + middle[1]) // 2, high, variants if len(variants) > 1 else ())


def _range(count: tuple[int, int]) -> str:
    return str(count[0]) if count[0] == count[1] else f"{count[0]} to {count[1]}"


def _deniers(denials: Iterable[Report], publishers: Publishers) -> tuple[str, ...]:
    """Who says that it did not happen: the speaker, else the publisher."""
    names = {(report.said_by[-1].name if report.said_by else publishers.name(report.publisher or report.article)) for report in denials}
    return tuple(sorted(names))
