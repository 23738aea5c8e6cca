"""The candidate that best ties two marked parties, and its type."""

from collections.abc import Iterator, Sequence

from dragoman.evaluate.marked import Pair
from dragoman.evaluate.ties import Tie
from dragoman.events.ask import pair_instance
from dragoman.events.compose import compose
from dragoman.events.silence import silence
from dragoman.events.status import settle_status
from dragoman.events.syntax import Clauses
from dragoman.model.candidate import Candidate
from dragoman.model.parsed import Parsed
from dragoman.model.text import Article
from dragoman.parse import parse
from dragoman.pipeline import Tools

# The classifier is trained on a corpus of one house, and surer of itself on other people's sentences than it should be;
# rules lose nothing there. Both numbers were chosen on pairs_dev: TIED swept 1 to 2.5, RULE_ODDS 5 to 2,000.
TIED = 1.5
RULE_ODDS = 50.0
MERGED = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}


def code_pairs(pairs: Sequence[Pair], tools: Tools) -> Iterator[tuple[Pair, str]]:
    """Each pair with the type that the coder gives it, in order.

    "NONE" is an answer only where it is among the labels, or where the rules alone see no event.
    """
    articles = (Article(pair.id, pair.text) for pair in pairs)
    may_be_none = any(pair.label == "NONE" for pair in pairs)
    for pair, parsed in zip(pairs, parse(articles, batch_size=64), strict=True):
        yield pair, code_pair(pair, parsed, tools, may_be_none=may_be_none)


def code_pair(pair: Pair, parsed: Parsed, tools: Tools, *, may_be_none: bool = True) -> str:
    """The type of the pair: by the classifier and the candidate that best links the marked parties, else by that candidate alone.

    Where the candidate is tied well, its type has the better odds; where it is not, or there is none, the classifier decides.
    """
    best, tie = Links(parsed, tools).link(pair.actor, pair.recipient)
    if tools.classifier is None:
        return label_of(best) if best is not None else "NONE"
    verdict = tools.classifier.judge(pair_instance(parsed, pair.actor, pair.recipient, None, best), pair=True)
    chances: dict[str, float] = {}
    for event, chance in verdict.types:
        if event != "NONE" or may_be_none:
            label = _label(event, promised=best is not None and is_promised(best))
            chances[label] = chances.get(label, 0.0) + chance
    if best is not None and tie > TIED and label_of(best) in chances:
        chances[label_of(best)] *= RULE_ODDS
    return max(chances, key=lambda label: chances[label])


def label_of(candidate: Candidate) -> str:
    """The candidate's type among the task's fifteen."""
    return _label(candidate.event, promised=is_promised(candidate))


def _label(event: str, *, promised: bool) -> str:
    """The task follows CAMEO's roots: a concession only promised ("will release") is AGREE, YIELD is what has been conceded."""
    return "AGREE" if event == "CONCEDE" and promised else MERGED.get(event, event)


def is_promised(candidate: Candidate) -> bool:
    """Whether the rules made the candidate of a promise to concede."""
    head = candidate.frame.partition(" ")[0]
    if head in DECIDED or candidate.anchor.head.lemma_ in DECIDED:
        return False
    return head in BOUND or any(reason.name in PROMISES for reason in candidate.reasons)


class Links:
    """The candidates of one sentence, proposed once, to be asked for the one that ties two parties."""

    def __init__(self, parsed: Parsed, tools: Tools) -> None:
        self.parsed, self.clauses = parsed, Clauses(parsed.doc)
        candidates = compose(tools.proposer.propose(self.clauses), tools.codebook.complements)
        for candidate in candidates:
            if candidate.kept:
                settle_status(candidate)
        self.candidates = [c for c in candidates if c.kept or (c.dropped or "").startswith("denied")]
        silence(self.candidates)

    def best(self, actor: Sequence[tuple[int, int]], recipient: Sequence[tuple[int, int]]) -> Candidate | None:
        """The candidate that best ties the parties marked by characters, None where there is no candidate."""
        return self.link(actor, recipient)[0]

    def link(self, actor: Sequence[tuple[int, int]], recipient: Sequence[tuple[int, int]]) -> tuple[Candidate | None, float]:
        """The candidate that best ties the parties, and how well: about 1.2 with no party, 3 with one, 4.5 with both."""
        link = Tie(actor, recipient, self.parsed, self.clauses)
        rows = [(link.score(candidate), candidate) for candidate in self.candidates]
        tie, best = max(rows, key=lambda row: row[0], default=(0.0, None))
        return best, tie


BOUND = frozenset(("agree", "promise", "pledge", "vow", "offer"))
DECIDED = frozenset(("decide",))  # what has been decided is conceded already
PROMISES = frozenset(("future: CONCEDE", "commit(RETREAT)", "commit(CONCEDE)"))
