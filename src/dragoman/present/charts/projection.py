"""From degrees to pixels: the whole world on Equal Earth, a part of it on Lambert's equal-area map, both true to area."""

from collections.abc import Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

Floats = NDArray[np.float64]
WORLD_SPAN = 110.0  # degrees of longitude: wider data are shown on the whole world
LEAST_SPAN = 9.0  # degrees: one town still gets its country around it
MARGIN = 0.14  # of the data's width and height, added on each side
_A = (1.340264, -0.081106, 0.000893, 0.003796)  # the Equal Earth polynomial, Šavrič, Patterson and Jenny 2018
WORLD = (-56.0, 81.0)  # degrees of latitude shown of the world: people live between them


class View(Struct, frozen=True):
    """A map's view: its centre in degrees, whether it is the world, and pixels = offset + scale × projected."""

    longitude: float
    latitude: float
    whole: bool
    scale: float
    left: float
    top: float
    width: int
    height: int

    def place(self, longitudes: Floats, latitudes: Floats) -> tuple[Floats, Floats]:
        """Pixels across and down of these degrees; longitudes must lie within 180 of the view's."""
        x, y = _project(longitudes - self.longitude, latitudes, self.latitude, whole=self.whole)
        return self.left + self.scale * x, self.top - self.scale * y


def choose_view(longitudes: Sequence[float], latitudes: Sequence[float], width: int) -> View:
    """The view of that width that holds all the points with a margin; its height follows, between 0.42 and 0.72 of the width."""
    centre, span = middle_longitude(longitudes)
    if span > WORLD_SPAN:
        half = min(180.0, span * (0.5 + MARGIN / 2))
        return _fit(round(centre), 0.0, np.array([-half, half, 0.0, 0.0]), np.array([0.0, 0.0, *WORLD]), width, whole=True)
    middle = (min(latitudes) + max(latitudes)) / 2
    wide = max(span, LEAST_SPAN / max(0.2, np.cos(np.radians(middle)))) * (0.5 + MARGIN)
    tall = max(max(latitudes) - min(latitudes), LEAST_SPAN * 0.7) * (0.5 + MARGIN)
    corners = [(x, y) for x in (-wide, 0, wide) for y in (-tall, tall)]
    edge = np.array(corners).T
    return _fit(centre, middle, edge[0], np.clip(middle + edge[1], -89, 89), width, whole=False)


def middle_longitude(longitudes: Sequence[float]) -> tuple[float, float]:
    """The middle and the width, in degrees, of the shortest arc that holds all the longitudes."""
    around = sorted(longitude % 360 for longitude in longitudes)
    gaps = [(after - before) % 360 for before, after in zip(around, [*around[1:], around[0] + 360], strict=True)]
    widest = max(range(len(gaps)), key=lambda i: gaps[i])
    span = 360 - gaps[widest] if len(set(around)) > 1 else 0.0
    first = around[(widest + 1) % len(around)]
    return (first + span / 2 + 180) % 360 - 180, span


def _fit(longitude: float, latitude: float, across: Floats, down: Floats, width: int, *, whole: bool) -> View:
    x, y = _project(across, down, latitude, whole=whole)
    ratio = (y.max() - y.min()) / (x.max() - x.min())
    height = round(width * min(0.72, max(0.42, ratio)))
    scale = min(width / (x.max() - x.min()), height / (y.max() - y.min()))
    left, top = width / 2 - scale * (x.max() + x.min()) / 2, height / 2 + scale * (y.max() + y.min()) / 2
    return View(longitude, latitude, whole, float(scale), float(left), float(top), width, height)


def _project(longitudes: Floats, latitudes: Floats, latitude: float, *, whole: bool) -> tuple[Floats, Floats]:
    around, up = np.radians(longitudes), np.radians(latitudes)
    return _equal_earth(around, up) if whole else _lambert(around, up, np.radians(latitude))


def _equal_earth(around: Floats, up: Floats) -> tuple[Floats, Floats]:
    a, b, c, d = _A
    t = np.arcsin(np.sqrt(3) / 2 * np.sin(up))
    slope = 9 * d * t**8 + 7 * c * t**6 + 3 * b * t**2 + a
    return 2 * np.sqrt(3) * around * np.cos(t) / (3 * slope), d * t**9 + c * t**7 + b * t**3 + a * t


def _lambert(around: Floats, up: Floats, middle: float) -> tuple[Floats, Floats]:
    cosine = np.sin(middle) * np.sin(up) + np.cos(middle) * np.cos(up) * np.cos(around)
    k = np.sqrt(2 / np.maximum(1e-6, 1 + cosine))
    y = np.cos(middle) * np.sin(up) - np.sin(middle) * np.cos(up) * np.cos(around)
    return k * np.cos(up) * np.sin(around), k * y
