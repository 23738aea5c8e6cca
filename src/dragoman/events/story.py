"""What the sentence does not say: the other side, from the story so far."""

from collections.abc import Callable, Iterable

from spacy.tokens import Token

from dragoman.model.candidate import Candidate
from dragoman.model.event import Actor
from dragoman.model.mention import Cast, Mention
from dragoman.model.parsed import Parsed

STORY_WINDOW = 3  # sentences that a side told before is still understood
AGAIN = frozenset(("the", "this", "that", "such", "these", "those"))
OFFERED = frozenset(("it", "this", "that", "both"))
OFFERS = frozenset(("AGREE", "REQUEST", "THREATEN"))  # what may be turned down, or welcomed, by a mere "it"
PAPERS = frozenset("motion bill petition proposal resolution draft amendment appeal request offer complaint plea".split())
TABLED = frozenset("table file submit move bring propose draft lodge sponsor introduce put present author".split())
ASIDE = frozenset("without despite besides except than unlike like minus barring".split())
BORNE = frozenset(("ASSAULT", "AID", "COERCE"))  # what a mere count of people undergoes, and does not answer
NOBODY = frozenset(("place", "belonging", "understood", "crowd"))  # kinds of mention that no untold side is
STATE_ARMS = (("GOV",), ("MIL",), ("COP",), ("SPY",))
NO_SIDES = ((), ("UNK",), ("JRN",), ("MNC",))


class Story:
    """The events told so far, and who else is near."""

    def __init__(self, parsed: Parsed, cast: Cast) -> None:
        self.parsed, self.cast = parsed, cast
        self.done: list[Candidate] = []

    def partner(self, candidate: Candidate, actor: Actor) -> Mention | None:
        """The other side of the last event that the actor's country had part in, else who is named nearest."""
        sentence = self.parsed.sentence_of[candidate.trigger.i]
        last = self._last_opponent(candidate, actor, sentence)
        return last or self._nearest(candidate, actor, sentence, _is_foreign) or self._nearest(candidate, actor, sentence, _is_other)

    def _last_opponent(self, candidate: Candidate, actor: Actor, sentence: int) -> Mention | None:
        """Who stood against the actor's side in the last event that it had part in; no place, no thing, no arm of its own state."""
        for earlier in reversed(self.done[-6:]):
            if sentence - self.parsed.sentence_of[earlier.trigger.i] > STORY_WINDOW:
                break
            others = [m for m in _opposite(earlier, actor) if m.kind not in NOBODY and not self._is_aside(m, actor, candidate.event)]
            if others:
                return others[0]
        return None

    def doer(self, candidate: Candidate, nouns: Iterable[Token]) -> Mention | None:
        """Who did what a definite noun speaks of again: "praised the ban", "rejected the order", "condemned the raid"."""
        for noun in nouns:
            if noun.lower_ in OFFERED:
                offer = self._last_offer(candidate)
                if offer is not None:
                    return offer
            author = self._author(noun) if noun.lemma_.lower() in PAPERS else None
            if author is not None:
                return author
            if not any(child.lower_ in AGAIN for child in noun.children if child.dep_ == "det"):
                continue
            stem = noun.lemma_.lower()[:4]
            for earlier in reversed(self.done):
                words = {token.lemma_.lower()[:4] for token in (earlier.trigger, earlier.anchor, *earlier.words)}
                if stem in words and earlier.actor and earlier.trigger.i < candidate.trigger.i:
                    return earlier.actor[0]
        return None

    def _author(self, paper: Token) -> Mention | None:
        """Who tabled, filed or moved the paper, wherever the article says so: "the motion, tabled by the Greens"."""
        for token in self.parsed.doc:
            if token.lemma_.lower() != paper.lemma_.lower():
                continue
            for verb in (child for child in token.children if child.dep_ in ("acl", "relcl") and child.lemma_ in TABLED):
                for noun in (noun for by in verb.children if by.dep_ == "agent" for noun in by.children if noun.dep_ == "pobj"):
                    author = self.cast.at(noun.i)
                    if author is not None and author.actors:
                        return author
        return None

    def _last_offer(self, candidate: Candidate) -> Mention | None:
        """Who last offered or asked something of the side that now answers: "the union turned it down"."""
        mine = [actor for mention in candidate.actor for actor in mention.actors]
        sentence = self.parsed.sentence_of[candidate.trigger.i]
        for earlier in reversed(self.done[-6:]):
            near = sentence - self.parsed.sentence_of[earlier.trigger.i] <= STORY_WINDOW
            theirs = [actor for mention in earlier.actor for actor in mention.actors]
            if near and earlier.event in OFFERS and not any(_same_side(a, b) for a in mine for b in theirs):
                return earlier.actor[0]
        return None

    def _is_aside(self, mention: Mention, actor: Actor, event: str) -> bool:
        """Whether nobody would speak to the mention: an arm of the actor's own state, a mere count of people, who is only left out."""
        head = self.parsed.doc[mention.head]
        counted = event not in BORNE and any(child.dep_ == "nummod" for child in head.children) and self.parsed.doc[mention.start].lower_ not in AGAIN
        left_out = head.dep_ == "pobj" and head.head.lower_ in ASIDE
        return counted or left_out or any(_is_own_arm(a, actor) for a in mention.actors)

    def _nearest(self, candidate: Candidate, actor: Actor, sentence: int, fits: Callable[[Actor, Actor], bool]) -> Mention | None:
        voices = {speaker.head for speaker in candidate.speakers}
        rows = []
        for mention in self.cast:
            distance = sentence - self.parsed.sentence_of[mention.head]
            if not 0 <= distance <= STORY_WINDOW or self._is_aside(mention, actor, candidate.event) or not _is_side(mention, actor, fits):
                continue
            subject = self.parsed.doc[mention.head].dep_ in ("nsubj", "nsubjpass")
            heard = mention.head in voices  # a speaker only where nobody else is near
            rows.append((distance - 0.5 * subject + 9 * heard, abs(mention.head - candidate.trigger.i), mention))
        return min(rows, key=lambda row: row[:2])[2] if rows else None


def _opposite(earlier: Candidate, actor: Actor) -> list[Mention]:
    """Everybody else of the event that the actor's side had part in, those across from it first."""
    sides = [*earlier.actor, *earlier.recipient]
    mine = [m for m in sides if any(_same_side(a, actor) for a in m.actors)]
    across = earlier.recipient if any(m in earlier.actor for m in mine) else earlier.actor
    return [m for m in (*across, *sides) if m not in mine] if mine else []


def _is_own_arm(one: Actor, actor: Actor) -> bool:
    """Whether both serve one state: a president warns no army of his own."""
    return one.country == actor.country and one.sectors[:1] in STATE_ARMS and actor.sectors[:1] in STATE_ARMS


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
