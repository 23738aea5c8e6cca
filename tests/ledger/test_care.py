"""Nothing is lost or mixed up: ids, reprints, corrections and questions that could go wrong."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from tests.ledger_stories import RUN, told

from dragoman.config import Settings
from dragoman.errors import InputError, LedgerError
from dragoman.ledger.add import Added, settings_of, store_outcomes
from dragoman.ledger.correct import join_events, part_event
from dragoman.ledger.exchange import take_parquet
from dragoman.model.event import Speaker
from dragoman.model.outcome import Outcome
from dragoman.present.api import Ledger
from dragoman.store.corrections import read_hands
from dragoman.store.database import Database
from dragoman.store.parquet import write_parquet
from dragoman.store.schema import VERSION
from dragoman.store.search import patterns_of

SETTINGS = settings_of(Settings())


def placed(outcome: Outcome, place: str) -> Outcome:
    """The outcome of an article whose id was made from the name of this file."""
    return replace(outcome, article=replace(outcome.article, place=place, own_id=False))


def keep(path: Path, *outcomes: Outcome) -> Database:
    """A ledger with the outcomes."""
    database = Database(path)
    store_outcomes(database, list(outcomes), RUN, SETTINGS)
    return database


def test_files_of_one_name_do_not_take_each_others_place(tmp_path: Path) -> None:
    """Another folder's note.txt is told as a failure and changes nothing; the same file, changed, is an update."""
    database = keep(tmp_path / "l.duckdb", placed(told("note", "NOR expelled RUS"), "a/note.txt"))
    added, failures = store_outcomes(database, [placed(told("note", "SWE met FIN"), "b/note.txt")], RUN, SETTINGS)
    assert added == Added(failed=1)
    assert "a/note.txt" in failures[0].reason
    added, _ = store_outcomes(database, [placed(told("note", "SWE met RUS"), "a/note.txt")], RUN, SETTINGS)
    assert added.articles == 1
    with database.reading() as connection:
        assert connection.rows("SELECT actor_code FROM current_records") == [("SWE",)]


def test_one_id_twice_in_a_batch_is_told(tmp_path: Path) -> None:
    """Two texts under one id at once: the first stays, whole, the second is a failure."""
    database = Database(tmp_path / "l.duckdb")
    added, failures = store_outcomes(database, [told("x", "NOR expelled RUS"), told("x", "SWE met FIN")], RUN, SETTINGS)
    assert (added.articles, added.failed, failures[0].article) == (1, 1, "x")
    with database.reading() as connection:
        assert connection.rows("SELECT id, words FROM current_records") == [("x/1", "expelled")]


def test_parts_taken_in_leave_no_key_or_link_twice(tmp_path: Path) -> None:
    """Reprints that come with Parquet parts have the keys and links that they have where they were added."""
    prints = [told(name, "NOR expelled RUS", publisher=f"Paper {name}", by="A wire") for name in "abcd"]
    one = keep(tmp_path / "one.duckdb", *prints)
    with one.reading() as connection:
        write_parquet(connection, tmp_path / "parts")
    other = Database(tmp_path / "other.duckdb")
    take_parquet(other, tmp_path / "parts")
    counts = "SELECT (SELECT count(*) FROM incident_keys), (SELECT count(*) FROM links), (SELECT corroboration FROM incidents)"
    with one.reading() as mine, other.reading() as theirs:
        assert mine.rows(counts) == theirs.rows(counts)


def test_corrections_go_with_the_parts(tmp_path: Path) -> None:
    """A decision by hand holds in the ledger that takes the parts in, once however often it takes them."""
    one = keep(tmp_path / "one.duckdb", told("a", "NOR expelled RUS", publisher="Post"), told("b", "NOR expelled RUS", publisher="Times"))
    part_event(one, "b/1", "maria", "another envoy")
    with one.reading() as connection:
        write_parquet(connection, tmp_path / "parts")
    other = Database(tmp_path / "other.duckdb")
    for _ in range(2):
        take_parquet(other, tmp_path / "parts")
    with other.reading() as connection:
        assert [(made.kind, made.by, made.note) for made in read_hands(connection).made] == [("part", "maria", "another envoy")]
        assert connection.one("SELECT count(*) FROM incidents") == 2


