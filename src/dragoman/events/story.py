"""What the sentence does not say: the other side, from the story so far."""

from collections.abc import Callable, Iterable

from spacy.tokens import Token

from dragoman.model.candidate import Candidate
from dragoman.model.event import Actor
from dragoman.model.mention import Cast, Mention
from dragoman.model.parsed import Parsed

STORY_WINDOW = 3  # sentences that a side told before is still understood
AGAIN = frozenset(("the", "this", "that", "such", "these", "those"))
NO_SIDES = ((), ("UNK",), ("JRN",), ("MNC",))


class Story:
    """The events told so far, and who else is near."""

    def __init__(self, parsed: Parsed, cast: Cast) -> None:
        self.parsed, self.cast = parsed, cast
        self.done: list[Candidate] = []

    def partner(self, candidate: Candidate, actor: Actor) -> Mention | None:
        """The other side of the last event that the actor's country had part in, else who is named nearest."""
        sentence = self.parsed.sentence_of[candidate.trigger.i]
        for earlier in reversed(self.done[-6:]):
            if sentence - self.parsed.sentence_of[earlier.trigger.i] > STORY_WINDOW:
                break
            sides = [*earlier.actor, *earlier.recipient]
            mine = [m for m in sides if any(_same_side(a, actor) for a in m.actors)]
            others = [m for m in sides if m not in mine and m.kind != "understood"]
            if mine and others:
                return others[0]
        return self._nearest(candidate, actor, sentence, _is_foreign) or self._nearest(candidate, actor, sentence, _is_other)

    def doer(self, candidate: Candidate, nouns: Iterable[Token]) -> Mention | None:
        """Who did what a definite noun speaks of again: "praised the ban", "rejected the order", "condemned the raid"."""
        for noun in nouns:
            if not any(child.lower_ in AGAIN for child in noun.children if child.dep_ == "det"):
                continue
            stem = noun.lemma_.lower()[:4]
            for earlier in reversed(self.done):
                words = {token.lemma_.lower()[:4] for token in (earlier.trigger, earlier.anchor, *earlier.words)}
                if stem in words and earlier.actor and earlier.trigger.i < candidate.trigger.i:
                    return earlier.actor[0]
        return None

    def _nearest(self, candidate: Candidate, actor: Actor, sentence: int, fits: Callable[[Actor, Actor], bool]) -> Mention | None:
        voices = {speaker.head for speaker in candidate.speakers}
        rows = []
        for mention in self.cast:
            distance = sentence - self.parsed.sentence_of[mention.head]
            if not 0 <= distance <= STORY_WINDOW or not _is_side(mention, actor, fits):
                continue
            subject = self.parsed.doc[mention.head].dep_ in ("nsubj", "nsubjpass")
            heard = mention.head in voices  # a speaker only where nobody else is near
            rows.append((distance - 0.5 * subject + 9 * heard, abs(mention.head - candidate.trigger.i), mention))
        return min(rows, key=lambda row: row[:2])[2] if rows else None


def _same_side(one: Actor, other: Actor) -> bool:
    """Whether both are of one country and kind, or the same body."""
    if one.country != other.country:
        return False
    return one.sectors[:1] == other.sectors[:1] if one.country else one.name == other.name


def _is_foreign(one: Actor, actor: Actor) -> bool:
    return (one.country or one.name) != (actor.country or actor.name)


def _is_other(one: Actor, actor: Actor) -> bool:
    """Somebody else of the same country: the government to its unions, the police to the marchers."""
    return one.name != actor.name and one.sectors[:1] != actor.sectors[:1]


def _is_side(mention: Mention, actor: Actor, fits: Callable[[Actor, Actor], bool]) -> bool:
    """Whether the mention can be the other side: somebody known, named directly."""
    if mention.kind in ("place", "belonging", "group") or not mention.direct:
        return False
    return all(fits(a, actor) and a.sectors[:1] not in NO_SIDES for a in mention.actors)
