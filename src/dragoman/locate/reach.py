"""How far the times and places of a sentence hold for one trigger in it."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from dragoman.locate.attach import (
    SPEECH,
    SUBJECTS,
    chain_of,
    governors,
    has_future,
    is_predicate,
    marker_of,
    predicate_of,
    top_of,
)

WISHING = frozenset("invite plan schedule promise pledge offer vow agree call urge demand ask threaten warn propose expect".split())
BEGINNING = frozenset(("begin", "start"))
CUTTING = frozenset(("after", "before", "since", "until"))
LIGHT = frozenset("let keep be make begin start continue help force come go set have manage fail leave".split())


class Reach:
    """The words whose times and places hold for one trigger, each with how far off it is.

    Coordinated verbs, the verb above a participle, an infinitive or a clause with "as" or "when" share
    theirs; the verb of saying above a clause does not, unless what is said is itself the act (a promise).
    """

    def __init__(self, trigger: Token, sentence: Span, is_promise: bool) -> None:
        self.trigger, self.sentence, self.is_promise = trigger, sentence, is_promise
        self.predicate = predicate_of(trigger)
        self.chain = tuple(chain_of(self.predicate, is_promise))
        self.steps = {token.i: step for step, (token, _) in reversed(list(enumerate(self.chain)))}
        self.top = self.chain[-1][0]
        self.later = frozenset(verb.i for verb in _later_conjuncts(self.predicate))
        for below in _complements(self.predicate):
            self.steps.setdefault(below.i, 2)
        for token, _ in self.chain[: 1 + is_promise]:
            for beside in _beside(token, is_promise):
                self.steps.setdefault(beside.i, 4)

    @property
    def is_told(self) -> bool:
        """Whether the trigger is in what somebody says, not in the article's own telling."""
        return self.top.dep_ in ("ccomp", "parataxis") and self.top.head.i != self.top.i

    def rank(self, start: int, end: int, head: int, *, is_past: bool = False) -> float | None:
        """How well the phrase fits the trigger, 0 best; None where it belongs to something else.

        `is_past` says that the phrase is a day gone by, which nobody can ask or promise anything for.
        """
        top = top_of(self.sentence.doc, start, end, head)
        above = list(governors(top))
        if self.trigger in above:
            return None if self.is_promise or (self._is_wished(self.trigger, start) and not is_past) else 0.0
        verb = above[-1] if above and is_predicate(above[-1]) else None
        if any(start <= token.head.i < end and token.head.i != token.i for token, _ in self.chain):
            return 0.5  # "on July 30, when it shut the borders"
        if verb is not None and is_past and self._is_what_was_wished(verb):
            return 5.0
        if verb is not None and not is_past and verb.head.i != self.trigger.i and self._is_wished(verb, start):
            return None
        step = self._step(verb, head) if verb is not None else None
        if step is not None:
            return 1.0 + step + 0.1 * len(above)
        if verb is not None and self._describes_argument(verb):
            return 12.0
        if self._leads(start):
            return 10.0
        return 20.0 if self._stands_beside(start, end) and not self._is_anothers(verb, start) else None

    def _step(self, verb: Token, head: int) -> int | None:
        if verb.i in self.later:
            return 3 if head > verb.i and not self.is_promise else None
        step = self.steps.get(verb.i)
        if step is None or (step == 0 and self.is_promise):
            return None
        crossed = self.chain[1 : step + 1] if step < len(self.chain) and self.chain[step][0].i == verb.i else ()
        for (below, _), (_, link) in zip(self.chain, crossed, strict=False):
            if link == "conj" and has_subject(below) and head > verb.i:
                return None
        return step

    def _is_wished(self, verb: Token, start: int) -> bool:
        """Whether the phrase is part of what is asked or promised: "invited him to Baku in November"."""
        if verb.lemma_ not in WISHING or start < verb.i:
            return False
        return any(token.lower_ in ("to", "for", "that") for token in self.sentence.doc[verb.i + 1 : start])

    def _is_what_was_wished(self, verb: Token) -> bool:
        """Whether the verb is what the trigger asks or promises, so that a day gone by holds for both."""
        return verb.dep_ in ("ccomp", "xcomp") and verb.head.i == self.predicate.i and self.predicate.lemma_ in WISHING

    def _describes_argument(self, verb: Token) -> bool:
        """Whether the phrase is in a participle or relative clause on the trigger or on the subject of its verb."""
        if verb.dep_ not in ("acl", "relcl"):
            return False
        noun = verb.head
        if noun.i == self.trigger.i or (verb.lemma_ in BEGINNING and self.trigger in noun.ancestors):
            return not has_future(verb)
        if noun.head.i == self.predicate.i and noun.dep_ in ("nsubj", "nsubjpass"):
            return verb.tag_ == "VBN" and not self.is_promise
        return verb.tag_ == "VBN" and noun.dep_ == "pobj" and noun.head.head.i == self.predicate.i

    def _is_anothers(self, verb: Token | None, start: int) -> bool:
        """Whether the phrase stands among the words of another verb, behind that verb's subject."""
        if verb is None or verb.i in self.steps:
            return False
        if verb.lemma_ in SPEECH or (verb.dep_ == "advcl" and marker_of(verb) in CUTTING and has_subject(verb)):
            return True
        low, high = sorted((self.trigger.i, start))
        return any(child.dep_ in ("nsubj", "nsubjpass") and low < child.i < high for child in verb.lefts)

    def _leads(self, start: int) -> bool:
        """Whether the phrase opens the trigger's sentence, or its part after a colon or semicolon."""
        doc, part = self.sentence.doc, self._part_start()
        if start > part + 5 or any(is_predicate(doc[i]) or doc[i].dep_ in SUBJECTS for i in range(part, start)):
            return False
        return not self._is_blocked(part)

    def _part_start(self) -> int:
        doc = self.sentence.doc
        for i in range(self.predicate.i - 1, self.sentence.start - 1, -1):
            if doc[i].text in (";", ":", "—"):
                return i + 1
        return self.sentence.start

    def _is_blocked(self, part: int) -> bool:
        """Whether the trigger is told by a verb of saying in its part or after a conjunction that cuts it off."""
        return any(child.lower_ in CUTTING for child in self.top.lefts if child.dep_ == "mark") or (
            self.top.dep_ in ("ccomp", "relcl") and part <= self.top.head.i < self.top.i
        )

    def _stands_beside(self, start: int, end: int) -> bool:
        """Whether no other verb parts the phrase from the trigger or its verb, however the parser tied it."""
        if self.is_promise:
            return False
        doc = self.sentence.doc
        low, high = sorted((self.trigger.i, self.predicate.i))
        span = range(high + 1, start) if start > high else range(end, low)
        return len(span) < 25 and not any(doc[i].text in (";", ":") or doc[i].dep_ == "cc" or is_predicate(doc[i]) for i in span)


def _complements(verb: Token) -> Iterator[Token]:
    """The verbs that a light verb leans on, whose time is its own: "let go on Saturday", "kept locked up"."""
    if verb.lemma_ in LIGHT:
        for child in verb.rights:
            if child.dep_ in ("xcomp", "oprd", "ccomp") and is_predicate(child):
                yield child


def _beside(verb: Token, is_promise: bool) -> Iterator[Token]:
    """Participles that go with the verb ("speaking in X", "killing four in Y"), and who tells a promise."""
    for child in verb.children:
        if (child.dep_ == "advcl" and child.tag_ == "VBG" and not marker_of(child)) or (
            is_promise and child.lemma_ in SPEECH and child.dep_ in ("parataxis", "ccomp", "advcl")
        ):
            yield child


def has_subject(verb: Token) -> bool:
    """Whether the verb has a subject of its own."""
    return any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.lefts)


def _later_conjuncts(verb: Token) -> Iterator[Token]:
    """The verbs coordinated after this one that share its subject: "boarded and sailed to port in May"."""
    for child in verb.rights:
        if child.dep_ == "conj" and is_predicate(child) and not has_subject(child):
            yield child
            yield from _later_conjuncts(child)
