"""An event as the events after it look back on it: where it stands in the text, whose it was, when and where."""

from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.locate import attach
from dragoman.model.candidate import Candidate
from dragoman.model.event import When, Where
from dragoman.model.parsed import Parsed

REMOTE = frozenset("phone telephone telephoned rang video letter letters cable telegram message online remotely".split())
SIGNED = frozenset(("SUPPORT", "COOPERATE"))
SPEAKERS = frozenset(("he", "she", "they"))


@dataclass(frozen=True, slots=True)
class Happening:
    """One event: `sides` are countries, names without one; `is_joint` says that its sides sat or signed together.

    `is_plain` is False in the perfect and the pluperfect, which look back from the scene, `is_remote` True for calls and
    letters, `speaks_on` True where a pronoun is the subject.
    """

    event: str
    status: str
    token: int
    sentence: int
    paragraph: int
    sides: frozenset[str]
    when: When
    where: Where | None
    is_joint: bool = False
    is_plain: bool = True
    is_remote: bool = False
    speaks_on: bool = False


def happening_of(parsed: Parsed, candidate: Candidate, when: When, where: Where | None) -> Happening:
    """The candidate as it is looked back on, with the days and the place it was given."""
    anchor = candidate.anchor
    predicate, number = attach.predicate_of(anchor), parsed.sentence_of[anchor.i]
    sides = frozenset(actor.country or actor.name for mention in (*candidate.actor, *candidate.recipient) for actor in mention.actors)
    return Happening(
        candidate.event,
        candidate.status,
        anchor.i,
        number,
        parsed.paragraph_of[anchor.i],
        sides,
        when,
        where,
        is_joint=candidate.event == "CONSULT" or (candidate.event in SIGNED and candidate.reciprocal and len(sides) > 1),
        is_plain=not (attach.has_perfect(predicate) or attach.has_pluperfect(predicate)),
        is_remote=any(token.lower_ in REMOTE for token in parsed.sentences[number]),
        speaks_on=_has_pronoun(predicate),
    )


def _has_pronoun(predicate: Token) -> bool:
    return any(child.dep_ == "nsubj" and child.lower_ in SPEAKERS for child in predicate.lefts)


def days_between(one: When, other: When) -> int:
    """How many days lie between the two where both are told, 0 where they can be the same."""
    if "published" in (one.basis, other.basis) or one.first is None or other.first is None or one.last is None or other.last is None:
        return 0
    return max((one.first - other.last).days, (other.first - one.last).days, 0)
