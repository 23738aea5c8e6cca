"""Frames on the screen and in files."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from dragoman.errors import InputError
from dragoman.present.screen import screen

if TYPE_CHECKING:
    import polars as pl

SCORES = frozenset(("total", "mean", "low", "high", "score"))
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
        table.add_row(*(_cell(value, signed=name in SCORES) for name, value in zip(frame.columns, row, strict=True)))
    console.print(table)


def _cell(value: Any, *, signed: bool) -> Text:
    """A value in a table's cell, brackets and all."""
    return Text(_spell(value, signed=signed))


def _spell(value: Any, *, signed: bool) -> str:
    """A value in words: scores with their sign, counts in thousands, nothing for what is not known."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:+.2f}" if signed else f"{value:.2f}"
    return f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else str(value)


def write_frame(frame: "pl.DataFrame", path: Path) -> None:
    """Writes the frame in the format of the path's suffix; raises InputError for a suffix that is none or a file that cannot be written."""
    check_table(path)
    try:
        getattr(frame, WRITERS[path.suffix])(path)
    except OSError as error:
        raise InputError(f"-o {path}: cannot be written ({error.strerror or error}); give another file") from error


def check_table(path: Path | None) -> None:
    """Raises InputError for a table's file of another suffix, or in a folder that is not there."""
    if path is not None:
        _check_file("-o", path, tuple(WRITERS))


def check_chart(option: str, path: Path | None) -> None:
    """Raises InputError for a chart's file of another suffix, or in a folder that is not there."""
    if path is not None:
        from dragoman.present.charts.save import SUFFIXES  # loads what draws

        _check_file(option, path, SUFFIXES)


def _check_file(option: str, path: Path, suffixes: tuple[str, ...]) -> None:
    if path.suffix not in suffixes:
        raise InputError(f"{option} {path}: unknown suffix {path.suffix!r}; write to {' or '.join(suffixes)}")
    if not path.parent.is_dir():
        raise InputError(f"{option} {path}: there is no folder {path.parent}; give a file in a folder that exists")
