"""The settings of an event follow from its words, its type and its sides."""

from dataclasses import replace

import pytest

from dragoman.events.contexts import Contexts
from dragoman.knowledge.codebook import Context, load_codebook

CONTEXTS = {
    "legal": Context("legal", "", frozenset({"court", "trial"}), frozenset({"SANCTION/convict"}), frozenset({"tennis court"})),
    "economic": Context("economic", "", frozenset({"trade war", "tariff"}), frozenset()),
    "diplomatic": Context("diplomatic", "", frozenset({"envoy"}), frozenset({"CONSULT"})),
}
FINDER = Contexts(replace(load_codebook(), contexts=CONTEXTS))


def found(words: str, event: str = "REQUEST", mode: str | None = None, *, international: bool = False) -> tuple[str, ...]:
    """The contexts of an event in these words, each its own lemma."""
    return FINDER.find(words.split(), words, event, mode, international=international)


@pytest.mark.parametrize(
    ("words", "contexts"),
    [
        ("the court sat", ("legal",)),
        ("a trade war began", ("economic",)),
        ("the trade began", ()),
        ("the envoy spoke of the tariff in court", ("legal", "economic", "diplomatic")),
        ("nothing of note", ()),
    ],
    ids=["word", "phrase", "half a phrase", "several", "none"],
)
def test_words_show_the_setting(words: str, contexts: tuple[str, ...]) -> None:
    """A word or a whole phrase is enough; several settings come in the codebook's order."""
    assert found(words) == contexts


@pytest.mark.parametrize(
    ("event", "mode", "contexts"),
    [("SANCTION", "convict", ("legal",)), ("SANCTION", "expel", ()), ("CONSULT", None, ("diplomatic",)), ("CONSULT", "visit", ("diplomatic",))],
)
def test_a_type_or_mode_shows_its_setting(event: str, mode: str | None, contexts: tuple[str, ...]) -> None:
    """A verdict is legal and a meeting diplomatic, whatever the words."""
    assert found("on monday", event, mode) == contexts


def test_words_between_states_are_diplomatic() -> None:
    """Speech between two governments is diplomacy; violence between them is not."""
    assert found("on monday", "ACCUSE", international=True) == ("diplomatic",)
    assert found("on monday", "ASSAULT", international=True) == ()


def test_a_misleading_phrase_takes_its_word_away() -> None:
    """A tennis court is no court of law, but a court beside one still is."""
    assert found("they met at a tennis court") == ()
    assert found("they left the tennis court for the court") == ("legal",)
