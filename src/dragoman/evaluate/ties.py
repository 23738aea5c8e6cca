"""How well a candidate ties two parties that are marked in its sentence."""

from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from dragoman.events.syntax import Clauses
from dragoman.model.candidate import Candidate
from dragoman.model.parsed import Parsed

OWNERS = frozenset(("poss", "amod", "compound"))
AGENT_PHRASES = frozenset(("by", "of", "between"))
SILENCED = 2.0  # taken from the ties of an act told inside another ("refused to meet"); swept 0 to 3 on pairs_dev
UTTERED = frozenset(("will not: REJECT", "must: REQUEST", "future: AGREE", "future: CONCEDE", "future: THREATEN"))


class Tie:
    """How well a candidate ties the marked actor to the marked recipient."""

    def __init__(self, actor: Sequence[tuple[int, int]], recipient: Sequence[tuple[int, int]], parsed: Parsed, clauses: Clauses) -> None:
        self.clauses = clauses
        self.actor = _tokens(parsed, actor)
        self.recipient = _tokens(parsed, recipient)

    def score(self, candidate: Candidate) -> float:
        """The weight of the ties: right way round most, crossed ones against it, early and heavy frames first."""
        actors, recipients = self._slots(candidate)
        a, r = _touch(actors, self.actor), _touch(recipients, self.recipient)
        crossed = _touch(actors, self.recipient) + _touch(recipients, self.actor)
        both = 0.5 if "both" in candidate.flags else 1.0
        span = [*self.actor, *self.recipient]
        inside = min(span, default=0) <= candidate.trigger.i <= max(span, default=0)
        tie = 2.0 * a + 1.5 * r - both * 0.75 * crossed + 0.4 * candidate.weight + 0.4 * inside - 0.01 * candidate.trigger.i
        return tie - SILENCED * (candidate.dropped or "").startswith("told inside")

    def _slots(self, candidate: Candidate) -> tuple[list[Token], list[Token]]:
        """Where actor and recipient may stand: the frame's own slots, else the usual places."""
        node, noun = self.clauses.node(candidate.anchor), self.clauses.node(candidate.trigger)
        owners = [child for child in candidate.trigger.children if child.dep_ in OWNERS]
        phrases = [token for name, token in noun.phrases if name in AGENT_PHRASES]
        actors = candidate.actors or [*node.subjects, *noun.agents, *owners, *phrases]
        around = [token for _, token in (*node.phrases, *noun.phrases)]
        recipients = candidate.recipients or [*node.objects, *node.datives, *around, *candidate.complements]
        speakers = self._speakers(candidate)
        if "demanded" in candidate.flags and speakers:
            return speakers, actors  # "Oslo says that Rome must leave": Oslo asks it of Rome
        actors = [*actors, *speakers]
        return (recipients, actors) if "swap" in candidate.flags else (actors, recipients)

    def _speakers(self, candidate: Candidate) -> list[Token]:
        """Who says it, where saying it is the act: "the union said it will not end the strike"."""
        if not any(reason.name in UTTERED for reason in candidate.reasons):
            return []
        verb = candidate.anchor
        while verb.head.i != verb.i and verb.dep_ != "ccomp":
            verb = verb.head
        return self.clauses.node(verb.head).subjects if verb.dep_ == "ccomp" else []


def _tokens(parsed: Parsed, spans: Iterable[tuple[int, int]]) -> set[int]:
    return {
        token.i
        for token in parsed.doc
        for start, end in spans
        if parsed.starts[token.i] < end and parsed.starts[token.i] + len(token.text) > start and not token.is_punct
    }


def _touch(slots: Iterable[Token], span: set[int]) -> float:
    """1 where a slot's head is in the span, 0.6 where only its phrase holds part of it."""
    best = 0.0
    for token in slots:
        if token.i in span:
            return 1.0
        if any(word.i in span for word in token.subtree):
            best = 0.6
    return best
