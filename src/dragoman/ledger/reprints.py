"""Which of the stored articles reprint one text."""

import pyarrow as pa

from dragoman.merge.reprints import is_reprint, signature
from dragoman.store.database import Connection


def group_reprints(connection: Connection, texts: dict[int, str]) -> list[int]:
    """The texts, by article number, stand in groups with all that they reprint; the articles whose group changed."""
    bands = [(band, number) for number, text in texts.items() for band in signature(text)]
    asked = pa.table(
        {"band": pa.array([band for band, _ in bands], pa.uint64()), "article_no": pa.array([number for _, number in bands], pa.int32())}
    )
    with connection.given("asked", asked):
        known = {
            row[0]
            for row in connection.rows(
                "SELECT DISTINCT article_no FROM shingles SEMI JOIN (SELECT DISTINCT article_no FROM asked) USING (article_no)"
            )
        }
        connection.rows("INSERT INTO shingles SELECT band, article_no FROM asked WHERE NOT list_contains(?, article_no)", [sorted(known)])
        near = connection.rows(_NEAR_SQL)
    pairs = [(one, other) for one, other, text in near if is_reprint(texts[one], text)]
    return _join(connection, pairs)


_NEAR_SQL = """
SELECT pairs.one, pairs.other, a.text FROM (
    SELECT DISTINCT asked.article_no AS one, s.article_no AS other FROM asked JOIN shingles s USING (band) WHERE asked.article_no <> s.article_no
) pairs JOIN articles a ON a.article_no = pairs.other
"""


def _join(connection: Connection, pairs: list[tuple[int, int]]) -> list[int]:
    """The groups of each pair are one, named by the least number; the articles whose group that changes."""
    changed: list[int] = []
    for one, other in pairs:
        groups = sorted(row[0] for row in connection.rows("SELECT DISTINCT group_no FROM articles WHERE article_no IN (?, ?)", [one, other]))
        if len(groups) == 2:
            changed += [row[0] for row in connection.rows("SELECT article_no FROM articles WHERE group_no = ?", [groups[1]])]
            connection.rows("UPDATE articles SET group_no = ? WHERE group_no = ?", groups)
    return sorted(set(changed))
