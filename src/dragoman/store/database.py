"""The ledger's file, opened for as long as one question or one batch takes."""

import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb
import pyarrow as pa

from dragoman.errors import InputError, LedgerError
from dragoman.store.lock import exclusive, shared
from dragoman.store.migrations import MIGRATIONS
from dragoman.store.schema import TABLES, VERSION
from dragoman.store.views import VIEWS

if TYPE_CHECKING:
    import polars as pl

SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "allow_unsigned_extensions": False,
}
FOREIGN_WAIT_S = 20.0  # how long a file that a program other than ours keeps open is waited for


class Connection:
    """The open file: statements with values as parameters, rows as tuples, dictionaries or Arrow tables."""

    def __init__(self, raw: duckdb.DuckDBPyConnection) -> None:
        self.raw = raw

    def rows(self, sql: str, values: Any = ()) -> list[tuple[Any, ...]]:
        """The answer, a tuple a row; empty for a statement that answers nothing."""
        return self.raw.execute(sql, values).fetchall()

    def one(self, sql: str, values: Any = ()) -> Any:
        """The first value of the first row, None when there is no row."""
        found = self.rows(sql, values)
        return found[0][0] if found else None

    def dicts(self, sql: str, values: Any = ()) -> list[dict[str, Any]]:
        """The answer, a dictionary a row."""
        answer = self.raw.execute(sql, values)
        names = [column[0] for column in answer.description]
        return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]

    def arrow(self, sql: str, values: Any = ()) -> pa.Table:
        """The answer as an Arrow table."""
        return self.raw.sql(sql, params=values).to_arrow_table()

    def frame(self, sql: str, values: Any = ()) -> "pl.DataFrame":
        """The answer as a Polars frame."""
        import polars as pl

        return pl.DataFrame(self.arrow(sql, values))

    def answer(self, query: str, values: Any = ()) -> "pl.DataFrame":
        """The answer to a query that is not ours, which can neither change anything nor touch another file.

        Raises InputError for what is no query.
        """
        self.raw.execute("SET enable_external_access = false")
        try:
            return self.frame(query, values)
        except (duckdb.Error, AttributeError) as error:
            raise InputError(f"the query cannot be answered: {str(error).splitlines()[0]}") from error

    def insert(self, table: str, rows: list[dict[str, Any]]) -> None:
        """The rows stand in the table; their keys are its columns, one left out is NULL."""
        if rows:
            self.insert_arrow(table, pa.Table.from_pylist(rows, schema=self._schema(table)))

    def insert_arrow(self, table: str, rows: pa.Table) -> None:
        """The rows of an Arrow table stand in the table, column by name."""
        with self.given("incoming", rows):
            self.raw.execute(f"INSERT INTO {table} BY NAME SELECT * FROM incoming")

    @contextmanager
    def given(self, name: str, rows: pa.Table) -> Iterator[None]:
        """The rows can be asked for under the name."""
        self.raw.register(name, rows)
        try:
            yield
        finally:
            self.raw.unregister(name)

    def _schema(self, table: str) -> pa.Schema:
        return self.arrow(f"SELECT * FROM {table} LIMIT 0").schema

    def next_number(self, table: str, column: str) -> int:
        """A number not yet in the column; stays free while the writer holds the file."""
        return int(self.one(f"SELECT coalesce(max({column}), 0) + 1 FROM {table}"))


class Database:
    """The file at `path`: many may read it at once, one writes, everybody waits for their turn."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._mine = threading.local()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """The file open for questions; raises LedgerError when there is none."""
        if not self.path.is_file():
            raise LedgerError(f"{self.path}: no ledger there; make it with: dragoman add PATH --ledger {self.path}")
        with self._turn(), shared(self.path):
            connection = self._open(read_only=True)
            try:
                version = _version(connection)
                _check_version(version, self.path)
                stale = version < VERSION
                if not stale:
                    yield connection
            finally:
                connection.raw.close()
        if stale:
            with self.writing():
                pass  # brings the tables up to date
            with self.reading() as connection:
                yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """The file open for changes, made when missing; all that is done stays, or none of it.

        Raises LedgerError where the file cannot be made or used.
        """
        if not os.access(self.path if self.path.exists() else self.path.parent, os.W_OK):
            raise LedgerError(f"{self.path}: cannot be written; give a path in a folder that exists and is yours to write in")
        with self._turn(), exclusive(self.path):
            connection = self._open(read_only=False)
            try:
                connection.raw.execute("BEGIN")
                _prepare(connection, self.path)
                yield connection
                connection.raw.execute("COMMIT")
            finally:
                connection.raw.close()  # what is not committed is undone

    @contextmanager
    def _turn(self) -> Iterator[None]:
        if getattr(self._mine, "open", False):
            raise RuntimeError("this thread has the ledger open already and would wait for itself")
        self._mine.open = True
        try:
            yield
        finally:
            self._mine.open = False

    def _open(self, *, read_only: bool) -> Connection:
        """The file opened; waits for a program other than ours that keeps it open."""
        until = time.monotonic() + FOREIGN_WAIT_S
        while True:
            try:
                return Connection(duckdb.connect(str(self.path), read_only=read_only, config=SETTINGS))
            except duckdb.IOException as error:
                if "lock" not in str(error).lower() or time.monotonic() > until:
                    raise LedgerError(_why(self.path, error)) from error
                time.sleep(0.1)
            except duckdb.Error as error:
                raise LedgerError(_why(self.path, error)) from error


def _why(path: Path, error: duckdb.Error) -> str:
    first = str(error).strip().splitlines()[0]
    fix = "close the program that keeps it open" if "lock" in first.lower() else "give the path of a ledger, or of a file that does not exist yet"
    return f"{path}: cannot be opened as a ledger ({first}); {fix}"


def _version(connection: Connection) -> int:
    """The version of the tables; 0 for a new file."""
    known = connection.one("SELECT count(*) FROM duckdb_tables() WHERE table_name = 'ledger'")
    return int(connection.one("SELECT schema_version FROM ledger")) if known else 0


def _prepare(connection: Connection, path: Path) -> None:
    """The tables are there and of this version; raises LedgerError for a file that is no ledger, or a newer one."""
    version = _version(connection)
    _check_version(version, path)
    if version == 0:
        if connection.one("SELECT count(*) FROM duckdb_tables()"):
            raise LedgerError(f"{path}: a DuckDB file with other tables; give a path of its own to the ledger")
        _create(connection)
    elif version < VERSION:
        for step in range(version, VERSION):
            for statement in MIGRATIONS[step]:
                connection.raw.execute(statement)
        connection.raw.execute("UPDATE ledger SET schema_version = ?", [VERSION])


def _check_version(version: int, path: Path) -> None:
    if version > VERSION:
        raise LedgerError(f"{path}: written by a later dragoman (tables {version}, this one knows {VERSION}); install that one")


def _create(connection: Connection) -> None:
    for table in TABLES:
        connection.raw.execute(table.create_sql())
    for sql, _ in VIEWS.values():
        connection.raw.execute(sql)
    connection.raw.execute("INSERT INTO ledger VALUES (?)", [VERSION])
