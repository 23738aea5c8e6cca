"""Who may open the ledger's file: many readers or one writer, over all threads and processes of the machine."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import portalocker


@contextmanager
def shared(path: Path) -> Iterator[None]:
    """Held beside other readers; waits for a writer, and behind one that is waiting."""
    with _open(path, "lock") as lock:
        with _held(path, "turn"):
            portalocker.lock(lock, portalocker.LockFlags.SHARED)
        yield


@contextmanager
def exclusive(path: Path) -> Iterator[None]:
    """Held alone; waits until the readers have left, and keeps new ones waiting meanwhile.

    The system lets go of the lock when its process ends, however it ends.
    """
    with _open(path, "lock") as lock:
        with _held(path, "turn"):
            portalocker.lock(lock, portalocker.LockFlags.EXCLUSIVE)
        yield


@contextmanager
def _held(path: Path, suffix: str) -> Iterator[None]:
    """One at a time passes here, so that readers who follow each other closely do not shut a writer out."""
    with _open(path, suffix) as turn:
        portalocker.lock(turn, portalocker.LockFlags.EXCLUSIVE)
        yield


@contextmanager
def _open(path: Path, suffix: str) -> Iterator[TextIO]:
    with path.with_name(f"{path.name}.{suffix}").open("a") as file:
        yield file
