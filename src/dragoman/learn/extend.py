"""A model with new types: what the package's model knows, and what a researcher's own examples add to it."""

import json
import shutil
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np

from dragoman.events.classify import Array, Classifier
from dragoman.learn.combine import PAIRS, fit_factors
from dragoman.learn.course import Course, Sources
from dragoman.learn.head import Head, find_head
from dragoman.learn.instances import Item
from dragoman.learn.split import FOLDS
from dragoman.learn.vectors import Watch
from dragoman.learn.voters import Lesson, Voters, fit_voters, vectors_of

KINDS = {"candidate": ("candidate",), "pair": PAIRS}
Parts = Mapping[str, Array]


def head_of(course: Course, base: Classifier, types: Sequence[str]) -> Head:
    """The base model's head, found again from its answers to the lessons of the corpus."""
    logits = np.stack([base.type_logits(row.encoded) for row in course.learn])
    return find_head(vectors_of(course.learn), logits, base.types, types)


def cross_votes(course: Course, types: tuple[str, ...], start: Head, watch: Watch) -> tuple[list[Lesson], Parts]:
    """The own lessons, fold by fold, with the votes of voters that have seen neither the fold's items nor those held back."""
    lessons: list[Lesson] = []
    parts: list[Parts] = []
    for fold in range(FOLDS):
        watch("learning", fold, FOLDS + 1)
        asked = [row for row in course.own if course.folds[row.example.item] == fold]
        if not asked:
            continue
        rest = [row for row in course.own if course.folds[row.example.item] != fold]
        parts.append(fit_voters([*course.learn, *rest], types, start).votes(asked))
        lessons += asked
    return lessons, {name: np.concatenate([part[name] for part in parts]) for name in (parts[0] if parts else ())}


def fit_all_factors(course: Course, voters: Voters, crossed: tuple[Sequence[Lesson], Parts]) -> dict[str, Array]:
    """The five factors for candidates and for pairs, fitted on what the voters have not seen: the items held back and the own by folds."""
    lessons = [*course.back, *crossed[0]]
    votes = voters.votes(course.back)
    parts = {name: np.concatenate([part, crossed[1][name]]) if crossed[1] else part for name, part in votes.items()}
    labels = np.array([voters.types.index(row.example.event) for row in lessons])
    factors = {}
    for name, kinds in KINDS.items():
        chosen = np.array([row.example.kind in kinds for row in lessons])
        factors[f"{name}_factors"] = fit_factors({key: part[chosen] for key, part in parts.items()}, labels[chosen])
    return factors


def write_model(out: Path, base: Path, voters: Voters, factors: Mapping[str, Array], card: Mapping[str, Any]) -> None:
    """Writes the model's folder: encoder and tokenizer are the base's; the digest is added to the card."""
    for name in ("encoder.onnx", "tokenizer.json"):
        shutil.copyfile(base / name, out / name)
    arrays: dict[str, Any] = {**voters.arrays(), **factors}
    np.savez_compressed(out / "combiner.npz", **arrays)
    digest = sha256((out / "encoder.onnx").read_bytes() + (out / "combiner.npz").read_bytes()).hexdigest()[:12]
    (out / "card.json").write_text(json.dumps({"digest": digest, **card}, indent=1) + "\n", encoding="utf-8")


def card_of(sources: Sources, course: Course) -> dict[str, Any]:
    """Where the model comes from: digests of base, codebook, corpus and examples, the seed, and the labels in order."""
    base = sources.base
    return {
        "base": base.digest, "codebook": sources.tools.run.codebook, "corpus": _digest(sources.corpus), "own_examples": _digest(sources.own),
        "items": len(sources.corpus) + len(course.folds), "examples": len(course.learn) + len(course.own), "seed": sources.seed,
        "types": sources.types, "modes": base.modes, "statuses": base.statuses,
    }  # fmt: skip


def _digest(items: Sequence[Item]) -> str:
    return sha256(json.dumps(items, sort_keys=True).encode()).hexdigest()[:12]
