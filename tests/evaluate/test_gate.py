"""The gate holds where scores stand on their floors, and names what fell."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from dragoman.batch import Coder
from dragoman.evaluate import gate
from dragoman.evaluate.floors import Floors, read_floors, write_floors
from dragoman.evaluate.gate import GOLD, Measured, failings, lines, main, measure

MEASURED = Measured({"dev.found": 0.5}, {"dev.jsonl": "a", "codebook": "b"})
PINNED = {"dev.jsonl": "a", "codebook": "b"}


@pytest.mark.parametrize(
    ("measured", "floors", "words"),
    [
        (MEASURED, Floors(PINNED, {"dev.found": 0.5}), []),
        (MEASURED, Floors(PINNED, {"dev.found": 0.51}), ["0.500 is below its floor 0.510"]),
        (MEASURED, Floors({**PINNED, "dev.jsonl": "x"}, {}), ["digest a is not the pinned x"]),
        (MEASURED, Floors({"codebook": "b"}, {}), ["digest a is not the pinned None"]),
        (MEASURED, Floors({**PINNED, "codebook": "x"}, {}), []),
        (MEASURED, Floors(PINNED, {"dev.exact": 0.1}), ["was not measured"]),
        (MEASURED, Floors(PINNED, {"pairs.accuracy": 0.1}), ["was not measured"]),
        (Measured({}, {"codebook": "b"}, ("pairs.tsv",)), Floors(PINNED, {"pairs.accuracy": 0.1}), []),
    ],
    ids=["holds", "fell", "gold changed", "gold new", "codebook changed", "gone", "pairs gone", "pairs absent"],
)
def test_what_fails_is_named(measured: Measured, floors: Floors, words: Sequence[str]) -> None:
    """A score below its floor, a measure gone and another gold fail; another codebook does not."""
    found = list(failings(measured, floors))
    assert len(found) == len(words)
    assert all(word in line for word, line in zip(words, found, strict=True))


def test_each_measure_stands_beside_its_floor() -> None:
    """A row a measure; what is below says so, and so does what has no floor."""
    rows = list(lines(Measured({"a": 0.5, "b": 0.5, "c": 0.5}, {"codebook": "x"}), Floors({"codebook": "x"}, {"a": 0.6, "b": 0.498})))
    assert [row.split() for row in rows[1:]] == [["a", "0.500", "0.600", "BELOW"], ["b", "0.500", "0.498"], ["c", "0.500", "—", "no", "floor"]]


def test_a_changed_codebook_and_absent_pairs_are_told() -> None:
    """What the floors were set with, and what was not measured, stands in the report."""
    text = "\n".join(lines(Measured({}, {"codebook": "new"}, ("pairs.tsv",)), Floors({"codebook": "old"}, {})))
    assert "pairs.tsv is not here" in text
    assert "the codebook is new, the floors were set with old" in text


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder whose scores are given, with a floor above one of them."""
    monkeypatch.setattr(gate, "measure", lambda *_: Measured({"dev.found": 0.5, "dev.exact": 0.4}, {"dev.jsonl": "a", "codebook": "c"}))
    write_floors(tmp_path, Floors(PINNED, {"dev.found": 0.6, "dev.exact": 0.3}))
    return tmp_path


def ran(folder: Path, *words: str) -> int:
    """The gate's exit status."""
    return main(words, folder, folder / "CHANGELOG.md")


def test_a_fall_ends_with_one(checkout: Path) -> None:
    """Below a floor the exit status is 1 and nothing is written."""
    before = read_floors(checkout)
    assert ran(checkout) == 1
    assert read_floors(checkout) == before


def test_raising_lifts_and_pins(checkout: Path) -> None:
    """--raise lifts what rose, leaves what fell, and pins the codebook."""
    assert ran(checkout, "--raise") == 1
    assert read_floors(checkout) == Floors({"dev.jsonl": "a", "codebook": "c"}, {"dev.found": 0.6, "dev.exact": 0.395})


def test_lowering_writes_the_reason(checkout: Path) -> None:
    """--lower with a sentence lets the floor down, tells why, and pins nothing."""
    assert ran(checkout, "--lower", "dev.found", "--because", "Gold grew.") == 0
    assert read_floors(checkout) == Floors(PINNED, {"dev.found": 0.495, "dev.exact": 0.3})
    assert "Gold grew." in (checkout / "CHANGELOG.md").read_text()


@pytest.mark.parametrize("words", [("--lower", "dev.found"), ("--because", "So."), ("--lower", "dev.found", "--because", " ")])
def test_lowering_without_a_sentence_is_wrong_usage(checkout: Path, words: tuple[str, ...]) -> None:
    """A floor does not fall without a reason."""
    with pytest.raises(SystemExit) as end:
        ran(checkout, *words)
    assert end.value.code == 2


def test_lowering_the_unknown_ends_with_two(checkout: Path) -> None:
    """Wrong usage is not a fall."""
    assert ran(checkout, "--lower", "dev.seen", "--because", "So.") == 2


@pytest.mark.model
def test_absent_pairs_are_gone_on_without(tmp_path: Path) -> None:
    """Without the table of pairs the articles alone are measured."""
    article = (GOLD / "stories_dev.jsonl").read_text(encoding="utf-8").partition("\n")[0]
    (tmp_path / "one.jsonl").write_text(article, encoding="utf-8")
    measured = measure(Coder(), tmp_path, tmp_path / "pairs.tsv")
    assert measured.absent == (str(tmp_path / "pairs.tsv"),)
    assert {name.partition(".")[0] for name in measured.scores} == {"one"}


@pytest.mark.model
def test_the_gate_holds() -> None:
    """The coder of this checkout stands on every floor, measured on the pinned gold."""
    assert list(failings(measure(Coder()), read_floors(GOLD))) == []
