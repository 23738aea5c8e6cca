"""Which items are held back: those of the corpus as the encoder's training had it, and the folds of a researcher's own."""

import random
from collections.abc import Collection, Iterable, Mapping

from dragoman.learn.instances import Example, Item

SHARE = 0.2  # of the items, held back from the encoder and from everything learnt since
FOLDS = 5


def held_back(examples: Iterable[Example], seed: int) -> frozenset[str]:
    """The items held back: the same as in `training/train.py`, so that the encoder has seen none of them."""
    items = sorted({example.item for example in examples})
    random.Random(seed).shuffle(items)
    return frozenset(items[: int(len(items) * SHARE)])


def deal_folds(items: Iterable[Item], new: Collection[str], seed: int) -> Mapping[str, int]:
    """A fold for every item, those with an event of a new type dealt out evenly, and so the others."""
    rows = sorted(items, key=lambda item: str(item["id"]))
    random.Random(seed).shuffle(rows)
    rows.sort(key=lambda item: min((event["type"] for event in item["events"] if event["type"] in new), default="~"))
    return {item["id"]: place % FOLDS for place, item in enumerate(rows)}
