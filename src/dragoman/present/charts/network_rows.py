"""The rows behind a network of ties: actors, ties, the grounds of blocks, and the names that have room."""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import cos, pi, sin, sqrt
from typing import Any

import numpy as np
from msgspec import Struct

from dragoman.present.charts.frame import LINE
from dragoman.present.charts.labels import Box, box_around, place_around
from dragoman.present.charts.theme import Size, colour_score
from dragoman.present.charts.words import text_width

Row = dict[str, Any]
Places = Mapping[str, tuple[float, float]]
RADII = {"large": (4.0, 15.0), "small": (3.0, 9.0)}
WIDTHS = {"large": (0.8, 8.0), "small": (0.6, 5.0)}
"""Pixels of the smallest and the largest disc, and of the thinnest and the thickest tie."""

MANY_TIES = 70  # more ties are drawn thinner, so that as much paper stays white
GROUND = 15.0  # pixels between a block's discs and the edge of its ground


class Actors(Struct, frozen=True):
    """The actors with their places and radii in pixels, their incidents, blocks and whether they are brokers."""

    places: dict[str, tuple[float, float]]
    radii: dict[str, float]
    incidents: dict[str, int]
    blocks: dict[str, Any]
    brokers: frozenset[str]


def count_incidents(ties: Sequence[Row]) -> dict[str, int]:
    """The incidents of each actor, the busiest first."""
    counts: Counter[str] = Counter()
    for tie in ties:
        counts.update({tie["one"]: tie["incidents"], tie["other"]: tie["incidents"]})
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def disc_radius(incidents: int, most: int, size: Size) -> float:
    """The radius of an actor of so many incidents, in pixels: areas compare, down to the smallest disc."""
    least, largest = RADII[size.name]
    return round(max(least, largest * sqrt(incidents / most)), 1)


def tie_rows(ties: Sequence[Row], places: Places, reach: float, size: Size) -> list[Row]:
    """A line for each tie, the weakest first, so that strong ties are drawn on top."""
    thin, thick = WIDTHS[size.name]
    thick = max(thin, thick * min(1.0, sqrt(MANY_TIES / len(ties))))
    most = max(tie["incidents"] for tie in ties)
    rows = [
        {
            **{name: tie[name] for name in ("one", "other", "score", "incidents")},
            **dict(zip(("x", "y", "x2", "y2"), (*places[tie["one"]], *places[tie["other"]]), strict=True)),
            "width": round(thin + (thick - thin) * sqrt(tie["incidents"] / most), 2),
            "colour": colour_score(_leave_middle(tie["score"], reach), reach),
            "good": tie["score"] > 0,
        }
        for tie in ties
    ]
    return sorted(rows, key=lambda row: (abs(row["score"]), row["one"], row["other"]))


def _leave_middle(score: float, reach: float) -> float:
    """The score moved out of the scale's pale middle, where a line would not be seen."""
    return 0.75 * score + (0.25 if score > 0 else -0.25) * reach


def actor_rows(actors: Actors) -> list[Row]:
    """A disc for each actor."""
    return [
        {
            "actor": actor,
            "x": x,
            "y": y,
            "area": round((2 * actors.radii[actor]) ** 2, 1),
            "ring": round((2 * actors.radii[actor] + 7) ** 2, 1),
            "incidents": actors.incidents[actor],
            "block": actors.blocks.get(actor),
            "broker": actor in actors.brokers,
        }
        for actor, (x, y) in actors.places.items()
    ]


def ground_rows(actors: Actors) -> list[Row]:
    """The outline of each block of two actors or more as points in order around it."""
    members: dict[Any, list[str]] = {}
    for actor in actors.places:
        if actors.blocks.get(actor) is not None:
            members.setdefault(actors.blocks[actor], []).append(actor)
    blocks = sorted((block for block in members if len(members[block]) > 1), key=str)
    return [{"block": str(block), "order": n, "x": x, "y": y} for block in blocks for n, (x, y) in enumerate(_outline(members[block], actors))]


def _outline(members: Sequence[str], actors: Actors) -> list[tuple[float, float]]:
    """The hull of circles around the members' discs: a ground with round corners."""
    from scipy.spatial import ConvexHull

    around = [2 * pi * step / 24 for step in range(24)]
    points = [(actors.places[m], actors.radii[m] + GROUND) for m in members]
    rim = np.array([(x + r * cos(turn), y + r * sin(turn)) for (x, y), r in points for turn in around])
    return [(round(float(rim[v, 0]), 1), round(float(rim[v, 1]), 1)) for v in ConvexHull(rim).vertices]


def name_rows(actors: Actors, width: float, height: float, size: Size) -> list[Row]:
    """The actors' names beside their discs, the busiest first; none where there is no room."""
    order = sorted(actors.places, key=lambda actor: (-actors.incidents[actor], actor))
    boxes = [box_around(*actors.places[actor], actors.radii[actor]) for actor in order]
    sizes = [(text_width(actor, size.label, bold=True), size.label * LINE) for actor in order]
    points = [(*actors.places[actor], actors.radii[actor] + (4 if actor in actors.brokers else 0)) for actor in order]
    placed = place_around(points, sizes, Box(0, 0, width, height), boxes)
    return [
        {
            "text": actor,
            "x": round(box.left, 1),
            "y": round(box.top + 1.5, 1),
            "side": "left",
            "weight": "bold" if actor in actors.brokers else "normal",
        }
        for actor, box in zip(order, placed, strict=True)
        if box is not None
    ]
