"""A noun phrase is read as title or role, proper name, and whether it is over."""

import pytest
from spacy.tokens import Doc
from tests.actors.hands import DAY, directory
from tests.builders import BLANK

from dragoman.actors.find import find_names
from dragoman.actors.phrases import Phrase, is_head, read_phrase

WORLD = directory()


def phrase(text: str, head: str, ents: dict[str, str] | None = None) -> Phrase:
    """The phrase of words before a head, all its own: capitals are proper names, the rest nouns, "the" and "former" apart."""
    words = text.split()
    at = words.index(head)
    tags = {"the": "DET", "former": "ADJ", "ousted": "ADJ", "of": "ADP", "spoke": "VERB", "-": "PUNCT"}
    pos = [tags.get(word, "PROPN" if word[0].isupper() else "NOUN") for word in words]
    deps = ["det" if p == "DET" else "amod" if p == "ADJ" else "punct" if p == "PUNCT" else "compound" for p in pos]
    heads = [at] * len(words)
    for i in range(at + 1, len(words)):
        deps[i], heads[i] = ("prep", at) if words[i] == "of" else ("pobj", i - 1)
    if words[-1] == "spoke":
        deps[at], heads[at] = "nsubj", len(words) - 1
        deps[-1], heads[-1] = "ROOT", len(words) - 1
    else:
        deps[at] = "ROOT"
    labels = [(ents or {}).get(word, "O") for word in words]
    doc = Doc(BLANK.vocab, words=words, pos=pos, deps=deps, heads=heads, ents=labels)
    hits = {i: hit for hit in find_names(doc, WORLD, DAY) for i in range(hit.start, hit.end)}
    return read_phrase(doc[at], WORLD, hits)


CASES: list[tuple[str, str, str, str, bool]] = [
    ("the minister spoke", "minister", "minister", "", False),
    ("the foreign minister spoke", "minister", "foreign minister", "", False),
    ("the Norwegian foreign minister spoke", "minister", "foreign minister", "", False),
    ("Foreign Minister Per Dahl spoke", "Dahl", "foreign minister", "Per Dahl", False),
    ("Norwegian Foreign Minister Per Dahl spoke", "Dahl", "foreign minister", "Per Dahl", False),
    ("Minister Mr Dahl spoke", "Dahl", "minister", "Dahl", False),
    ("the former minister spoke", "minister", "minister", "", True),
    ("the ousted president spoke", "president", "president", "", True),
    ("the head of state", "head", "head of state", "", False),
    ("Per Dahl spoke", "Dahl", "", "Per Dahl", False),
    ("the minister plan spoke", "plan", "", "", False),
    ("the house spoke", "house", "", "", False),
]


@pytest.mark.parametrize(("text", "head", "role", "name", "former"), CASES, ids=[case[0] for case in CASES])
def test_a_phrase_is_role_and_name(text: str, head: str, role: str, name: str, former: bool) -> None:
    """The longest role before the name, the name without courtesy titles, and whether the office is past."""
    found = phrase(text, head)
    assert (found.role_word, found.name, found.former) == (role, name, former)


def test_a_body_s_name_may_hold_a_role() -> None:
    """An organisation named by the parser is one name, articles left out."""
    found = phrase("the Police Union spoke", "Union", {"Police": "B-ORG", "Union": "I-ORG"})
    assert found.name == "Police Union"


@pytest.mark.parametrize(
    ("pos", "dep", "head"),
    [
        ("NOUN", "nsubj", True),
        ("PROPN", "pobj", True),
        ("PRON", "nsubj", True),
        ("NOUN", "compound", False),
        ("VERB", "ROOT", False),
        ("ADJ", "amod", False),
        ("ADJ", "pobj", True),
    ],
)
def test_who_heads_a_phrase(pos: str, dep: str, head: bool) -> None:
    """Nominals in a slot of their own, and adjectives used as nouns ("the Swiss"); no modifiers."""
    doc = Doc(BLANK.vocab, words=["x", "y"], pos=[pos, "VERB"], deps=[dep, "ROOT"], heads=[1, 1])
    assert is_head(doc[0]) == head
