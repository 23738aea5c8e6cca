"""Floors rise with the scores and fall only on purpose."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import InputError
from dragoman.evaluate.floors import Floors, floor_for, lowered, raised, read_floors, write_floors, write_reason

FLOORS = Floors({"dev.jsonl": "a", "codebook": "b"}, {"dev.found": 0.5})
DAY = date(2024, 3, 14)


def test_floors_come_back_as_written(tmp_path: Path) -> None:
    """What is written is what is read."""
    write_floors(tmp_path, FLOORS)
    assert read_floors(tmp_path) == FLOORS


@pytest.mark.parametrize("content", [None, "{", '{"floors": {}}', '{"floors": {}, "digests": {}, "lows": {}}'])
def test_floors_that_cannot_be_read_are_bad_input(tmp_path: Path, content: str | None) -> None:
    """A missing or broken file is named."""
    if content is not None:
        (tmp_path / "floors.json").write_text(content)
    with pytest.raises(InputError, match=r"floors\.json: cannot be read"):
        read_floors(tmp_path)


@given(st.floats(0, 1), st.floats(0, 1))
def test_raising_never_lowers(floor: float, score: float) -> None:
    """The new floor is at least the old one, and never above both it and today's score."""
    after = raised(Floors({}, {"x": floor}), {"x": score}, {}).floors["x"]
    assert floor <= after <= max(floor, score)


@given(st.floats(0, 1))
def test_a_score_holds_its_own_floor(score: float) -> None:
    """The same score passes tomorrow, and a fall of six thousandths does not."""
    assert score - 0.006 - 1e-9 <= floor_for(score) <= score


def test_raising_pins_new_measures_and_digests() -> None:
    """A measure without a floor gets one; today's digests are pinned and others kept."""
    after = raised(FLOORS, {"dev.exact": 0.4}, {"codebook": "c"})
    assert after == Floors({"dev.jsonl": "a", "codebook": "c"}, {"dev.found": 0.5, "dev.exact": 0.395})


def test_lowering_lets_one_floor_down_to_today() -> None:
    """The named floor and no other."""
    assert lowered(FLOORS, {"dev.found": 0.4}, "dev.found").floors == {"dev.found": 0.395}


@pytest.mark.parametrize(
    ("measure", "scores", "words"),
    [("dev.seen", {}, "no such measure"), ("dev.found", {}, "not measured today"), ("dev.found", {"dev.found": 0.6}, "no lower than its floor")],
    ids=["unknown", "absent", "high"],
)
def test_lowering_needs_something_to_lower(measure: str, scores: dict[str, float], words: str) -> None:
    """An unknown, unmeasured or risen measure cannot be lowered."""
    with pytest.raises(InputError, match=words):
        lowered(FLOORS, scores, measure)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, "# Changelog\n\n## Floors\n\n{}\n"),
        ("# Changelog\n\n## 0.1.0\n\n- First.\n", "# Changelog\n\n## 0.1.0\n\n- First.\n\n## Floors\n\n{}\n"),
        ("# Changelog\n\n## Floors\n\n- Old.\n\n## 0.1.0\n", "# Changelog\n\n## Floors\n\n{}\n- Old.\n\n## 0.1.0\n"),
        ("# Changelog\n\n### Floors\n- Old.\n", "# Changelog\n\n### Floors\n{}\n- Old.\n"),
    ],
    ids=["no file", "no heading", "heading", "no blank line"],
)
def test_the_reason_stands_under_floors(tmp_path: Path, before: str | None, after: str) -> None:
    """The sentence is written on top of the list under "Floors", nothing else changes."""
    path = tmp_path / "CHANGELOG.md"
    if before is not None:
        path.write_text(before)
    write_reason(path, "dev.found", (0.5, 0.395), "Gold grew.", DAY)
    assert path.read_text() == after.format("- 2024-03-14: `dev.found` lowered from 0.500 to 0.395. Gold grew.")
