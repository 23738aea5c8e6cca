"""The rows behind a map of events: a disc for each place, and the words that have room beside it."""

from collections.abc import Sequence
from math import sqrt
from typing import Any

import numpy as np

from dragoman.present.charts.frame import LINE
from dragoman.present.charts.labels import Box, box_around, place_around
from dragoman.present.charts.projection import View
from dragoman.present.charts.theme import QUAD_COLOURS, UNKNOWN, Size, colour_score
from dragoman.present.charts.words import cut_lines, text_width, wrap_text

Row = dict[str, Any]
RADII = {"large": (3.0, 22.0), "small": (2.5, 14.0)}
"""Pixels of the smallest disc, and of the disc of the place with most incidents."""

MOST_LABELS = {"large": 24, "small": 8}
WORDS_WIDTH = {"large": 150, "small": 104}  # pixels before a label's words wrap


def disc_rows(rows: Sequence[Row], view: View, reach: float, size: Size) -> list[Row]:
    """A disc for each place that lies in the view, in the order of the rows."""
    most = max(row["incidents"] for row in rows)
    around = [(row["lon"] - view.longitude + 180) % 360 - 180 + view.longitude for row in rows]
    across, down = view.place(np.array(around, dtype=np.float64), np.array([row["lat"] for row in rows], dtype=np.float64))
    return [
        {
            **{name: row[name] for name in ("place", "country", "incidents", "score", "label")},
            "x": round(float(x), 1),
            "y": round(float(y), 1),
            "radius": round(disc_radius(row["incidents"], most, size), 1),
            "colour": QUAD_COLOURS.get(row["quad"], UNKNOWN) if row["score"] is None else colour_score(row["score"], reach),
        }
        for row, x, y in zip(rows, across, down, strict=True)
        if 0 <= x <= view.width and 0 <= y <= view.height
    ]


def disc_radius(incidents: int, most: int, size: Size) -> float:
    """The radius in pixels of so many incidents where the busiest place has `most`: areas compare, down to the smallest disc."""
    least, largest = RADII[size.name]
    return max(least, largest * sqrt(incidents / most))


def label_rows(discs: Sequence[Row], view: View, size: Size) -> list[Row]:
    """The lines of words beside the discs: the place in bold, its label under it; only the place where both find no room."""
    bounds = Box(2, 2, view.width - 2, view.height - 2)
    boxes = [box_around(disc["x"], disc["y"], disc["radius"]) for disc in discs]
    rows: list[Row] = []
    taken: list[Box] = []
    for disc in [disc for disc in discs if disc["place"]][: MOST_LABELS[size.name]]:
        obstacles = [*taken, *(box for box in boxes if not _lies_inside(box, disc))]
        lines, box = _place_words(disc, obstacles, bounds, size)
        if box is not None:
            taken.append(box)
            rows += _word_rows(lines, box, disc, size.note * LINE)
    return rows


def _place_words(disc: Row, obstacles: Sequence[Box], bounds: Box, size: Size) -> tuple[list[str], Box | None]:
    box = None
    for lines in _tell_place(disc, size):
        wide = max(text_width(text, size.note, bold=True) for text in lines)
        box = place_around([(disc["x"], disc["y"], disc["radius"])], [(wide, len(lines) * size.note * LINE)], bounds, obstacles)[0]
        if box is not None:
            break
    return lines, box


def _tell_place(disc: Row, size: Size) -> list[list[str]]:
    words = cut_lines(wrap_text(disc["label"] or "", WORDS_WIDTH[size.name], size.note), 3)
    return [[disc["place"], *words], [disc["place"]]] if words else [[disc["place"]]]


def _lies_inside(box: Box, disc: Row) -> bool:
    """Whether the box lies inside the disc's, so that no label of the disc can avoid it."""
    around = box_around(disc["x"], disc["y"], disc["radius"])
    return box.left >= around.left and box.right <= around.right and box.top >= around.top and box.bottom <= around.bottom


def _word_rows(lines: Sequence[str], box: Box, disc: Row, line: float) -> list[Row]:
    """The lines flush with the side that faces the disc."""
    side, x = (
        ("right", box.right) if box.right < disc["x"] else ("left", box.left) if box.left > disc["x"] else ("center", (box.left + box.right) / 2)
    )
    return [
        {"text": text, "x": round(x, 1), "y": round(box.top + place * line, 1), "side": side, "weight": "normal" if place else "bold"}
        for place, text in enumerate(lines)
    ]
