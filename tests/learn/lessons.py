"""Lessons made by hand and an encoder that knows three words, so that tests of learning load no model."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np

from dragoman.events.classify import Classifier, Encoded, Runner
from dragoman.learn.instances import Example
from dragoman.learn.voters import Lesson
from dragoman.model.instance import Instance

OLD = ("NONE", "CONSULT", "ASSAULT")
TYPES = (*OLD, "LEASE")
WORD = {"NONE": "rained", "CONSULT": "met", "ASSAULT": "shelled", "LEASE": "leased"}


class FakeRunner(Runner):
    """An encoder whose vector says which of the words stand in the text; its own head knows nothing of LEASE."""

    def __init__(self) -> None:
        self.asked = 0

    def encode(self, instance: Instance) -> Encoded:
        """Four numbers, one for each word; the first three are its logits."""
        self.asked += 1
        vector = np.array([4.0 * (WORD[name] in instance.text) for name in TYPES], dtype=np.float32)
        return Encoded(vector[:3], np.zeros(1, dtype=np.float32), np.zeros(2, dtype=np.float32), vector)


def example(event: str, item: str, kind: str = "candidate", *, text: str = "", rule: str | None = None, words: tuple[str, ...] = ()) -> Example:
    """An example of the type, told by the type's word if no text is given."""
    text = text or f"Norway {WORD[event]} in {item}."
    return Example(Instance(text, actor=((0, 6),), rule=rule, weight=1.0 if rule else 0.0, words=words), event, (), "actual", item, kind)


def lesson(row: Example, weight: float = 1.0) -> Lesson:
    """The example with the fake encoder's answer."""
    return Lesson(row, FakeRunner().encode(row.instance), weight)


def lessons(events: Iterable[str], items: str, count: int, kind: str = "candidate") -> list[Lesson]:
    """So many lessons of each type, each of an item of its own, with the words that tell it."""
    return [lesson(example(event, f"{items}-{event}-{n}", kind, words=(f"trigger={WORD[event]}",))) for event in events for n in range(count)]


def write_base(folder: Path, **card: object) -> Path:
    """A base model of the old types whose encoder alone decides."""
    folder.mkdir(parents=True, exist_ok=True)
    told = {"digest": "base", "seed": 7, "examples": 0, "types": OLD, "modes": ["CONSULT/visit"], "statuses": ["actual", "future"]}
    (folder / "card.json").write_text(json.dumps(told | card))
    (folder / "encoder.onnx").write_bytes(b"encoder")
    (folder / "tokenizer.json").write_text("{}")
    factors = np.array([1, 0, 0, 0, 0], dtype=np.float32)
    arrays: dict[str, Any] = {"word_weights": np.zeros((1, 3), dtype=np.float16), "word_bias": np.zeros(3, dtype=np.float32)}
    np.savez(folder / "combiner.npz", words=np.array("x"), candidate_factors=factors, pair_factors=factors, **arrays)
    return folder


def base_model(folder: Path) -> Classifier:
    """The base model with the fake encoder."""
    return Classifier(write_base(folder), FakeRunner())
