"""The candidate that best ties two marked parties, and its type."""

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Token

from dragoman.evaluate.marked import Pair
from dragoman.events.ask import pair_instance
from dragoman.events.compose import compose
from dragoman.events.status import settle_status
from dragoman.events.syntax import Clauses
from dragoman.model.candidate import Candidate
from dragoman.model.parsed import Parsed
from dragoman.model.text import Article
from dragoman.parse import parse
from dragoman.pipeline import Tools

MERGED = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
OWNERS = frozenset(("poss", "amod", "compound"))
AGENT_PHRASES = frozenset(("by", "of", "between"))


def code_pairs(pairs: Sequence[Pair], tools: Tools) -> Iterator[tuple[Pair, str]]:
    """Each pair with the type that the coder gives it, in order.

    "NONE" is an answer only where it is among the labels, or where the rules alone see no event.
    """
    articles = (Article(pair.id, pair.text) for pair in pairs)
    may_be_none = any(pair.label == "NONE" for pair in pairs)
    for pair, parsed in zip(pairs, parse(articles, batch_size=64), strict=True):
        yield pair, code_pair(pair, parsed, tools, may_be_none=may_be_none)


def code_pair(pair: Pair, parsed: Parsed, tools: Tools, *, may_be_none: bool = True) -> str:
    """The type of the pair: by the classifier with the candidate that best links the marked parties, else by that candidate alone."""
    best = Links(parsed, tools).best(pair.actor, pair.recipient)
    if tools.classifier is None:
        return label_of(best) if best is not None else "NONE"
    verdict = tools.classifier.judge(pair_instance(parsed, pair.actor, pair.recipient, None, best), pair=True)
    chances: dict[str, float] = {}
    for event, chance in verdict.types:
        if event != "NONE" or may_be_none:
            label = _label(event, promised=best is not None and is_promised(best))
            chances[label] = chances.get(label, 0.0) + chance
    return max(chances, key=lambda label: chances[label])


def label_of(candidate: Candidate) -> str:
    """The candidate's type among the task's fifteen."""
    return _label(candidate.event, promised=is_promised(candidate))


def _label(event: str, *, promised: bool) -> str:
    """The task follows CAMEO's roots: a concession only promised ("will release") is AGREE, YIELD is what has been conceded."""
    return "AGREE" if event == "CONCEDE" and promised else MERGED.get(event, event)


def is_promised(candidate: Candidate) -> bool:
    """Whether the rules made the candidate of a promise to concede."""
    return any(reason.name in PROMISES for reason in candidate.reasons)


class Links:
    """The candidates of one sentence, proposed once, to be asked for the one that ties two parties."""

    def __init__(self, parsed: Parsed, tools: Tools) -> None:
        self.parsed, self.clauses = parsed, Clauses(parsed.doc)
        candidates = compose(tools.proposer.propose(self.clauses), tools.codebook.complements)
        for candidate in candidates:
            if candidate.kept:
                settle_status(candidate)
        self.candidates = [c for c in candidates if c.kept or (c.dropped or "").startswith("denied")]

    def best(self, actor: Sequence[tuple[int, int]], recipient: Sequence[tuple[int, int]]) -> Candidate | None:
        """The candidate that best ties the parties marked by characters, None where there is no candidate."""
        link = _Link(actor, recipient, self.parsed, self.clauses)
        return max(self.candidates, key=link.score, default=None)


PROMISES = frozenset(("future: CONCEDE", "commit(RETREAT)", "commit(CONCEDE)"))


class _Link:
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
        return 2.0 * a + 1.5 * r - both * 0.75 * crossed + 0.4 * candidate.weight + 0.4 * inside - 0.01 * candidate.trigger.i

    def _slots(self, candidate: Candidate) -> tuple[list[Token], list[Token]]:
        """Where actor and recipient may stand: the frame's own slots, else the usual places."""
        node, noun = self.clauses.node(candidate.anchor), self.clauses.node(candidate.trigger)
        owners = [child for child in candidate.trigger.children if child.dep_ in OWNERS]
        phrases = [token for name, token in noun.phrases if name in AGENT_PHRASES]
        actors = candidate.actors or [*node.subjects, *noun.agents, *owners, *phrases]
        around = [token for _, token in (*node.phrases, *noun.phrases)]
        recipients = candidate.recipients or [*node.objects, *node.datives, *around, *candidate.complements]
        return (recipients, actors) if "swap" in candidate.flags else (actors, recipients)


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
