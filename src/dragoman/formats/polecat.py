"""POLECAT's tab-separated files, out: one row an event, several actors of a side in one cell."""

from collections.abc import Iterable
from typing import IO

from dragoman.formats.loss import Loss, Tally
from dragoman.formats.polecat_row import COLUMNS, NOTHING, join, polecat_cells, row_text
from dragoman.formats.records import Dated, Pair, cell, keep_actual, lose_common, lose_interval, sentence_of
from dragoman.model.event import Actor, Event, Party
from dragoman.model.foreign import Foreign
from dragoman.model.report import Place

NAME = "polecat"


def write(records: Iterable[Pair], out: IO[str]) -> Loss:
    """Writes the header of forty columns and a row for each event."""
    tally = Tally(NAME)
    out.write("\t".join(COLUMNS) + "\n")
    for dated in keep_actual(records, tally):
        _lose(dated.event, tally)
        out.write(row_text(polecat_cells(as_foreign(dated, NAME)) | _own_cells(dated.event)))
        tally.rows += 1
    return tally.loss()


def write_foreign(rows: Iterable[Foreign], out: IO[str]) -> int:
    """Writes events read from elsewhere, the header first; gives the number of rows."""
    out.write("\t".join(COLUMNS) + "\n")
    number = 0
    for number, foreign in enumerate(rows, 1):  # noqa: B007
        out.write(row_text(polecat_cells(foreign)))
    return number


def as_foreign(dated: Dated, name: str) -> Foreign:
    """The record in the fields that other projects share with us."""
    event, article, day = dated
    where = event.event_loc
    return Foreign(
        id=event.id,
        event=event.event,
        format=name,
        mode=event.mode,
        context=event.context,
        status=event.status,
        date=day,
        enddate=event.enddate,
        actor=tuple(map(_actor, event.actor)),
        recipient=tuple(map(_actor, event.recipient)),
        quad_code=event.quad_code,
        event_scale=event.event_scale,
        place=Place(where.name, where.country, where.lat, where.lon, where.resolution) if where else None,
        publisher=article.publisher,
        published=article.published,
        text=sentence_of(event),
        story=article.id,
        confidence=event.confidence,
    )


def _actor(party: Party) -> Actor:
    return Actor(party.name, party.country, party.sector, party.id)


def _own_cells(event: Event) -> dict[str, str]:
    """The columns that only our own records fill: words as they stand in the text, GeoNames' number, the version."""
    where = event.event_loc
    row = {
        "Actor Name Raw": join(party.text for party in event.actor),
        "Recipient Name Raw": join(party.text for party in event.recipient),
        "GeoNames ID": where.geonameid if where else None,
        "Raw Placename": where.text if where else None,
        "Version": f"dragoman {event.run.version}",
    }
    return {column: cell(value) or NOTHING for column, value in row.items()}


def _lose(event: Event, tally: Tally) -> None:
    lose_common(event, tally)
    lose_interval(event, tally)
    tally.lose("reciprocal", "told only by the missing recipient", when=event.reciprocal)
    tally.lose("text", "sentence dropped", when=event.evidence)
    tally.lose("confidence", "dropped")
