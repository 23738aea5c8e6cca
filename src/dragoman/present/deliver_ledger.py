"""What a ledger holds on its way out, in the formats of the field."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from dragoman.errors import InputError
from dragoman.model.event import Event
from dragoman.model.outcome import Outcome
from dragoman.model.text import Article
from dragoman.present.api import Ledger
from dragoman.present.export import WRITERS
from dragoman.store.database import Connection
from dragoman.store.events import read_events
from dragoman.store.parquet import write_parquet

AT_ONCE = 2000  # events read at once: a large ledger passes through memory in parts

OURS = {
    "jsonl": "our records, one JSON object a line: everything, with every quotation",
    "csv": "our records, one row an event",
    "parquet": "our records, one row an event, as Parquet",
    "ledger": "the whole ledger as Parquet, a folder partitioned by month, for dragoman add --parts",
}


def formats_of_ledger() -> dict[str, str]:
    """The formats that a ledger can be written in, each with what it is."""
    return OURS


def write_ledger(ledger: Ledger, name: str, output: Path, filters: dict[str, Any]) -> list[str]:
    """The records in force stand in the file, or the whole ledger in the folder; what is to be said of it, a line each.

    Raises InputError for a format that is none.
    """
    if name not in formats_of_ledger():
        raise InputError(f"--format {name}: unknown format; the formats are {', '.join(formats_of_ledger())}")
    with ledger.opened() as connection:
        if name == "ledger":
            write_parquet(connection, output)
            return [f"{output}: the whole ledger; dragoman add --parts {output} takes it into another"]
        rows = read_records(connection, filters)
        with output.open("wb") as out:
            count = sum(len(outcome.events) for outcome in WRITERS[name]((Outcome(article, (event,)) for event, article in rows), out))
    return [f"{output}: {count:,} records"]


_CHOSEN_SQL = """
SELECT event_no FROM current_records
WHERE list_contains(?, status) AND coalesce(enddate, date, published) BETWEEN ? AND ? ORDER BY event_no
"""
_ANY_DAY_SQL = "SELECT event_no FROM current_records WHERE list_contains(?, status) ORDER BY event_no"


def read_records(connection: Connection, filters: dict[str, Any]) -> Iterator[tuple[Event, Article]]:
    """The events in force with their articles, in the order in which they were added; with days, those of a known day only."""
    days = (filters["since"] or date.min, filters["until"] or date.max)
    timed = filters["since"] or filters["until"]
    rows = connection.rows(_CHOSEN_SQL, [list(filters["status"]), *days]) if timed else connection.rows(_ANY_DAY_SQL, [list(filters["status"])])
    numbers = [row[0] for row in rows]
    for start in range(0, len(numbers), AT_ONCE):
        for stored in read_events(connection, numbers[start : start + AT_ONCE]).values():
            yield stored.event, stored.article
