"""What the sentence does not say: the other side, from the story so far."""

from dragoman.model.candidate import Candidate
from dragoman.model.event import Actor
from dragoman.model.mention import Cast, Mention
from dragoman.model.parsed import Parsed

STORY_WINDOW = 3  # sentences that a side told before is still understood
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
            mine = [m for m in sides if any(_same_country(a, actor) for a in m.actors)]
            others = [m for m in sides if m not in mine and m.kind != "understood"]
            if mine and others:
                return others[0]
        return self._nearest(candidate, actor, sentence)

    def _nearest(self, candidate: Candidate, actor: Actor, sentence: int) -> Mention | None:
        voices = {speaker.head for speaker in candidate.speakers}
        rows = []
        for mention in self.cast:
            distance = sentence - self.parsed.sentence_of[mention.head]
            if not 0 <= distance <= STORY_WINDOW or not _is_side(mention, actor):
                continue
            subject = self.parsed.doc[mention.head].dep_ in ("nsubj", "nsubjpass")
            heard = mention.head in voices  # a speaker only where nobody else is near
            rows.append((distance - 0.5 * subject + 9 * heard, abs(mention.head - candidate.trigger.i), mention))
        return min(rows, key=lambda row: row[:2])[2] if rows else None


def _same_country(one: Actor, other: Actor) -> bool:
    return one.country == other.country and bool(one.country or one.name == other.name)


def _is_side(mention: Mention, actor: Actor) -> bool:
    """Whether the mention can be the other side: somebody known, named directly, of another country or body."""
    if mention.kind in ("place", "belonging", "group") or not mention.direct:
        return False
    mine = actor.country or actor.name
    return all((a.country or a.name) != mine and a.sectors[:1] not in NO_SIDES for a in mention.actors)
