"""POLECAT's tab-separated files, in: also those with broken quoting, without intensity, or with columns besides."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache

from dragoman.formats.lines import Lines
from dragoman.formats.rows import read_day, read_number, read_rows
from dragoman.formats.sectors import country_named
from dragoman.formats.types import quad_of, read_modes, read_type
from dragoman.knowledge.actors import load_directory
from dragoman.knowledge.codebook import Codebook, load_codebook
from dragoman.model.event import Actor
from dragoman.model.foreign import Foreign
from dragoman.model.report import Place
from dragoman.model.trace import Failure

NAME = "polecat"
REQUIRED = ("Event ID", "Event Date", "Event Type")
EMPTY = frozenset(("", "None", "NULL", "NA", "nan"))
BELOW_CITY = 5
LEVELS = (("City", 4), ("District", 3), ("Province", 2))


def read(lines: Lines, place: str, passed: Counter[str]) -> Iterator[Foreign | Failure]:
    """The event of every row, or a Failure that names its line; types unknown to the codebook are failures too."""
    book = load_codebook()
    for number, cells in read_rows(lines, place):
        if isinstance(cells, Failure):
            yield cells
            continue
        row = {name: value for name, value in cells.items() if value not in EMPTY}
        try:
            yield _foreign(row, book, passed)
        except ValueError as error:
            yield Failure(row.get("Event ID", f"line {number}"), f"{place}:{number}", str(error))


def _foreign(row: Mapping[str, str], book: Codebook, passed: Counter[str]) -> Foreign:
    absent = next((name for name in REQUIRED if name not in row), None)
    if absent:
        raise ValueError(f"no {absent}; every row needs {', '.join(REQUIRED)}")
    quad = row.get("Quad Code", "")
    event = read_type(row["Event Type"], quad, book)
    modes = read_modes(parts(row.get("Event Mode", "")), event, book, passed)
    score = read_number(row.get("Intensity") or row.get("Event Intensity") or "")
    day = read_day(row["Event Date"])
    return Foreign(
        id=row["Event ID"],
        event=event,
        format=NAME,
        mode=modes,
        context=tuple(parts(row.get("Contexts", ""))),
        date=day,
        enddate=day,
        actor=_side(row, "Actor"),
        recipient=_side(row, "Recipient"),
        quad_code=quad_of(quad) or book.types[event].quad,
        event_scale=book.score(event, modes) if score is None else score,
        place=_place(row),
        publisher=row.get("Source"),
        published=read_day(row["Publication Date"]) if "Publication Date" in row else None,
        text=row.get("Event Text") or row.get("Headline"),
        story=row.get("Story ID"),
    )


def parts(text: str) -> list[str]:
    """The values of a cell, parted by semicolons or bars; `None` among them is left out."""
    return [part for part in (part.strip() for part in text.replace("|", ";").split(";")) if part not in EMPTY] if text else []


def _side(row: Mapping[str, str], side: str) -> tuple[Actor, ...]:
    cells = (row.get(f"{side} Name", ""), row.get(f"{side} Country", ""), row.get(f"{side} Sectors", ""), row.get(f"Primary {side} Sector", ""))
    return read_actors(*cells) if any(cells) else ()


@lru_cache(maxsize=200_000)
def read_actors(names: str, countries: str, sectors: str, primary: str) -> tuple[Actor, ...]:
    """The actors of a side, their cells matched by position; a country or sector that matches nobody is left out."""
    who, where = _list(names), _list(countries)
    size = max(len(who), len(where) if not who else 0)
    what, first = _list(sectors), _list(primary)
    if size == 1:
        where, what, first = ["|".join(where)], ["|".join(what)], ["|".join(first)]
    rows = zip(_fit(who, size), _fit(where, size), _fit(what, size), _fit(first, size), strict=True)
    return tuple(actor for actor in (_actor(*row) for row in rows) if actor)


def _actor(name: str, country: str, sectors: str, primary: str) -> Actor | None:
    code = next(iter(parts(country)), None)
    label = name if name not in EMPTY else load_directory().state_name(code) if code else None
    known = tuple(dict.fromkeys(part.upper() for part in (*parts(primary), *parts(sectors))))
    return Actor(label, code, known) if label else None


def _list(text: str) -> list[str]:
    return [part.strip() for part in text.split(";")] if text else []


def _fit(values: list[str], size: int) -> list[str]:
    return values if len(values) == size else [""] * size


def _place(row: Mapping[str, str]) -> Place | None:
    name = next((row[column] for column in ("Placename", "City", "District", "Province") if column in row), None)
    country = row.get("Country")
    if name is None and country is None:
        return None
    label = name or load_directory().state_name(country or "")
    return Place(label, country, _degrees(row, "Latitude"), _degrees(row, "Longitude"), _level(row, name))


def _level(row: Mapping[str, str], name: str | None) -> int:
    """The resolution: that of the finest column; below the city for a name in none of them that is not the country's."""
    told = next((level for column, level in LEVELS if column in row), None)
    return told or (1 if name is None or country_named(name) == row.get("Country") else BELOW_CITY)


def _degrees(row: Mapping[str, str], column: str) -> float | None:
    return read_number(row.get(column, ""))
