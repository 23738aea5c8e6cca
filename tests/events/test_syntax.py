"""Who acts and who undergoes, whatever the construction."""

import pytest
from tests.events.trees import grown, texts, word

from dragoman.events.syntax import Clauses, Node, conjuncts, light_verb

LIGHT = frozenset("hold pay impose launch".split())


def node(sentence: str, verb: str) -> Node:
    """The node of the verb in the sentence."""
    parsed = grown(sentence)
    return Clauses(parsed.doc).node(word(parsed, verb))


CONSTRUCTIONS: list[tuple[str, str, str, list[str], list[str]]] = [
    ("active", "Norway expelled the envoy.", "expelled", ["Norway"], ["envoy"]),
    ("passive", "The envoy was expelled by Norway.", "expelled", ["Norway"], ["envoy"]),
    ("agentless passive", "The envoy was expelled.", "expelled", [], ["envoy"]),
    ("subject relative", "Norway, which expelled the envoy, left.", "expelled", ["Norway"], ["envoy"]),
    ("object relative", "The envoy that Norway expelled left.", "expelled", ["Norway"], ["envoy"]),
    ("bare relative", "The envoy Norway expelled left.", "expelled", ["Norway"], ["envoy"]),
    ("passive relative", "The rebels who were expelled by Norway left.", "expelled", ["Norway"], ["rebels"]),
    ("passive participle", "The envoy expelled by Norway left.", "expelled", ["Norway"], ["envoy"]),
    ("present participle", "Expelling the envoy, Norway broke its promise.", "Expelling", ["Norway"], ["envoy"]),
    ("subject control", "Norway promised to expel the envoy.", "expel", ["Norway"], ["envoy"]),
    ("object control", "Norway urged Peru to expel the envoy.", "expel", ["Peru"], ["envoy"]),
    ("control by a phrase", "Norway called on Peru to expel the envoy.", "expel", ["Peru"], ["envoy"]),
    ("control by a passive", "The envoy was told to leave Norway.", "leave", ["envoy"], ["Norway"]),
    ("shared subject", "Norway and Peru met and signed the pact.", "signed", ["Norway"], ["pact"]),
    ("shared object", "Troops attacked and looted the town.", "attacked", ["Troops"], ["town"]),
    ("shared passive", "The town was attacked and looted.", "looted", [], ["town"]),
    ("gerund of the object", "Norway accused Peru of expelling the envoy.", "expelling", ["Peru"], ["envoy"]),
    ("gerund of the accused", "Peru was accused of expelling the envoy.", "expelling", ["Peru"], ["envoy"]),
    ("gerund of the subject", "Norway left without expelling the envoy.", "expelling", ["Norway"], ["envoy"]),
    ("verb of phase", "Norway began shelling the town.", "shelling", ["Norway"], ["town"]),
    ("claim", "Norway said that Peru left.", "left", ["Peru"], []),
]


@pytest.mark.parametrize(("sentence", "verb", "subjects", "objects"), [row[1:] for row in CONSTRUCTIONS], ids=[row[0] for row in CONSTRUCTIONS])
def test_who_acts_and_who_undergoes(sentence: str, verb: str, subjects: list[str], objects: list[str]) -> None:
    """Each construction has the subject and the object of its active clause."""
    found = node(sentence, verb)
    assert texts(found.subjects) == subjects
    assert texts(found.objects) == objects


def test_the_owner_of_a_decision_is_who_decides() -> None:
    """In "Norway's decision to expel the envoy" it is Norway that expels."""
    assert texts(node("Norway's decision to expel the envoy angered Peru.", "expel").subjects) == ["Norway"]


@pytest.mark.parametrize("sentence", ["Norway gave Peru money.", "Norway gave money to Peru."], ids=["bare", "with to"])
def test_who_is_given_something_is_dative(sentence: str) -> None:
    """Both orders have one receiver and one thing given."""
    found = node(sentence, "gave")
    assert (texts(found.datives), texts(found.objects)) == (["Peru"], ["money"])


def test_what_is_said_is_a_complement() -> None:
    """Claims, infinitives and the infinitive of a noun complete their head."""
    assert texts(node("Norway said that Peru left.", "said").complements) == ["left"]
    assert texts(node("Norway promised to expel the envoy.", "promised").complements) == ["expel"]
    assert texts(node("Norway's decision to expel the envoy angered Peru.", "decision").complements) == ["expel"]


def test_nested_prepositions_are_one_way() -> None:
    """ "Out of Peru" is both out and of Peru."""
    assert [(name, noun.text) for name, noun in node("Norway pulled troops out of Peru.", "pulled").phrases] == [("of", "Peru"), ("out", "Peru")]


def test_a_gerund_keeps_its_preposition() -> None:
    """ "Of expelling" is what somebody is accused of."""
    assert [(name, verb.text) for name, verb in node("Norway accused Peru of expelling the envoy.", "accused").gerunds] == [("of", "expelling")]


def test_coordinated_nouns_come_together() -> None:
    """The envoy brings the consul along."""
    parsed = grown("Norway expelled the envoy and the consul.")
    assert texts(conjuncts(word(parsed, "envoy"))) == ["envoy", "consul"]


@pytest.mark.parametrize(
    ("sentence", "noun", "verb"),
    [
        ("Norway paid a visit to Peru.", "visit", "paid"),
        ("Talks were held in Oslo.", "Talks", "held"),
        ("The curfew that Norway imposed ended.", "curfew", "imposed"),
        ("Norway launched an attack on Peru.", "attack", "launched"),
        ("Norway engaged in talks with Peru.", "talks", "engaged"),
        ("Norway praised the visit.", "visit", None),
        ("Norway's attack on Peru failed.", "attack", None),
    ],
    ids=["object", "passive subject", "relative", "launch", "engage in", "full verb", "no carrier"],
)
def test_a_light_verb_carries_its_noun(sentence: str, noun: str, verb: str | None) -> None:
    """The verb that only carries an event noun is found, a verb with a meaning of its own is not."""
    parsed = grown(sentence)
    carrier = light_verb(word(parsed, noun), LIGHT)
    assert (carrier.text if carrier is not None else None) == verb
