"""Events as the reports that are joined into incidents."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import pyarrow as pa

from dragoman.model.event import Actor, Size
from dragoman.model.report import Place, Report, Voice
from dragoman.store.database import Connection
from dragoman.store.views import quote_sql

_REPORTS_SQL = f"""
SELECT e.event_no, e.id, a.id AS article, g.id AS "group", e.event, e.mode, e.context, e.status, e.reciprocal, e.date, e.enddate, e.date_basis,
       e.place, e.place_country, e.lat, e.lon, e.resolution, e.dead, e.injured, e.arrested, e.quad_code, e.event_scale, e.confidence,
       {quote_sql("a", "e.words_start", "e.words_end")} AS words, {quote_sql("a", "p.span_start", "p.span_end")} AS sentence,
       a.published, a.publisher
FROM events e SEMI JOIN asked USING (event_no) JOIN codings c USING (coding_no) JOIN articles a USING (article_no)
JOIN articles g ON g.article_no = a.group_no
LEFT JOIN (SELECT * FROM evidence SEMI JOIN asked USING (event_no) WHERE ordinal = 0) p USING (event_no)
"""
_PARTIES_SQL = "SELECT event_no, side, name, country, sector, id FROM parties SEMI JOIN asked USING (event_no) ORDER BY event_no, ordinal"
_SPEAKERS_SQL = "SELECT event_no, name, country, party FROM speakers SEMI JOIN asked USING (event_no) ORDER BY event_no, ordinal"
SAME = ("id", "article", "group", "event", "status", "reciprocal", "date", "enddate", "date_basis", "quad_code", "event_scale", "confidence",
        "published", "publisher")  # fmt: skip


def read_reports(connection: Connection, numbers: Sequence[int]) -> dict[int, Report]:
    """The events of these numbers as reports, by number."""
    if not numbers:
        return {}
    sides: dict[tuple[int, str], list[Actor]] = defaultdict(list)
    voices: dict[int, list[Voice]] = defaultdict(list)
    with connection.given("asked", pa.table({"event_no": pa.array(numbers, pa.int64())})):
        for number, side, name, country, sector, identity in connection.rows(_PARTIES_SQL):
            sides[number, side].append(Actor(name, country, tuple(sector or ()), identity))
        for number, name, country, party in connection.rows(_SPEAKERS_SQL):
            voices[number].append(Voice(name, country, bool(party)))
        rows = connection.dicts(_REPORTS_SQL)
    return {
        row["event_no"]: _report(
            row, tuple(sides[row["event_no"], "actor"]), tuple(sides[row["event_no"], "recipient"]), tuple(voices[row["event_no"]])
        )
        for row in rows
    }


def _report(row: dict[str, Any], actor: tuple[Actor, ...], recipient: tuple[Actor, ...], voices: tuple[Voice, ...]) -> Report:
    place = Place(row["place"], row["place_country"], row["lat"], row["lon"], row["resolution"] or 1) if row["place"] else None
    return Report(
        **{name: row[name] for name in SAME},
        mode=tuple(row["mode"] or ()),
        context=tuple(row["context"] or ()),
        actor=actor,
        recipient=recipient,
        place=place,
        words=row["words"] or "",
        sentence=row["sentence"] or "",
        size=Size(**{name: tuple(row[name]) if row[name] else None for name in ("dead", "injured", "arrested")}),
        said_by=voices,
    )


def events_of_articles(connection: Connection, articles: Sequence[int]) -> list[int]:
    """The events in force of these articles, by number."""
    rows = connection.rows(
        "SELECT e.event_no FROM events e JOIN codings c USING (coding_no) WHERE c.superseded IS NULL AND list_contains(?, c.article_no)",
        [list(articles)],
    )
    return [row[0] for row in rows]
