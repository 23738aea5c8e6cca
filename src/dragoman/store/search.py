"""Full text over the stored articles and the evidence of their events."""

import re
from typing import Any

from dragoman.store.database import Connection

LEAST = 4  # letters of a word that may be followed by an ending: "memorandum" finds "memorandums", "war" not "warm"
LETTER = r"\p{L}\p{N}_"  # in the database's expressions; Python's have \w for it
ROOM = 70  # characters shown on either side of a hit

_SEARCH_SQL = """
WITH hits AS (
    SELECT a.article_no, a.id, a.title, a.published, a.publisher, a.text,
           len(regexp_extract_all(a.text, ?, 0, 'i')) + 5 * len(regexp_extract_all(coalesce(a.title, ''), ?, 0, 'i')) AS weight
    FROM articles a WHERE a.article_no IN (SELECT article_no FROM codings WHERE superseded IS NULL) AND {every}
)
SELECT h.*, (SELECT count(*) FROM codings c JOIN events e USING (coding_no) WHERE c.article_no = h.article_no AND c.superseded IS NULL) AS events
FROM hits h ORDER BY weight DESC, published DESC NULLS LAST, id LIMIT ?
"""
_EVENTS_SQL = """
SELECT e.event_no, substring(a.text, p.span_start + 1, p.span_end - p.span_start) AS words
FROM evidence p JOIN events e USING (event_no) JOIN codings c USING (coding_no) JOIN articles a USING (article_no)
WHERE c.superseded IS NULL AND {every} ORDER BY a.published DESC NULLS LAST, e.event_no LIMIT ?
"""


def patterns_of(words: str) -> list[str]:
    """A pattern for each word or "quoted phrase" of a search: whole words, longer ones with any ending."""
    terms = [phrase or word for phrase, word in re.findall(r'"([^"]+)"|([^\s"]+)', words)]
    return [_pattern(" ".join(term.split())) for term in terms if term.strip()]


def _pattern(term: str) -> str:
    """The term as a whole word in any script, longer ones with any ending; what begins or ends with a sign stands anywhere."""
    before = rf"(?:^|[^{LETTER}])" if term[0].isalnum() else ""
    after = rf"[{LETTER}]*" if len(term) >= LEAST else rf"(?:$|[^{LETTER}])"
    return f"{before}{re.escape(term)}{after if term[-1].isalnum() else ''}"


def search_articles(connection: Connection, words: str, limit: int) -> list[dict[str, Any]]:
    """The articles that hold every term, those that say it most first, with how many events each has and where it says it."""
    patterns = patterns_of(words)
    if not patterns:
        return []
    every = " AND ".join("regexp_matches(coalesce(a.title, '') || ' ' || a.text, ?, 'i')" for _ in patterns)
    any_of = "|".join(patterns)
    rows = connection.dicts(_SEARCH_SQL.format(every=every), [any_of, any_of, *patterns, limit])
    return [{**row, "words": _around(row.pop("text"), any_of)} for row in rows]


def search_events(connection: Connection, words: str, limit: int) -> list[int]:
    """The events in force whose evidence holds every term, the newest first, by number."""
    patterns = patterns_of(words)
    every = " AND ".join("regexp_matches(substring(a.text, p.span_start + 1, p.span_end - p.span_start), ?, 'i')" for _ in patterns)
    rows = connection.rows(_EVENTS_SQL.format(every=every), [*patterns, limit]) if patterns else []
    return list(dict.fromkeys(row[0] for row in rows))


def _around(text: str, pattern: str) -> str:
    """The first hit with the words around it, on one line; the beginning of a text whose title has the hit."""
    hit = re.search(pattern.replace(LETTER, r"\w"), text, re.IGNORECASE)
    start, end = hit.span() if hit else (0, 0)
    return " ".join(text[max(0, start - ROOM) : end + ROOM].split())
