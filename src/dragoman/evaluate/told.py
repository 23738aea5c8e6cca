"""What a record tells, in the terms in which two records are compared; gold and guesses both come down to it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dragoman.evaluate.coded import GoldEvent, GoldParty
from dragoman.model.event import Event, Party

OLD_NAMES = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}


@dataclass(frozen=True, slots=True)
class Sides:
    """The parties of both sides by key; a reciprocal event has all of them in `actors`."""

    actors: frozenset[str]
    recipients: frozenset[str]
    pooled: bool


@dataclass(frozen=True, slots=True)
class Told:
    """A record, ready to be compared: `words` are its evidence and trigger, white space made even."""

    type: str
    label: str
    sides: Sides
    sectors: dict[str, str]
    modes: frozenset[str]
    contexts: frozenset[str]
    status: str
    first: date | None
    last: date | None
    place: tuple[str, str] | None
    speaker: frozenset[str] | None
    words: tuple[str, ...]
    trigger: str
    sentence: str
    confidence: float = 1.0


def from_gold(event: GoldEvent) -> Told:
    """What the gold event tells."""
    parties = (*event.actors, *event.recipients)
    return Told(
        type=event.type,
        label=event.type,
        sides=_sides(map(_gold_key, event.actors), map(_gold_key, event.recipients), reciprocal=event.reciprocal),
        sectors={_gold_key(party): _first(party.sectors) for party in parties},
        modes=frozenset(event.modes),
        contexts=frozenset(event.contexts),
        status=event.status,
        first=event.when.first,
        last=event.when.last,
        place=(event.where.country.upper(), (event.where.name or event.where.text).lower()) if event.where else None,
        speaker=_names(event.said_by[0].name, event.said_by[0].text) if event.said_by else None,
        words=tuple(_even(text) for text in event.evidence),
        trigger=event.trigger,
        sentence=event.evidence[0],
    )


def from_event(event: Event) -> Told:
    """What a record of the coder tells; a day without an end is its own end."""
    parties, where = (*event.actor, *event.recipient), event.event_loc
    return Told(
        type=OLD_NAMES.get(event.event, event.event),
        label=event.event,
        sides=_sides(map(_party_key, event.actor), map(_party_key, event.recipient), reciprocal=event.reciprocal),
        sectors={_party_key(party): _first(party.sector) for party in parties},
        modes=frozenset(event.mode),
        contexts=frozenset(event.context),
        status=event.status,
        first=event.date,
        last=event.enddate or event.date,
        place=((where.country or "").upper(), (where.name or where.text).lower()) if where else None,
        speaker=_names(event.said_by[0].name, event.said_by[0].text) if event.said_by else None,
        words=tuple(_even(quote.text) for quote in (*event.evidence, event.event_text)),
        trigger=event.event_text.text,
        sentence=event.evidence[0].text if event.evidence else "",
        confidence=event.confidence,
    )


def _gold_key(party: GoldParty) -> str:
    return _key(party.country, party.sectors, party.name or party.text)


def _party_key(party: Party) -> str:
    return _key(party.country, party.sector, party.name or party.text)


def _key(country: str | None, sectors: tuple[str, ...], name: str) -> str:
    """A party is its country; without one, its primary sector and name."""
    return country.upper() if country else f"{_first(sectors)}:{name.lower()}"


def _sides(actors: Iterable[str], recipients: Iterable[str], *, reciprocal: bool) -> Sides:
    one, other = frozenset(actors), frozenset(recipients)
    if reciprocal or (not other and len(one) > 1):
        return Sides(one | other, frozenset(), pooled=True)
    return Sides(one, other, pooled=False)


def _names(*names: str) -> frozenset[str]:
    return frozenset(name.lower() for name in names if name)


def _first(values: tuple[str, ...]) -> str:
    return values[0] if values else ""


def _even(words: str) -> str:
    return " ".join(words.split())
