"""Where the actors of a network stand: friends near, foes far, blocks together; the same ties give the same places."""

from collections.abc import Mapping, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ties = Mapping[tuple[str, str], float]
FRIEND, FOE, ESTRANGED, STRANGER = 1.0, 3.4, 0.9, 2.4
"""Wanted distances: of the best of friends, of foes; what another block adds; of actors with no path of good ties between them."""

ROUNDS = 300  # stress falls by less than a thousandth a round long before, with 60 actors
APART = 1.08  # of the sum of two radii: discs never touch


def lay_out(actors: Sequence[str], ties: Ties, blocks: Mapping[str, object]) -> Floats:
    """A place for each actor, in a plane as wide as it is tall or wider, by stress majorisation (Gansner et al. 2004)."""
    if len(actors) < 3:
        return np.array([[float(place), 0.0] for place in range(len(actors))]).reshape(-1, 2)
    wanted = _wanted_distances(actors, ties, blocks)
    weights = 1 / wanted**2
    np.fill_diagonal(weights, 0.0)
    places = _start(wanted)
    for _ in range(ROUNDS):
        places = _majorise(places, wanted, weights)
    return _turn_wide(places)


def _wanted_distances(actors: Sequence[str], ties: Ties, blocks: Mapping[str, object]) -> Floats:
    from scipy.sparse.csgraph import shortest_path

    place = {actor: number for number, actor in enumerate(actors)}
    good = np.full((len(actors), len(actors)), np.inf)
    for (one, other), score in ties.items():
        if score > 0:
            good[place[one], place[other]] = good[place[other], place[one]] = FRIEND + (10 - score) / 12
    wanted = np.minimum(shortest_path(np.where(np.isinf(good), 0, good), directed=False), STRANGER)
    for (one, other), score in ties.items():
        if score <= 0:
            far = STRANGER + (FOE - STRANGER) * min(1.0, -score / 5)
            wanted[place[one], place[other]] = wanted[place[other], place[one]] = far
    for one, other in combinations(actors, 2):
        if blocks.get(one) != blocks.get(other):
            wanted[place[one], place[other]] += ESTRANGED
            wanted[place[other], place[one]] += ESTRANGED
    np.fill_diagonal(wanted, 1.0)
    return np.asarray(wanted)


def _start(wanted: Floats) -> Floats:
    """Classical scaling of the wanted distances: no chance in it, and already near the end."""
    squared = wanted**2
    np.fill_diagonal(squared, 0.0)
    centred = squared - squared.mean(axis=0) - squared.mean(axis=1)[:, None] + squared.mean()
    values, vectors = np.linalg.eigh(-centred / 2)
    tops = np.argsort(values)[::-1][:2]
    signs = np.sign(vectors[np.abs(vectors[:, tops]).argmax(axis=0), tops])
    nudge = np.linspace(0, 1e-3, len(wanted))[:, None] * np.array([1.0, -1.0])
    return np.asarray(vectors[:, tops] * signs * np.sqrt(np.maximum(values[tops], 1e-6)) + nudge)


def _majorise(places: Floats, wanted: Floats, weights: Floats) -> Floats:
    """Every actor moved to where the others want it, on average."""
    apart = np.maximum(np.linalg.norm(places[:, None, :] - places[None, :, :], axis=2), 1e-6)
    pull = weights * wanted / apart
    steps = weights @ places + pull.sum(axis=1)[:, None] * places - pull @ places
    return np.asarray(steps / weights.sum(axis=1)[:, None])


def _turn_wide(places: Floats) -> Floats:
    """The places turned so that they spread most from left to right."""
    centred = places - places.mean(axis=0)
    _, axes = np.linalg.eigh(centred.T @ centred)
    turned = centred @ axes[:, ::-1]
    ends = turned[np.abs(turned).argmax(axis=0), [0, 1]]
    return np.asarray(turned * np.where(ends >= 0, 1.0, -1.0))


def fit_places(places: Floats, radii: Sequence[float], width: float, height: float, margin: float) -> Floats:
    """The places stretched to pixels of a width and height, discs pushed apart until none touches another."""
    low, span = places.min(axis=0), np.maximum(np.ptp(places, axis=0), 1e-9)
    room = np.array([width - 2 * margin, height - 2 * margin])
    pixels = margin + (places - low) / span * room if len(places) > 1 else np.array([[width / 2, height / 2]])
    if np.ptp(places[:, 1]) < 1e-6:
        pixels[:, 1] = height / 2
    for _ in range(200):
        if not _push_apart(pixels, radii):
            break
        pixels = np.clip(pixels, margin, [width - margin, height - margin])
    return pixels.round(1)


def _push_apart(pixels: Floats, radii: Sequence[float]) -> bool:
    """Moves discs that touch half their overlap apart; whether any was moved."""
    moved = False
    for one, other in combinations(range(len(pixels)), 2):
        away = pixels[other] - pixels[one]
        gap = float(np.hypot(*away))
        least = (radii[one] + radii[other]) * APART + 3
        if gap < least - 0.05:
            way = away / gap if gap > 1e-6 else np.array([1.0, 0.0])
            pixels[one] -= way * (least - gap) / 2
            pixels[other] += way * (least - gap) / 2
            moved = True
    return moved
