"""How many, when reports of one happening count differently."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from dragoman.merge.outlets import Outlets
from dragoman.merge.variants import find_variants
from dragoman.model.incident import Figure
from dragoman.model.report import Report

Count = tuple[int, int]


def join_counts(reports: Sequence[Report], name: str, outlets: Outlets) -> Figure | None:
    """The count called so as it is told, None where it is not: the best is what most independent publishers give.

    Among equals an exact count goes before a range, and the latest before earlier ones: the dead are found one by one.
    """
    groups: dict[Count, list[Report]] = defaultdict(list)
    for report in reports:
        count: Count | None = getattr(report.size, name)
        if count is not None:
            groups[count].append(report)
    if not groups:
        return None
    best = max(groups, key=lambda count: (outlets.weight(groups[count])[0], count[0] == count[1], _last_seen(groups[count]), count))
    variants = find_variants(reports, lambda report: getattr(report.size, name), lambda report: write_count(getattr(report.size, name)), outlets)
    return Figure(min(low for low, _ in groups), sum(best) // 2, max(high for _, high in groups), variants)


def _last_seen(reports: Sequence[Report]) -> date:
    return max((report.published for report in reports if report.published), default=date.min)


def write_count(count: Count) -> str:
    """A count in words: "12", or "12 to 15"."""
    return str(count[0]) if count[0] == count[1] else f"{count[0]} to {count[1]}"
