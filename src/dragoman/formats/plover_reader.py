"""PLOVER's JSON, in: an object a line, as such or in an array that has one on each line; also older records."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from dragoman.formats.lines import Lines
from dragoman.formats.rows import read_day
from dragoman.formats.sectors import country_named, read_cameo_actor
from dragoman.formats.types import quad_of, read_modes, read_type
from dragoman.knowledge.codebook import Codebook, load_codebook
from dragoman.model.event import Actor
from dragoman.model.foreign import Foreign
from dragoman.model.report import Place
from dragoman.model.trace import Failure

NAME = "plover"
OLD_NAMES = {"actor": "source", "recipient": "target"}


def read(lines: Lines, place: str, passed: Counter[str]) -> Iterator[Foreign | Failure]:
    """The event of every object, or a Failure that names its line."""
    book = load_codebook()
    for number, line in lines:
        if isinstance(line, Failure):
            yield line
            continue
        text = line.strip().removeprefix("[").removesuffix("]").rstrip(",")
        if not text:
            continue
        try:
            yield _foreign(msgspec.json.decode(text, type=dict[str, Any]), book, passed)
        except (ValueError, TypeError) as error:
            yield Failure(f"line {number}", f"{place}:{number}", f"{error}; one object a line is expected, with id, date, actor and event")


def _foreign(row: Mapping[str, Any], book: Codebook, passed: Counter[str]) -> Foreign:
    absent = next((name for name in ("id", "date", "event") if not row.get(name)), None)
    if absent:
        raise ValueError(f"no {absent}")
    quad = str(row.get("quad_code") or "")
    event = read_type(str(row["event"]), quad, book)
    modes = read_modes(_words(row.get("mode")), event, book, passed)
    score, cited = row.get("event_scale"), _object(row.get("cite_info"))
    return Foreign(
        id=str(row["id"]),
        event=event,
        format=NAME,
        mode=modes,
        context=tuple(_words(row.get("context"))),
        date=read_day(str(row["date"])),
        enddate=read_day(str(row.get("enddate") or row["date"])),
        actor=_side(row, "actor"),
        recipient=_side(row, "recipient"),
        quad_code=quad_of(quad) or book.types[event].quad,
        event_scale=float(score) if isinstance(score, int | float) else book.score(event, modes),
        place=_place(_object(row.get("event_loc"))),
        publisher=_text(cited.get("publisher")),
        published=read_day(cited["date"]) if cited.get("date") else None,
        text=_text(row.get("text")) or _text(row.get("event_text")),
        url=_text(row.get("link")),
        story=_text(cited.get("id")),
    )


def _object(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _text(value: Any) -> str | None:
    """The words of a field that is text or a number; None for nothing and for anything else."""
    return str(value) if isinstance(value, str | int) and value != "" else None


def _words(value: Any) -> list[str]:
    """The values of a field that is one word or a list of them."""
    values = value if isinstance(value, list) else [value]
    return [str(word) for word in values if word not in (None, "")]


def _side(row: Mapping[str, Any], side: str) -> tuple[Actor, ...]:
    told = row.get(side, row.get(OLD_NAMES[side]))
    values = told if isinstance(told, list) else [told]
    return tuple(actor for value in values if value for actor in _actors(value))


def _actors(value: Any) -> tuple[Actor, ...]:
    """The actor of an object with name, country and sectors, or of a code such as CHNGOV."""
    if not isinstance(value, dict):
        return read_cameo_actor(str(value))
    if not (value.get("name") or value.get("country")):
        return read_cameo_actor(str(value.get("code") or ""))
    country = country_named(str(value["country"])) if value.get("country") else None
    return (Actor(str(value.get("name") or country), country, tuple(_words(value.get("sector")))),)


def _place(place: Mapping[str, Any]) -> Place | None:
    name = place.get("resolved_place") or place.get("extracted_place") or place.get("country")
    if not name:
        return None
    country = place.get("country_code") or place.get("country")
    return Place(str(name), country_named(str(country)) if country else None, _degrees(place, "lat"), _degrees(place, "lon"), _level(place))


def _degrees(place: Mapping[str, Any], key: str) -> float | None:
    return float(place[key]) if place.get(key) not in (None, "") else None


def _level(place: Mapping[str, Any]) -> int:
    """The resolution told, else that of the finest name."""
    told = place.get("resolution")
    levels = (level for key, level in (("city", 4), ("district", 3), ("province", 2)) if place.get(key))
    return told if isinstance(told, int) else next(levels, 1)
