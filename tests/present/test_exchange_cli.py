"""Records out of the ledger in the formats of the field, and event files into it."""

import hashlib
from pathlib import Path

import polars as pl
import pytest
from msgspec.structs import replace
from tests.ledger_stories import NORWAY_AND_RUSSIA, RUN, run

from dragoman.config import Settings
from dragoman.formats.table import FORMATS, readable
from dragoman.knowledge.codebook import load_codebook
from dragoman.ledger.add import settings_of, store_outcomes
from dragoman.present.api import Ledger
from dragoman.store.database import Database

ABOUT = 'title = "Neighbours"\nversion = "1.0"\nreleased = 2024-07-01\nauthors = ["Ada Maro"]\nlicence = "CC-BY-4.0"\n'


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A ledger of Norway and Russia."""
    path = tmp_path / "l.duckdb"
    store_outcomes(Database(path), NORWAY_AND_RUSSIA, RUN, settings_of(Settings()))
    return path


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_says_what_it_lost(ledger: Path, tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A file of each format is written, and its losses are told: the planned visit is left out."""
    assert run("export", "--format", name, "-o", tmp_path / "out", "--ledger", ledger) == 0
    told = capsys.readouterr().err
    assert f"{name}: 4 records, 1 left out" in told
    assert "said" in told or "confidence" in told or "status" in told
    assert (tmp_path / "out").stat().st_size > 0


@pytest.mark.parametrize("name", readable())
def test_relations_work_over_events_of_others(ledger: Path, tmp_path: Path, name: str) -> None:
    """What one project's file holds stands in another ledger with the same incidents; taking it twice adds nothing."""
    run("export", "--format", name, "-o", tmp_path / "out", "--ledger", ledger)
    other = tmp_path / "other.duckdb"
    assert run("add", "--events", tmp_path / "out", "--ledger", other) == 0
    assert run("add", "--events", tmp_path / "out", "--ledger", other) == 0
    series = Ledger(other).relations("NOR", "RUS")
    assert (
        series.select("period", "incidents", "reports", "mx").rows()
        == Ledger(ledger).relations("NOR", "RUS").select("period", "incidents", "reports", "mx").rows()
    )
    assert Ledger(other).sql("SELECT DISTINCT model FROM current_records").rows() == [(name.removesuffix("-json"),)]


def test_our_own_table_has_a_row_a_record(ledger: Path, tmp_path: Path) -> None:
    """CSV of a ledger holds its records, of the days and status asked for."""
    assert run("export", "-o", tmp_path / "e.csv", "--since", "2024-05", "--status", "actual", "--ledger", ledger) == 0
    assert pl.read_csv(tmp_path / "e.csv").select("id", "publisher").rows() == [("c/1", "TASS")]


def test_a_release_can_be_checked(ledger: Path, tmp_path: Path) -> None:
    """A release holds records, incidents, the codebook and the sums of all its files."""
    (tmp_path / "about.toml").write_text(ABOUT)
    book = load_codebook()
    store_outcomes(Database(ledger), NORWAY_AND_RUSSIA, replace(RUN, codebook=f"{book.version}-{book.digest}"), settings_of(Settings()))
    assert run("export", "--format", "release", "-o", tmp_path / "r", "--about", tmp_path / "about.toml", "--ledger", ledger) == 0
    lines = (line.split("  ") for line in (tmp_path / "r" / "checksums.txt").read_text().splitlines())
    sums = {name: digest for digest, name in lines}
    assert {"events.csv", "incidents.csv", "codebook.yaml", "README.md"} <= sums.keys()
    assert all(hashlib.sha256((tmp_path / "r" / name).read_bytes()).hexdigest() == digest for name, digest in sums.items())
    assert pl.read_csv(tmp_path / "r" / "incidents.csv").height == 3
    assert "Ada Maro" in (tmp_path / "r" / "README.md").read_text()


def test_a_release_with_another_codebook_is_refused(ledger: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A codebook that did not make the records is not published as theirs."""
    (tmp_path / "about.toml").write_text(ABOUT)
    assert run("export", "--format", "release", "-o", tmp_path / "r", "--about", tmp_path / "about.toml", "--ledger", ledger) == 2
    assert "made by the codebook test-0" in capsys.readouterr().err


def test_a_release_without_a_word_about_it_is_refused(ledger: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody can cite what has no title."""
    assert run("export", "--format", "release", "-o", tmp_path / "r", "--ledger", ledger) == 2
    assert "--about" in capsys.readouterr().err


def test_a_file_of_no_events_is_named(ledger: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is no event file ends with one line that names it."""
    (tmp_path / "notes.txt").write_text("only a note\n")
    assert run("add", "--events", tmp_path / "notes.txt", "--ledger", ledger) == 2
    assert "notes.txt" in capsys.readouterr().err
