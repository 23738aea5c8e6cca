"""The keys to colours and sizes that the matrix, the map and the network share."""

from collections.abc import Sequence
from math import inf
from typing import Any

import altair as alt

from dragoman.present.charts.frame import draw_words, inline, place_pixels
from dragoman.present.charts.theme import FAINT, TEXT, Size, colour_score
from dragoman.present.charts.words import text_width

STEPS, STEP_WIDTH, STEP_HEIGHT = 21, 7, 9  # patches of the scale, and their pixels
KEY_HEIGHT = 34  # pixels


def score_key_rows(reach: float, size: Size) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The patches of the scale from -reach to reach, and the words below and beside it."""
    left = text_width("hostile", size.label) + 8
    patches = [
        {"x": round(left + number * STEP_WIDTH, 1), "y": 0, "colour": colour_score(reach * (2 * number / (STEPS - 1) - 1), reach)}
        for number in range(STEPS)
    ]
    right = left + STEPS * STEP_WIDTH
    ends = [("hostile", 0.0, -1.0), ("friendly", right + 8, -1.0)]
    marks = [(f"−{reach:g}", left, 12.0), ("0", (left + right) / 2 - 3, 12.0), (f"+{reach:g}", right - text_width(f"+{reach:g}", size.note), 12.0)]
    return patches, [{"text": text, "x": round(x, 1), "y": y} for text, x, y in (*ends, *marks)]


def draw_score_key(reach: float, size: Size) -> list[alt.Chart]:
    """The scale of scores at the top left of a view."""
    patches, words = score_key_rows(reach, size)
    x, y = place_pixels()
    shape = alt.Chart(inline([{**row, "x2": row["x"] + STEP_WIDTH, "y2": STEP_HEIGHT} for row in patches])).mark_rect()
    return [shape.encode(x=x, y=y, x2="x2:Q", y2="y2:Q", color=alt.Color("colour:N", scale=None)), draw_words(words, fontSize=size.note, color=TEXT)]


def round_counts(most: int) -> list[int]:
    """Up to three round numbers to show sizes by, the largest no more than `most`."""
    rounds = [lead * 10**power for power in range(7) for lead in (1, 2, 5)]
    below = [number for number in rounds if number <= most]
    return below[-1::-3][:3][::-1] if len(below) > 3 else below[-2:]


def _tell_apart(radii: Sequence[tuple[int, float]]) -> list[tuple[int, float]]:
    """The counts whose marks differ: of those drawn alike, the largest."""
    return [(count, radius) for (count, radius), (_, larger) in zip(radii, [*radii[1:], (0, inf)], strict=True) if larger > radius]


def draw_size_key(radii: Sequence[tuple[int, float]], place: tuple[float, float], size: Size, shape: str = "circle") -> list[alt.Chart]:
    """Marks of these counts and radii in a row from the place (x, y) on, each with its number, and the word for them."""
    x, y = place[0], place[1] + 8
    marks, words = [], []
    for count, radius in _tell_apart(radii):
        marks.append({"x": round(x + radius, 1), "y": y, "area": round((2 * radius) ** 2, 1)})
        words.append({"text": f"{count:,}", "x": round(x + 2 * radius + 4, 1), "y": y})
        x += 2 * radius + 4 + text_width(f"{count:,}", size.note) + 10
    words.append({"text": "incident" if radii[-1][0] == 1 else "incidents", "x": round(x - 6, 1), "y": y})
    across, down = place_pixels()
    drawn = alt.Chart(inline(marks)).mark_point(shape=shape, filled=True, color=FAINT, opacity=0.55)
    return [
        drawn.encode(x=across, y=down, size=alt.Size("area:Q", scale=None)),
        draw_words(words, fontSize=size.note, baseline="middle", color=TEXT),
    ]
