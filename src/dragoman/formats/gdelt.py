"""GDELT's tables, out: Events in 61 columns and Mentions in 16, one row for each pair of sides, no header."""

from collections.abc import Iterable
from datetime import date
from typing import IO

from dragoman.formats import gdelt_columns as geo
from dragoman.formats.cameo_rows import CameoRow, cameo_rows, number_of, sentence_number
from dragoman.formats.cow import fips_of
from dragoman.formats.crosswalk import Crosswalk, base_of, goldstein, quad_class, root_of
from dragoman.formats.gdelt_columns import COLUMNS, MENTIONS
from dragoman.formats.loss import Loss, Tally
from dragoman.formats.records import Pair, cell
from dragoman.formats.sectors import cameo_country, cameo_sectors, lose_cameo_sectors
from dragoman.knowledge.actors import load_directory
from dragoman.model.event import Event, Party, Where
from dragoman.model.text import Article

NAME = "gdelt"
TYPES = 3


def write(records: Iterable[Pair], out: IO[str]) -> Loss:
    """Writes the Events table."""
    tally = Tally(NAME)
    for row in cameo_rows(records, tally, Crosswalk()):
        if row.number == 1:
            _lose(row, tally)
        cells = _event_cells(row)
        out.write("\t".join(cell(cells.get(column)) for column in COLUMNS) + "\n")
    return tally.loss()


def write_mentions(records: Iterable[Pair], out: IO[str]) -> Loss:
    """Writes the Mentions table, a row for each row of the Events table of the same records."""
    tally = Tally(f"{NAME}-mentions")
    for row in cameo_rows(records, tally, Crosswalk(), kept=("confidence",)):
        cells = _mention_cells(row)
        out.write("\t".join(cell(cells.get(column)) for column in MENTIONS) + "\n")
    return tally.loss()


def _lose(row: CameoRow, tally: Tally) -> None:
    event = row.dated.event
    where = event.event_loc
    lose_cameo_sectors(event, tally)
    tally.lose("id", "written as a number")
    tally.lose("text", "sentence dropped")
    tally.lose("publisher", "dropped; Mentions have it", when=row.dated.article.publisher)
    tally.lose("sector", f"more than {TYPES} types", when=any(len(cameo_sectors(p)) > TYPES for p in (*event.actor, *event.recipient)))
    tally.lose("event_loc", "resolution told as country, state or city only", when=where and where.resolution in (3, 5))
    tally.lose("event_loc", "GeoNames number dropped", when=where and where.geonameid)


def _row_number(row: CameoRow) -> int:
    return number_of(f"{row.dated.event.id} {row.number}")


def _event_cells(row: CameoRow) -> dict[str, object]:
    event, article, day = row.dated
    added = article.published or day
    return {
        "GLOBALEVENTID": _row_number(row),
        "SQLDATE": f"{day:%Y%m%d}",
        "MonthYear": f"{day:%Y%m}",
        "Year": day.year,
        "FractionDate": fraction_date(day),
        **_actor_cells("Actor1", row.actor),
        **_actor_cells("Actor2", row.recipient),
        "IsRootEvent": int(_is_in_lead(event, article)),
        "EventCode": row.code,
        "EventBaseCode": base_of(row.code),
        "EventRootCode": root_of(row.code),
        "QuadClass": quad_class(row.code),
        "GoldsteinScale": goldstein(row.code),
        "NumMentions": max(1, len(event.evidence)),
        "NumSources": 1,
        "NumArticles": 1,
        "Actor1Geo_Type": 0,
        "Actor2Geo_Type": 0,
        **_place_cells(event.event_loc),
        "DATEADDED": f"{added:%Y%m%d}000000",
        "SOURCEURL": article.id,
    }


def fraction_date(day: date) -> str:
    """The year with the share of it that has passed, reckoned as GDELT does: months of thirty days.

    >>> fraction_date(date(2024, 3, 12))
    '2024.2795'
    """
    return f"{day.year + (day.month * 30 + day.day) / 365:.4f}"


def _actor_cells(side: str, party: Party | None) -> dict[str, object]:
    if party is None:
        return {}
    country, types = cameo_country(party), cameo_sectors(party)
    numbered = {f"{side}Type{number}Code": code for number, code in enumerate(types[:TYPES], 1)}
    return {f"{side}Code": country + "".join(types[:TYPES]), f"{side}Name": party.name.upper(), f"{side}CountryCode": country, **numbered}


def _is_in_lead(event: Event, article: Article) -> bool:
    """Whether the event is told in the article's first paragraph, GDELT's sign of what a story is about."""
    lead = next(iter(article.paragraphs()), None)
    return lead is not None and event.event_text.span[0] < lead.end


def _place_cells(where: Where | None) -> dict[str, object]:
    if where is None:
        return {"ActionGeo_Type": 0}
    fips, american = fips_of(where.country), where.country == "USA"
    state = geo.STATE_US if american else geo.STATE
    city = geo.CITY_US if american else geo.CITY
    kind = geo.COUNTRY if where.resolution == 1 else state if where.resolution == 2 else city
    land = load_directory().state_name(where.country) if where.country else None
    name = ", ".join(dict.fromkeys(part.replace(",", "") for part in (where.name, land) if part))
    cells = {"Type": kind, "FullName": name, "CountryCode": fips, "ADM1Code": fips, "Lat": where.lat, "Long": where.lon}
    return {f"ActionGeo_{key}": value for key, value in cells.items()} | {"ActionGeo_FeatureID": fips if kind == geo.COUNTRY else None}


def _mention_cells(row: CameoRow) -> dict[str, object]:
    event, article, day = row.dated
    is_page = "://" in article.id
    return {
        "GlobalEventID": _row_number(row),
        "EventTimeDate": f"{day:%Y%m%d}000000",
        "MentionTimeDate": f"{article.published or day:%Y%m%d}000000",
        "MentionType": 1 if is_page else 2,
        "MentionSourceName": article.publisher,
        "MentionIdentifier": article.id,
        "SentenceID": sentence_number(event, article),
        "Actor1CharOffset": row.actor.span[0] if row.actor else -1,
        "Actor2CharOffset": row.recipient.span[0] if row.recipient else -1,
        "ActionCharOffset": event.event_text.span[0],
        "InRawText": 1,
        "Confidence": min(100, max(10, round(event.confidence * 10) * 10)),
        "MentionDocLen": len(article.text),
    }
