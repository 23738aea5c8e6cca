"""What is one happening, decided by hand; each decision can be taken back, and all stay on record."""

from dragoman.errors import InputError
from dragoman.ledger.assign import rejoin
from dragoman.store.corrections import read_hands, store_correction, withdraw_correction
from dragoman.store.database import Connection, Database
from dragoman.store.incidents import partners


def join_events(database: Database, event: str, other: str, made_by: str, note: str = "") -> int:
    """The two events, by id, are one happening from now on; the number of the correction.

    Raises InputError for an id that is no event in force.
    """
    with database.writing() as connection:
        numbers = _find(connection, event), _find(connection, other)
        if numbers[0] == numbers[1]:
            raise InputError(f"{event}: cannot be joined with itself; name two events")
        correction = store_correction(connection, "join", *numbers, made_by, note)
        rejoin(connection, numbers)
    return correction


def part_event(database: Database, event: str, made_by: str, note: str = "") -> int:
    """The event, by id, is a happening of its own from now on; the number of the correction.

    Raises InputError for an id that is no event in force, and for an event that a correction has joined with another.
    """
    with database.writing() as connection:
        number = _find(connection, event)
        _refuse_joined(connection, event, number)
        correction = store_correction(connection, "part", number, None, made_by, note)
        rejoin(connection, {number, *partners(connection, [number])})
    return correction


def undo_correction(database: Database, correction: int) -> None:
    """The correction no longer counts. Raises InputError when there is none of that number in force."""
    with database.writing() as connection:
        numbers = withdraw_correction(connection, correction)
        if not numbers:
            raise InputError(f"correction {correction}: none of that number is in force; SELECT * FROM corrections shows them")
        in_force = _in_force(connection, numbers)
        rejoin(connection, {*in_force, *partners(connection, in_force)})


def _refuse_joined(connection: Connection, event: str, number: int) -> None:
    """Raises InputError for an event that a correction has joined with another: parted it would still belong there."""
    joins = [str(made.number) for made in read_hands(connection).made if made.kind == "join" and number in made.events]
    if joins:
        raise InputError(f"{event}: joined by hand (correction {', '.join(joins)}); take that back first: dragoman incident undo {joins[0]}")


def _find(connection: Connection, event: str) -> int:
    found: int | None = connection.one("SELECT event_no FROM current_records WHERE id = ?", [event])
    if found is None:
        raise InputError(f"{event}: no event of that id is in force; dragoman timeline shows the ids")
    return found


def _in_force(connection: Connection, numbers: list[int]) -> list[int]:
    """These events, or those that took their place, as far as they are in force."""
    rows = connection.rows(
        "SELECT e.event_no FROM events e JOIN codings c USING (coding_no) WHERE c.superseded IS NULL AND c.article_no IN "
        "(SELECT article_no FROM codings JOIN events USING (coding_no) WHERE list_contains(?, event_no))",
        [numbers],
    )
    return [row[0] for row in rows]