def test_a_new_headline_keeps_the_decision(tmp_path: Path) -> None:
    """The same text under another title is the same text to a correction."""
    stories = [told("a", "NOR expelled RUS", publisher="Post"), told("b", "NOR expelled RUS", publisher="Times")]
    database = keep(tmp_path / "l.duckdb", *stories)
    part_event(database, "b/1", "maria")
    renamed = replace(stories[1], article=replace(stories[1].article, title="Envoys told to go"))
    store_outcomes(database, [renamed], RUN, SETTINGS)
    with database.reading() as connection:
        assert connection.one("SELECT count(*) FROM incidents") == 2


def test_decisions_that_would_do_nothing_are_refused(tmp_path: Path) -> None:
    """An event joined by hand cannot be parted, nor one be joined with itself; the way out is named."""
    database = keep(tmp_path / "l.duckdb", told("a", "NOR expelled RUS"), told("b", "SWE met FIN"))
    join_events(database, "a/1", "b/1", "maria")
    with pytest.raises(InputError, match="dragoman incident undo 1"):
        part_event(database, "a/1", "maria")
    with pytest.raises(InputError, match="cannot be joined with itself"):
        join_events(database, "a/1", "a/1", "maria")


def test_voices_are_weighed_by_incident(tmp_path: Path) -> None:
    """A speaker's mean is over incidents: three papers on one meeting do not outweigh one strike."""
    met: dict[str, Any] = {"event": "CONSULT", "quad_code": "VC", "event_scale": 4.0}
    struck: dict[str, Any] = {"event": "ASSAULT", "quad_code": "MX", "event_scale": -9.0}
    outcomes = [told(name, "NOR met RUS", publisher=f"Paper {name}", **met) for name in "abc"] + [told("d", "NOR struck RUS", **struck)]
    says = [replace(o, events=tuple(replace(e, said_by=(Speaker("Norway", e.actor[0].span, "Norway", "NOR"),)) for e in o.events)) for o in outcomes]
    database = keep(tmp_path / "l.duckdb", *says)
    assert Ledger(database.path).voices("NOR", "RUS").select("speaker", "incidents", "reports", "mean").rows() == [("NOR", 2, 4, -2.5)]


@pytest.mark.parametrize("words", ["Öcalan", "Élysée", "100 €", '"the Élysée said"'])
def test_search_knows_every_script(tmp_path: Path, words: str) -> None:
    """Words that begin with any letter are found, and signs too."""
    story = told("a", "NOR expelled RUS")
    text = f"{story.article.text} Öcalan paid 100 € when the Élysée said so."
    ledger = Ledger(keep(tmp_path / "l.duckdb", replace(story, article=replace(story.article, text=text))).path)
    assert [row["id"] for row in ledger.search(words)[0]] == ["a"]


def test_search_keeps_short_words_whole() -> None:
    """ "war" is not "warm": only words of four letters and more may go on."""
    short, long = patterns_of("war memorandum")
    assert not short.endswith("*")
    assert long.endswith("*")


def test_questions_of_ones_own_touch_nothing(tmp_path: Path) -> None:
    """A query can write no file, and a wrong one is told in a line."""
    ledger = Ledger(keep(tmp_path / "l.duckdb", told("a", "NOR expelled RUS")).path)
    with pytest.raises(InputError, match="cannot be answered"):
        ledger.sql(f"COPY events TO '{tmp_path / 'out.csv'}'")
    assert not (tmp_path / "out.csv").exists()
    for wrong in ("SELEKT 1", ""):
        with pytest.raises(InputError, match="cannot be answered"):
            ledger.sql(wrong)
    with pytest.raises(InputError, match="without as_of"):
        Ledger(ledger.database.path, as_of=date(2024, 1, 1)).sql("SELECT 1")


def test_questions_in_python_are_checked(tmp_path: Path) -> None:
    """One word does for a tuple; days the wrong way round are refused, not answered with nothing."""
    ledger = Ledger(keep(tmp_path / "l.duckdb", told("a", "NOR expelled RUS")).path)
    assert ledger.relations("NOR", "RUS", status="actual", event="SANCTION")["incidents"].sum() == 1
    with pytest.raises(InputError, match="give the earlier day first"):
        ledger.timeline("NOR", since=date(2024, 2, 1), until=date(2024, 1, 1))


def test_a_later_ledger_is_not_read_either(tmp_path: Path) -> None:
    """What a later version wrote is refused before a question is asked."""
    database = keep(tmp_path / "l.duckdb", told("a", "NOR expelled RUS"))
    with database.writing() as connection:
        connection.rows("UPDATE ledger SET schema_version = ?", [VERSION + 1])
    with pytest.raises(LedgerError, match="written by a later dragoman"), database.reading():
        pass
