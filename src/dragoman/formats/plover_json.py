"""PLOVER's own JSON: the manual's fields, one object an event, in an array or one on a line; what is missing is left away."""

from collections.abc import Iterable
from typing import IO, Any

import msgspec

from dragoman.formats.loss import Loss, Tally
from dragoman.formats.records import Dated, Pair, keep_actual, lose_common, sentence_of
from dragoman.knowledge.actors import load_directory
from dragoman.model.event import Event, Party, Size, Where

NAME = "plover"
KEPT = ("size",)


def write_lines(records: Iterable[Pair], out: IO[str]) -> Loss:
    """Writes an object a line; the fields are PLOVER's, keys in the manual's order."""
    tally = Tally(NAME)
    for dated in keep_actual(records, tally):
        out.write(_encode(dated, tally) + "\n")
    return tally.loss()


def write_array(records: Iterable[Pair], out: IO[str]) -> Loss:
    """Writes one array, an object on each line of it."""
    tally = Tally(f"{NAME}-json")
    out.write("[")
    for dated in keep_actual(records, tally):
        out.write((",\n" if tally.rows else "\n") + _encode(dated, tally))
    out.write("\n]\n")
    return tally.loss()


def _encode(dated: Dated, tally: Tally) -> str:
    event = dated.event
    lose_common(event, tally, kept=KEPT)
    tally.lose("reciprocal", "told only by the missing recipient", when=event.reciprocal)
    tally.lose("confidence", "dropped")
    tally.rows += 1
    return msgspec.json.encode(plover_object(dated)).decode()


def plover_object(dated: Dated) -> dict[str, Any]:
    """The event under PLOVER's names; only fields that have a value."""
    event, article, day = dated
    row = {
        "id": event.id,
        "date": day.isoformat(),
        "enddate": event.enddate.isoformat() if event.enddate and event.enddate != day else None,
        "actor": [_party(party) for party in event.actor],
        "recipient": [_party(party) for party in event.recipient],
        "event": event.event,
        "mode": list(event.mode),
        "context": list(event.context),
        "quad_code": event.quad_code,
        "event_scale": event.event_scale,
        "event_loc": _place(event.event_loc),
        "event_text": event.event_text.text,
        "size": _size(event.size),
        "text": sentence_of(event),
        "text_info": _about(event, article.title),
        "cite_info": {"publisher": article.publisher, "date": article.published.isoformat() if article.published else None, "id": article.id},
        "coder": f"dragoman {event.run.version}, codebook {event.run.codebook}",
    }
    row["cite_info"] = _told(row["cite_info"])
    return _told(row) | {"actor": row["actor"]}  # required even where nobody is named


def _told(row: Any) -> dict[str, Any]:
    return {key: value for key, value in row.items() if value not in (None, "", [], {})}


def _party(party: Party) -> dict[str, Any]:
    return _told({"name": party.name, "country": party.country, "sector": list(party.sector), "text": party.text})


def _place(place: Where | None) -> dict[str, Any]:
    """The place with its name at the level of its resolution, as the manual has it."""
    if place is None:
        return {}
    level = {4: "city", 3: "district", 2: "province"}.get(place.resolution)
    return _told({
        "extracted_place": place.text,
        "resolved_place": place.name,
        "geonameid": place.geonameid,
        "lat": place.lat,
        "lon": place.lon,
        **({level: place.name} if level else {}),
        "country": load_directory().state_name(place.country) if place.country else None,
        "country_code": place.country,
        "resolution": place.resolution,
    })  # fmt: skip


def _size(size: Size) -> dict[str, Any]:
    """The counts, the lowest told; a range as its two ends."""
    told = {name: getattr(size, name) for name in ("dead", "injured", "arrested")}
    return {name: pair[0] if pair[0] == pair[1] else list(pair) for name, pair in told.items() if pair}


def _about(event: Event, title: str | None) -> dict[str, Any]:
    return _told({"headline": title, "date_basis": event.date_basis})
