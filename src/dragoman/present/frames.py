"""Frames on the screen and in files."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table

from dragoman.errors import InputError
from dragoman.present.screen import screen

if TYPE_CHECKING:
    import polars as pl

WRITERS = {".csv": "write_csv", ".parquet": "write_parquet"}


def deliver_frame(frame: "pl.DataFrame", output: Path | None) -> None:
    """The frame stands in the file, or on the screen where none is given."""
    if output is not None:
        write_frame(frame, output)
    else:
        show_frame(frame, screen())


def show_frame(frame: "pl.DataFrame", console: Console) -> None:
    """Prints the frame as a table, numbers to the right, nothing for what is not known."""
    if not frame.height:
        console.print("nothing recorded")
        return
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for name, kind in frame.schema.items():
        table.add_column(name.replace("_", " "), justify="right" if kind.is_numeric() else "left")
    for row in frame.iter_rows():
        table.add_row(*(_cell(value) for value in row))
    console.print(table)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return f"{value:+.2f}" if isinstance(value, float) else f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else str(value)


def write_frame(frame: "pl.DataFrame", path: Path) -> None:
    """Writes the frame in the format of the path's suffix; raises InputError for a suffix that is none."""
    if path.suffix not in WRITERS:
        raise InputError(f"-o {path}: unknown suffix; write to {' or '.join(WRITERS)}")
    getattr(frame, WRITERS[path.suffix])(path)
