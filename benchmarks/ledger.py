"""A ledger of a million synthetic events: how fast it answers, how fast it grows, how large it is.

python benchmarks/ledger.py [EVENTS] prints a table and ends with status 1 when a goal is missed; a seed makes the same ledger again.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from dragoman.ledger.assign import assign, publishers
from dragoman.merge.keys import block_keys
from dragoman.model.event import Actor
from dragoman.model.report import Report
from dragoman.relate.question import Question
from dragoman.relate.series import read_series
from dragoman.relate.timeline import read_timeline
from dragoman.store.database import Connection, Database
from dragoman.store.incidents import store_keys

SEED = 20240301
YEARS = 10
STATES = 200
TYPES = {
    "CONSULT": ("VC", ("visit", "phone", "multilateral", "")), "AGREE": ("VC", ("",)), "SUPPORT": ("VC", ("",)), "AID": ("MC", ("",)),
    "ACCUSE": ("VX", ("disapprove", "allege")), "REQUEST": ("VX", ("change", "meet")), "THREATEN": ("VX", ("violence",)),
    "COERCE": ("MX", ("arrest", "restrict")), "ASSAULT": ("MX", ("aerial", "firearms", "drone")), "SANCTION": ("MX", ("discontinue",)),
}  # fmt: skip
SCORES = {"VC": 3.0, "MC": 9.5, "VX": -2.5, "MX": -8.0}
START = date(2015, 1, 1)
WORDS = "held talks with|signed a pact with|accused|struck positions of|promised aid to|expelled envoys of|asked for talks with".split("|")


def make_events(count: int, first_event: int, rng: np.random.Generator) -> dict[str, np.ndarray[Any, Any]]:
    """So many events as columns: dyads and types drawn with a heavy head, several reports of one happening."""
    weights = 1 / np.arange(1, STATES + 1) ** 0.9
    weights /= weights.sum()
    happenings = max(1, int(count / 1.6))
    of = np.sort(rng.integers(0, happenings, count))
    one, other = (rng.choice(STATES, happenings, p=weights)[of] for _ in range(2))
    other = np.where(one == other, (other + 1) % STATES, other)
    kinds = rng.integers(0, len(TYPES), happenings)[of]
    return {
        "event_no": np.arange(first_event, first_event + count),
        "one": one, "other": other, "kind": kinds, "mode": rng.integers(0, 12, happenings)[of],
        "day": rng.integers(0, 365 * YEARS, happenings)[of], "words": rng.integers(0, len(WORDS), count),
        "later": rng.integers(0, 3, count), "publisher": rng.integers(0, 300, count), "spoken": rng.random(count) < 0.5,
        "confidence": rng.integers(300, 950, count) / 1000,
    }  # fmt: skip


def store(connection: Connection, rows: dict[str, np.ndarray[Any, Any]], texts: int) -> None:
    """The events stand in the ledger, four to an article whose text is so many characters long, all of one run."""
    count, names = len(rows["event_no"]), list(TYPES)
    codings = 1 + rows["event_no"] // 4
    numbers = np.unique(codings)
    published = [START + timedelta(days=int(day)) for day in rows["day"][np.searchsorted(codings, numbers)] + 1]
    connection.insert_arrow("articles", _articles(numbers, published, texts))
    connection.insert_arrow(
        "codings", pa.table({"coding_no": numbers, "article_no": numbers, "run_no": [1] * len(numbers), "coded": [START] * len(numbers)})
    )
    kinds = [names[kind] for kind in rows["kind"]]
    modes = [TYPES[kind][1][mode % len(TYPES[kind][1])] for kind, mode in zip(kinds, rows["mode"], strict=True)]
    quads = [TYPES[kind][0] for kind in kinds]
    days = [START + timedelta(days=int(day)) for day in rows["day"]]
    reasons = [_reasons(kind, mode) for kind, mode in zip(kinds, rows["mode"], strict=True)]
    ids = [f"{coding}/{number}" for coding, number in zip(codings, rows["event_no"] % 4, strict=True)]
    connection.insert_arrow(
        "events",
        pa.table({
            "event_no": rows["event_no"], "coding_no": codings, "id": ids,
            "event": kinds, "mode": [[mode] if mode else [] for mode in modes], "context": [["diplomatic"]] * count, "status": ["actual"] * count,
            "reciprocal": [False] * count, "date": days, "enddate": days, "date_basis": ["stated"] * count,
            "words_start": [0] * count, "words_end": [20] * count, "quad_code": quads, "event_scale": [SCORES[quad] for quad in quads],
            "confidence": rows["confidence"], "reasons": reasons,
        }),
    )  # fmt: skip
    _store_sides(connection, rows)


def _reasons(kind: str, mode: int) -> list[dict[str, Any]]:
    return [{"stage": "propose", "name": f"rule {kind} {mode % 40}", "score": 2.0}, {"stage": "classify", "name": f"encoder: {kind}", "score": 0.5}]


def _articles(numbers: np.ndarray[Any, Any], published: list[date], length: int) -> pa.Table:
    count = len(numbers)
    text = (" ".join(WORDS) * (1 + length // 100))[:length]
    return pa.table({
        "article_no": numbers, "group_no": numbers, "id": [str(number) for number in numbers], "digest": [f"{number:032x}" for number in numbers],
        "text": [text] * count, "published": published, "publisher": [f"Paper {number % 300}" for number in numbers],
        "ownership": ["state" if number % 5 == 0 else "private" for number in numbers], "added": [START] * count, "cuts": [[]] * count,
    })  # fmt: skip


def _store_sides(connection: Connection, rows: dict[str, np.ndarray[Any, Any]]) -> None:
    count = len(rows["event_no"])
    for side in ("actor", "recipient"):
        codes = [code(number) for number in rows["one" if side == "actor" else "other"]]
        connection.insert_arrow(
            "parties",
            pa.table({
                "event_no": rows["event_no"], "side": [side] * count, "ordinal": [0] * count, "code": codes, "name": codes, "country": codes,
                "sector": [["GOV"]] * count, "span_start": rows["words"] * 7, "span_end": rows["words"] * 7 + 9,
            }),
        )  # fmt: skip
    connection.insert_arrow(
        "evidence", pa.table({"event_no": rows["event_no"], "ordinal": [0] * count, "span_start": [0] * count, "span_end": [100] * count})
    )
    spoken = rows["event_no"][rows["spoken"]]
    countries = [code(number) for number in rows["one"][rows["spoken"]]]
    connection.insert_arrow(
        "speakers",
        pa.table({
            "event_no": spoken, "ordinal": [0] * len(spoken), "name": ["a minister"] * len(spoken), "country": countries,
            "sector": [["GOV"]] * len(spoken), "party": [True] * len(spoken), "span_start": [3] * len(spoken), "span_end": [9] * len(spoken),
        }),
    )  # fmt: skip


def code(number: int) -> str:
    """A made-up country code for a number."""
    return "".join(chr(65 + number // 26**place % 26) for place in (2, 1, 0))


def store_incidents(connection: Connection) -> None:
    """Every event stands in the incident of its type, sides and day, with the keys that joining would give it."""
    for statement in _INCIDENTS_SQL.split(";"):
        connection.rows(statement)
    rows = connection.rows(
        "SELECT e.event_no, e.id, e.event, e.mode, e.date, a.code AS one, b.code AS other "
        "FROM events e JOIN parties a ON a.event_no = e.event_no AND a.side = 'actor' "
        "JOIN parties b ON b.event_no = e.event_no AND b.side = 'recipient'"
    )
    store_keys(connection, ((row[0], key.name, key.seeks) for row in rows for key in block_keys(_report(row))))


def _report(row: tuple[Any, ...]) -> Report:
    _, identity, event, mode, day, one, other = row
    return Report(identity, identity, identity, event, tuple(mode), actor=(Actor(one, one, ("GOV",)),), recipient=(Actor(other, other, ("GOV",)),),
                  date=day, enddate=day, date_basis="stated")  # fmt: skip


_INCIDENTS_SQL = """
INSERT INTO incident_members
SELECT e.event_no, min(e.event_no) OVER same AS incident_no, min(e.event_no) OVER same AS cluster_no FROM events e
JOIN parties a ON a.event_no = e.event_no AND a.side = 'actor' JOIN parties b ON b.event_no = e.event_no AND b.side = 'recipient'
WINDOW same AS (PARTITION BY e.event, e.date, a.code, b.code);
INSERT INTO incidents BY NAME
SELECT m.incident_no, e.event, e.mode, e.context, e.status, e.reciprocal, e.date, e.enddate, e.enddate AS day,
       e.quad_code, e.event_scale, e.confidence, m.reports, m.reports AS corroboration, 0 AS state_reports,
       e.date + 1 AS first_seen, e.date + 2 AS last_seen
