"""Type of a sentence whose two parties are given: the pairs task, scored as the field scores it."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Token

from dragoman.errors import InputError
from dragoman.events.compose import compose
from dragoman.events.status import settle_status
from dragoman.events.syntax import Clauses
from dragoman.model.candidate import Candidate
from dragoman.model.parsed import Parsed
from dragoman.model.text import Article
from dragoman.parse import parse
from dragoman.pipeline import Tools

MERGED = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
MARKS = ("<s>", "</s>", "<t>", "</t>")


@dataclass(frozen=True)
class Pair:
    """A sentence without its marks, the characters of actor and recipient, and the type that is right.

    A party may be marked in several places, or in none where the sentence does not name it.
    """

    id: str
    text: str
    actor: tuple[tuple[int, int], ...]
    recipient: tuple[tuple[int, int], ...]
    label: str


def read_pairs(path: Path) -> list[Pair]:
    """The pairs of a TSV with columns type, marked_sentence and perhaps id; InputError names a bad line."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        if not {"type", "marked_sentence"} <= set(rows.fieldnames or ()):
            raise InputError(f"{path}: line 1: the columns 'type' and 'marked_sentence' are needed, parted by tabs")
        return [_read_pair(row, number, path) for number, row in enumerate(rows, 2)]


def _read_pair(row: dict[str, str], number: int, path: Path) -> Pair:
    marked, plain = row["marked_sentence"], ""
    opened: dict[str, int] = {}
    spans: dict[str, list[tuple[int, int]]] = {"s": [], "t": []}
    position = 0
    while position < len(marked):
        mark = next((m for m in MARKS if marked.startswith(m, position)), None)
        if mark is None:
            plain += marked[position]
            position += 1
            continue
        position += len(mark)
        letter = mark.strip("</>")
        if mark.startswith("</") and letter in opened:
            spans[letter].append((opened.pop(letter), len(plain)))
        elif not mark.startswith("</"):
            opened[letter] = len(plain)
    if opened or not plain.strip():
        raise InputError(f"{path}: line {number}: a mark is opened and not closed; mark the actor <s>...</s>, the recipient <t>...</t>")
    return Pair(row.get("id") or str(number), plain, tuple(spans["s"]), tuple(spans["t"]), row["type"].upper())


def code_pairs(pairs: Sequence[Pair], tools: Tools) -> Iterator[tuple[Pair, str]]:
    """Each pair with the type that the coder gives it, in order; "NONE" where it sees no event."""
    articles = (Article(pair.id, pair.text) for pair in pairs)
    for pair, parsed in zip(pairs, parse(articles, batch_size=64), strict=True):
        yield pair, code_pair(pair, parsed, tools)


def code_pair(pair: Pair, parsed: Parsed, tools: Tools) -> str:
    """The type of the candidate that best links the two marked parties."""
    clauses = Clauses(parsed.doc)
    candidates = compose(tools.proposer.propose(clauses), clauses, tools.codebook.complements)
    for candidate in candidates:
        if candidate.kept:
            settle_status(candidate, clauses)
    link = _Link(pair, parsed, clauses)
    kept = [c for c in candidates if c.kept or (c.dropped or "").startswith("denied")]
    best = max(kept, key=link.score, default=None)
    return MERGED.get(best.event, best.event) if best is not None else "NONE"


class _Link:
    """How well a candidate ties the marked actor to the marked recipient."""

    def __init__(self, pair: Pair, parsed: Parsed, clauses: Clauses) -> None:
        self.clauses = clauses
        self.actor = _tokens(parsed, pair.actor)
        self.recipient = _tokens(parsed, pair.recipient)

    def score(self, candidate: Candidate) -> float:
        node, noun = self.clauses.node(candidate.anchor), self.clauses.node(candidate.trigger)
        actors = candidate.actors or [*node.subjects, *noun.agents, *(c for c in candidate.trigger.children if c.dep_ in ("poss", "amod", "compound")), *(n for name, n in noun.phrases if name in ("by", "of", "between"))]
        recipients = candidate.recipients or [*node.objects, *node.datives, *(n for _, n in (*node.phrases, *noun.phrases)), *candidate.complements]
        if "swap" in candidate.flags:
            actors, recipients = recipients, actors
        a, r = _touch(actors, self.actor), _touch(recipients, self.recipient)
        crossed = _touch(actors, self.recipient) + _touch(recipients, self.actor)
        both = 0.5 if "both" in candidate.flags else 1.0
        span = [*self.actor, *self.recipient]
        inside = min(span, default=0) <= candidate.trigger.i <= max(span, default=0)
        return 2.0 * a + 1.5 * r - both * 0.75 * crossed + 0.4 * candidate.weight + 0.4 * inside - 0.01 * candidate.trigger.i


def _tokens(parsed: Parsed, spans: Iterable[tuple[int, int]]) -> set[int]:
    return {
        token.i for token in parsed.doc for start, end in spans
        if parsed.starts[token.i] < end and parsed.starts[token.i] + len(token.text) > start and not token.is_punct
    }


def _touch(slots: Iterable[Token], span: set[int]) -> float:
    """1 where a slot's head is in the span, a half where only its phrase holds part of it."""
    best = 0.0
    for token in slots:
        if token.i in span:
            return 1.0
        if any(word.i in span for word in token.subtree):
            best = 0.6
    return best


def score_pairs(results: Iterable[tuple[Pair, str]], tools: Tools) -> dict[str, object]:
    """Macro F1, accuracy and quad accuracy over the labels that occur, and each type's precision, recall and F1."""
    rows = list(results)
    labels = sorted({pair.label for pair, _ in rows})
    quad = {name: entry.quad for name, entry in tools.codebook.types.items()} | {"YIELD": "VC"}
    quad["RETREAT"] = quad["CONCEDE"] = "VC"
    types = {label: _measure(label, rows) for label in labels}
    return {
        "macro_f1": sum(row["f1"] for row in types.values()) / len(types),
        "accuracy": sum(pair.label == guess for pair, guess in rows) / len(rows),
        "quad_accuracy": sum(quad.get(pair.label) == quad.get(guess) for pair, guess in rows) / len(rows),
        "types": types,
    }


def _measure(label: str, rows: Sequence[tuple[Pair, str]]) -> dict[str, float]:
    hits = sum(pair.label == guess == label for pair, guess in rows)
    gold = sum(pair.label == label for pair, _ in rows)
    guessed = sum(guess == label for _, guess in rows)
    precision, recall = hits / guessed if guessed else 0.0, hits / gold if gold else 0.0
    total = precision + recall
    return {"n": gold, "precision": precision, "recall": recall, "f1": 2 * precision * recall / total if total else 0.0}
