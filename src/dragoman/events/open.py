"""Open candidates: verbs with an actor that no frame of the codebook knows, for the classifier to judge."""

from collections.abc import Iterable

from spacy.tokens import Token

from dragoman.events.syntax import Clauses
from dragoman.model.candidate import Candidate
from dragoman.model.mention import Cast

OPEN = "OPEN"  # the type of a candidate that only the classifier can give one
EMPTY = frozenset("be have do go come seem appear become remain stay get want need know think feel include involve".split())


def propose_open(clauses: Clauses, cast: Cast, known: Iterable[Candidate], say: frozenset[str]) -> list[Candidate]:
    """A candidate for every verb that somebody stands before as its subject, where no rule has proposed one."""
    taken = {token.i for candidate in known for token in (candidate.trigger, candidate.anchor, *candidate.words)}
    found = []
    for token in clauses.doc:
        if token.pos_ != "VERB" or token.i in taken or token.lemma_ in EMPTY or token.lemma_ in say or token.dep_ in ("amod", "compound"):
            continue
        if _has_actor(token, clauses, cast):
            found.append(Candidate(event=OPEN, mode=None, trigger=token, anchor=token, frame="open", weight=0.0))
    return found


def _has_actor(token: Token, clauses: Clauses, cast: Cast) -> bool:
    for subject in clauses.node(token).subjects[:1]:
        mention = cast.at(subject.i)
        if mention is not None and mention.actors and mention.kind != "place":
            return True
    return False