FROM (SELECT incident_no, count(*) AS reports FROM incident_members GROUP BY incident_no) m JOIN events e ON e.event_no = m.incident_no;
INSERT INTO incident_sides SELECT i.incident_no, p.side, p.code FROM incidents i JOIN parties p ON p.event_no = i.incident_no;
INSERT INTO links SELECT m.incident_no, m.event_no, 0.9, 'same sides, same day' FROM incident_members m WHERE m.event_no <> m.incident_no
"""


def fill(database: Database, count: int, texts: int) -> None:
    """A ledger of so many events."""
    rng = np.random.default_rng(SEED)
    with database.writing() as connection:
        connection.insert("runs", [{"run_no": 1, "version": "synthetic", "codebook": "none", "model": "none", "settings": "{}"}])
        for first in range(1, count + 1, 200_000):
            store(connection, make_events(min(200_000, count + 1 - first), first, rng), texts)
        store_incidents(connection)


def median_ms(ask: Callable[[], object], rounds: int = 15) -> float:
    """The middle of so many timings, in milliseconds."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        ask()
        times.append(time.perf_counter() - start)
    return sorted(times)[rounds // 2] * 1000


def grow(database: Database, first: int, count: int, batch: int = 1000) -> float:
    """Events a second that join the incidents of a full ledger, the commit included."""
    rng = np.random.default_rng(SEED + 1)
    seconds = 0.0
    for start in range(first - batch, first - batch + count + batch, batch):  # the first batch warms up and is not counted
        rows = make_events(batch, start, rng)
        with database.writing() as connection:
            store(connection, rows, 0)
        begin = time.perf_counter()
        with database.writing() as connection:
            assign(connection, [int(number) for number in rows["event_no"]])
        seconds += time.perf_counter() - begin if start >= first else 0.0
    return count / seconds


@dataclass(frozen=True)
class Row:
    """One line of the table: a value and the goal it is held to, which is the most allowed, or the least with `at_least`."""

    name: str
    value: float
    goal: float
    at_least: bool = False

    @property
    def holds(self) -> bool:
        """Whether the goal is met."""
        return self.value >= self.goal if self.at_least else self.value <= self.goal


def measure(count: int) -> Iterator[Row]:
    """Each measure of a ledger of so many events. Questions are about the two states with the most news."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database(Path(folder) / "ledger.duckdb")
        fill(database, count, texts=0)
        yield Row("bytes an event beyond its text", database.path.stat().st_size / count, 400)
        question = Question((code(0),), (code(1),))
        with database.reading() as connection:
            yield Row("a dyad's monthly series (ms)", median_ms(lambda: read_series(connection, question, "month")), 100)
            yield Row("a timeline page (ms)", median_ms(lambda: read_timeline(connection, question, publishers())), 50)
        yield Row("opening the file for a question (ms)", median_ms(lambda: _open(database)), 50)
        yield Row("events a second joined to incidents", grow(database, count + 1001, 10_000), 2000, at_least=True)


def _open(database: Database) -> None:
    with database.reading():
        pass


def main(count: int) -> int:
    """Prints the table; 1 when a goal is missed."""
    rows = []
    for row in measure(count):
        rows.append(row)
        print(f"{row.name:45} {row.value:>8.0f}   goal {'at least' if row.at_least else 'at most'} {row.goal:.0f}{'' if row.holds else '   MISSED'}")
    return 0 if all(row.holds for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000))
