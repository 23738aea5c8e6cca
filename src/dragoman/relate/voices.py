"""Who speaks of a relation, and in whose papers it is told."""

from typing import TYPE_CHECKING

from dragoman.relate.question import Question, chosen_sql
from dragoman.store.database import Connection

if TYPE_CHECKING:
    import polars as pl

_VOICES_SQL = """
WITH chosen AS ({chosen}),
told AS (SELECT m.incident_no, m.event_no FROM incident_members m SEMI JOIN chosen USING (incident_no))
SELECT coalesce(s.country, s.name) AS speaker, s.party AS of_a_side, count(DISTINCT s.incident_no) AS incidents, count(*) AS reports,
       round(sum(i.event_scale / same) / sum(1 / same), 3) AS mean
FROM (
    SELECT t.incident_no, s.country, s.name, s.party, count(*) OVER (PARTITION BY t.incident_no, coalesce(s.country, s.name), s.party) AS same
    FROM told t JOIN speakers s USING (event_no) WHERE s.ordinal = 0
) s JOIN incidents i USING (incident_no)
GROUP BY ALL ORDER BY incidents DESC, speaker, of_a_side"""

_OUTLETS_SQL = """
WITH chosen AS ({chosen}),
told AS (SELECT m.incident_no, m.event_no FROM incident_members m SEMI JOIN chosen USING (incident_no))
SELECT a.publisher, a.publisher_country AS country, a.ownership, count(DISTINCT t.incident_no) AS incidents, count(*) AS reports
FROM told t JOIN events e USING (event_no) JOIN codings c USING (coding_no) JOIN articles a USING (article_no)
GROUP BY ALL ORDER BY reports DESC, publisher"""


def read_voices(connection: Connection, question: Question) -> "pl.DataFrame":
    """One row a speaker (its country, else its name), most incidents first: incidents, reports, mean score; the outermost speakers only."""
    return _read(connection, question, _VOICES_SQL)


def read_outlets(connection: Connection, question: Question) -> "pl.DataFrame":
    """One row a publisher, most reports first, with country and ownership where the tables know it."""
    return _read(connection, question, _OUTLETS_SQL)


def _read(connection: Connection, question: Question, sql: str) -> "pl.DataFrame":
    chosen, values = chosen_sql(question)
    return connection.frame(sql.format(chosen=chosen), values)
