"""Which items are held back: those of the corpus as the encoder's training had it, and the folds of a researcher's own."""

import random
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from dragoman.learn.instances import Example, Item

SHARE = 0.2  # of the items, held back from the encoder and from everything learnt since
FOLDS = 5


def held_back(card: Mapping[str, Any], examples: Iterable[Example]) -> frozenset[str]:
    """The items that the encoder has not seen: those that the model's card lists, else drawn again with its seed."""
    if "back" in card:
        return frozenset(card["back"])
    return frozenset(example.item for example in split(list(examples), SHARE, int(card["seed"]))[1])


def split(examples: Sequence[Example], share: float, seed: int) -> tuple[list[Example], list[Example]]:
    """The examples to learn from, and those of the items held back, a `share` of all; kindred items stay together."""
    groups = sorted({kindred(example.item) for example in examples})
    random.Random(seed).shuffle(groups)
    back = set(groups[: int(len(groups) * share)])
    return [e for e in examples if kindred(e.item) not in back], [e for e in examples if kindred(e.item) in back]


def kindred(item: str) -> str:
    """What an item is held back with: minimal pairs stand side by side, so six neighbours of that file go together."""
    ground, _, number = item.partition("-")
    return f"{ground}-{int(number) // 6}" if ground == "mi" else item


def deal_folds(items: Iterable[Item], new: Collection[str], seed: int) -> Mapping[str, int]:
    """A fold for every item, those with an event of a new type dealt out evenly, and so the others."""
    rows = sorted(items, key=lambda item: str(item["id"]))
    random.Random(seed).shuffle(rows)
    rows.sort(key=lambda item: min((event["type"] for event in item["events"] if event["type"] in new), default="~"))
    return {item["id"]: place % FOLDS for place, item in enumerate(rows)}
