"""Ledgers into each other, and event files of others into a ledger."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from dragoman.ledger.assign import assign
from dragoman.ledger.reprints import group_reprints
from dragoman.store.database import Connection, Database
from dragoman.store.parquet import read_parquet

AT_ONCE = 2000  # events joined to their incidents at once: what is read for them stays small in memory


def take_parquet(database: Database, folder: Path) -> tuple[int, int]:
    """The articles and events of a folder that a ledger was exported to stand in this one too; how many were new.

    Incidents are joined anew over both. Taking the same folder twice changes nothing.
    """
    with database.writing() as connection:
        articles, fresh, gone = read_parquet(connection, folder)
        regrouped = group_reprints(connection, dict(_texts(connection, articles)))
        for part in _parts(fresh):
            assign(connection, part)
        assign(connection, [], gone, sorted(set(regrouped) - set(articles)))
    return len(articles), len(fresh)


def _texts(connection: Connection, articles: list[int]) -> list[tuple[int, str]]:
    return connection.rows("SELECT article_no, text FROM articles WHERE list_contains(?, article_no)", [articles])


def _parts(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(numbers), AT_ONCE):
        yield numbers[start : start + AT_ONCE]
