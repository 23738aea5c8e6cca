"""States in an order that puts those of one mind side by side."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Dyads = Mapping[tuple[str, str], float]
SELF = 10.0  # a state agrees with itself as far as the scale goes
MOST_BLOCKS = 6  # more lines than five would part nothing that the eye keeps


def order_states(states: Sequence[str], scores: Dyads) -> tuple[list[str], list[int]]:
    """The states seriated, and how many stand before each new block.

    Average linkage over the distance of score profiles and over each pair's own score, its leaves turned so that
    neighbours are as near as they can be (optimal leaf ordering, Bar-Joseph 2001). The same dyads in any order give
    the same order of states.
    """
    from scipy.cluster.hierarchy import leaves_list, linkage
    from scipy.spatial.distance import squareform

    names = sorted(set(states))
    if len(names) < 3:
        return names, []
    tree = linkage(squareform(_distances(names, scores), checks=False), method="average", optimal_ordering=True)
    order = [int(leaf) for leaf in leaves_list(tree)]
    order = order if order[0] <= order[-1] else order[::-1]
    return [names[leaf] for leaf in order], _part_blocks(tree, order)


def _distances(names: Sequence[str], scores: Dyads) -> NDArray[np.float64]:
    """How far apart two states stand: half by what they do to each other, half by how they deal with third ones."""
    matrix = np.full((len(names), len(names)), np.nan)
    place = {name: number for number, name in enumerate(names)}
    for (one, other), score in scores.items():
        known = [value for value in (score, scores.get((other, one))) if value is not None]
        matrix[place[one], place[other]] = matrix[place[other], place[one]] = sum(known) / len(known)
    np.fill_diagonal(matrix, SELF)
    direct = np.where(np.isnan(matrix), SELF, SELF - matrix)
    filled = np.nan_to_num(matrix)
    profile = np.sqrt(((filled[:, None, :] - filled[None, :, :]) ** 2).mean(axis=2))
    distances: NDArray[np.float64] = 0.5 * direct + profile
    np.fill_diagonal(distances, 0.0)
    return (distances + distances.T) / 2


def _part_blocks(tree: NDArray[np.float64], order: Sequence[int]) -> list[int]:
    """The places in the order at which the tree's tall joints lie: those above the widest fall among the tallest."""
    from scipy.cluster.hierarchy import cophenet
    from scipy.spatial.distance import squareform

    joints = squareform(cophenet(tree))
    steps = [float(joints[a, b]) for a, b in pairwise(order)]
    tall = sorted(steps, reverse=True)[:MOST_BLOCKS]
    falls = [above - below for above, below in pairwise(tall)]
    least = tall[int(np.argmax(falls))] if falls else tall[0]
    return [place for place, step in enumerate(steps, 1) if step >= least]
