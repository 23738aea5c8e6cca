"""The report of a training as tables."""

from collections.abc import Iterable, Mapping

from rich.console import Console
from rich.table import Table

from dragoman.learn.report import NewType, Report, Score, TypeChange


def show_report(report: Report, out: Console) -> None:
    """Prints what was gained and lost, the new types, what is confused, and the warnings."""
    out.print("On items held back, as coding asks (told: examples of the type; P, R, F1: before > after):", markup=False)
    out.print(_changes(report.candidates))
    out.print(_line("With the parties given", report.pairs), markup=False, soft_wrap=True)
    for row in report.new:
        out.print()
        for line in _new_type(row):
            out.print(line, markup=False, soft_wrap=True)
    out.print()
    pairs = ", ".join(f"{right} taken for {given} {n}" for right, given, n in report.confused)
    out.print(f"Most confused: {pairs or 'nothing'}", markup=False, soft_wrap=True)
    for warning in report.warnings:
        out.print(f"Mind: {warning}", markup=False, soft_wrap=True)


def _changes(rows: Iterable[TypeChange]) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for name in ("type", "told", "P", "R", "F1", "right", "gained", "lost"):
        table.add_column(name, justify="left" if name == "type" else "right")
    for row in rows:
        rates = (f"{_rate(getattr(row.before, name))} > {_rate(getattr(row.after, name))}" for name in ("precision", "recall", "f1"))
        right = f"{row.before.right} > {row.after.right}"
        table.add_row(row.name, str(row.after.told), *rates, right, str(row.gained), str(row.lost))
    return table


def _rate(share: float | None) -> str:
    return "-" if share is None else f"{share:.2f}"


def _line(title: str, rows: Iterable[TypeChange]) -> str:
    scores: list[tuple[Score, Score]] = [(row.before, row.after) for row in rows]
    told = sum(after.told for _, after in scores)
    before, after = (sum(pair[place].right for pair in scores) for place in (0, 1))
    return f"{title}: {told} examples, right {before} > {after}"


def _new_type(row: NewType) -> Iterable[str]:
    asked = "candidates" if row.kind == "candidate" else "events with parties and trigger given"
    low, high = row.sure
    yield f"{row.name}, {asked}, by cross-validation over your examples:"
    yield f"  found {row.found} of {row.told} (95 of 100 times between {low:.2f} and {high:.2f})"
    yield f"  the others were taken for: {_counts(row.missed)}"
    yield f"  before, all were taken for: {_counts(row.before)}"
    yield f"  wrongly taken for it: {row.false_own} of {row.other_own} other examples of yours, {row.false_back} of {row.other_back} held back"


def _counts(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {n}" for name, n in counts.items()) or "none"
