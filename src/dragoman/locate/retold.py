"""Finds the sentence that tells an act once more, with the day or the place that its first telling lacks."""

from spacy.tokens import Token

from dragoman.locate.attach import SUBJECTS
from dragoman.model.parsed import Parsed

HAPPENS = frozenset(("happen", "occur"))
KNOWN = frozenset(("the", "both", "this"))


def find_retelling(parsed: Parsed, anchor: Token) -> Token | None:
    """The verb of the next sentence where it tells the act of `anchor` again, None where it tells another.

    "They have signed a pact. The paper was signed on Monday in Baku", "The swap took place at a bridge".
    """
    number = parsed.sentence_of[anchor.i] + 1
    if number >= len(parsed.sentences):
        return None
    verb = parsed.sentences[number].root
    if parsed.paragraph_of[verb.i] != parsed.paragraph_of[anchor.i]:
        return None
    subject = next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)
    if subject is None or not any(child.lower_ in KNOWN for child in subject.children):
        return None
    is_same = verb.lemma_ == anchor.lemma_ and subject.dep_ == "nsubjpass"
    return verb if is_same or _takes_place(verb) else None


def _takes_place(verb: Token) -> bool:
    return verb.lemma_ in HAPPENS or (verb.lemma_ == "take" and any(child.lower_ == "place" for child in verb.rights))
