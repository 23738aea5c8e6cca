"""What a ledger holds on its way out: our own formats, those of the field, and releases to cite."""

import tomllib
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from dragoman.errors import InputError
from dragoman.formats.loss import Loss
from dragoman.formats.release import write_release
from dragoman.formats.table import FORMATS, write_events
from dragoman.knowledge.codebook import load_codebook
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
    "csv": "our records, one row an event",
    "parquet": "our records, one row an event, as Parquet",
    "jsonl": "our records, one JSON object a line: everything, with every quotation",
    "ledger": "the whole ledger as Parquet, a folder partitioned by month, for dragoman add --parts",
    "release": "a folder to publish: records and incidents, codebook, README, checksums; needs --about",
}
RELEASED = {"events.csv": "csv", "events.parquet": "parquet", "events.plover.jsonl": "plover"}


def formats_of_ledger() -> dict[str, str]:
    """The formats that a ledger can be written in, each with what it is."""
    return OURS | {name: row.description for name, row in FORMATS.items()}


def write_ledger(
    ledger: Ledger, name: str, output: Path, filters: dict[str, Any], about: Path | None = None, codebook: Path | None = None
) -> list[str]:
    """The records in force stand in the file, or the whole ledger in the folder; what is to be said of it, a line each.

    Raises InputError for a format that is none, and for a release without a file that says what it is.
    """
    if name not in formats_of_ledger():
        raise InputError(f"--format {name}: unknown format; the formats are {', '.join(formats_of_ledger())}")
    if name == "release":
        return _write_release(ledger, output, filters, about, codebook)
    with ledger.opened() as connection:
        if name == "ledger":
            write_parquet(connection, output)
            return [f"{output}: the whole ledger; dragoman add --parts {output} takes it into another"]
        loss = _write(connection, name, output, filters)
    return [f"{output}: {loss} records"] if isinstance(loss, int) else [f"{output}:", *loss.lines()]


def _write(connection: Connection, name: str, output: Path, filters: dict[str, Any]) -> Loss | int:
    """The records stand in the file: what the format lost, or how many they are where it loses nothing."""
    rows = read_records(connection, filters)
    if name in FORMATS:
        return write_events(name, rows, output)
    with output.open("wb") as out:
        return sum(len(outcome.events) for outcome in WRITERS[name]((Outcome(article, (event,)) for event, article in rows), out))


def _write_release(ledger: Ledger, folder: Path, filters: dict[str, Any], about: Path | None, codebook: Path | None) -> list[str]:
    """The folder is a release of the records in force and their incidents."""
    if about is None:
        raise InputError("--format release: what is it? Give --about FILE, a TOML with title, version, released, authors, licence")
    told = _read_about(about)
    with TemporaryDirectory() as made, ledger.opened() as connection:
        tables = {name: Path(made) / name for name in (*RELEASED, "incidents.csv")}
        losses = [_write(connection, RELEASED[name], tables[name], filters) for name in RELEASED]
        numbers = _chosen(connection, filters)
        incidents = connection.frame(_INCIDENTS_SQL, [numbers])
        incidents.write_csv(tables["incidents.csv"])
        facts = _facts(connection, numbers, incidents.height)
        lost = [line for loss in losses if isinstance(loss, Loss) for line in loss.lines()]
        made_files = write_release(folder, tables, _codebook(str(facts["codebook"]), codebook), facts | {"losses": lost} | told)
    return [str(path) for path in made_files]


def _facts(connection: Connection, numbers: list[int], incidents: int) -> dict[str, Any]:
    """What the records of these numbers were made by, and how many there are."""
    runs = connection.dicts(_MADE_BY_SQL, [numbers])
    articles = connection.one("SELECT count(DISTINCT coding_no) FROM events WHERE event_no IN (SELECT unnest(?))", [numbers])
    words = {name: "; ".join(dict.fromkeys(str(run[name]) for run in runs)) for name in ("version", "codebook", "model")}
    counts = {"articles with records": int(articles), "records": len(numbers), "incidents": incidents}
    return {"program": f"dragoman {words['version']}", "codebook": words["codebook"], "model": words["model"], "counts": counts}


def _codebook(made_by: str, own: Path | None) -> bytes:
    """The codebook that the records were made by: the package's, or the given one. Raises InputError where it is another."""
    book = load_codebook(own)
    others = [name for name in made_by.split("; ") if name not in (f"{book.version}-{book.digest}", "as imported", "")]
    if others:
        fix = "give theirs with --codebook FILE, or code the articles again"
        raise InputError(f"--format release: records were made by the codebook {', '.join(others)}, not by {own or 'that of the program'}; {fix}")
    return (own or files("dragoman") / "data" / "plover.yaml").read_bytes()


def _read_about(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise InputError(f"{path}: {error}; write title, version, released, authors and licence, a line each, as TOML") from error


_INCIDENTS_SQL = """
SELECT i.incident_no, i.event, array_to_string(i.mode, '; ') AS mode, i.status, i.reciprocal, i.date, i.enddate,
       i.place, i.place_country, i.lat, i.lon,
       (SELECT string_agg(code, '; ' ORDER BY code) FROM incident_sides s WHERE s.incident_no = i.incident_no AND side = 'actor') AS actor,
       (SELECT string_agg(code, '; ' ORDER BY code) FROM incident_sides s WHERE s.incident_no = i.incident_no AND side = 'recipient') AS recipient,
       i.quad_code, i.event_scale, i.reports, i.corroboration, i.state_reports, i.first_seen, i.last_seen
FROM incidents i
WHERE i.incident_no IN (SELECT incident_no FROM incident_members WHERE event_no IN (SELECT unnest(?))) ORDER BY i.incident_no
"""
_MADE_BY_SQL = """
SELECT DISTINCT r.run_no, r.version, r.codebook, r.model FROM events e JOIN codings c USING (coding_no) JOIN runs r USING (run_no)
WHERE e.event_no IN (SELECT unnest(?)) ORDER BY r.run_no
"""
_ANY_DAY_SQL = "SELECT event_no FROM current_records WHERE list_contains(?, status) ORDER BY event_no"
_CHOSEN_SQL = """
SELECT event_no FROM current_records
WHERE list_contains(?, status) AND coalesce(enddate, date, published) BETWEEN ? AND ? ORDER BY event_no
"""


def _chosen(connection: Connection, filters: dict[str, Any]) -> list[int]:
    """The numbers of the events in force that the filters let through; with days, those of a known day only."""
    statuses, days = list(filters["status"]), (filters["since"], filters["until"])
    if any(days):
        rows = connection.rows(_CHOSEN_SQL, [statuses, days[0] or date.min, days[1] or date.max])
    else:
        rows = connection.rows(_ANY_DAY_SQL, [statuses])
    return [row[0] for row in rows]


def read_records(connection: Connection, filters: dict[str, Any]) -> Iterator[tuple[Event, Article]]:
    """The events in force with their articles, in the order in which they were added."""
    numbers = _chosen(connection, filters)
    for start in range(0, len(numbers), AT_ONCE):
        for stored in read_events(connection, numbers[start : start + AT_ONCE]).values():
            yield stored.event, stored.article
