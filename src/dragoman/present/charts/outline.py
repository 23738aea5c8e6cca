"""The outline of the world's land and its borders, cut to a view and thinned to what its pixels can show."""

import json
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

from dragoman.present.charts.projection import Floats, View

FAR = 75.0  # degrees to each side: what a map of a part of the world can show
RIM = 20.0  # pixels: a cut edge lies out of sight
TOLERANCE = 0.4  # pixels: a line moved by less is the same to the eye


@cache
def read_outline() -> tuple[tuple[Floats, ...], tuple[Floats, ...]]:
    """The rings of land and the lines of borders, each as degrees of longitude and latitude, one point a row."""
    table = json.loads(files("dragoman.data").joinpath("world.json").read_text(encoding="utf-8"))
    return tuple(_degrees(table["land"], table["unit"])), tuple(_degrees(table["borders"], table["unit"]))


def _degrees(lines: Iterable[list[int]], unit: float) -> Iterator[Floats]:
    """Each line's first point and the steps from it, added up."""
    for line in lines:
        yield np.cumsum(np.array(line, dtype=np.float64).reshape(-1, 2), axis=0) * unit


def land_shape(view: View) -> dict[str, Any]:
    """The land in the view as one GeoJSON shape whose coordinates are pixels."""
    rings = [ring for ring in _visible(read_outline()[0], view, closed=True) if len(ring) > 3]
    return {"type": "Feature", "properties": {}, "geometry": {"type": "MultiPolygon", "coordinates": [[ring] for ring in rings]}}


def border_shape(view: View) -> dict[str, Any]:
    """The borders in the view as one GeoJSON shape whose coordinates are pixels."""
    lines = [line for line in _visible(read_outline()[1], view, closed=False) if len(line) > 1]
    return {"type": "Feature", "properties": {}, "geometry": {"type": "MultiLineString", "coordinates": lines}}


def _visible(lines: Iterable[Floats], view: View, *, closed: bool) -> Iterator[list[list[float]]]:
    """The pieces of the lines that lie in the view, in pixels; a line may come into it from either side of the antimeridian."""
    reach = 180.0 if view.whole else FAR
    for line in lines:
        for turn in (-360.0, 0.0, 360.0):
            for piece in _cut(line + np.array([turn, 0.0]), 0, view.longitude - reach, view.longitude + reach, closed=closed):
                x, y = view.place(piece[:, 0], piece[:, 1])
                yield from (_thin(part, closed=closed) for part in _cut_frame(np.column_stack([x, y]), view, closed=closed))


def _cut_frame(line: Floats, view: View, *, closed: bool) -> list[Floats]:
    """The parts of a line in pixels that lie in the view's frame or just outside it."""
    parts = _cut(line, 0, -RIM, view.width + RIM, closed=closed)
    return [piece for part in parts for piece in _cut(part, 1, -RIM, view.height + RIM, closed=closed)]


def _cut(line: Floats, axis: int, low: float, high: float, *, closed: bool) -> list[Floats]:
    """The parts of the line between two values of a coordinate."""
    if line[:, axis].max() < low or line[:, axis].min() > high:
        return []
    if line[:, axis].min() >= low and line[:, axis].max() <= high:
        return [line]
    if closed:
        piece = _cut_side(_cut_side(line, axis, low, 1.0), axis, high, -1.0)
        return [piece] if len(piece) else []
    inside = (line[:, axis] >= low) & (line[:, axis] <= high)
    return [piece for piece in np.split(line, np.flatnonzero(np.diff(inside)) + 1) if low <= piece[0, axis] <= high]


def _cut_side(ring: Floats, axis: int, edge: float, side: float) -> Floats:
    """The ring's part on one side of an edge (Sutherland and Hodgman 1974)."""
    away = side * (ring[:, axis] - edge)
    kept: list[Floats] = []
    for place in range(len(ring)):
        before, after = away[place - 1], away[place]
        if (before >= 0) != (after >= 0):
            kept.append(ring[place - 1] + (ring[place] - ring[place - 1]) * before / (before - after))
        if after >= 0:
            kept.append(ring[place])
    return np.array(kept).reshape(-1, 2)


def _thin(points: Floats, *, closed: bool) -> list[list[float]]:
    """The points that the line needs to stay within TOLERANCE of itself, in tenths of a pixel; a ring ends where it began."""
    kept = [[round(across, 1), round(down, 1)] for across, down in points[_needed(points)].tolist()]
    return [*kept, kept[0]] if closed and kept[0] != kept[-1] else kept


def _needed(points: Floats) -> list[int]:
    """The places of the points to keep (Douglas and Peucker 1973)."""
    keep, spans = {0, len(points) - 1}, [(0, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        if last - first < 2:
            continue
        far = _distances(points[first + 1 : last], points[first], points[last])
        widest = int(np.argmax(far))
        if far[widest] > TOLERANCE:
            middle = first + 1 + widest
            keep.add(middle)
            spans += [(first, middle), (middle, last)]
    return sorted(keep)


def _distances(points: Floats, start: Floats, end: Floats) -> Floats:
    """How far each point lies from the line through both ends, or from the start where the ends are one."""
    along, away = end - start, points - start
    length = float(np.hypot(*along))
    if length < TOLERANCE:
        return np.asarray(np.hypot(away[:, 0], away[:, 1]))
    return np.asarray(np.abs(along[0] * away[:, 1] - along[1] * away[:, 0]) / length)
