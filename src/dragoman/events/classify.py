"""The classifier: an encoder and a word model trained on the open corpus vote together with the rules.

A verdict depends on its own sentence alone: every sentence goes through the encoder by itself, so that
the eight-bit scaling of its numbers cannot be changed by a neighbour.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from dragoman.errors import SettingsError
from dragoman.events.marks import mark
from dragoman.model.instance import Instance, Verdict

Array = NDArray[np.float32]


@dataclass(frozen=True)
class Encoded:
    """The encoder's logits for one instance, and the vector that they were read from."""

    types: Array
    modes: Array
    statuses: Array
    vector: Array


class Runner:
    """The encoder, one sentence at a time on one core."""

    def __init__(self, model: Path, tokenizer: Path) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()

    def encode(self, instance: Instance) -> Encoded:
        """The logits of the instance; the same whatever was encoded before."""
        ids, roles = mark(instance, self._tokenizer)
        feed = {"ids": np.array([ids], dtype=np.int64), "roles": np.array([roles], dtype=np.int64)}
        types, modes, statuses, *vector = self._session.run(None, feed)
        return Encoded(types[0], modes[0], statuses[0], vector[0][0] if vector else types[0])


def word_votes(words: Sequence[str], vocabulary: Mapping[str, int], weights: Array, bias: Array) -> Array:
    """The word model's logits for the features that it knows."""
    known = [vocabulary[word] for word in words if word in vocabulary]
    total: Array = bias + weights[known].astype(np.float32).sum(0) if known else bias
    return total


def rule_votes(instance: Instance, types: Sequence[str]) -> Array:
    """One for the type that the rules propose (NONE where they propose none), and again by how much they say.

    All zeros where the rules propose a type of a codebook of one's own that the model does not know.
    """
    votes = np.zeros(2 * len(types), dtype=np.float32)
    rule = instance.rule or "NONE"
    if rule not in types:
        return votes
    place = types.index(rule)
    votes[place] = 1.0
    votes[len(types) + place] = min(instance.weight, 4.0) / 4.0
    return votes


def log_softmax(logits: Array) -> Array:
    """Logits as logarithms of probabilities, each row by itself."""
    shifted = logits - logits.max(-1, keepdims=True)
    result: Array = shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))
    return result


def _softmax(logits: Array) -> Array:
    result: Array = np.exp(log_softmax(logits))
    return result


class Classifier:
    """The voters joined. `digest` names the model in every record; `runner` is the folder's encoder if none is given."""

    def __init__(self, folder: Path, runner: Runner | None = None) -> None:
        self.card: dict[str, Any] = json.loads((folder / "card.json").read_text(encoding="utf-8"))
        self.types: tuple[str, ...] = tuple(self.card["types"])
        self.modes: tuple[str, ...] = tuple(self.card["modes"])
        self.statuses: tuple[str, ...] = tuple(self.card["statuses"])
        self.digest: str = self.card["digest"]
        arrays = np.load(folder / "combiner.npz")
        self._arrays = {name: arrays[name] for name in arrays.files}
        self._vocabulary = {word: place for place, word in enumerate(str(self._arrays.pop("words")).split("\n"))}
        self.runner = runner or Runner(folder / "encoder.onnx", folder / "tokenizer.json")

    def judge(self, instance: Instance, *, pair: bool = False) -> Verdict:
        """The verdict on the instance; `pair` where its parties are given from outside."""
        return self.weigh(self.runner.encode(instance), instance, pair=pair)

    def by_words(self, instance: Instance) -> float:
        """The probability of no event by the word model alone: a hundredth of the time that the encoder takes."""
        return float(_softmax(self._word_logits(instance))[0])

    def weigh(self, encoded: Encoded, instance: Instance, *, pair: bool = False) -> Verdict:
        """The verdict on an instance that has been encoded."""
        factors = self._arrays["pair_factors" if pair else "candidate_factors"]
        parts = (log_softmax(self.type_logits(encoded)), log_softmax(self._word_logits(instance)), rule_votes(instance, self.types))
        shares = shares_of(*parts, factors)
        chances = _softmax(mix(*parts, factors))
        best = int(chances.argmax())
        modes = 1.0 / (1.0 + np.exp(-encoded.modes))
        return Verdict(
            event=self.types[best] if best else None,
            probability=float(chances[best]),
            none=float(chances[0]),
            modes=tuple(zip(self.modes, map(float, modes), strict=True)),
            status=tuple(zip(self.statuses, map(float, _softmax(encoded.statuses)), strict=True)),
            shares=tuple((voter, float(share[best])) for voter, share in zip(("encoder", "words", "rules"), shares, strict=True)),
            types=tuple(zip(self.types, map(float, chances), strict=True)),
        )

    def _word_logits(self, instance: Instance) -> Array:
        return word_votes(instance.words, self._vocabulary, self._arrays["word_weights"], self._arrays["word_bias"])

    def type_logits(self, encoded: Encoded) -> Array:
        """The logits of the types: those of the head trained on the encoder's vectors where there is one, else the encoder's own."""
        if "head_weights" not in self._arrays:
            return encoded.types
        logits: Array = encoded.vector @ self._arrays["head_weights"] + self._arrays["head_bias"]
        return logits


def shares_of(encoder: Array, words: Array, rules: Array, factors: Array) -> tuple[Array, Array, Array]:
    """What each voter adds to every type's score; the bias against NONE is the encoder's."""
    half = rules.shape[-1] // 2
    own = factors[0] * encoder
    own[..., 0] += factors[4]
    return own, factors[1] * words, factors[2] * rules[..., :half] + factors[3] * rules[..., half:]


def mix(encoder: Array, words: Array, rules: Array, factors: Array) -> Array:
    """The scores of all types, the voters joined."""
    total: Array = sum(shares_of(encoder, words, rules, factors))  # type: ignore[assignment]
    return total


@cache
def load_classifier(folder: Path | None = None) -> Classifier | None:
    """The classifier in the folder, by default the package's own; None where the package has none."""
    if folder is not None:
        if not (folder / "card.json").is_file():
            raise SettingsError(f"model {folder}: no card.json there; give a folder that `dragoman train` has written")
        return Classifier(folder)
    own = files("dragoman") / "data" / "model"
    if not (own / "card.json").is_file():
        return None
    with as_file(own) as place:
        return Classifier(place)
