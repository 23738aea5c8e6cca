"""The ledger as Parquet files, a folder a table, and such folders taken into a ledger."""

from pathlib import Path

from dragoman.errors import InputError
from dragoman.store.database import Connection

MONTHLY = ("articles", "codings", "events", "parties", "speakers", "evidence")
WHOLE = ("runs", "corrections", "failures")
OF_EVENTS = ("parties", "speakers", "evidence")

_MONTH = "coalesce(strftime(a.published, '%Y-%m'), 'none') AS month"
_SOURCES = {
    "articles": "articles a",
    "codings": "codings t JOIN articles a USING (article_no)",
    "events": "events t JOIN codings c USING (coding_no) JOIN articles a USING (article_no)",
    **dict.fromkeys(OF_EVENTS, "{table} t JOIN events e USING (event_no) JOIN codings c USING (coding_no) JOIN articles a USING (article_no)"),
}


def write_parquet(connection: Connection, folder: Path) -> None:
    """Every article, coding and event stands in the folder, partitioned by month of publication; runs and corrections beside them.

    Incidents are left out: they follow from the events. Raises InputError for a folder that holds something.
    """
    if folder.exists() and any(folder.iterdir()):
        raise InputError(f"{folder}: not empty; give a folder that is new, or empty it first")
    folder.mkdir(parents=True, exist_ok=True)
    for table in MONTHLY:
        source, columns = _SOURCES[table].format(table=table), "a.*" if table == "articles" else "t.*"
        connection.rows(f"COPY (SELECT {columns}, {_MONTH} FROM {source}) TO {_quoted(folder / table)} (FORMAT parquet, PARTITION_BY (month))")
    for table in WHOLE:
        connection.rows(f"COPY {table} TO {_quoted(folder / f'{table}.parquet')} (FORMAT parquet)")


def _quoted(path: Path) -> str:
    """The path as a literal: a place to copy to cannot be a parameter."""
    return "'" + str(path).replace("'", "''") + "'"


def read_parquet(connection: Connection, folder: Path) -> tuple[list[int], list[int], list[int]]:
    """What the folder holds and the ledger lacks stands in the ledger; numbers of its new articles, of events now in force and no longer.

    Of two codings of an article the later one is in force. Raises InputError for a folder that is none of ours.
    """
    for table in (*MONTHLY, "runs", "corrections"):
        _open_table(connection, folder, table)
    for statement in _MERGE_SQL.split(";"):
        connection.rows(statement)
    in_force = "SELECT e.event_no FROM events e JOIN codings c USING (coding_no) WHERE c.superseded IS NULL"
    fresh = connection.rows(f"SELECT event_no FROM new_events SEMI JOIN ({in_force}) USING (event_no) ORDER BY event_no")
    gone = connection.rows(f"SELECT event_no FROM incident_members ANTI JOIN ({in_force}) USING (event_no) ORDER BY event_no")
    articles = connection.rows("SELECT article_no FROM article_map WHERE fresh ORDER BY article_no")
    return [row[0] for row in articles], [row[0] for row in fresh], [row[0] for row in gone]


def _open_table(connection: Connection, folder: Path, table: str) -> None:
    """The table of the folder can be asked for as `in_` and its name; an empty one where the folder has no rows of it."""
    files = sorted((folder / table).rglob("*.parquet")) if table in MONTHLY else [folder / f"{table}.parquet"]
    if table in ("runs", "articles") and not (files and files[0].is_file()):
        raise InputError(f"{folder}: no {table} in it; give a folder that dragoman export --format ledger wrote")
    if files and files[0].is_file():
        files_sql = ", ".join(_quoted(file) for file in files)
        options = f"hive_partitioning = {table in MONTHLY}, hive_types_autocast = false"
        connection.rows(f"CREATE TEMP TABLE in_{table} AS SELECT * FROM read_parquet([{files_sql}], {options})")
    else:
        month = ", 'none' AS month" if table in MONTHLY else ""
        connection.rows(f"CREATE TEMP TABLE in_{table} AS SELECT *{month} FROM {table} LIMIT 0")


_NEXT = "(SELECT coalesce(max({column}), 0) FROM {table}) + row_number() OVER (ORDER BY i.{column})"
_OF_EVENTS_SQL = """
INSERT INTO {table} BY NAME SELECT i.* EXCLUDE (month) REPLACE (m.event_no AS event_no) FROM in_{table} i JOIN new_events m ON i.event_no = m.was"""
_MERGE_SQL = f"""
CREATE TEMP TABLE run_map AS
SELECT i.run_no AS was, r.run_no IS NULL AS fresh, coalesce(r.run_no, {_NEXT.format(table="runs", column="run_no")}) AS run_no
FROM in_runs i LEFT JOIN runs r USING (version, codebook, model, settings);
INSERT INTO runs BY NAME SELECT i.* REPLACE (m.run_no AS run_no) FROM in_runs i JOIN run_map m ON i.run_no = m.was WHERE m.fresh;
CREATE TEMP TABLE article_map AS
SELECT i.article_no AS was, a.article_no IS NULL AS fresh, coalesce(a.article_no, {_NEXT.format(table="articles", column="article_no")}) AS article_no
FROM in_articles i LEFT JOIN articles a USING (id, digest);
INSERT INTO articles BY NAME SELECT i.* EXCLUDE (month) REPLACE (m.article_no AS article_no, m.article_no AS group_no)
FROM in_articles i JOIN article_map m ON i.article_no = m.was WHERE m.fresh;
CREATE TEMP TABLE coding_map AS
SELECT i.coding_no AS was, {_NEXT.format(table="codings", column="coding_no")} AS coding_no, a.article_no, r.run_no
FROM in_codings i JOIN article_map a ON i.article_no = a.was JOIN run_map r ON i.run_no = r.was
WHERE NOT EXISTS (FROM codings c WHERE c.article_no = a.article_no AND c.run_no = r.run_no AND c.coded >= i.coded);
INSERT INTO codings BY NAME SELECT i.* EXCLUDE (month) REPLACE (m.coding_no AS coding_no, m.article_no AS article_no, m.run_no AS run_no)
FROM in_codings i JOIN coding_map m ON i.coding_no = m.was;
CREATE TEMP TABLE new_events AS
SELECT i.event_no AS was, {_NEXT.format(table="events", column="event_no")} AS event_no, m.coding_no
FROM in_events i JOIN coding_map m ON i.coding_no = m.was;
INSERT INTO events BY NAME SELECT i.* EXCLUDE (month) REPLACE (m.event_no AS event_no, m.coding_no AS coding_no)
FROM in_events i JOIN new_events m ON i.event_no = m.was;
{";".join(_OF_EVENTS_SQL.format(table=table) for table in OF_EVENTS)};
INSERT INTO corrections BY NAME
SELECT i.* REPLACE ({_NEXT.format(table="corrections", column="correction_no")} AS correction_no, m.event_no AS event_no, o.event_no AS other_no)
FROM in_corrections i JOIN new_events m ON i.event_no = m.was LEFT JOIN new_events o ON i.other_no = o.was;
CREATE TEMP TABLE ends AS
SELECT c.coding_no, lead(c.coded) OVER (PARTITION BY a.id ORDER BY c.coded, c.coding_no) AS ended
FROM codings c JOIN articles a USING (article_no) WHERE a.id IN (SELECT id FROM in_articles);
UPDATE codings SET superseded = ends.ended FROM ends WHERE codings.coding_no = ends.coding_no
"""
