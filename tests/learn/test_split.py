"""What is held back has taught nobody."""

from tests.learn.lessons import example

from dragoman.learn.split import FOLDS, SHARE, deal_folds, held_back, split

EXAMPLES = [example("NONE", f"{ground}-{n:04d}") for ground in ("af", "mi") for n in range(60)]


def test_the_cards_own_list_is_held_back() -> None:
    """A card that names the items is believed."""
    assert held_back({"seed": 7, "back": ["mi-0003"]}, EXAMPLES) == {"mi-0003"}


def test_without_a_list_the_seed_draws_again_what_was_held_back() -> None:
    """The same seed and items give the same fifth, and nobody stands on both sides."""
    learn, back = split(EXAMPLES, SHARE, 7)
    assert held_back({"seed": 7}, EXAMPLES) == {row.item for row in back}
    assert not {row.item for row in learn} & {row.item for row in back}
    assert held_back({"seed": 8}, EXAMPLES) != {row.item for row in back}


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
