"""One happening, one record: the passages of an article that tell the same event become one event."""

from datetime import date

from msgspec.structs import replace

from dragoman.model.event import Event, Party, Size


def merge_events(events: list[Event]) -> list[Event]:
    """The events with those of one happening joined into the first, which keeps every passage as evidence."""
    merged: list[Event] = []
    for event in events:
        twin = next((i for i, other in enumerate(merged) if is_same(other, event)), None)
        if twin is None:
            merged.append(event)
        else:
            merged[twin] = _join(merged[twin], event)
    return merged


def is_same(one: Event, other: Event) -> bool:
    """Whether two records tell one happening: type, status, sides, modes and days agree as far as they are told.

    Where the days are not both told, the words must agree too: at home many arrests have the same sides.
    """
    return (
        one.event == other.event
        and one.status == other.status
        and one.reciprocal == other.reciprocal
        and (not one.mode or not other.mode or bool(set(one.mode) & set(other.mode)))
        and sides_key(one.actor) == sides_key(other.actor)
        and (not one.recipient or not other.recipient or sides_key(one.recipient) == sides_key(other.recipient))
        and days_agree(one, other)
        and (_told_days(one, other) or bool(stems(one.event_text.text) & stems(other.event_text.text)))
    )


def party_key(party: Party) -> tuple[str, str]:
    """What makes a party the same side: its country (else its name) and its primary sector."""
    return party.country or party.name.lower(), party.sector[0] if party.sector else ""


def sides_key(parties: tuple[Party, ...]) -> frozenset[tuple[str, str]]:
    """The side as a set of parties."""
    return frozenset(party_key(party) for party in parties)


def stems(words: str) -> frozenset[str]:
    """The beginnings of the longer words: "expelled" and "expulsion" share theirs, near enough."""
    return frozenset(word[:4].lower() for word in words.split() if len(word) > 3)


def _told_days(one: Event, other: Event) -> bool:
    return one.date_basis == other.date_basis == "stated" and (one.date, one.enddate) == (other.date, other.enddate)


def days_agree(one: Event, other: Event) -> bool:
    """Whether the days can be the same: they overlap, or one of them is not told."""
    if "published" in (one.date_basis, other.date_basis):
        return True
    first = max(one.date or date.min, other.date or date.min)
    last = min(one.enddate or date.max, other.enddate or date.max)
    return first <= last


def _join(one: Event, other: Event) -> Event:
    told = one if one.date_basis == "stated" or other.date_basis != "stated" else other
    return replace(
        one,
        mode=tuple(dict.fromkeys((*one.mode, *other.mode))),
        context=tuple(dict.fromkeys((*one.context, *other.context))),
        recipient=one.recipient or other.recipient,
        date=told.date,
        enddate=told.enddate,
        date_basis=told.date_basis,
        date_text=told.date_text,
        event_loc=one.event_loc or other.event_loc,
        evidence=tuple(dict.fromkeys((*one.evidence, *other.evidence))),
        said_by=one.said_by or other.said_by,
        size=_join_sizes(one.size, other.size),
        event_scale=_join_scores(one, other),
        confidence=round(1 - (1 - one.confidence) * (1 - other.confidence) ** 0.5, 3),
        reasons=(*one.reasons, *other.reasons),
    )


def _join_scores(one: Event, other: Event) -> float:
    """The score of the joined modes: the stronger one where both passages tell a mode, else that of the one that does."""
    if bool(one.mode) == bool(other.mode):
        return max(one.event_scale, other.event_scale, key=abs)
    return one.event_scale if one.mode else other.event_scale


def _join_sizes(one: Size, other: Size) -> Size:
    """Every count that either passage tells; rival counts make a range."""
    return Size(*(_join_counts(a, b) for a, b in ((one.dead, other.dead), (one.injured, other.injured), (one.arrested, other.arrested))))


def _join_counts(one: tuple[int, int] | None, other: tuple[int, int] | None) -> tuple[int, int] | None:
    if one is None or other is None:
        return one or other
    return min(one[0], other[0]), max(one[1], other[1])
