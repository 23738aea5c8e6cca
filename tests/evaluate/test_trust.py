"""Confidence is measured by what was right."""

import pytest

from dragoman.evaluate.trust import Judged, calibration_error, curve


@pytest.mark.parametrize(
    ("records", "error"),
    [
        ([], None),
        ([(0.75, True), (0.75, True), (0.75, True), (0.75, False)], 0.0),
        ([(0.9, False), (0.9, False)], 0.9),
        ([(0.25, False), (0.95, True), (0.95, True), (0.95, True)], (0.25 + 3 * 0.05) / 4),
    ],
    ids=["none", "kept word", "all wrong", "two bins"],
)
def test_calibration_is_the_distance_of_what_was_promised_from_what_was_right(records: list[Judged], error: float | None) -> None:
    """Each bin counts by its records; without records there is nothing to say."""
    assert calibration_error(records) == pytest.approx(error)


def test_a_threshold_trades_recall_for_precision() -> None:
    """From .5 on the wrong record is gone, from .9 on nothing is left."""
    steps = {step.confidence: step for step in curve([(0.2, False), (0.6, True), (0.8, True)], gold=4)}
    assert steps[0.0].found.p == pytest.approx(2 / 3)
    assert (steps[0.0].found.r, steps[0.0].records) == (0.5, 3)
    assert (steps[0.5].found.p, steps[0.5].found.r) == (1.0, 0.5)
    assert (steps[0.7].found.r, steps[0.9].records) == (0.25, 0)
