"""`dragoman runs`, `dragoman diff`: which versions coded what, and what a recoding changed."""

from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.text import Text

from dragoman.present import ledger_options as given
from dragoman.present.screen import screen

if TYPE_CHECKING:
    from dragoman.ledger.diff import Change

MARKS = {"added": ("+", "green"), "removed": ("-", "red"), "changed": ("~", "yellow")}


def runs(*, ledger: given.LedgerPath = given.DEFAULT_PATH) -> None:
    """List the runs: which program, codebook and model coded how much, and how much of it is in force."""
    import polars as pl

    from dragoman.ledger.diff import read_runs
    from dragoman.present.frames import show_frame

    with given.open_ledger(ledger).opened() as connection:
        show_frame(pl.DataFrame(read_runs(connection)), screen())


def diff(
    before: Annotated[int, typer.Argument(help="Number of a run, as `dragoman runs` lists them.")],
    after: Annotated[int, typer.Argument(help="Number of the other run.")],
    *,
    ledger: given.LedgerPath = given.DEFAULT_PATH,
    examples: Annotated[int, typer.Option(min=0, help="Examples for each type and kind of change.")] = 3,
) -> None:
    """Show what differs between two runs over the articles that both coded, by type and with examples."""
    import polars as pl

    from dragoman.ledger import diff as compare
    from dragoman.present.frames import show_frame

    with given.open_ledger(ledger).opened() as connection:
        found = compare.compare_runs(connection, before, after)
    console = screen()
    if before == after:
        console.print(f"run {before} is named twice: it is one run, and differs in nothing from itself")
        return
    console.print(f"{found.articles} articles coded by both; {found.same} records the same, {len(found.changes)} differ")
    if found.changes:
        show_frame(pl.DataFrame(found.by_type(), schema=["type", "added", "removed", "changed"], orient="row"), console)
    for change in compare.examples(found.changes, examples):
        console.print(_tell(change))


def _tell(change: "Change") -> Text:
    mark, colour = MARKS[change.kind]
    row = change.after or change.before or {}
    text = Text(f"{mark} {change.article}  ", style=colour)
    text.append(f"{row['event']} {_side(row, 'actor')} > {_side(row, 'recipient')}", style="default")
    for name in change.fields:
        text.append(f"  {name}: {_value((change.before or {})[name])} -> {_value(row[name])}", style="dim")
    return text.append(f"  “{row['words']}”", style="italic default")


def _side(row: dict[str, Any], side: str) -> str:
    return row[f"{side}_code"] or "—"


def _value(value: Any) -> str:
    return ", ".join(value) if isinstance(value, list) else "—" if value is None else str(value)
