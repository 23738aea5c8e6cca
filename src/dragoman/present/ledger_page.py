"""The reference page of the ledger's tables and views, read off the schema."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from dragoman.present.wording import row, table
from dragoman.store.database import Database
from dragoman.store.schema import TABLES
from dragoman.store.views import VIEWS

JOINS = (
    "Spans count characters from 0, the end excluded: `substring(text, span_start + 1, span_end - span_start)` are the words. "
    'The views have them cut out already. In R: `DBI::dbConnect(duckdb::duckdb(), "dragoman.duckdb", read_only = TRUE)`; '
    'in Python: `Ledger("dragoman.duckdb").sql("FROM current_records")`.'
)


def ledger_page() -> Iterator[str]:
    """Every table and view of the ledger with its columns."""
    yield from ("# The ledger's tables", "", JOINS)
    yield from ("", "## Views")
    columns = _view_columns()
    for name, (_, says) in VIEWS.items():
        yield from ("", f"### {name}", "", f"{says[:1].upper()}{says[1:]}.")
        yield from table("column", "type")
        yield from (row(f"`{column}`", f"`{kind}`") for column, kind in columns[name])
    yield from ("", "## Tables")
    for entry in TABLES:
        yield from ("", f"### {entry.name}", "", f"A row is {entry.row}.")
        yield from table("column", "type", "meaning")
        yield from (row(f"`{column.name}`", f"`{column.type}`", column.says) for column in entry.columns)


def _view_columns() -> dict[str, list[tuple[str, str]]]:
    """Names and types of each view's columns, as an empty ledger gives them."""
    with TemporaryDirectory() as folder, Database(Path(folder) / "empty.duckdb").writing() as connection:
        return {name: [(column, kind) for column, kind, *_ in connection.rows(f"DESCRIBE {name}")] for name in VIEWS}
