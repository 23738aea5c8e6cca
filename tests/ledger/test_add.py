"""What is added is stored once, joined into incidents, and never overwritten."""

from collections import defaultdict
from datetime import date, timedelta
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ledger_stories import RUN, told

from dragoman.config import Settings
from dragoman.errors import InputError
from dragoman.ledger.add import Added, settings_of, store_outcomes
from dragoman.ledger.correct import join_events, part_event, undo_correction
from dragoman.ledger.diff import compare_runs
from dragoman.ledger.exchange import take_parquet
from dragoman.merge.incidents import join_reports
from dragoman.model.outcome import Outcome
from dragoman.model.trace import Failure, Run
from dragoman.store.database import Database
from dragoman.store.parquet import write_parquet
from dragoman.store.reports import read_reports

SETTINGS = settings_of(Settings())
STORIES = (
    told("a", "NOR expelled RUS", publisher="The Harbour Post"),
    told("b", "NOR expelled RUS", publisher="Fjord Times"),
    told("c", "NOR expelled RUS", publisher="Northern Echo", published=date(2024, 3, 24)),
    told("d", "SWE expelled RUS", "FIN accused RUS", publisher="Baltic Wire"),
)


def keep(path: Path, *batches: list[Outcome]) -> Database:
    """A ledger with the outcomes, batch by batch."""
    database = Database(path)
    for batch in batches:
        store_outcomes(database, batch, RUN, SETTINGS)
    return database


def incidents(database: Database) -> set[frozenset[str]]:
    """Which events are together, by id."""
    groups = defaultdict(set)
    with database.reading() as connection:
        for event, incident in connection.rows("SELECT id, incident_no FROM current_records"):
            groups[incident].add(event)
    return {frozenset(events) for events in groups.values()}


def test_reports_of_one_happening_are_one_incident(tmp_path: Path) -> None:
    """Two papers' reports of the day are one incident; ten days later it is another."""
    database = keep(tmp_path / "l.duckdb", list(STORIES))
    assert incidents(database) == {frozenset({"a/1", "b/1"}), frozenset({"c/1"}), frozenset({"d/1"}), frozenset({"d/2"})}
    with database.reading() as connection:
        assert connection.rows("SELECT reports, corroboration FROM incidents ORDER BY reports DESC LIMIT 1") == [(2, 2)]


def test_reprints_are_one_witness(tmp_path: Path) -> None:
    """Three papers that print one newsroom's text are one independent publisher, whichever comes first."""
    prints = [told(name, "NOR expelled RUS", publisher=f"Paper {name}", by="A wire") for name in "abc"]
    for order in (prints, prints[::-1]):
        database = keep(tmp_path / f"{order[0].article.id}.duckdb", *([story] for story in order))
        with database.reading() as connection:
            assert connection.rows("SELECT reports, corroboration FROM incidents") == [(3, 1)]


def test_adding_again_changes_nothing(tmp_path: Path) -> None:
    """The same outcomes a second time are known, and everything stays as it was."""
    database = keep(tmp_path / "l.duckdb", list(STORIES))
    before = incidents(database)
    added, _ = store_outcomes(database, list(STORIES), RUN, SETTINGS)
    assert added == Added(known=4)
    assert incidents(database) == before
    with database.reading() as connection:
        assert connection.one("SELECT count(*) FROM events") == 5


def test_order_of_arrival_does_not_matter(tmp_path: Path) -> None:
    """Whatever comes first, the incidents are the same."""
    found = [incidents(keep(tmp_path / f"{i}.duckdb", *([story] for story in order))) for i, order in enumerate(permutations(STORIES[:3]))]
    assert all(groups == found[0] for groups in found)


DEEDS = st.sampled_from(("NOR expelled RUS", "SWE expelled RUS", "NOR accused RUS"))
VAGUENESS = st.sampled_from((0, 0, 0, 1, 2, 9, -1))


def vague(day: date, days: int) -> dict[str, Any]:
    """The fields of a report that tells the day before, or an interval of so many days more, or no day at all for -1."""
    if days < 0:
        return {"date": None, "enddate": day, "date_basis": "published"}
    return {"date": day - timedelta(days=1 + days), "enddate": day - timedelta(days=1)}


