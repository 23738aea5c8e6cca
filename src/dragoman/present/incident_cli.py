"""`dragoman incident`: why reports are one happening, and corrections by hand."""

from typing import Annotated

import typer

from dragoman.present import ledger_options as given
from dragoman.present.screen import screen

incident_app = typer.Typer(no_args_is_help=True, help="See why reports are one happening, and correct it by hand.", rich_markup_mode=None)
Event = Annotated[str, typer.Argument(help="Id of an event, such as letters/3.")]
By = Annotated[str, typer.Option("--by", help="Who decides.")]
Note = Annotated[str, typer.Option(help="Why.")]


@incident_app.command("show")
def show(event: Event, *, ledger: given.LedgerPath = given.DEFAULT_PATH) -> None:
    """Show the incident that an event belongs to: its reports, what joined them, and where they differ."""
    from dragoman.present.joined import show_incident

    show_incident(given.open_ledger(ledger), event, screen())


@incident_app.command("join")
def join(event: Event, other: Event, *, by: By = "analyst", note: Note = "", ledger: given.LedgerPath = given.DEFAULT_PATH) -> None:
    """Make the incidents of two events one."""
    from dragoman.ledger.correct import join_events

    _tell(join_events(given.open_ledger(ledger).database, event, other, by, note))


@incident_app.command("part")
def part(event: Event, *, by: By = "analyst", note: Note = "", ledger: given.LedgerPath = given.DEFAULT_PATH) -> None:
    """Make an event an incident of its own."""
    from dragoman.ledger.correct import part_event

    _tell(part_event(given.open_ledger(ledger).database, event, by, note))


@incident_app.command("undo")
def undo(correction: Annotated[int, typer.Argument(help="Number of the correction.")], *, ledger: given.LedgerPath = given.DEFAULT_PATH) -> None:
    """Take a correction back."""
    from dragoman.ledger.correct import undo_correction

    undo_correction(given.open_ledger(ledger).database, correction)
    screen().print(f"correction {correction} taken back")


def _tell(correction: int) -> None:
    screen().print(f"correction {correction}; take it back with: dragoman incident undo {correction}")
