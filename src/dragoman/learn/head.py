"""The head that reads types off the encoder's vectors: it begins as the base model's and leaves it only where the lessons insist."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dragoman.events.classify import Array, log_softmax

HOLD = 1000.0  # price of a step away from the beginning
"""Swept 1 to 1000 on the head alone, with the examples of docs/add-a-type.md: at 1 old types lose three to four points held back.
All of one value, not less for new types: 14 against 10 of the 25 events of that page, which is one example and no proof."""
ROUNDS = 100


@dataclass(frozen=True)
class Head:
    """Weights (vector + 1, types); the last row is the bias."""

    weights: Array

    def logits(self, vectors: Array) -> Array:
        """The logits of each vector."""
        logits: Array = vectors @ self.weights[:-1] + self.weights[-1]
        return logits


def find_head(vectors: Array, logits: Array, known: Sequence[str], types: Sequence[str]) -> Head:
    """The head that made these logits of these vectors, by least squares, in the order of `types`; new types have zeros."""
    found = np.linalg.lstsq(_with_one(vectors), logits, rcond=None)[0]
    weights = np.zeros((len(found), len(types)), dtype=np.float32)
    for place, name in enumerate(types):
        if name in known:
            weights[:, place] = found[:, known.index(name)]
    return Head(weights)


def fit_head(vectors: Array, labels: NDArray[np.int64], counts: Array, start: Head) -> Head:
    """A multinomial logistic regression, each example counted `counts` times, that pays for every step away from `start`."""
    from scipy.optimize import minimize

    rows, places = _with_one(vectors), np.arange(len(labels))
    begun = start.logits(vectors)

    def cost(flat: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        step = flat.reshape(start.weights.shape).astype(np.float32)
        chances = log_softmax(begun + rows @ step)
        loss = -(counts * chances[places, labels]).sum() + HOLD / 2 * (step**2).sum()
        slope = np.exp(chances)
        slope[places, labels] -= 1.0
        slope = rows.T @ (slope * counts[:, None]) + HOLD * step
        return float(loss), slope.astype(np.float64).ravel()

    found = minimize(cost, np.zeros(start.weights.size), jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS})
    return Head(start.weights + found.x.reshape(start.weights.shape).astype(np.float32))


def _with_one(vectors: Array) -> Array:
    return np.hstack([vectors, np.ones((len(vectors), 1), dtype=np.float32)])
