"""What is asked of the ledger: between whom, when, and which incidents count."""

from datetime import date
from typing import Any, Literal

from msgspec import Struct

STEPS = ("day", "week", "month", "quarter", "year")
Step = Literal["day", "week", "month", "quarter", "year"]
Direction = Literal["both", "forth", "back"]


class Question(Struct, frozen=True):
    """Incidents between one set of actors and another, by their codes.

    `other` empty: anybody. `direction`: what `one` did to `other` (forth), the reverse (back), or both; what they did
    together counts in every direction. `since` and `until` are days, both included. `status`, `event`, `quad` and
    `context`: any of these, all where empty.
    """

    one: tuple[str, ...]
    other: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    direction: Direction = "both"
    status: tuple[str, ...] = ("actual",)
    event: tuple[str, ...] = ()
    quad: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    min_confidence: float = 0.0


def chosen_sql(question: Question) -> tuple[str, list[Any]]:
    """The query for the numbers of the incidents that the question is about, and its values."""
    if not question.other:
        sides, values = "SELECT incident_no FROM incident_sides WHERE list_contains(?, code)", [list(question.one)]
    else:
        sides, values = _between_sql(question)
    where, more = _where_sql(question)
    return f"SELECT i.incident_no FROM incidents i WHERE i.incident_no IN ({sides}){where}", values + more


def _between_sql(question: Question) -> tuple[str, list[Any]]:
    sql = f"""
    SELECT one.incident_no FROM incident_sides one JOIN incident_sides other USING (incident_no)
    WHERE list_contains(?, one.code) AND list_contains(?, other.code) AND one.code <> other.code
    AND ({_DIRECTIONS[question.direction]}
         OR (one.side = 'actor' AND other.side = 'actor' AND one.incident_no IN (SELECT incident_no FROM incidents WHERE reciprocal)))"""
    return sql, [list(question.one), list(question.other)]


_DIRECTIONS = {
    "forth": "(one.side = 'actor' AND other.side = 'recipient')",
    "back": "(one.side = 'recipient' AND other.side = 'actor')",
    "both": "one.side <> other.side",
}


def _where_sql(question: Question) -> tuple[str, list[Any]]:
    tests: list[tuple[str, Any]] = [
        ("i.day >= ?", question.since),
        ("i.day <= ?", question.until),
        ("list_contains(?, i.status)", list(question.status)),
        ("list_contains(?, i.event)", list(question.event)),
        ("list_contains(?, i.quad_code)", list(question.quad)),
        ("list_has_any(?, i.context)", list(question.context)),
        ("i.confidence >= ?", question.min_confidence),
    ]
    given = [(sql, value) for sql, value in tests if value]
    return "".join(f" AND {sql}" for sql, _ in given), [value for _, value in given]
