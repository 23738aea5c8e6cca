"""Articles that print one text are found whatever their order; articles on one event in other words are not."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.merge.reprints import group_articles, is_reprint, signature

WIRE = (
    "The two governments agreed on Tuesday to reopen the border post at Lower Ford after eleven weeks of talks led by a retired judge. "
    "Traders had lost about a third of their season, the chamber of commerce said, and the first lorries are to cross on Friday morning. "
    "A dispute over grazing rights closed the road in spring, when herders blocked it with carts and the army sent forty men to clear it. "
    "Nobody was hurt then, but each side called back its envoy, and the mail between the two valleys went by sea for the whole summer."
)
OTHER = (
    "Lorries will roll again over Lower Ford by the end of the week, now that both cabinets have signed what the mediator put before them. "
    "For merchants on either bank it ends a lean season; for the herders, whose carts stood across the road in spring, little is settled yet. "
    "Their leader said that grazing would have to be talked about before the snow, or the carts would be back."
)
CHANGED = {
    "other dateline": f"LOWER FORD, 12 March (Valley Wire) - {WIRE}",
    "credit at the end": f"{WIRE} Reporting by A. Reporter; editing by B. Editor.",
    "other headline": f"Border to open again\n\n{WIRE}",
    "a paragraph more": f"{WIRE}\n\nThe mayor, who owns two lorries, said that he would be the first to pay the new toll.",
    "a cut end": WIRE[: len(WIRE) * 2 // 3],
    "case and marks": WIRE.upper().replace(",", " -"),
}


@pytest.mark.parametrize("text", CHANGED.values(), ids=CHANGED)
def test_a_changed_print_is_a_reprint(text: str) -> None:
    """Edges, a headline, a paragraph more or less: it is the same text, either way round, and shares a band."""
    assert is_reprint(WIRE, text)
    assert is_reprint(text, WIRE)
    assert set(signature(WIRE)) & set(signature(text))


def test_the_same_event_in_other_words_is_no_reprint() -> None:
    """Another pen on the same happening is another text."""
    assert not is_reprint(WIRE, OTHER)


def test_a_signature_is_stable_and_fits_the_ledger() -> None:
    """The same text has the same bands in every run, each of 64 bits."""
    bands = signature("A treaty was signed in the harbour town today.")
    assert bands == signature("A treaty was signed in the harbour town today.")
    assert all(0 <= band < 2**64 for band in bands)
    assert len(set(bands)) == len(bands)


@pytest.mark.parametrize("text", ["", "Short.", "Two words"])
def test_a_text_of_few_words_has_a_signature(text: str) -> None:
    """However short, a text is a reprint of itself and of nothing else."""
    assert is_reprint(text, text)
    assert not is_reprint(text, WIRE)
    assert signature(text)


TEXTS = (WIRE, OTHER, *CHANGED.values(), "Short.", "")


@settings(max_examples=25, deadline=None)
@given(st.dictionaries(st.sampled_from("abcdefghij"), st.sampled_from(TEXTS), min_size=1), st.randoms(use_true_random=False))
def test_groups_do_not_depend_on_order(texts: dict[str, str], random: Any) -> None:
    """Shuffled articles have the same groups, each named by its least id."""
    shuffled = dict(random.sample(sorted(texts.items()), len(texts)))
    found = group_articles(texts)
    assert found == group_articles(shuffled)
    assert all(group == min(name for name in found if found[name] == group) for group in found.values())
