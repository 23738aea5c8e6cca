"""Reports of one happening as one incident: the best value of each field, and who differs."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from dragoman.knowledge.publishers import Publishers
from dragoman.merge.figures import join_counts
from dragoman.merge.outlets import Outlets
from dragoman.merge.variants import find_variants
from dragoman.model.event import Actor
from dragoman.model.incident import Incident, Variant
from dragoman.model.report import Report

Write = Callable[[Report], str]


def compose_incident(reports: Sequence[Report], publishers: Publishers, denials: Iterable[Report] = ()) -> Incident:
    """The incident of the reports. `denials` are reports that it did not happen.

    Of several values the one that most independent publishers give is taken; among equals the more precise, then that
    of the surest report. The order of the reports does not matter.
    """
    reports = sorted(reports, key=lambda report: (-report.confidence, report.id))
    outlets = Outlets(reports, publishers)
    lead = best_told(reports, _sides, outlets, _side_precision)
    when = best_told(reports, write_days, outlets, _day_precision)
    where = best_told(reports, write_place, outlets, lambda report: report.place.resolution if report.place else 0)
    how = best_told(reports, write_modes, outlets, lambda report: len(report.mode))
    independent = outlets.independents(reports)
    seen = [report.published for report in reports if report.published]
    return Incident(
        id=min(report.id for report in reports),
        event=lead.event,
        mode=how.mode,
        context=_shared_contexts(reports),
        status="actual" if any(report.status == "actual" for report in reports) else lead.status,
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
        confidence=_joint_confidence(reports[0], independent),
        reports=tuple(sorted(report.id for report in reports)),
        publishers=outlets.all,
        corroboration=len(independent),
        from_sides=outlets.of_sides,
        denied_by=_deniers(denials, publishers),
        dead=join_counts(reports, "dead", outlets),
        injured=join_counts(reports, "injured", outlets),
        arrested=join_counts(reports, "arrested", outlets),
        variants=_all_variants(reports, outlets),
        first_seen=min(seen, default=None),
        last_seen=max(seen, default=None),
    )


def best_told(reports: Sequence[Report], write: Write, outlets: Outlets, precision: Callable[[Report], float]) -> Report:
    """The surest of the reports that give the best value: told by most, among equally many the most precise; silence only where all are silent."""
    told = [report for report in reports if write(report)] or reports
    if len(told) == 1:
        return told[0]
    groups: dict[str, list[Report]] = defaultdict(list)
    for report in told:
        groups[write(report)].append(report)
    ranked = sorted(groups.values(), key=lambda rows: (-rows[0].confidence, rows[0].id))
    return max(ranked, key=lambda rows: (outlets.weight(rows), max(map(precision, rows))))[0]


def _all_variants(reports: Sequence[Report], outlets: Outlets) -> dict[str, tuple[Variant, ...]]:
    """The fields that the reports tell differently, with each version."""
    if len(reports) == 1:
        return {}
    kinds: dict[str, tuple[Write, Write]] = {
        "actor": (lambda report: _codes(report.actor), lambda report: write_side(report.actor)),
        "recipient": (lambda report: _codes(report.recipient), lambda report: write_side(report.recipient)),
        "when": (write_days, write_days),
        "place": (write_place, write_place),
        "mode": (write_modes, write_modes),
    }
    found = {name: find_variants(reports, key, write, outlets) for name, (key, write) in kinds.items()}
    return {name: rows for name, rows in found.items() if len(rows) > 1}


def _codes(side: Sequence[Actor]) -> str:
    """What a side is told apart by: countries, and names that have none."""
    return ", ".join(sorted({actor.country or actor.name.lower() for actor in side}))


def _sides(report: Report) -> str:
    return f"{_codes(report.actor)} > {_codes(report.recipient)}"


def _side_precision(report: Report) -> float:
    return sum(1 + len(actor.sectors) for actor in (*report.actor, *report.recipient))


def write_side(side: Sequence[Actor]) -> str:
    """The side by its members' names."""
    return ", ".join(dict.fromkeys(actor.name for actor in side))


def write_days(report: Report) -> str:
    """The days of a report in words, "" where none is stated."""
    days = dict.fromkeys(str(day) for day in (report.date, report.enddate) if day)
    return " to ".join(days) if report.date_basis == "stated" else ""


def write_place(report: Report) -> str:
    """The name of the place, "" where none is told."""
    return report.place.name if report.place else ""


def write_modes(report: Report) -> str:
    """The modes in words, "" where none is told."""
    return ", ".join(sorted(report.mode))


def _day_precision(report: Report) -> float:
    """The fewer days the better; of bounds by publication the earliest is the tightest."""
    if report.date_basis != "stated":
        return -float((report.enddate or report.published or date.max).toordinal())
    return -float(((report.enddate or date.max) - (report.date or date.min)).days)


def _shared_contexts(reports: Sequence[Report]) -> tuple[str, ...]:
    """The contexts that at least half of the reports tell, of those that tell any; the commonest first."""
    counts = Counter(name for report in reports for name in dict.fromkeys(report.context))
    telling = sum(1 for report in reports if report.context)
    ranked = sorted(counts, key=lambda name: (-counts[name], name))
    return tuple(name for name in ranked if 2 * counts[name] >= telling)


def _joint_confidence(surest: Report, independent: Sequence[Sequence[Report]]) -> float:
    """That of the surest report, more with each other independent source: half its weight, for papers err alike."""
    doubt = 1 - surest.confidence
    for rows in independent:
        if surest not in rows:
            doubt *= (1 - max(report.confidence for report in rows)) ** 0.5
    return round(1 - doubt, 3)


def _deniers(denials: Iterable[Report], publishers: Publishers) -> tuple[str, ...]:
    """Who says that it did not happen: the speaker, else the publisher."""
    names = {(report.said_by[-1].name if report.said_by else publishers.name(report.publisher or report.article)) for report in denials}
    return tuple(sorted(names))
