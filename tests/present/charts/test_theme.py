"""The colours can be told apart by the colour-blind and in print."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from dragoman.errors import InputError
from dragoman.present.charts.theme import PAPER, QUAD_COLOURS, SCORE_COLOURS, UNKNOWN, colour_score, find_size, reach_of

SIGHTS = {
    "usual": [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
}
"""How linear light turns in the eyes of each sight (Machado, Oliveira and Fernandes 2009, severity 1)."""

TO_XYZ = [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
WHITE = [0.9505, 1.0, 1.089]


def see_colour(colour: str, sight: str) -> NDArray[np.float64]:
    """The colour in CIE Lab as eyes of that sight see it."""
    values = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    linear = np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)
    seen = np.clip(np.array(SIGHTS[sight]) @ linear, 0, 1)
    ratio = (np.array(TO_XYZ) @ seen) / np.array(WHITE)
    f = np.where(ratio > 0.008856, np.cbrt(ratio), 7.787 * ratio + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize(("one", "other"), list(combinations(QUAD_COLOURS, 2)))
def test_quads_differ(one: str, other: str, sight: str) -> None:
    """The colours of two quads differ by 25 (CIE76) or more in every sight; 2.3 is just noticed."""
    apart = see_colour(QUAD_COLOURS[one], sight) - see_colour(QUAD_COLOURS[other], sight)
    assert np.linalg.norm(apart) >= 25


@pytest.mark.parametrize("sight", SIGHTS)
def test_scale_is_darker_outwards(sight: str) -> None:
    """From the pale middle both arms of the scale of scores grow darker step by step, in every sight."""
    light = [see_colour(colour, sight)[0] for colour in SCORE_COLOURS]
    middle = len(light) // 2
    assert all(np.diff(light[: middle + 1]) > 3)
    assert all(np.diff(light[middle:]) < -3)


@pytest.mark.parametrize("sight", SIGHTS)
def test_arms_differ(sight: str) -> None:
    """A good and a bad score of one strength differ by 20 or more in every sight from a third of the scale on."""
    for strength in (3.4, 5, 7, 10):
        assert np.linalg.norm(see_colour(colour_score(strength, 10), sight) - see_colour(colour_score(-strength, 10), sight)) >= 20


def test_deeds_are_dark_in_print() -> None:
    """In grey print deeds are darker than words on both sides, and every colour differs from the paper."""
    light = {quad: see_colour(colour, "usual")[0] for quad, colour in QUAD_COLOURS.items()}
    assert max(light["MC"], light["MX"]) < min(light["VC"], light["VX"]) - 25
    assert max(light.values()) < see_colour(PAPER, "usual")[0] - 15


@given(st.floats(-20, 20), st.sampled_from([2, 4, 10]))
def test_every_score_has_a_colour(score: float, reach: float) -> None:
    """Any score, however far out, has a colour of the scale."""
    assert len(colour_score(score, reach)) == 7
    assert colour_score(min(score, -reach), reach) == SCORE_COLOURS[0]


def test_unknown_score_is_grey() -> None:
    """No score is no middle score."""
    assert colour_score(None, 10) == UNKNOWN != colour_score(0, 10)


@pytest.mark.parametrize(("scores", "reach"), [([], 10), ([None], 10), ([1.5], 4), ([-7.0, 2.0, None], 8), ([9.5], 10)])
def test_reach_holds_the_scores(scores: list[float | None], reach: float) -> None:
    """The scale reaches as far as the scores do, the same on both sides."""
    assert reach_of(scores) == reach


def test_unknown_size_is_refused() -> None:
    """An unknown size is refused with the names of those there are."""
    with pytest.raises(InputError, match="size 'huge': unknown; charts are drawn large or small"):
        find_size("huge")
