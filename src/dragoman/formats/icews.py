"""ICEWS' tab-separated files, out and in: one row for each pair of sides, the Event ID shared by the rows of one event."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import IO

from dragoman.formats.cameo_rows import CameoRow, cameo_rows, number_of, sentence_number
from dragoman.formats.crosswalk import Crosswalk, Meaning, goldstein, padded
from dragoman.formats.lines import Lines
from dragoman.formats.loss import Loss, Tally
from dragoman.formats.records import Pair, cell
from dragoman.formats.rows import read_day, read_number, read_rows
from dragoman.formats.sectors import country_named, icews_country, icews_sectors, lose_icews_sectors, read_icews_sectors
from dragoman.model.event import Actor, Party, Where
from dragoman.model.foreign import Foreign
from dragoman.model.report import Place
from dragoman.model.trace import Failure

NAME = "icews"
COLUMNS = (
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code", "Intensity", "Target Name",
    "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher", "City", "District", "Province", "Country", "Latitude",
    "Longitude",
)  # fmt: skip
LEVELS = {2: "Province", 3: "District", 4: "City", 5: "City"}
READ_LEVELS = (("City", 4), ("District", 3), ("Province", 2), ("Country", 1))
EMPTY = frozenset(("", "NULL", "None"))


def write(records: Iterable[Pair], out: IO[str]) -> Loss:
    """Writes the header and the rows; Event Text is our type and mode, Intensity Goldstein's score of the code."""
    tally = Tally(NAME)
    out.write("\t".join(COLUMNS) + "\n")
    for row in cameo_rows(records, tally, Crosswalk()):
        if row.number == 1:
            _lose(row, tally)
        cells = _cells(row)
        out.write("\t".join(cell(cells.get(column)) for column in COLUMNS) + "\n")
    return tally.loss()


def _lose(row: CameoRow, tally: Tally) -> None:
    where = row.dated.event.event_loc
    lose_icews_sectors(row.dated.event, tally)
    tally.lose("id", "written as a number")
    tally.lose("text", "sentence dropped")
    tally.lose("event_loc", "a place below the city stands in its column", when=where and where.resolution > 4)


def _cells(row: CameoRow) -> dict[str, object]:
    event, article, day = row.dated
    return {
        "Event ID": number_of(event.id),
        "Event Date": day,
        "Event Text": " ".join((event.event, *event.mode)),
        "CAMEO Code": row.code,
        "Intensity": goldstein(row.code),
        **_side("Source", row.actor),
        **_side("Target", row.recipient),
        "Story ID": number_of(article.id),
        "Sentence Number": sentence_number(event, article),
        "Publisher": article.publisher,
        **_place_cells(event.event_loc),
    }


def _side(side: str, party: Party | None) -> dict[str, object]:
    country = icews_country(party.country) if party else None
    return {f"{side} Name": party.name if party else None, f"{side} Sectors": icews_sectors(party), f"{side} Country": country}


def _place_cells(where: Where | None) -> dict[str, object]:
    if where is None:
        return {}
    level = LEVELS.get(where.resolution)
    told: dict[str, object] = {"Country": icews_country(where.country), "Latitude": where.lat, "Longitude": where.lon}
    return told | ({level: where.name} if level else {})


def read(lines: Lines, place: str, passed: Counter[str]) -> Iterator[Foreign | Failure]:
    """The event of every row whose code is one in PLOVER; a Failure for rows that cannot be read, the other codes are counted."""
    crosswalk = Crosswalk()
    for number, cells in read_rows(lines, place):
        if isinstance(cells, Failure):
            yield cells
            continue
        code = padded(cells.get("CAMEO Code", ""))
        meaning = crosswalk.meaning(code)
        if meaning is None and goldstein(code) is not None:
            passed[f"code {code}"] += 1
            continue
        try:
            yield _foreign({name: value for name, value in cells.items() if value not in EMPTY}, code, meaning)
        except ValueError as error:
            yield Failure(cells.get("Event ID") or f"line {number}", f"{place}:{number}", str(error))


def _foreign(row: Mapping[str, str], code: str, meaning: Meaning | None) -> Foreign:
    if meaning is None:
        raise ValueError(f"CAMEO Code: {code!r} is no CAMEO code; write one such as 042")
    if "Event ID" not in row:
        raise ValueError("no Event ID; every row needs one")
    day = read_day(row.get("Event Date", ""))
    score = read_number(row.get("Intensity", ""))
    sides = (_actor(row, "Source"), _actor(row, "Target"))
    actor, recipient = sides[::-1] if meaning.swapped else sides
    return Foreign(
        id=row["Event ID"],
        event=meaning.event,
        format=NAME,
        mode=meaning.mode,
        date=day,
        enddate=day,
        actor=actor,
        recipient=recipient,
        quad_code=meaning.quad,
        event_scale=meaning.score if score is None else score,
        place=_place(row),
        publisher=row.get("Publisher"),
        text=row.get("Event Text"),
        story=row.get("Story ID"),
    )


def _actor(row: Mapping[str, str], side: str) -> tuple[Actor, ...]:
    country = country_named(row[f"{side} Country"]) if f"{side} Country" in row else None
    name = row.get(f"{side} Name") or row.get(f"{side} Country")
    return (Actor(name, country, read_icews_sectors(row.get(f"{side} Sectors", ""))),) if name else ()


def _place(row: Mapping[str, str]) -> Place | None:
    column, level = next(((column, level) for column, level in READ_LEVELS if column in row), ("", 1))
    if not column:
        return None
    country = country_named(row["Country"]) if "Country" in row else None
    return Place(row[column], country, read_number(row.get("Latitude", "")), read_number(row.get("Longitude", "")), level)
