"""Consoles: what is printed for a person, wide enough for a table and quiet when the reader has gone."""

import os
import sys
from io import TextIOWrapper
from typing import IO

from rich.console import Console

WIDTH = 160  # columns where there is no terminal to ask: the table of events needs 155


class Screen(Console):
    """A console that ends the program in peace when its reader, such as `head`, has closed the pipe."""

    def on_broken_pipe(self) -> None:
        """Ends with status 0: whoever closed the pipe has read enough."""
        self.quiet = True
        close_quietly()
        raise SystemExit(0)


def close_quietly() -> None:
    """Standard output leads nowhere from now on, so that nothing complains when the program ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def screen(out: IO[bytes] | None = None) -> Screen:
    """A console on standard output, or on an open file, where it has no colours."""
    if out is None:
        return Screen(highlight=False, width=None if sys.stdout.isatty() else WIDTH)
    return Screen(file=_Text(out, encoding="utf-8", write_through=True), highlight=False, width=None if out.isatty() else WIDTH)


def complaints() -> Console:
    """A console on standard error, its lines unbroken."""
    return Console(stderr=True, soft_wrap=True, highlight=False, markup=False)


class _Text(TextIOWrapper):
    """Text over a file that somebody else closes."""

    def close(self) -> None:
        """Lets go of the file without closing it."""
        if not self.closed:
            self.flush()
            self.detach()
