"""Who is sent as help is not helped, and who speaks is not spoken to."""

import pytest
from tests.builders import tree

from dragoman.events.given import given_to, is_given
from dragoman.events.own import is_own
from dragoman.model.event import Actor
from dragoman.model.mention import Cast, Mention

DOCTORS, VILLAGERS = Actor("doctors", "PER", ("MED",)), Actor("Peru", "PER", ("GOV",))


def offered(determiner: str, noun: str, tag: str, actor: Actor, event: str) -> bool:
    """Whether the object of "Norway offered ..." is given away."""
    rows = [
        ("Norway", "NNP", "PROPN", "nsubj", 1), ("offered", "VBD", "VERB", "ROOT", 1),
        (determiner, "CD" if determiner == "80" else "DT", "NUM" if determiner == "80" else "DET", "nummod" if determiner == "80" else "det", 3),
        (noun, tag, "NOUN", "dobj", 1),
    ]  # fmt: skip
    parsed = tree(rows, lemmas={"offered": "offer"})
    return is_given(parsed.doc[3], Cast({3: Mention(3, 2, 4, (actor,))}), event)


@pytest.mark.parametrize(
    ("determiner", "tag", "actor", "event", "given"),
    [
        ("80", "NNS", DOCTORS, "AGREE", True),
        ("80", "NNS", DOCTORS, "AID", True),
        ("the", "NNS", DOCTORS, "AGREE", False),
        ("80", "NNS", DOCTORS, "COERCE", False),
        ("80", "NNS", VILLAGERS, "AGREE", False),
        ("80", "NN", DOCTORS, "AGREE", False),
    ],
    ids=["offered", "sent", "definite", "taken", "a government", "singular"],
)
def test_a_number_of_doctors_offered_is_the_help(determiner: str, tag: str, actor: Actor, event: str, given: bool) -> None:
    """ "Offered 80 doctors" helps somebody else; "offered the doctors" may be to them."""
    assert offered(determiner, "doctors", tag, actor, event) is given


UNION, DELEGATES = Actor("union", "PER", ("LAB",)), Actor("delegates", "PER", ("LAB",))
STATE, POLICE = Actor("Peru", "PER", ("GOV",)), Actor("police", "PER", ("COP",))


@pytest.mark.parametrize(
    ("recipient", "kind", "actor", "own"),
    [
        (UNION, "pronoun", DELEGATES, True),
        (UNION, "body", DELEGATES, False),
        (STATE, "state", UNION, False),
        (STATE, "state", POLICE, True),
        (STATE, "place", UNION, True),
        (POLICE, "pronoun", UNION, False),
        (UNION, "body", UNION, True),
    ],
    ids=["its delegates", "another body", "citizens to their state", "police of the state", "at home", "them", "again"],
)
def test_the_actor_again_is_no_recipient(recipient: Actor, kind: str, actor: Actor, own: bool) -> None:
    """A union does not turn itself down, but it may call on its own state."""
    assert is_own(Mention(0, 0, 1, (recipient,), kind=kind), [Mention(1, 1, 2, (actor,))]) is own


def test_the_state_before_the_number_is_helped() -> None:
    """ "Norway sent Peru 80 doctors" helps Peru, though the parser makes one phrase of it."""
    rows = [
        ("Norway", "NNP", "PROPN", "nsubj", 1),
        ("sent", "VBD", "VERB", "ROOT", 1),
        ("Peru", "NNP", "PROPN", "nmod", 4),
        ("80", "CD", "NUM", "nummod", 4),
        ("doctors", "NNS", "NOUN", "dobj", 1),
    ]
    peru = Mention(2, 2, 3, (STATE,), kind="state")
    parsed = tree(rows)
    assert given_to(parsed.doc[4], Cast({2: peru, 4: Mention(4, 2, 5, (DOCTORS,))})) == peru
    assert given_to(parsed.doc[4], Cast({4: Mention(4, 2, 5, (DOCTORS,))})) is None
