"""People who are the help, and not the helped: "offered 80 doctors", "sent two aircraft with crews"."""

from spacy.tokens import Token

from dragoman.model.mention import Cast, Mention

SENT = (("MED",), ("MIL",), ("COP",), ("LAB",), ("EDU",))
TAKING = frozenset(("ASSAULT", "COERCE", "SANCTION"))  # "sent 80 teachers to prison" is no gift
GIVING = frozenset("offer send give lend supply provide dispatch donate pledge promise deploy despatch fly".split())


def is_given(noun: Token, cast: Cast, event: str) -> bool:
    """`offered 80 doctors`, `sent two aircraft with crews`: people who are the help, not helped."""
    mention = cast.at(noun.i)
    if event in TAKING or mention is None or any(a.sectors[:1] not in SENT for a in mention.actors):
        return False
    bare = noun.tag_ == "NNS" and not any(child.dep_ in ("det", "poss") for child in noun.children)
    if noun.dep_ == "pobj" and noun.head.lower_ == "with":
        over = noun.head.head
        return bare and (over.lemma_ in GIVING or (over.dep_ == "dobj" and over.head.lemma_ in GIVING))
    return bare and noun.dep_ == "dobj" and noun.head.lemma_ in GIVING


def given_to(noun: Token, cast: Cast) -> Mention | None:
    """`sent Mali 40 doctors`: the state before the number, which the parser takes for a part of what is given."""
    number = next((child.i for child in noun.children if child.dep_ == "nummod"), noun.i)
    before = [mention for child in noun.children if child.i < number and (mention := cast.at(child.i)) is not None]
    return next((mention for mention in before if mention.kind == "state"), None)
