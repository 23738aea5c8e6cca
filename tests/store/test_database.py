"""The ledger's file: what goes in comes out, several processes share it, and a crash leaves it whole."""

import multiprocessing
import os
import signal
import time
from pathlib import Path

import duckdb
import pytest
from tests.sharers import add_batches, add_rows, ask_rows, count_rows, write_rows

from dragoman.errors import LedgerError
from dragoman.store.database import Database
from dragoman.store.schema import TABLES, VERSION
from dragoman.store.views import VIEWS

ROOT = Path(__file__).parents[2]
SPAWN = multiprocessing.get_context("spawn")


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Database:
    """A ledger with one row, and other processes that find what they are to do."""
    monkeypatch.syspath_prepend(str(ROOT))
    database = Database(tmp_path / "ledger.duckdb")
    with database.writing() as connection:
        write_rows(connection, "first")
    return database


def test_tables_are_those_of_the_schema(database: Database) -> None:
    """A new ledger has every table and view, column by column as documented."""
    with database.reading() as connection:
        for table in TABLES:
            columns = connection.rows("SELECT column_name FROM duckdb_columns() WHERE table_name = ? ORDER BY column_index", [table.name])
            assert [name for (name,) in columns] == [column.name.strip('"') for column in table.columns], table.name
        views = {name for (name,) in connection.rows("SELECT view_name FROM duckdb_views() WHERE NOT internal")}
    assert views == set(VIEWS)


def test_failed_batch_leaves_nothing(database: Database) -> None:
    """What is not done to the end is not done at all."""

    def fail() -> None:
        with database.writing() as connection:
            write_rows(connection, "second")
            connection.rows("SELECT error('the disk is full')")

    with pytest.raises(duckdb.Error, match="the disk is full"):
        fail()
    with database.reading() as connection:
        assert count_rows(connection) == 1


def test_missing_ledger_names_the_fix(tmp_path: Path) -> None:
    """Reading where there is no ledger says how to make one."""
    with (
        pytest.raises(LedgerError, match=r"nowhere\.duckdb: no ledger there; make it with: dragoman add"),
        Database(tmp_path / "nowhere.duckdb").reading(),
    ):
        pass


def test_missing_folder_names_the_fix(tmp_path: Path) -> None:
    """Where no file can be made, the path is named and what would do."""
    with (
        pytest.raises(LedgerError, match=r"l\.duckdb: cannot be written; give a path in a folder that exists"),
        Database(tmp_path / "no" / "l.duckdb").writing(),
    ):
        pass


def test_other_file_is_refused(tmp_path: Path) -> None:
    """A file that is no ledger is named, and left as it is."""
    path = tmp_path / "notes.txt"
    path.write_text("not a database, only some words that fill more than a header" * 400)
    with pytest.raises(LedgerError, match=r"notes\.txt: cannot be opened as a ledger"), Database(path).writing():
        pass
    assert path.read_text().startswith("not a database")


def test_foreign_tables_are_refused(tmp_path: Path) -> None:
    """A DuckDB file of somebody else's is not written into."""
    path = tmp_path / "other.duckdb"
    with duckdb.connect(str(path)) as raw:
        raw.execute("CREATE TABLE mine (x INTEGER)")
    with pytest.raises(LedgerError, match="a DuckDB file with other tables"), Database(path).writing():
        pass


def test_later_ledger_is_refused(database: Database) -> None:
    """A ledger of a later version is not touched by an older program."""
    with database.writing() as connection:
        connection.rows("UPDATE ledger SET schema_version = ?", [VERSION + 1])
    with pytest.raises(LedgerError, match="written by a later dragoman"), database.writing():
        pass


def test_ledger_is_not_opened_twice_by_a_thread(database: Database) -> None:
    """A thread that would wait for itself is told so."""
    with database.reading(), pytest.raises(RuntimeError, match="wait for itself"), database.writing():
        pass


def test_writers_and_readers_share_the_file(database: Database) -> None:
    """Two writers and four readers at once: no error, nothing lost, nobody starved."""
    until = time.time() + float(os.environ.get("DRAGOMAN_TEST_SECONDS", "6"))
    writers = [SPAWN.Process(target=add_rows, args=(database.path, f"writer{i}", until)) for i in range(2)]
    readers = [SPAWN.Process(target=ask_rows, args=(database.path, f"reader{i}", until)) for i in range(4)]
    for process in (*writers, *readers):
        process.start()
    for process in (*writers, *readers):
        process.join()
    assert [process.exitcode for process in (*writers, *readers)] == [0] * 6
    done = {
        name: int(Path(f"{database.path}.{name}.count").read_text()) for name in ("writer0", "writer1", "reader0", "reader1", "reader2", "reader3")
    }
    assert min(done.values()) > 0, done
    with database.reading() as connection:
        assert count_rows(connection) == 1 + done["writer0"] + done["writer1"]


@pytest.mark.parametrize("delay_ms", [0, 30, 70, 120, 180, 250])
def test_killed_writer_leaves_the_ledger_whole(database: Database, delay_ms: int) -> None:
    """After a kill at any moment the ledger opens, what was done is there, and each batch is there whole or not at all."""
    process = SPAWN.Process(target=add_batches, args=(database.path,))
    process.start()
    done = 1
    while done == 1:
        with database.reading() as connection:
            done = count_rows(connection)
    time.sleep(delay_ms / 1000)
    assert process.pid is not None
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    with database.reading() as connection:
        assert count_rows(connection) >= done
        batches = connection.rows("SELECT article, count(*) FROM failures WHERE article <> 'first' GROUP BY article")
    assert {count for _, count in batches} == {50}
    with database.writing() as connection:
        write_rows(connection, "after")
