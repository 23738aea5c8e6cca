"""What other processes do with a ledger while a test looks on."""

import time
from pathlib import Path

from dragoman.store.database import Connection, Database


def count_rows(connection: Connection) -> int:
    """How many rows there are."""
    return int(connection.one("SELECT count(*) FROM failures"))


def write_rows(connection: Connection, name: str, rows: int = 1) -> None:
    """So many rows of the name are written."""
    connection.insert("failures", [{"run_no": 1, "article": name, "place": str(i), "reason": "r"} for i in range(rows)])


def add_rows(path: Path, name: str, until: float) -> None:
    """Writes a row at a time until then; how many stands in a file."""
    database, number = Database(path), 0
    while time.time() < until:
        with database.writing() as connection:
            write_rows(connection, f"{name}-{number}")
        number += 1
    Path(f"{path}.{name}.count").write_text(str(number))


def ask_rows(path: Path, name: str, until: float) -> None:
    """Counts the rows until then; how often stands in a file. Fails when there are fewer than before."""
    database, asked, seen = Database(path), 0, 0
    while time.time() < until:
        with database.reading() as connection:
            count = count_rows(connection)
        if count < seen:
            raise RuntimeError(f"{count} rows after {seen}")
        seen, asked = count, asked + 1
    Path(f"{path}.{name}.count").write_text(str(asked))


def add_batches(path: Path) -> None:
    """Writes batches of 50 rows until it is killed."""
    database, number = Database(path), 0
    while True:
        with database.writing() as connection:
            write_rows(connection, f"batch-{number}", rows=50)
        number += 1
