"""Says where an event was: the place that the text gives for it, none where it gives none."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from dragoman.knowledge.places import key_of
from dragoman.locate import attach
from dragoman.locate.mentions import PlaceMention, find_places
from dragoman.locate.reach import Reach
from dragoman.model.event import Where
from dragoman.model.parsed import Parsed

__all__ = ["PlaceMention", "choose_where", "find_places"]

PLACING = frozenset("in at near outside inside around across throughout off through along on into onto within there over".split())
MOTION = frozenset(
    "march send deploy move ship fly sail travel come return flee walk evacuate withdraw advance order dispatch rush airlift redeploy pour".split()
)
TAKEN = frozenset(
    "block seize storm enter capture take close occupy seal surround besiege shell bomb strike attack raid "
    "overrun hit leave abandon clear cross cut reach retake retook recapture".split()
)
VERBAL = attach.SPEECH | frozenset(
    "accuse condemn praise urge demand call complain promise pledge offer invite denounce criticise criticize thank "
    "blame commend appeal ask request reject refuse threaten vow welcome congratulate support summon".split()
)
OFFICES = frozenset("ministry office government secretariat embassy mission commission department agency rulers authorities".split())
OFFICES |= frozenset("officials officers diplomats leaders spokesman spokeswoman administration regime".split())
VISITS = frozenset("visit visits trip tour journey return".split())
PARTS = frozenset("station gate gates streets outskirts centre center port barracks suburb suburbs airport gates market".split())
OCCASIONS = frozenset("ceremony rally conference meeting summit interview speech service audience talks sermon event visit".split())

NEAR_SENTENCES = 1


def choose_where(
    parsed: Parsed,
    trigger: Token,
    places: Sequence[PlaceMention],
    *,
    previous: Where | None = None,
    status: str = "actual",
) -> Where | None:
    """The place of the event whose word is `trigger`, None where the text gives none for it.

    Where a sentence only tells what happened next ("police beat them"), `previous`, the place of the
    event told before, holds for it too if the two stand in one paragraph.
    """
    scene = _Scene(parsed, trigger, places, status)
    ranked = sorted(scene.ranked(), key=lambda pair: (int(pair[0]), -pair[1].place.resolution, pair[1].head))
    if ranked:
        return where_of(parsed, ranked[0][1])
    return previous if previous is not None and scene.goes_on(previous) else None


class _Scene:
    """One trigger in its sentence, with the places that are spoken of there."""

    def __init__(self, parsed: Parsed, trigger: Token, places: Sequence[PlaceMention], status: str) -> None:
        self.parsed, self.trigger, self.sentence = parsed, trigger, parsed.sentence(trigger)
        self.here = [place for place in places if self.sentence.start <= place.head < self.sentence.end]
        predicate = attach.predicate_of(trigger)
        promised = attach.is_promise(trigger, predicate)
        self.reach = Reach(trigger, self.sentence, promised and status == "actual")
        self.is_verbal = predicate.lemma_ in VERBAL and trigger.i == predicate.i

    def ranked(self) -> Iterator[tuple[float, PlaceMention]]:
        """The places that may be the event's, each with how well it fits."""
        for place in self.here:
            rank = self._rank(place)
            if rank is not None:
                yield rank, place

    def _rank(self, place: PlaceMention) -> float | None:
        top = attach.top_of(self.parsed.doc, place.start, place.end, place.head)
        above = list(attach.governors(top))
        if place.preposition == "object":
            return self._rank_of_object(top)
        if place.preposition == "compound":
            return self._rank_of_compound(top.head)
        if place.preposition == "of":
            return self._rank_of_whole(place, above)
        verb = above[-1] if above and attach.is_predicate(above[-1]) else None
        rank = self.reach.rank(place.start, place.end, place.head)
        if rank is None or not self._is_placing(place, verb, above) or self._is_of_another(place, above):
            return None
        return rank

    def _rank_of_object(self, top: Token) -> float | None:
        verb = top.head
        return 1.0 if verb.i in self.reach.steps and verb.lemma_ in TAKEN and top.dep_ in ("dobj", "nsubjpass") else None

    def _rank_of_compound(self, noun: Token) -> float | None:
        """ "a Brussels tribunal", "Piraeus dockers": who acts at home, unless it is a government."""
        is_subject = noun.dep_ == "nsubj" and noun.head.i in self.reach.steps
        return 5.0 if is_subject and noun.lower_ not in OFFICES and not self.is_verbal and not self.reach.is_promise else None

    def _rank_of_whole(self, place: PlaceMention, above: list[Token]) -> float | None:
        """ "the seizure of X" is there, and so is what is done to "the bus station of X"."""
        if len(above) < 2:
            return None
        if above[1].i == self.trigger.i:
            return 0.0
        if above[1].lower_ not in PARTS or self.is_verbal:
            return None
        return self.reach.rank(place.start, place.end, place.head)

    def _is_placing(self, place: PlaceMention, verb: Token | None, above: list[Token]) -> bool:
        if place.preposition == "on" and place.place.kind in ("city", "country") and self._is_bare(place):
            return False  # "called on Dakar": nothing is done on a city
        if place.preposition in PLACING:
            return True
        if place.preposition == "from":
            return place.start <= self.sentence.start + 2
        moves = verb is not None and verb.lemma_ in MOTION and verb.i in self.reach.steps
        visits = any(token.lower_ in VISITS for token in (*above, *self.parsed.doc[self.sentence.start : place.start]))
        return place.preposition == "to" and (moves or visits) and place.place.resolution > 1

    def _is_bare(self, place: PlaceMention) -> bool:
        """Whether the words are the name alone, not a road or a site called by it."""
        return key_of(self.parsed.doc[place.start : place.end].text) in (key_of(place.place.name), key_of(place.place.city))

    def _is_of_another(self, place: PlaceMention, above: list[Token]) -> bool:
        """Whether the place is an office's seat or lies in what is only spoken of ("condemned the raid in X")."""
        if self._opens(place):
            return False
        below = [token for token in above if token.i != self.trigger.i and not attach.is_predicate(token)]
        nouns = [token for token in below if token.pos_ in ("NOUN", "PROPN")]
        if not nouns:
            return False
        outer = nouns[-1]
        if outer.dep_ in ("nsubj", "nsubjpass"):
            return self.is_verbal or self.reach.is_promise or outer.head.i not in self.reach.steps
        if any(noun.lower_ in OFFICES for noun in nouns):
            return True
        return self.is_verbal and not any(noun.lower_ in OCCASIONS for noun in nouns)

    def _opens(self, place: PlaceMention) -> bool:
        """Whether the place is told before anybody is named: "In parliament in Bishkek, a deputy ..."."""
        before = self.parsed.doc[self.sentence.start : place.start]
        return len(before) < 8 and not any(token.dep_ in attach.SUBJECTS or attach.is_predicate(token) for token in before)

    def goes_on(self, previous: Where) -> bool:
        """Whether the sentence tells what happened next at the place of the event before.

        A deed in the simple past, in the paragraph of that place and close to its words, goes on there; of
        words spoken as many do as do not, so they stay without a place.
        """
        predicate = self.reach.predicate
        if predicate.lemma_ in VERBAL or self.reach.is_told or self.here or not attach.is_simple_past(predicate):
            return False
        parsed = self.parsed
        token = bisect_left(parsed.starts, previous.span[0])
        if token > self.trigger.i or parsed.paragraph_of[token] != parsed.paragraph_of[self.trigger.i]:
            return False
        return parsed.sentence_of[self.trigger.i] - parsed.sentence_of[token] <= NEAR_SENTENCES


def where_of(parsed: Parsed, mention: PlaceMention) -> Where:
    """The place in the article's words, under the name of the city it belongs to, spelt as the article does."""
    place = mention.place
    evidence = parsed.quote(mention.start, mention.end)
    name = place.city or place.name
    if key_of(evidence.text) == key_of(name):
        name = evidence.text.removeprefix("the ")
    return Where(
        evidence.text,
        evidence.span,
        name,
        place.country,
        place.admin1,
        place.lat,
        place.lon,
        place.geonameid,
        place.resolution,
    )
