"""How the three voters are joined: the encoder, the words and the rules, each with its share, calibrated."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dragoman.events.classify import Encoded, Runner, log_softmax, mix, rule_votes, word_votes
from dragoman.learn.instances import Example

Array = NDArray[np.float32]
PAIRS = ("told", "pair")


def fit_words(examples: Sequence[Example], types: Sequence[str], weights: Sequence[float] | None = None) -> tuple[dict[str, int], Array, Array]:
    """The word model: a logistic regression on the names of the features that occur twice or more.

    `weights` is how much each example counts, all the same where it is not given.
    """
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    counts: dict[str, int] = {}
    for example in examples:
        for word in example.instance.words:
            counts[word] = counts.get(word, 0) + 1
    rows = [{word: 1.0 for word in example.instance.words if counts[word] > 1} for example in examples]
    vectoriser = DictVectorizer(dtype=np.float32)
    matrix = vectoriser.fit_transform(rows)
    model = LogisticRegression(C=0.5, max_iter=60)
    model.fit(matrix, [types.index(example.event) for example in examples], sample_weight=weights)
    learnt = np.zeros((matrix.shape[1], len(types)), dtype=np.float32)
    bias = np.full(len(types), -9.0, dtype=np.float32)
    learnt[:, model.classes_] = model.coef_.T
    bias[model.classes_] = model.intercept_
    return {name: int(place) for name, place in vectoriser.vocabulary_.items()}, learnt, bias


def fit_combiner(
    learn: Sequence[Example], back: Sequence[Example], types: Sequence[str], modes: Sequence[str], statuses: Sequence[str], out: Path
) -> dict[str, Any]:
    """Fits the votes on the examples held back, writes combiner.npz, and gives the cross-validated scores."""
    vocabulary, weights, bias = fit_words(learn, types)
    runner = Runner(out / "encoder.onnx", out / "tokenizer.json")
    encoded = [runner.encode(example.instance) for example in back]
    parts = {
        "encoder": log_softmax(np.stack([row.types for row in encoded])),
        "words": log_softmax(np.stack([word_votes(example.instance.words, vocabulary, weights, bias) for example in back])),
        "rules": np.stack([rule_votes(example.instance, types) for example in back]),
    }
    labels = np.array([types.index(example.event) for example in back])
    groups = np.array([example.item for example in back])
    arrays: dict[str, Any] = {"word_weights": weights.astype(np.float16), "word_bias": bias}
    scores: dict[str, Any] = {}
    for name, kinds in (("candidate", ("candidate",)), ("pair", PAIRS)):
        chosen = np.array([example.kind in kinds for example in back])
        scores[name] = _cross_validate({key: part[chosen] for key, part in parts.items()}, labels[chosen], groups[chosen])
        arrays[f"{name}_factors"] = fit_factors({key: part[chosen] for key, part in parts.items()}, labels[chosen])
    scores["modes"] = _mode_score(back, encoded, modes)
    scores["status"] = _status_score(back, encoded, statuses)
    names = sorted(vocabulary, key=lambda word: vocabulary[word])
    np.savez_compressed(out / "combiner.npz", words=np.array("\n".join(names)), **arrays)
    return scores


def fit_factors(parts: Mapping[str, Array], labels: NDArray[np.int64]) -> Array:
    """How much each voter counts: one factor for the encoder, one for the words, two for the rules, one bias against NONE.

    Five numbers, so that they can be had from few examples without learning those by heart.
    """
    from scipy.optimize import minimize

    def cost(factors: Array) -> float:
        logits = log_softmax(mix(parts["encoder"], parts["words"], parts["rules"], factors))
        return float(-logits[np.arange(len(labels)), labels].mean() + 1e-3 * float((factors**2).sum()))

    found = minimize(cost, np.array([0.8, 0.3, 0.5, 0.5, 0.0]), method="L-BFGS-B")
    result: Array = found.x.astype(np.float32)
    return result


def _cross_validate(parts: Mapping[str, Array], labels: NDArray[np.int64], groups: NDArray[np.str_]) -> dict[str, float]:
    """Accuracy of each voter alone and of all, their macro F1, and the expected calibration error, over five folds by item."""
    from sklearn.metrics import f1_score
    from sklearn.model_selection import GroupKFold

    guesses, chances = np.zeros_like(labels), np.zeros(len(labels))
    for learn, test in GroupKFold(5).split(labels, labels, groups):
        factors = fit_factors({name: part[learn] for name, part in parts.items()}, labels[learn])
        found = np.exp(log_softmax(mix(parts["encoder"][test], parts["words"][test], parts["rules"][test], factors)))
        guesses[test], chances[test] = found.argmax(1), found.max(1)
    right = guesses == labels
    half = parts["rules"].shape[1] // 2
    scores = {"encoder": float((parts["encoder"].argmax(1) == labels).mean()), "words": float((parts["words"].argmax(1) == labels).mean())}
    scores["rules"] = float((parts["rules"][:, :half].argmax(1) == labels).mean())
    scores |= {"all": float(right.mean()), "macro_f1": float(f1_score(labels, guesses, average="macro"))}
    bins = np.minimum((chances * 10).astype(int), 9)
    gaps = [abs(right[bins == b].mean() - chances[bins == b].mean()) * (bins == b).mean() for b in range(10) if (bins == b).any()]
    return scores | {"calibration_error": float(sum(gaps)), "n": len(labels)}


def _mode_score(back: Sequence[Example], encoded: Sequence[Encoded], modes: Sequence[str]) -> float:
    """Share of events whose single told mode is the best of their type's."""
    right = []
    for example, row in zip(back, encoded, strict=True):
        own = [place for place, name in enumerate(modes) if name.startswith(example.event + "/")]
        if len(example.modes) == 1 and own:
            right.append(modes[max(own, key=lambda place: row.modes[place])] == f"{example.event}/{example.modes[0]}")
    return float(np.mean(right))


def _status_score(back: Sequence[Example], encoded: Sequence[Encoded], statuses: Sequence[str]) -> float:
    rows = [(statuses[int(row.statuses.argmax())], example.status) for example, row in zip(back, encoded, strict=True) if example.event != "NONE"]
    return float(np.mean([guess == right for guess, right in rows]))
