"""What the classifier is asked: instances made of candidates, and of pairs whose parties are given."""

from collections.abc import Iterable

from spacy.tokens import Span, Token

from dragoman.events.open import OPEN
from dragoman.events.words import features
from dragoman.model.candidate import Candidate
from dragoman.model.instance import Instance
from dragoman.model.mention import Mention
from dragoman.model.parsed import Parsed

Spans = tuple[tuple[int, int], ...]


def candidate_instance(parsed: Parsed, candidate: Candidate) -> Instance:
    """The instance of a candidate with its sides filled; parties told in other sentences stay unmarked."""
    sentence = parsed.sentence(candidate.trigger)
    actors = _heads(candidate.actor, sentence)
    recipients = _heads(candidate.recipient, sentence)
    if not recipients and len(actors) > 1:
        actors, recipients = actors[:1], actors[1:]
    offset = parsed.starts[sentence.start]
    return Instance(
        text=parsed.quote(sentence.start, sentence.end).text,
        actor=_characters(parsed, actors, offset),
        recipient=_characters(parsed, recipients, offset),
        trigger=_shift(parsed.characters(candidate.trigger.i, candidate.trigger.i + 1), offset),
        rule=None if candidate.event == OPEN else candidate.event,
        mode=candidate.mode,
        weight=candidate.weight,
        words=features(sentence, candidate.trigger, actors, recipients),
    )


def _heads(mentions: Iterable[Mention], sentence: Span) -> list[Token]:
    doc = sentence.doc
    return [doc[m.head] for m in mentions if sentence.start <= m.head < sentence.end and m.kind != "understood"]


def _characters(parsed: Parsed, heads: Iterable[Token], offset: int) -> Spans:
    """The places of the phrases of these heads: the head with the words that stand before it in its phrase."""
    spans = []
    for head in heads:
        start = min((child.left_edge.i for child in head.children if child.i < head.i and child.dep_ in NEAR), default=head.i)
        spans.append(_shift(parsed.characters(start, head.i + 1), offset))
    return tuple(spans)


NEAR = frozenset(("amod", "compound", "nmod", "nummod", "poss", "det"))


def _shift(span: tuple[int, int], offset: int) -> tuple[int, int]:
    return span[0] - offset, span[1] - offset


def pair_instance(parsed: Parsed, actor: Spans, recipient: Spans, trigger: tuple[int, int] | None, candidate: Candidate | None) -> Instance:
    """The instance of a pair marked by characters of the stored text; `candidate` is what the rules link it by.

    The text is the sentence, or the sentences from the first mark to the last.
    """
    doc = parsed.doc
    marks = [*actor, *recipient, *((trigger,) if trigger else ())]
    first, last = _sentences(parsed, marks)
    offset = parsed.starts[first.start]
    mine, theirs = _tokens(parsed, actor), _tokens(parsed, recipient)
    centre = _tokens(parsed, (trigger,))[:1] if trigger else []
    if not centre and candidate is not None:
        centre = [candidate.trigger]
    told = trigger or (parsed.characters(centre[0].i, centre[0].i + 1) if centre else None)
    sentence = doc[first.start : last.end]
    return Instance(
        text=parsed.quote(first.start, last.end).text,
        actor=tuple(_shift(span, offset) for span in actor),
        recipient=tuple(_shift(span, offset) for span in recipient),
        trigger=_shift(told, offset) if told and parsed.starts[first.start] <= told[0] else None,
        rule=candidate.event if candidate is not None else None,
        mode=candidate.mode if candidate is not None else None,
        weight=candidate.weight if candidate is not None else 0.0,
        words=features(sentence, centre[0] if centre else None, _roots(mine), _roots(theirs)),
    )


def _sentences(parsed: Parsed, marks: Iterable[tuple[int, int]]) -> tuple[Span, Span]:
    numbers = sorted({parsed.sentence_of[token.i] for token in _tokens(parsed, marks)}) or [0]
    return parsed.sentences[numbers[0]], parsed.sentences[numbers[-1]]


def _tokens(parsed: Parsed, spans: Iterable[tuple[int, int]]) -> list[Token]:
    """The tokens that the characters cover, in text order."""
    wanted = list(spans)
    return [
        token
        for token in parsed.doc
        if not token.is_space and any(parsed.starts[token.i] < end and parsed.starts[token.i] + len(token.text) > start for start, end in wanted)
    ]


def _roots(tokens: list[Token]) -> list[Token]:
    """The heads of the marked phrases: tokens whose own head is not marked."""
    marked = {token.i for token in tokens}
    return [token for token in tokens if token.head.i not in marked or token.head.i == token.i]
