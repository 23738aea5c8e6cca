"""Says where an event was: the place that the text gives for it, none where it gives none."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from dragoman.locate import attach
from dragoman.locate.mentions import PlaceMention, find_places
from dragoman.model.event import Where
from dragoman.model.parsed import Parsed

__all__ = ["PlaceMention", "choose_where", "find_places"]

PLACING = frozenset("in at near outside inside around across throughout off through along on into onto within there over".split())
MOTION = frozenset("march send deploy move ship fly sail travel go come return flee walk evacuate withdraw advance".split())
SPEAKING = frozenset("speak address talk".split())
ABSTRACT = frozenset("accord agreement treaty deal pact war election policy ties relations interest role".split())


def choose_where(
    parsed: Parsed,
    trigger: Token,
    places: Sequence[PlaceMention],
    *,
    previous: Where | None = None,
    status: str = "actual",
) -> Where | None:
    """The place of the event whose word is `trigger`, None where the text gives none for it."""
    sentence = parsed.sentence(trigger)
    inside = [place for place in places if sentence.start <= place.head < sentence.end]
    ranked = sorted(_ranked(parsed, trigger, inside, status), key=lambda pair: (pair[0], pair[1].head))
    return _where(parsed, ranked[0][1]) if ranked else None


def _ranked(
    parsed: Parsed, trigger: Token, inside: Sequence[PlaceMention], status: str
) -> Iterator[tuple[float, PlaceMention]]:
    predicate = attach.predicate_of(trigger)
    is_promise = status == "actual" and (attach.has_future(predicate) or attach.is_infinitive(predicate))
    chain = list(attach.chain_of(predicate, is_promise))
    for place in inside:
        rank = _rank(parsed, trigger, place, chain, is_promise)
        if rank is not None:
            yield rank, place


def _rank(
    parsed: Parsed, trigger: Token, place: PlaceMention, chain: list[tuple[Token, str]], is_promise: bool
) -> float | None:
    top = attach.top_of(parsed.doc, place.start, place.end, place.head)
    above = list(attach.governors(top))
    verb = above[-1] if above and attach.is_predicate(above[-1]) else None
    if not _places_something(place, verb):
        return None
    if trigger in above and not is_promise:
        return 0.0
    for step, (shared, _) in enumerate(chain):
        if step == 0 and is_promise:
            continue
        if verb is not None and verb.i == shared.i:
            return 1.0 + step + 0.1 * len(above)
    return None


def _places_something(place: PlaceMention, verb: Token | None) -> bool:
    if place.preposition in PLACING:
        return True
    return place.preposition == "to" and verb is not None and verb.lemma_ in MOTION


def _where(parsed: Parsed, mention: PlaceMention) -> Where:
    """The place in the article's words, under the name of the city it belongs to."""
    place = mention.place
    evidence = parsed.quote(mention.start, mention.end)
    name = place.city or place.name
    return Where(evidence.text, evidence.span, name, place.country, place.admin1, place.lat, place.lon, place.geonameid, place.resolution)
