"""Events into rows and back: what comes out is what went in."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import Any

import msgspec
import pyarrow as pa
from msgspec import Struct

from dragoman.model.event import Event, Party, Size, Speaker, Where
from dragoman.model.text import Article, Evidence
from dragoman.model.trace import Reason, Run
from dragoman.store.articles import article_of, read_articles_sql
from dragoman.store.database import Connection

Row = dict[str, Any]
PLAIN = ("id", "event", "mode", "context", "status", "reciprocal", "date", "enddate", "date_basis", "quad_code", "event_scale", "confidence")
PLACE = {
    "place": "name",
    "place_country": "country",
    "admin1": "admin1",
    "lat": "lat",
    "lon": "lon",
    "geonameid": "geonameid",
    "resolution": "resolution",
}
COUNTED = ("dead", "injured", "arrested")


def store_events(connection: Connection, coded: Iterable[tuple[int, Sequence[Event]]]) -> list[int]:
    """The events of each coding stand in the ledger; their numbers, in order."""
    tables: dict[str, list[Row]] = {"events": [], "parties": [], "speakers": [], "evidence": []}
    number = first = connection.next_number("events", "event_no")
    for coding_no, events in coded:
        for event in events:
            _add_rows(tables, event, number, coding_no)
            number += 1
    for table, rows in tables.items():
        connection.insert(table, rows)
    return list(range(first, number))


def _add_rows(tables: dict[str, list[Row]], event: Event, number: int, coding_no: int) -> None:
    tables["events"].append({"event_no": number, "coding_no": coding_no, **_event_row(event)})
    for side in ("actor", "recipient"):
        tables["parties"] += [
            {"event_no": number, "side": side, "ordinal": i, "code": party.country or party.name, **_named(party)}
            for i, party in enumerate(getattr(event, side))
        ]
    tables["speakers"] += [{"event_no": number, "ordinal": i, "party": who.party, **_named(who)} for i, who in enumerate(event.said_by)]
    tables["evidence"] += [
        {"event_no": number, "ordinal": i, "span_start": quote.span[0], "span_end": quote.span[1]} for i, quote in enumerate(event.evidence)
    ]


def _named(who: Party | Speaker) -> Row:
    row = {"name": who.name, "country": who.country, "sector": who.sector, "span_start": who.span[0], "span_end": who.span[1]}
    return row | {"id": who.id} if isinstance(who, Party) else row


def _event_row(event: Event) -> Row:
    row = {name: getattr(event, name) for name in PLAIN} | {name: getattr(event.size, name) for name in COUNTED}
    row |= dict(zip(("words_start", "words_end"), event.event_text.span, strict=True))
    if event.date_text is not None:
        row |= dict(zip(("date_start", "date_end"), event.date_text.span, strict=True))
    if event.event_loc is not None:
        row |= {column: getattr(event.event_loc, field) for column, field in PLACE.items()}
        row |= dict(zip(("place_start", "place_end"), event.event_loc.span, strict=True))
    return row | {"reasons": msgspec.to_builtins(event.reasons)}


class Stored(Struct, frozen=True):
    """An event with its article, as they were given to the ledger; `group` is shared by articles that reprint one text."""

    event: Event
    article: Article
    group: str


def read_events(connection: Connection, numbers: Sequence[int]) -> dict[int, Stored]:
    """The events of these numbers with their articles, by number."""
    with connection.given("asked", pa.table({"event_no": pa.array(numbers, pa.int64())})):
        rows = connection.dicts("SELECT * FROM events SEMI JOIN asked USING (event_no)")
        parts = {table: _by_event(connection, table) for table in ("parties", "speakers", "evidence")}
    codings = {row["coding_no"]: row for row in connection.dicts(_CODINGS_SQL, [sorted({row["coding_no"] for row in rows})])}
    numbers = sorted({row["article_no"] for row in codings.values()})
    articles = {row["article_no"]: row for row in connection.dicts(read_articles_sql("article_no IN (SELECT unnest(?))"), [numbers])}
    return {row["event_no"]: _stored(row, codings[row["coding_no"]], parts, articles) for row in sorted(rows, key=itemgetter("event_no"))}


# one question a table: joined in one, the tables of all codings and articles would be read whole
_CODINGS_SQL = "SELECT coding_no, article_no, version, codebook, model FROM codings JOIN runs USING (run_no) WHERE coding_no IN (SELECT unnest(?))"


def _stored(row: Row, coding: Row, parts: dict[str, dict[int, list[Row]]], articles: dict[int, Row]) -> Stored:
    found = articles[coding["article_no"]]
    article = article_of(found)
    event = _event(row | coding, {name: rows[row["event_no"]] for name, rows in parts.items()}, article)
    return Stored(event, article, str(found["group_no"]))


def _by_event(connection: Connection, table: str) -> dict[int, list[Row]]:
    rows = defaultdict(list)
    for row in connection.dicts(f"SELECT * FROM {table} SEMI JOIN asked USING (event_no) ORDER BY event_no, ordinal"):
        rows[row["event_no"]].append(row)
    return rows


def _event(row: Row, parts: dict[str, list[Row]], article: Article) -> Event:
    fields = {name: row[name] for name in PLAIN} | {"mode": tuple(row["mode"]), "context": tuple(row["context"])}
    return Event(
        **fields,
        article=article.id,
        actor=_parties(parts["parties"], "actor", article),
        recipient=_parties(parts["parties"], "recipient", article),
        date_text=_quote(article, row["date_start"], row["date_end"]),
        event_loc=_where(row, article),
        event_text=_words(article, row["words_start"], row["words_end"]),
        evidence=tuple(_words(article, part["span_start"], part["span_end"]) for part in parts["evidence"]),
        said_by=tuple(Speaker(**_who(part, article), party=part["party"]) for part in parts["speakers"]),
        size=Size(**{name: tuple(row[name]) if row[name] else None for name in COUNTED}),
        reasons=tuple(Reason(**reason) for reason in row["reasons"]),
        run=Run(row["version"], row["codebook"], row["model"]),
    )


def _parties(rows: list[Row], side: str, article: Article) -> tuple[Party, ...]:
    return tuple(Party(**_who(row, article), id=row["id"]) for row in rows if row["side"] == side)


def _who(row: Row, article: Article) -> Row:
    words = _words(article, row["span_start"], row["span_end"])
    return {"text": words.text, "span": words.span, "name": row["name"], "country": row["country"], "sector": tuple(row["sector"] or ())}


def _words(article: Article, start: int, end: int) -> Evidence:
    return Evidence(article.text[start:end], (start, end))


def _quote(article: Article, start: int | None, end: int | None) -> Evidence | None:
    return None if start is None or end is None else _words(article, start, end)


def _where(row: Row, article: Article) -> Where | None:
    if row["place"] is None:
        return None
    words = _words(article, row["place_start"], row["place_end"])
    return Where(words.text, words.span, **{field: row[column] for column, field in PLACE.items()})
