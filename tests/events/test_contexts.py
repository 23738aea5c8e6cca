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


TRADE, OTHER = (["tariff", "rose"], "a tariff rose in the trade war"), (["nothing"], "nothing of note")


@pytest.mark.parametrize(("economic", "other", "told"), [(3, 12, True), (3, 13, False), (2, 0, False), (9, 30, True)], ids=str)
def test_a_story_keeps_to_what_comes_back(economic: int, other: int, *, told: bool) -> None:
    """A setting is the story's once three sentences and a fifth of all speak of it."""
    assert FINDER.of_story([TRADE] * economic + [OTHER] * other) == (frozenset({"economic"}) if told else frozenset())


def test_who_judges_is_the_acts_own() -> None:
    """However often a court is named, its story's other events are not legal."""
    assert FINDER.of_story([(["court"], "the court sat")] * 9) == frozenset()


def test_an_event_shares_its_storys_setting() -> None:
    """What the story is about is said of each of its events, in the codebook's order."""
    assert FINDER.find(["envoy"], "an envoy came", "REQUEST", None, story=frozenset({"economic"})) == ("economic", "diplomatic")
