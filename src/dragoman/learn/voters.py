"""What learns a new type: a head on the encoder's vectors, and the word model. The encoder itself stays as it is."""

import warnings
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from dragoman.events.classify import Array, Encoded, log_softmax, rule_votes, word_votes
from dragoman.learn.combine import fit_words
from dragoman.learn.head import Head, fit_head
from dragoman.learn.instances import Example


@dataclass(frozen=True)
class Lesson:
    """An example with the encoder's answer to it, and how much it counts in learning."""

    example: Example
    encoded: Encoded
    weight: float = 1.0


@dataclass(frozen=True)
class Voters:
    """The two that learn, for these types."""

    types: tuple[str, ...]
    head: Head
    vocabulary: Mapping[str, int]
    word_weights: Array
    word_bias: Array

    def votes(self, lessons: Iterable[Lesson]) -> dict[str, Array]:
        """What encoder, words and rules say to each lesson, as the combiner takes it."""
        rows = list(lessons)
        words = [word_votes(row.example.instance.words, self.vocabulary, self.word_weights, self.word_bias) for row in rows]
        return {
            "encoder": log_softmax(self.head.logits(vectors_of(rows))),
            "words": log_softmax(np.stack(words)),
            "rules": np.stack([rule_votes(row.example.instance, self.types) for row in rows]),
        }

    def arrays(self) -> dict[str, Any]:
        """The arrays of combiner.npz, the factors apart."""
        names = sorted(self.vocabulary, key=lambda word: self.vocabulary[word])
        return {
            "words": np.array("\n".join(names)), "word_weights": self.word_weights.astype(np.float16), "word_bias": self.word_bias,
            "head_weights": self.head.weights[:-1], "head_bias": self.head.weights[-1],
        }  # fmt: skip


def fit_voters(lessons: Sequence[Lesson], types: tuple[str, ...], start: Head) -> Voters:
    """The voters that these lessons teach; the head begins at `start`."""
    from sklearn.exceptions import ConvergenceWarning

    weights = [row.weight for row in lessons]
    labels = np.array([types.index(row.example.event) for row in lessons])
    head = fit_head(vectors_of(lessons), labels, np.array(weights, dtype=np.float32), start)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)  # the word model stops after sixty rounds on purpose
        vocabulary, word_weights, word_bias = fit_words([row.example for row in lessons], types, weights)
    return Voters(types, head, vocabulary, word_weights, word_bias)


def vectors_of(lessons: Iterable[Lesson]) -> Array:
    """The encoder's vectors, a row for each lesson."""
    return np.stack([row.encoded.vector for row in lessons])
