"""What differs between two runs over the articles that both coded."""

from collections import Counter
from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter
from typing import Any

from msgspec import Struct

from dragoman.errors import InputError
from dragoman.store.database import Connection

FIELDS = ("event", "mode", "status", "actor_code", "recipient_code", "date", "enddate", "place", "said_by")
NEAR = 12  # characters between the words of two records that can still be of one happening


class Change(Struct, frozen=True):
    """A record of the one run and its like of the other, None where it has none; the fields in which they differ."""

    article: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    fields: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """added, removed or changed."""
        return "added" if self.before is None else "removed" if self.after is None else "changed"


class Difference(Struct, frozen=True):
    """What differs: articles that both runs coded, records that are the same, and every change in order."""

    articles: int
    same: int
    changes: tuple[Change, ...]

    def by_type(self) -> list[tuple[str, int, int, int]]:
        """For each type how many records were added, removed and changed, most first."""
        counts = Counter(((change.after or change.before or {})["event"], change.kind) for change in self.changes)
        types = {event for event, _ in counts}
        rows = [(event, counts[event, "added"], counts[event, "removed"], counts[event, "changed"]) for event in types]
        return sorted(rows, key=lambda row: (-sum(row[1:]), row[0]))


def compare_runs(connection: Connection, before: int, after: int) -> Difference:
    """The records of the two runs compared, article by article. Raises InputError for a run that there is not."""
    for run in (before, after):
        if not connection.one("SELECT count(*) FROM runs WHERE run_no = ?", [run]):
            known = ", ".join(str(row[0]) for row in connection.rows("SELECT run_no FROM runs ORDER BY run_no"))
            raise InputError(f"run {run}: there is none of that number; the runs are {known or 'none yet'}")
    rows = connection.dicts(_RECORDS_SQL, [before, after, before, after])
    both = connection.one(f"SELECT count(*) FROM ({_BOTH_SQL})", [before, after])
    changes: list[Change] = []
    same = 0
    for article, group in groupby(rows, itemgetter("article")):
        mine = list(group)
        unchanged, changed = _compare(article, [row for row in mine if row["run_no"] == before], [row for row in mine if row["run_no"] == after])
        same += unchanged
        changes += changed
    return Difference(both, same, tuple(changes))


_BOTH_SQL = "SELECT article_no FROM codings WHERE run_no IN (?, ?) GROUP BY article_no HAVING count(DISTINCT run_no) = 2"
_RECORDS_SQL = f"""
SELECT r.*, e.words_start, e.words_end FROM records r JOIN events e USING (event_no) JOIN codings c USING (coding_no)
WHERE c.run_no IN (?, ?) AND c.article_no IN ({_BOTH_SQL})
QUALIFY c.coding_no = max(c.coding_no) OVER (PARTITION BY c.article_no, c.run_no) ORDER BY article, e.words_start, r.event_no
"""


def _compare(article: str, before: list[dict[str, Any]], after: list[dict[str, Any]]) -> tuple[int, list[Change]]:
    """How many records are the same, and the changes; each record is compared with one of the other run at most."""
    left, same, changes = list(after), 0, []
    for row in before:
        twin = max(left, key=lambda other: _likeness(row, other), default=None)
        if twin is None or not _likeness(row, twin):
            changes.append(Change(article, row, None))
            continue
        left.remove(twin)
        fields = tuple(name for name in FIELDS if row[name] != twin[name])
        same += not fields
        changes += [Change(article, row, twin, fields)] if fields else []
    return same, changes + [Change(article, None, row) for row in left]


def _likeness(one: dict[str, Any], other: dict[str, Any]) -> int:
    """How many fields agree, where the words stand close enough to tell one happening; else 0."""
    near = one["words_start"] <= other["words_end"] + NEAR and other["words_start"] <= one["words_end"] + NEAR
    return 1 + sum(one[name] == other[name] for name in FIELDS) if near else 0


def read_runs(connection: Connection) -> "list[dict[str, Any]]":
    """The runs in order, each with how many articles and events it coded and how many of these are in force."""
    return connection.dicts(_RUNS_SQL)


_RUNS_SQL = """
SELECT r.run_no AS run, r.began, r.version, r.codebook, r.model, count(DISTINCT c.article_no) AS articles, count(e.event_no) AS events,
       count(e.event_no) FILTER (c.superseded IS NULL) AS in_force,
       (SELECT count(*) FROM failures f WHERE f.run_no = r.run_no) AS failures
FROM runs r LEFT JOIN codings c USING (run_no) LEFT JOIN events e USING (coding_no) GROUP BY ALL ORDER BY r.run_no
"""


def examples(changes: Iterable[Change], each: int = 3) -> list[Change]:
    """The first few changes of every type and kind."""
    seen: Counter[tuple[str, str]] = Counter()
    chosen = []
    for change in changes:
        key = ((change.after or change.before or {})["event"], change.kind)
        seen[key] += 1
        if seen[key] <= each:
            chosen.append(change)
    return chosen
