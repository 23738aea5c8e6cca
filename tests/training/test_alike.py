"""Near-duplicates and leaks are counted exactly."""

import json
from importlib import import_module
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

alike = import_module("alike")

TEXTS = st.lists(st.lists(st.sampled_from("abc"), min_size=1, max_size=9).map(" ".join), max_size=8)


@given(TEXTS)
def test_near_duplicates_are_those_of_a_naive_loop(texts: list[str]) -> None:
    """The index finds the pairs that comparing all with all finds."""
    named = {str(number): text for number, text in enumerate(texts)}
    size, least = alike.DUPLICATE
    sets = {name: alike.grams(text, size) for name, text in named.items()}
    naive = {(a, b) for a, b in combinations(named, 2) if len(sets[a] & sets[b]) / len(sets[a] | sets[b]) >= least}
    assert {(pair.one, pair.other) for pair in alike.near_duplicates(named)} == naive


@pytest.mark.parametrize(
    ("text", "leaks"),
    [
        ("Rain fell. The old king left the marble palace at dawn.", True),
        ("the OLD king, left the marble palace - at dusk", True),
        ("The old king left the city for good and never saw the palace again.", False),
        ("He said no.", False),
    ],
    ids=["a sentence of it", "letters and marks differ", "a few words", "anybody's words"],
)
def test_a_leak_is_half_of_a_sentence(text: str, leaks: bool) -> None:
    """Single sentences are compared, by words alone; very short ones are nobody's."""
    gold = {"g:1": "The old king left the marble palace at dawn.", "g:2": "He said no."}
    assert bool(alike.leaks({"x": text}, gold)) is leaks


def test_gold_is_read_sentence_by_sentence(tmp_path: Path) -> None:
    """Articles give title and text, pairs their sentence without its marks."""
    article = {"id": "A1", "title": "Old king leaves", "text": "The king left.\n\nNobody wept."}
    (tmp_path / "dev.jsonl").write_text(json.dumps(article) + "\n", encoding="utf-8")
    (tmp_path / "pairs.tsv").write_text("id\ttype\tmarked_sentence\np-1\tACCUSE\t<s>Rome</s> blamed <t>Oslo</t>.\n", encoding="utf-8")
    assert alike.read_gold([tmp_path, tmp_path / "not here"]) == {
        "dev.jsonl:A1:1": "Old king leaves",
        "dev.jsonl:A1:2": "The king left.",
        "dev.jsonl:A1:3": "Nobody wept.",
        "pairs.tsv:p-1:1": "Rome blamed Oslo.",
    }