DAYS = st.integers(1, 6).map(lambda day: date(2024, 3, day))


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(DEEDS, DAYS, VAGUENESS), min_size=1, max_size=8), st.data())
def test_the_ledger_joins_as_if_at_once(tmp_path_factory: pytest.TempPathFactory, deeds: list[tuple[str, date, int]], data: st.DataObject) -> None:
    """In any order and any batches, and after recoding, the ledger has the incidents that joining all reports at once gives."""
    stories = [told(f"s{i}", deed, published=day, publisher=f"Paper {i}", **vague(day, days)) for i, (deed, day, days) in enumerate(deeds)]
    order = data.draw(st.permutations(stories))
    cut = data.draw(st.integers(0, len(order)))
    database = keep(tmp_path_factory.mktemp("l") / "l.duckdb", order[:cut] or order, order)
    again = data.draw(st.sampled_from(stories))
    store_outcomes(database, [told(again.article.id, "FIN expelled RUS", published=date(2024, 3, 3))], Run("2", "c", "m"), SETTINGS)
    with database.reading() as connection:
        numbers = [row[0] for row in connection.rows("SELECT event_no FROM current_records")]
        reports = list(read_reports(connection, numbers).values())
    groups = defaultdict(set)
    for event, incident in join_reports(reports).items():
        groups[incident].add(event)
    assert incidents(database) == {frozenset(events) for events in groups.values()}


def test_a_recoding_takes_the_place_and_can_be_compared(tmp_path: Path) -> None:
    """Another version's records are in force, the earlier ones stay, and what differs is told."""
    database = keep(tmp_path / "l.duckdb", list(STORIES))
    store_outcomes(database, [told("a", "NOR expelled RUS", event="ACCUSE", mode=())], Run("2.0.0", "test-0", "none"), SETTINGS)
    assert frozenset({"b/1"}) in incidents(database)
    with database.reading() as connection:
        difference = compare_runs(connection, 1, 2)
    assert (difference.articles, difference.same) == (1, 0)
    assert [(change.kind, change.fields) for change in difference.changes] == [("changed", ("event", "mode"))]
    with database.reading() as connection, pytest.raises(InputError, match="run 7: there is none of that number; the runs are 1, 2"):
        compare_runs(connection, 1, 7)


def test_hands_join_and_part_and_take_back(tmp_path: Path) -> None:
    """What is one happening can be decided by hand; taken back, it is as before."""
    database = keep(tmp_path / "l.duckdb", list(STORIES))
    before = incidents(database)
    joined = join_events(database, "a/1", "c/1", "an analyst")
    assert frozenset({"a/1", "b/1", "c/1"}) in incidents(database)
    parted = part_event(database, "b/1", "an analyst")
    assert {frozenset({"a/1", "c/1"}), frozenset({"b/1"})} <= incidents(database)
    for correction in (joined, parted):
        undo_correction(database, correction)
    assert incidents(database) == before
    with pytest.raises(InputError, match="correction 1: none of that number is in force"):
        undo_correction(database, joined)


def test_a_correction_survives_recoding(tmp_path: Path) -> None:
    """A decision by hand holds for the record that takes the place of the one it was about."""
    database = keep(tmp_path / "l.duckdb", list(STORIES))
    part_event(database, "b/1", "an analyst")
    store_outcomes(database, [told("b", "NOR expelled RUS", publisher="Fjord Times")], Run("2.0.0", "test-0", "none"), SETTINGS)
    assert {frozenset({"a/1"}), frozenset({"b/1"})} <= incidents(database)


def test_failures_are_kept_once(tmp_path: Path) -> None:
    """An article that fails is on record with its place and reason, once a run, and takes nothing else with it."""
    failure = Failure("x", "x.txt", "no words in it")
    database = keep(tmp_path / "l.duckdb", [Outcome(STORIES[0].article, failure=failure)], [Outcome(STORIES[0].article, failure=failure), STORIES[1]])
    with database.reading() as connection:
        assert connection.rows("SELECT article, place, reason FROM failures") == [("x", "x.txt", "no words in it")]
        assert connection.one("SELECT count(*) FROM events") == 1


def test_parquet_out_and_in_is_the_same_ledger(tmp_path: Path) -> None:
    """A ledger written to Parquet and taken into an empty one has the same records and incidents; twice changes nothing."""
    one = keep(tmp_path / "one.duckdb", list(STORIES))
    with one.reading() as connection:
        write_parquet(connection, tmp_path / "parts")
    other = Database(tmp_path / "other.duckdb")
    assert take_parquet(other, tmp_path / "parts") == (4, 5)
    assert take_parquet(other, tmp_path / "parts") == (0, 0)
    assert incidents(other) == incidents(one)
    columns = "id, event, actor, recipient, words, evidence, published, publisher, version"
    with one.reading() as mine, other.reading() as theirs:
        assert mine.rows(f"SELECT {columns} FROM records ORDER BY id") == theirs.rows(f"SELECT {columns} FROM records ORDER BY id")
