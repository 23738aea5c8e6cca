"""Who tells what, where reports of one happening differ."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence

from dragoman.merge.outlets import Outlets
from dragoman.model.incident import Variant
from dragoman.model.report import Report


def find_variants(
    reports: Sequence[Report], key: Callable[[Report], Hashable], write: Callable[[Report], str], outlets: Outlets
) -> tuple[Variant, ...]:
    """The versions of a field, told apart by `key` and written as the first report does, the best supported first; silence is none."""
    groups: dict[Hashable, list[Report]] = defaultdict(list)
    for report in reports:
        if value := key(report):
            groups[value].append(report)
    if len(groups) < 2:
        return ()
    versions = [(rows, write(rows[0])) for rows in groups.values()]
    versions.sort(key=lambda version: (*(-number for number in outlets.weight(version[0])), version[1]))
    return tuple(_variant(value, rows, outlets) for rows, value in versions)


def _variant(value: str, reports: Sequence[Report], outlets: Outlets) -> Variant:
    return Variant(
        value,
        tuple(sorted(report.id for report in reports)),
        tuple(sorted({outlets.name(report) for report in reports} - {""})),
        tuple(sorted({report.said_by[-1].name for report in reports if report.said_by})),
    )
