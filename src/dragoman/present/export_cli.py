"""`dragoman export`: what the ledger holds, for other programs."""

from pathlib import Path
from typing import Annotated

import typer

from dragoman.present import ledger_options as given
from dragoman.present.screen import complaints


def export(
    *,
    format: Annotated[str, typer.Option(help="`dragoman export --list` shows them.")] = "csv",  # noqa: A002 - the option's name
    output: Annotated[Path, typer.Option("-o", "--output", help="The file, or the folder where the format has several files.")] = Path("events.csv"),
    ledger: given.LedgerPath = given.DEFAULT_PATH,
    since: given.Since = None,
    until: given.Until = None,
    status: given.AnyStatus = None,
    about: Annotated[Path | None, typer.Option(help="For a release: a TOML with title, version, released, authors, licence.")] = None,
    codebook: Annotated[Path | None, typer.Option(help="For a release: the codebook of your own that made the records.", exists=True)] = None,
    list: Annotated[bool, typer.Option("--list", help="Show the formats and stop.")] = False,  # noqa: A002 - the option's name
) -> None:
    """Write the records in force in the format of another project, and tell what that format cannot carry."""
    from dragoman.present.deliver_ledger import formats_of_ledger, write_ledger

    if list:
        for name, says in formats_of_ledger().items():
            complaints().print(f"{name:14} {says}")
        return
    for line in write_ledger(given.open_ledger(ledger), format, output, given.filters(since, until, status or [*given.STATUSES]), about, codebook):
        complaints().print(line)
