"""Outcomes on their way out: to the screen or a file, in one of the formats, failures counted."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import IO

from dragoman.errors import InputError
from dragoman.model.outcome import Outcome
from dragoman.present.export import WRITERS
from dragoman.present.screen import close_quietly, complaints, screen
from dragoman.present.tables import LEGEND, show

FORMATS = ("table", *WRITERS)


def deliver(outcomes: Iterator[Outcome], format: str, output: Path | None, *, explain: bool) -> int:  # noqa: A002 - the option's name
    """Writes the outcomes as they come and tells what became of them; returns how many articles failed.

    The first outcome is waited for before a file is opened: input that cannot be read leaves the file as it was.
    """
    _check(format, output)
    first = next(outcomes, None)
    rest = chain(() if first is None else (first,), outcomes)
    with _open(output) as out:
        return _count(_tables(rest, out, explain=explain) if format == "table" else WRITERS[format](rest, out), table=format == "table")


def _check(format: str, output: Path | None) -> None:  # noqa: A002
    if output is None:
        if format == "parquet" and sys.stdout.isatty():
            raise InputError("--format parquet: a Parquet file is not for the screen; give -o FILE")
    elif output.is_dir() or not output.parent.is_dir():
        raise InputError(f"-o {output}: cannot be written; give a file in a folder that exists")


def _tables(outcomes: Iterable[Outcome], out: IO[bytes], *, explain: bool) -> Iterator[Outcome]:
    console = screen(out)
    for outcome in outcomes:
        show(outcome, console, explain=explain)
        yield outcome


def _count(written: Iterable[Outcome], *, table: bool) -> int:
    stderr = complaints()
    articles = events = failed = 0
    for outcome in written:
        articles += 1
        events += len(outcome.events)
        if outcome.failure:
            failed += 1
            if not table:
                stderr.print(f"not coded: {outcome.failure.place}: {outcome.failure.reason}")
    stderr.print(f"{articles} articles, {events} events, {failed} failed")
    if table and events:
        stderr.print(LEGEND, style="dim")
    return failed


@contextmanager
def _open(path: Path | None) -> Iterator[IO[bytes]]:
    if path is None:
        with _pipe():
            yield sys.stdout.buffer
            sys.stdout.buffer.flush()
        return
    try:
        out = path.open("wb")
    except OSError as error:
        raise InputError(f"-o {path}: cannot be written ({error.strerror}); choose another file") from error
    with out:
        yield out


@contextmanager
def _pipe() -> Iterator[None]:
    """Whoever closes the pipe has read enough: the program ends with status 0."""
    try:
        yield
    except BrokenPipeError:
        close_quietly()
        raise SystemExit(0) from None
