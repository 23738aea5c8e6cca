"""Candidates: every place where words of the codebook and plausible parties stand together.

Liberal on purpose: what is too much is dropped later, by name.
"""

from collections.abc import Iterable

from spacy.tokens import Token

from dragoman.events.match import FrameIndex, Match, match_all
from dragoman.events.syntax import Clauses, light_verb
from dragoman.knowledge.codebook import Codebook
from dragoman.model.candidate import Candidate


class Proposer:
    """The codebook's frames, indexed once; `propose` lists the candidates of a document."""

    def __init__(self, codebook: Codebook) -> None:
        self.light = codebook.light_verbs
        self._index = FrameIndex((*codebook.frames, *codebook.operators))

    def propose(self, clauses: Clauses) -> list[Candidate]:
        """The best candidates at each word, operators included (their event begins with "@"), in text order."""
        by_word: dict[int, list[Match]] = {}
        for match in match_all(clauses, self._index):
            by_word.setdefault(match.token.i, []).append(match)
        return [self._candidate(match) for matches in by_word.values() for match in _best(matches)]

    def _candidate(self, match: Match) -> Candidate:
        token = match.token
        carrier = light_verb(token, self.light) if token.pos_ in ("NOUN", "PROPN") else None
        candidate = Candidate(
            event=match.frame.event,
            mode=match.frame.mode,
            trigger=token,
            anchor=carrier or _copula(token),
            frame=match.frame.text,
            weight=match.frame.weight,
            flags=match.frame.flags,
            actors=list(match.actors),
            recipients=list(match.recipients),
            words=match.words,
            complements=list(match.complements),
        )
        candidate.note("propose", match.frame.text, match.frame.weight)
        return candidate


def _copula(token: Token) -> Token:
    """An adjective after "be" stands in the clause of that verb."""
    if token.pos_ == "ADJ" and token.dep_ in ("acomp", "attr", "oprd") and token.head.pos_ in ("VERB", "AUX"):
        return token.head
    return token


def _best(matches: Iterable[Match]) -> list[Match]:
    """The most specific event frame and the most specific operator of one word."""
    events = [match for match in matches if not match.frame.event.startswith("@")]
    operators = [match for match in matches if match.frame.event.startswith("@")]
    best = [max(group, key=_specificity) for group in (events, operators) if group]
    if len(best) == 2:
        event, operator = best
        if _specificity(event) > _specificity(operator):
            return [event]
        if operator.frame.event in ("@say", "@occur", "@cancel", "@transparent"):
            return best
        return [operator] if operator.complements else [event]
    return best


def _specificity(match: Match) -> tuple[float, int, int]:
    return match.frame.weight, len(match.frame.forbidden), len(match.recipients)
