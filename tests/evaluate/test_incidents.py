"""B-cubed, and the gold stories joined: given their events, and from the raw text."""

from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.batch import Coder
from dragoman.evaluate.gold import read_gold
from dragoman.evaluate.incidents import Bcubed, b_cubed, measure_given, measure_raw

GOLD = Path(__file__).parents[1] / "gold" / "stories_dev.jsonl"
CASES: dict[str, tuple[dict[str, str], dict[str, str], Bcubed]] = {
    "perfect": ({"a": "1", "b": "1", "c": "2"}, {"a": "x", "b": "x", "c": "y"}, Bcubed(1.0, 1.0)),
    "all in one": ({"a": "1", "b": "2"}, {"a": "x", "b": "x"}, Bcubed(0.5, 1.0)),
    "all alone": ({"a": "1", "b": "1"}, {"a": "x", "b": "y"}, Bcubed(1.0, 0.5)),
    "not found": ({"a": "1", "b": "1"}, {"a": "x"}, Bcubed(1.0, 0.5)),
    "an extra record": ({"a": "1"}, {"a": "x", "z": "x"}, Bcubed(1.0, 1.0)),
}


@pytest.mark.parametrize(("gold", "guess", "score"), CASES.values(), ids=CASES)
def test_b_cubed_is_the_mean_over_events(gold: dict[str, str], guess: dict[str, str], score: Bcubed) -> None:
    """Merging costs precision, splitting and missing cost recall; records that are no gold events are not counted."""
    assert b_cubed(gold, guess) == score


def test_f1_of_nothing_right_is_nothing() -> None:
    """The harmonic mean is 0 where both are."""
    assert Bcubed(0.0, 0.0).f1 == 0.0


PARTITIONS = st.dictionaries(st.sampled_from("abcdefgh"), st.sampled_from("123"), min_size=1)


@settings(max_examples=60, deadline=None)
@given(PARTITIONS, st.data())
def test_b_cubed_agrees_with_a_graph(gold: dict[str, str], data: st.DataObject) -> None:
    """Counted over the pairs of a graph of cliques, the score is the same; and gold against itself is perfect."""
    guess = {name: data.draw(st.sampled_from("xyz")) for name in gold}
    truth, made = (nx.Graph((a, b) for a in of for b in of if of[a] == of[b]) for of in (gold, guess))
    both = nx.intersection(truth, made)
    recall = sum(len(both[name]) / len(truth[name]) for name in gold) / len(gold)
    precision = sum(len(both[name]) / len(made[name]) for name in gold) / len(gold)
    score = b_cubed(gold, guess)
    assert (score.precision, score.recall) == pytest.approx((precision, recall))
    assert b_cubed(gold, gold) == Bcubed(1.0, 1.0)


def test_given_events_are_joined_as_in_gold() -> None:
    """F1 is .90 or more when the gold events themselves are joined."""
    assert measure_given(read_gold(GOLD)).f1 >= 0.90


@pytest.mark.model
def test_stories_are_joined_from_raw_text() -> None:
    """F1 is .65 or more from the text alone, events that were not found counting as alone."""
    assert measure_raw(read_gold(GOLD), Coder()).f1 >= 0.65
