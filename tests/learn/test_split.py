"""What is held back has taught nobody."""

import ast
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.learn.lessons import example

from dragoman.learn.instances import Example
from dragoman.learn.split import FOLDS, deal_folds, held_back

TRAIN = Path(__file__).parents[2] / "training" / "train.py"
EXAMPLES = [example("NONE", f"{ground}-{n:04d}") for ground in ("af", "mi") for n in range(60)]


def test_the_cards_own_list_is_held_back() -> None:
    """A card that names the items is believed."""
    assert held_back({"seed": 7, "back": ["mi-0003"]}, EXAMPLES) == {"mi-0003"}


def test_without_a_list_the_draw_is_that_of_the_training() -> None:
    """The same seed and items give the split of training/train.py, whose functions are run here without its imports."""
    tree = ast.parse(TRAIN.read_text(encoding="utf-8"))
    wanted: list[ast.stmt] = [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name in ("split", "kindred")]
    names: dict[str, Any] = {"random": random, "Sequence": Sequence, "Example": Example}
    exec(compile(ast.Module(wanted, []), str(TRAIN), "exec"), names)
    _, back = names["split"](EXAMPLES, 0.2, 7)
    assert held_back({"seed": 7}, EXAMPLES) == {row.item for row in back}


def test_minimal_pairs_are_held_back_together() -> None:
    """Six neighbours of that file are on one side."""
    back = {item for item in held_back({"seed": 7}, EXAMPLES) if item.startswith("mi")}
    assert back
    assert all(f"mi-{number:04d}" in back for item in back for number in range(int(item[3:]) // 6 * 6, int(item[3:]) // 6 * 6 + 6))


def test_every_fold_gets_its_share_of_a_new_type() -> None:
    """Eleven items with the type and seven without are dealt out evenly."""
    items = [{"id": f"a-{n}", "events": [{"type": "LEASE" if n < 11 else "CONSULT"}]} for n in range(18)]
    folds = deal_folds(items, ("LEASE",), 7)
    dealt = [sum(folds[f"a-{n}"] == fold for n in range(11)) for fold in range(FOLDS)]
    assert set(folds) == {item["id"] for item in items}
    assert sorted(dealt) == [2, 2, 2, 2, 3]
