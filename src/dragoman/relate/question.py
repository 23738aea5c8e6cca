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
        sides, values = _alone_sql(question), list(question.one)
    else:
        sides, values = _between_sql(question)
    where, more = _where_sql(question)
    return f"SELECT i.incident_no FROM incidents i WHERE i.incident_no IN ({sides}){where}", values + more


def _alone_sql(question: Question) -> str:
    """Whatever they took part in; with a direction what they did, or what was done to them."""
    side = {"forth": " AND side = 'actor'", "back": " AND side = 'recipient'", "both": ""}[question.direction]
    return f"SELECT incident_no FROM incident_sides WHERE {_any_sql('code', question.one)}{side}"


def _between_sql(question: Question) -> tuple[str, list[Any]]:
    sql = f"""
    SELECT one.incident_no FROM incident_sides one JOIN incident_sides other USING (incident_no)
    WHERE {_any_sql("one.code", question.one)} AND {_any_sql("other.code", question.other)} AND one.code <> other.code
    AND ({_DIRECTIONS[question.direction]}
         OR (one.side = 'actor' AND other.side = 'actor' AND one.incident_no IN (SELECT incident_no FROM incidents WHERE reciprocal)))"""
    return sql, [*question.one, *question.other]


def _any_sql(column: str, values: tuple[str, ...]) -> str:
    """Whether the column is one of so many values: literal lists are pushed into the scan of the table, functions are not."""
    return f"{column} IN ({', '.join('?' * len(values))})"


_DIRECTIONS = {
    "forth": "(one.side = 'actor' AND other.side = 'recipient')",
    "back": "(one.side = 'recipient' AND other.side = 'actor')",
    "both": "one.side <> other.side",
}


def _where_sql(question: Question) -> tuple[str, list[Any]]:
    tests: list[tuple[str, Any]] = [
        ("i.day >= ?", question.since),
        ("i.day <= ?", question.until),
        *((_any_sql(f"i.{name}", values), values) for name, values in _words(question) if values),
        ("list_has_any(?, i.context)", list(question.context)),
        ("i.confidence >= ?", question.min_confidence),
    ]
    given = [(sql, value) for sql, value in tests if value]
    values = [each for _, value in given for each in (value if isinstance(value, tuple) else (value,))]
    return "".join(f" AND {sql}" for sql, _ in given), values


def _words(question: Question) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return ("status", question.status), ("event", question.event), ("quad_code", question.quad)
