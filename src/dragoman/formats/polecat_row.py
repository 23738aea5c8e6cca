"""A row of POLECAT: its forty columns, and the words it has for quads and for nothing."""

from collections.abc import Iterable, Sequence

from dragoman.formats.cow import cow_number
from dragoman.formats.records import cell
from dragoman.formats.types import QUADS
from dragoman.model.event import Actor
from dragoman.model.foreign import Foreign
from dragoman.model.report import Place

COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name", "Actor Country", "Actor COW",
    "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw", "Wikipedia Actor ID", "Recipient Name", "Recipient Country",
    "Recipient COW", "Primary Recipient Sector", "Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID",
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type", "Source",
    "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip
NOTHING = "None"
BETWEEN, WITHIN = "; ", "|"
LEVELS = {4: "City", 3: "District", 2: "Province"}


def polecat_cells(foreign: Foreign) -> dict[str, str]:
    """The row's cells by column; what the event does not tell is `None`, as in POLECAT's files."""
    row = {
        "Event ID": foreign.id,
        "Event Date": foreign.date,
        "Event Type": foreign.event,
        "Event Mode": BETWEEN.join(foreign.mode),
        "Intensity": f"{foreign.event_scale:g}",
        "Quad Code": QUADS.get(foreign.quad_code),
        "Contexts": BETWEEN.join(foreign.context),
        **_side("Actor", foreign.actor),
        **_side("Recipient", foreign.recipient),
        **_place(foreign.place),
        "Source": foreign.publisher,
        "Publication Date": foreign.published,
        "Language": "English",
    }
    return {column: cell(row.get(column)) or NOTHING for column in COLUMNS}


def row_text(cells: dict[str, str]) -> str:
    """The line of the row."""
    return "\t".join(cells[column] for column in COLUMNS) + "\n"


def join(values: Iterable[str | None]) -> str:
    """One cell for the values of several actors, a place for each; empty when none has one."""
    parts = [in_list(value) for value in values]
    return BETWEEN.join(parts) if any(part != NOTHING for part in parts) else ""


def in_list(value: str | None) -> str:
    """The value without the marks that part values."""
    return cell(value).replace(";", ",").replace("|", "/") or NOTHING


def _side(side: str, actors: Sequence[Actor]) -> dict[str, str]:
    return {
        f"{side} Name": join(actor.name for actor in actors),
        f"{side} Country": join(actor.country for actor in actors),
        f"{side} COW": join(cow_number(actor.country) for actor in actors),
        f"Primary {side} Sector": join(actor.sectors[0] if actor.sectors else None for actor in actors),
        f"{side} Sectors": BETWEEN.join(WITHIN.join(actor.sectors) or NOTHING for actor in actors),
    }


def _place(place: Place | None) -> dict[str, object]:
    if place is None:
        return {}
    told: dict[str, object] = {"Placename": place.name, "Country": place.country, "Latitude": place.lat, "Longitude": place.lon}
    level = LEVELS.get(place.resolution)
    return told | ({level: place.name} if level else {})
