"""Views for people: flat records of what is in force, every quotation cut from the stored text."""

IN_FORCE = "superseded IS NULL"


def quote_sql(article: str, start: str, end: str) -> str:
    """The words of a span; none where nothing is quoted."""
    return f"substring({article}.text, {start} + 1, {end} - {start})"


def side_sql(side: str) -> str:
    """One row an event: a side's names, codes and primary sectors, parted by "; "."""
    return f"""
    SELECT event_no, string_agg(name, '; ' ORDER BY ordinal) AS {side}, string_agg(code, '; ' ORDER BY ordinal) AS {side}_code,
           string_agg(coalesce(sector[1], ''), '; ' ORDER BY ordinal) AS {side}_sector
    FROM parties WHERE side = '{side}' GROUP BY event_no"""


RECORDS = f"""
CREATE VIEW records AS
WITH actors AS ({side_sql("actor")}), recipients AS ({side_sql("recipient")}),
voices AS (SELECT event_no, string_agg(name, '; ' ORDER BY ordinal) AS said_by, bool_or(party) AS said_by_party FROM speakers GROUP BY event_no),
passages AS (SELECT event_no, span_start, span_end FROM evidence WHERE ordinal = 0)
SELECT e.id, a.id AS article, a.published, a.publisher, a.ownership, e.event, e.mode, e.context, e.status, e.reciprocal,
       actors.* EXCLUDE event_no, recipients.* EXCLUDE event_no,
       e.date, e.enddate, e.date_basis, e.place, e.place_country, e.lat, e.lon, voices.said_by, voices.said_by_party,
       {quote_sql("a", "e.words_start", "e.words_end")} AS words, {quote_sql("a", "p.span_start", "p.span_end")} AS evidence,
       e.quad_code, e.event_scale, e.confidence, e.dead, e.injured, e.arrested, m.incident_no,
       r.version, r.codebook, r.model, c.coded, c.superseded, e.event_no, c.run_no
FROM events e JOIN codings c USING (coding_no) JOIN articles a USING (article_no) JOIN runs r USING (run_no)
LEFT JOIN actors USING (event_no) LEFT JOIN recipients USING (event_no) LEFT JOIN voices USING (event_no)
LEFT JOIN passages p USING (event_no) LEFT JOIN incident_members m USING (event_no)
"""
CURRENT = f"CREATE VIEW current_records AS SELECT * EXCLUDE superseded FROM records WHERE {IN_FORCE}"
DYADS = """
CREATE VIEW dyads AS
SELECT i.*, one.code AS one, other.code AS other, one.side = 'actor' AND other.side = 'recipient' AS directed
FROM incidents i JOIN incident_sides one USING (incident_no) JOIN incident_sides other USING (incident_no)
WHERE one.code <> other.code AND ((one.side = 'actor' AND other.side = 'recipient') OR (i.reciprocal AND one.side = other.side))
"""

VIEWS = {
    "records": (RECORDS, "every event ever coded, one flat row each, with its words, its incident and the run that made it"),
    "current_records": (CURRENT, "the records in force: the latest coding of each article"),
    "dyads": (DYADS, "incidents by who (one) did something to whom (other); a reciprocal incident stands both ways"),
}
