"""Modes that the means decide: a weapon named in the clause, the medium or number of those who meet."""

from spacy.tokens import Token

from dragoman.knowledge.codebook import Codebook
from dragoman.model.candidate import Candidate

REMOTE = frozenset("telephone phone call letter message video videoconference videolink cable telegram virtual online note".split())
MEDIATED = frozenset("mediate broker mediator mediation host auspex chairmanship facilitate facilitator shuttle indirect".split())


def modes_of(candidate: Candidate, codebook: Codebook) -> tuple[str, ...]:
    """The modes of the event: the frame's own, else those that the words of its clause show."""
    if candidate.mode is not None:
        return (candidate.mode,)
    words = {word.lemma_.lower() for word in _clause(candidate)}
    if candidate.event == "CONSULT":
        return _meeting_mode(candidate, words)
    tables = codebook.instruments.get(candidate.event, {})
    scores = {mode: len(words & lexicon) for mode, lexicon in tables.items()}
    top = max(scores.values(), default=0)
    return tuple(mode for mode, count in scores.items() if count == top and top > 0)[:1]


def _clause(candidate: Candidate) -> list[Token]:
    return [word for word in candidate.anchor.subtree if word.sent.start == candidate.anchor.sent.start]


def _meeting_mode(candidate: Candidate, words: set[str]) -> tuple[str, ...]:
    if words & REMOTE:
        return ("phone",)
    if words & MEDIATED:
        return ("third-party",)
    countries = {actor.country or actor.name for mention in candidate.actor for actor in mention.actors}
    return ("multilateral",) if len(countries) >= 3 else ()
