"""Frames found in a document: which words of it satisfy which lines of the codebook."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from dragoman.events.syntax import Clauses, Node, conjuncts
from dragoman.knowledge.frames import Element, Frame


@dataclass(slots=True)
class Match:
    """A frame that fits at `token`: the tokens its slots took, and the words that satisfied it."""

    frame: Frame
    token: Token
    recipients: list[Token] = field(default_factory=list)
    actors: list[Token] = field(default_factory=list)
    words: list[Token] = field(default_factory=list)
    complements: list[Token] = field(default_factory=list)


class FrameIndex:
    """The frames by head lemma and part of speech, so that a word meets only those it may satisfy."""

    def __init__(self, frames: Iterable[Frame]) -> None:
        self._by_head: dict[tuple[str, str], list[Frame]] = {}
        for frame in frames:
            for head in frame.heads:
                self._by_head.setdefault((frame.kind, head), []).append(frame)

    def at(self, token: Token) -> Sequence[Frame]:
        """The frames whose head is this word."""
        kind = KINDS.get(token.pos_)
        if kind is None:
            return ()
        lemma = token.lemma_.lower()
        found = self._by_head.get((kind, lemma), ())
        if kind == "v" and token.tag_ in ("VBN", "VBG", "JJ") and token.dep_ in ("acomp", "amod"):
            return [*found, *self._by_head.get(("a", token.lower_), ())]
        return found


KINDS = {"VERB": "v", "AUX": "v", "NOUN": "n", "PROPN": "n", "ADJ": "a"}


def match_all(clauses: Clauses, index: FrameIndex) -> list[Match]:
    """Every frame that fits anywhere in the document, in text order."""
    found = []
    for token in clauses.doc:
        for frame in index.at(token):
            match = match_frame(frame, clauses.node(token), clauses)
            if match is not None:
                found.append(match)
    return found


def match_frame(frame: Frame, node: Node, clauses: Clauses) -> Match | None:
    """The frame fitted at the node's word, or None where an element is missing or a word forbids it."""
    match = Match(frame, node.token)
    for element in frame.elements:
        if not _satisfy(element, node, match):
            return None
    if frame.forbidden and _near(node.token) & frame.forbidden:
        return None
    if frame.required and not _clause_words(node.token, clauses) & frame.required:
        return None
    return match


def _satisfy(element: Element, node: Node, match: Match) -> bool:
    if element.kind == "recipient":
        return _bind_party(element, node, match.recipients, match)
    if element.kind == "actor":
        return _bind_party(element, node, match.actors, match)
    if element.kind == "word":
        return _find_word(element, node, match)
    return _find_complement(element, node, match)


def _bind_party(element: Element, node: Node, slot: list[Token], match: Match) -> bool:
    if element.prepositions:
        places = [noun for name, noun in node.phrases if name in element.prepositions and noun.ent_type_ not in TIMES]
        if not places and "by" in element.prepositions:
            places = node.agents
    else:
        taken = {word.i for word in match.words}
        places = [n for n in (node.datives or node.objects) if _can_undergo(n, taken)] or [n for n in node.objects if _can_undergo(n, taken)]
        if not places and node.token.pos_ in ("VERB", "AUX"):
            places = [noun for name, noun in node.phrases if name == "to" and noun.i not in taken]  # "granted to two students"
    if places:
        slot.extend(conjuncts(places[0]))
    return bool(places)


def _can_undergo(noun: Token, taken: set[int]) -> bool:
    """Whether the object may be a party: no word of the frame's own and no day ("promised Friday to travel")."""
    return noun.i not in taken and noun.ent_type_ not in TIMES


TIMES = frozenset(("DATE", "TIME"))  # no parties: "called the king on Saturday" is no call on anybody


def _find_word(element: Element, node: Node, match: Match) -> bool:
    if element.prepositions:
        places = [noun for name, noun in node.phrases if name in element.prepositions]
        places += [verb for name, verb in node.gerunds if name in element.prepositions]
    else:
        places = [*node.objects, *node.adverbs, *node.datives]
        if node.token.pos_ in ("NOUN", "PROPN", "ADJ"):
            places += [c for c in node.token.children if c.dep_ in ("amod", "compound", "nmod", "poss")]
            places += [head for head in (node.token.head,) if node.token.dep_ in ("compound", "amod")]
    for place in places:
        for word in conjuncts(place):
            if _is_word(word, element.words):
                match.words.append(word)
                return True
    return False


def _is_word(token: Token, words: frozenset[str]) -> bool:
    if token.lemma_.lower() in words or token.lower_ in words:
        return True
    if token.pos_ not in ("NOUN", "PROPN"):
        return False
    for child in token.children:
        if child.dep_ in ("compound", "amod") and child.lower_ in words:
            return True
        if child.dep_ == "prep" and child.lower_ == "of" and token.lemma_ in CONTAINERS:
            return any(_is_word(noun, words) for noun in child.children if noun.dep_ == "pobj")
    return False


CONTAINERS = frozenset(
    "number dozen hundred thousand ton tonne kind series lot round batch group member piece set couple pair "
    "host wave million billion load shipment convoy sort form part bit range bout spate string % percent cent half most majority bulk "
    "amount quantity share portion third quarter".split()
)


def _find_complement(element: Element, node: Node, match: Match) -> bool:
    if element.kind == "gerund":
        places = [verb for name, verb in node.gerunds if not element.prepositions or name in element.prepositions]
        if not element.prepositions:
            places += [verb for verb in node.complements if verb.tag_ == "VBG"]
    elif element.kind == "infinitive":
        places = [verb for verb in node.complements if _has_to(verb)]
        if not places and not element.words and not match.frame.event.startswith("@"):
            return any(name == "to" for name, _ in node.phrases)
    else:
        places = [verb for verb in node.complements if not _has_to(verb)]
    if element.words:
        places = [verb for verb in places if verb.lemma_ in element.words]
    match.complements.extend(places[:1])
    return bool(places)


def _has_to(verb: Token) -> bool:
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)


def _near(token: Token) -> set[str]:
    """The lemmas among the word's dependents and their dependents, compounds and governors of a noun included."""
    found: set[str] = set()
    for child in token.children:
        found.add(child.lemma_.lower())
        found.update(grandchild.lemma_.lower() for grandchild in child.children)
    if token.dep_ in ("compound", "amod"):
        found.add(token.head.lemma_.lower())
    return found


def _clause_words(token: Token, clauses: Clauses) -> set[str]:
    """The lemmas of the clause that holds the word, its understood subject included ("jihadists who stormed")."""
    top = token
    while top.head.i != top.i and top.pos_ not in ("VERB", "AUX"):
        top = top.head
    found = {word.lemma_.lower() for word in top.subtree}
    if top.pos_ in ("VERB", "AUX"):
        found.update(subject.lemma_.lower() for subject in clauses.surface_subjects(top))
    return found
