"""A line of the codebook reads as a frame, or says what is wrong with it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.knowledge.frames import OPTIONS, PREPOSITIONS, Element, Frame, FrameError, read_frame

CLASSES = {"talks": frozenset({"talk", "meeting"}), "envoy": frozenset({"envoy"})}
NONE: frozenset[str] = frozenset()
words = st.text("bcdefgh", min_size=3, max_size=8).filter(lambda word: word not in PREPOSITIONS)


def frame(text: str, mode: str | None = None) -> Frame:
    """The frame of a line, as one of CONSULT."""
    return read_frame(text, "CONSULT", mode, CLASSES)


@pytest.mark.parametrize(("text", "kind"), [("meet R", "v"), ("n: visit to R", "n"), ("a: critical of R", "a"), ("n:{talks}", "n")])
def test_the_mark_tells_the_kind_of_head(text: str, kind: str) -> None:
    """n: is a noun, a: an adjective, anything else a verb."""
    assert frame(text).kind == kind


@pytest.mark.parametrize(
    ("text", "heads"),
    [("meet R", {"meet"}), ("Meet|See R", {"meet", "see"}), ("n: {talks}", {"talk", "meeting"}), ("n: {talks}|visit", {"talk", "meeting", "visit"})],
)
def test_heads_are_lemmas_and_members_of_classes(text: str, heads: set[str]) -> None:
    """Bars part heads, a class stands for its members, all in lower case."""
    assert frame(text).heads == heads


@pytest.mark.parametrize(
    ("text", "elements"),
    [
        ("meet R", (Element("recipient"),)),
        ("anger A", (Element("actor"),)),
        ("meet with|alongside R", (Element("recipient", frozenset({"with", "alongside"})),)),
        ("accuse R of -ing", (Element("recipient"), Element("gerund", frozenset({"of"})))),
        ("agree to", (Element("infinitive"),)),
        ("agree to go|leave", (Element("infinitive", words=frozenset({"go", "leave"})),)),
        ("talk to R", (Element("recipient", frozenset({"to"})),)),
        ("come to {talks}", (Element("word", frozenset({"to"}), frozenset({"talk", "meeting"})),)),
        ("say that", (Element("clause"),)),
        ("lay out {talks}", (Element("word", words=frozenset({"out"})), Element("word", words=frozenset({"talk", "meeting"})))),
        ("turn away R", (Element("word", words=frozenset({"away"})), Element("recipient"))),
        ("pull out of|from R", (Element("word", words=frozenset({"out"})), Element("recipient", frozenset({"of", "from"})))),
    ],
)
def test_elements_read_as_the_grammar_says(text: str, elements: tuple[Element, ...]) -> None:
    """Each word after the head, with its prepositions, is one element."""
    assert frame(text).elements == elements


def test_options_are_flags_words_and_a_mode() -> None:
    """Flags are kept, forbidden and required words gathered, classes opened, a mode given here wins."""
    found = frame("meet R ; both, need R, not a|b, not {envoy}, if {talks}, mode=visit", "phone")
    assert found.flags == {"both", "need"}
    assert found.forbidden == {"a", "b", "envoy"}
    assert found.required == {"talk", "meeting"}
    assert found.mode == "visit"


def test_without_a_mode_of_its_own_the_place_in_the_file_gives_it() -> None:
    """A frame under a mode proposes that mode."""
    assert frame("meet R", "visit").mode == "visit"


@pytest.mark.parametrize(("light", "heavy"), [("meet", "meet R"), ("meet R", "meet R ; if summit"), ("meet R ; need R", "meet R")])
def test_what_asks_for_more_weighs_more(light: str, heavy: str) -> None:
    """Elements and required words add weight, a recipient that must be found takes some."""
    assert frame(light).weight < frame(heavy).weight


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "has no head"),
        ("n:", "has no head"),
        ("hold {tals}", "unknown class {tals}. Did you mean 'talks'?"),
        ("meet R ; bth", "unknown option 'bth'. Did you mean 'both'?"),
        ("meet R ; not {envoi}", "unknown class {envoi}. Did you mean 'envoy'?"),
    ],
    ids=["empty", "no head", "class", "option", "class in an option"],
)
def test_a_frame_that_does_not_parse_says_why(text: str, words: str) -> None:
    """The part that is wrong, and what would do."""
    with pytest.raises(FrameError) as error:
        frame(text)
    assert words in str(error.value)


@given(st.lists(words, min_size=1, max_size=3, unique=True), st.booleans(), st.sampled_from(sorted(OPTIONS - {"not", "if", "mode", "need"})))
def test_order_and_space_do_not_matter(heads: list[str], spaced: bool, option: str) -> None:
    """Heads in any order, and any space around the semicolon, give the same heads and flags."""
    gap = "  " if spaced else ""
    found = frame(f"{'|'.join(reversed(heads))} R{gap};{gap}{option}")
    assert found.heads == frozenset(heads)
    assert found.flags == {option}
    assert found.has_recipient
