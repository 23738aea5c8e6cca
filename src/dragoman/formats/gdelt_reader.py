"""GDELT's Events, in: 61 columns of GDELT 2.0, or the 58 and 57 of GDELT 1.0."""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from operator import itemgetter

from dragoman.formats.cow import country_of_fips
from dragoman.formats.crosswalk import Crosswalk, Meaning, goldstein, padded
from dragoman.formats.gdelt_columns import BY_WIDTH
from dragoman.formats.lines import Lines
from dragoman.formats.rows import read_cells, read_day, read_number
from dragoman.formats.sectors import read_cameo_actor
from dragoman.model.foreign import Foreign
from dragoman.model.report import Place
from dragoman.model.trace import Failure

NAME = "gdelt"
USED = (
    "GLOBALEVENTID", "SQLDATE", "EventCode", "GoldsteinScale", "Actor1Code", "Actor1Name", "Actor2Code", "Actor2Name", "ActionGeo_Type",
    "ActionGeo_FullName", "ActionGeo_CountryCode", "ActionGeo_Lat", "ActionGeo_Long", "DATEADDED",
)  # fmt: skip
RESOLUTIONS = {"1": 1, "2": 2, "5": 2, "3": 4, "4": 4}


def read(lines: Lines, place: str, passed: Counter[str]) -> Iterator[Foreign | Failure]:
    """The event of every row whose code is one in PLOVER; a Failure for rows that cannot be read, the other codes are counted."""
    crosswalk = Crosswalk()
    first = next(lines, None)
    if first is None:
        return
    width = first[1].count("\t") + 1 if isinstance(first[1], str) else max(BY_WIDTH)
    columns = BY_WIDTH.get(width, BY_WIDTH[max(BY_WIDTH)])
    used = itemgetter(*map(columns.index, USED))
    address = columns.index("SOURCEURL") if "SOURCEURL" in columns else None
    for number, cells in read_cells(chain((first,), lines), len(columns), place):
        if isinstance(cells, Failure):
            yield cells
            continue
        row = used(cells)
        code = padded(row[2])
        meaning = crosswalk.meaning(code)
        if meaning is None and goldstein(code) is not None:
            passed[f"code {code}"] += 1
            continue
        try:
            yield _foreign(row, code, meaning, cells[address] if address else "")
        except ValueError as error:
            yield Failure(cells[0] or f"line {number}", f"{place}:{number}", str(error))


def _foreign(row: tuple[str, ...], code: str, meaning: Meaning | None, address: str) -> Foreign:
    number, day, _, score, code1, name1, code2, name2, kind, full_name, fips, lat, lon, added = row
    if meaning is None:
        raise ValueError(f"EventCode: {code!r} is no CAMEO code; write one such as 042")
    if not number.isdigit():
        raise ValueError(f"GLOBALEVENTID: {number!r} is no number; a table without a header is expected")
    date, told = read_day(day), read_number(score)
    actor, recipient = read_cameo_actor(code1, name1), read_cameo_actor(code2, name2)
    if meaning.swapped:
        actor, recipient = recipient, actor
    return Foreign(
        id=number,
        event=meaning.event,
        format=NAME,
        mode=meaning.mode,
        date=date,
        enddate=date,
        actor=actor,
        recipient=recipient,
        quad_code=meaning.quad,
        event_scale=meaning.score if told is None else told,
        place=_place(kind, full_name, fips, lat, lon),
        publisher=_site(address),
        published=read_day(added) if added else None,
        url=address if "://" in address else None,
        story=address or None,
    )


@lru_cache(maxsize=100_000)
def _place(kind: str, full_name: str, fips: str, lat: str, lon: str) -> Place | None:
    if kind not in RESOLUTIONS:
        return None
    name = full_name.split(",", maxsplit=1)[0].strip() or fips
    return Place(name, country_of_fips(fips), read_number(lat), read_number(lon), RESOLUTIONS[kind])


def _site(address: str) -> str | None:
    """The site that published the page, None where the file names no page."""
    if "://" not in address:
        return None
    return address.split("/")[2].removeprefix("www.") or None
