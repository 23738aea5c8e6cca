"""The encoder is asked once for what it has been asked before."""

from pathlib import Path

import numpy as np
from msgspec.structs import replace
from tests.learn.lessons import FakeRunner, example

from dragoman.learn.vectors import Vectors, key_of

ROWS = [example("CONSULT", "a").instance, example("ASSAULT", "b").instance, example("CONSULT", "a").instance]


def unwatched(what: str, done: int, of: int) -> None:
    """Nobody looks on."""


def test_a_second_run_asks_nothing(tmp_path: Path) -> None:
    """What is in the file is taken from there, and is the same; one instance twice is asked once."""
    first, second = FakeRunner(), FakeRunner()
    once = Vectors(tmp_path / "v.npz", "m", first).encode(ROWS, unwatched)
    again = Vectors(tmp_path / "v.npz", "m", second).encode(ROWS, unwatched)
    assert (first.asked, second.asked) == (2, 0)
    assert all(np.array_equal(one.vector, other.vector) for one, other in zip(once, again, strict=True))


def test_the_answers_of_another_model_are_not_taken(tmp_path: Path) -> None:
    """A new encoder is asked anew."""
    runner = FakeRunner()
    Vectors(tmp_path / "v.npz", "m", FakeRunner()).encode(ROWS, unwatched)
    Vectors(tmp_path / "v.npz", "n", runner).encode(ROWS, unwatched)
    assert runner.asked == 2


def test_progress_counts_what_is_new(tmp_path: Path) -> None:
    """Two of two, though three were wanted."""
    told: list[tuple[str, int, int]] = []
    Vectors(tmp_path / "v.npz", "m", FakeRunner()).encode(ROWS, lambda *row: told.append(row))
    assert told == [("encoding", 1, 2), ("encoding", 2, 2)]


def test_the_name_of_an_instance_is_what_the_encoder_sees() -> None:
    """Other marks are another instance, another rule is not."""
    row = ROWS[0]
    assert key_of(row) == key_of(replace(row, rule="CONSULT", weight=3.0))
    assert key_of(row) != key_of(replace(row, trigger=(7, 10)))
