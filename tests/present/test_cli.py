"""The command line tells what is wrong, and ends with the status it promises."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.present.cli import main

SRC = Path(__file__).parents[2] / "src"


def status(*words: str) -> int:
    """The exit status of the command."""
    with pytest.raises(SystemExit) as end:
        main(list(words))
    return int(end.value.code or 0)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, with one article."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("Norway expelled two Russian diplomats on Tuesday.\n")
    return tmp_path


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["code", "none.txt"], "none.txt: no such file"),
        (["code", "a.txt", "--format", "xml"], "--format xml: unknown format; the formats are table, jsonl, csv, parquet"),
        (["code", "a.txt", "-o", "none/a.csv"], "-o none/a.csv: cannot be written; give a file in a folder that exists"),
        (["code", "a.txt", "-o", "."], "-o .: cannot be written"),
        (["code", "a.txt", "--published", "2023-02-30"], "2023-02-30"),
        (["code", "a.txt", "--settings", "none.toml"], "none.toml: "),
        (["code", "a.txt", "--codebook", "none.yaml"], "none.yaml"),
        (["code", "a.txt", "--codebook", "a.txt"], "a.txt: "),
        (["code", "a.txt", "--min-confidence", "2"], "--min-confidence"),
        (["code", "a.txt", "--workers", "0"], "--workers"),
        (["code"], "paths"),
        (["codebook", "sancton"], "Did you mean SANCTION?"),
        (["codebook", "--file", "none.yaml"], "none.yaml"),
        (["evaluate", "none.jsonl"], "none.jsonl: cannot be read"),
        (["evaluate", "pairs", "a.txt"], "a.txt:1: the columns"),
        (["codde"], "codde"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
@pytest.mark.usefixtures("here")
def test_wrong_input_ends_with_two_and_says_why(capsys: pytest.CaptureFixture[str], words: list[str], message: str) -> None:
    """The message names what is wrong on standard error; nothing else is printed."""
    assert status(*words) == 2
    told = capsys.readouterr()
    assert message in " ".join(told.err.split())
    assert told.out == ""
    assert "Traceback" not in told.err


def test_input_that_cannot_be_read_leaves_the_output_as_it_was(here: Path) -> None:
    """An earlier result is not wiped by a mistyped path."""
    (here / "events.csv").write_text("earlier")
    assert status("code", "none.txt", "--format", "csv", "-o", "events.csv") == 2
    assert (here / "events.csv").read_text() == "earlier"


@pytest.mark.parametrize(
    "words", [["--help"], ["code", "--help"], ["codebook", "--help"], ["evaluate", "--help"], ["evaluate", "pairs", "--help"]], ids=" ".join
)
def test_help_ends_with_zero(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    """Every command explains itself."""
    assert status(*words) == 0
    assert "Usage" in capsys.readouterr().out


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """The package's version, and no more."""
    from dragoman import __version__

    assert status("--version") == 0
    assert capsys.readouterr().out == f"dragoman {__version__}\n"


def test_the_codebook_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """A CAMEO code leads to its type."""
    assert status("codebook", "166") == 0
    assert "SANCTION/expel" in capsys.readouterr().out


def test_a_reader_that_leaves_ends_the_program_in_peace() -> None:
    """The handbook into a closed pipe: status 0 and no complaint."""
    reading, writing = os.pipe()
    os.close(reading)
    run = [sys.executable, "-m", "dragoman.present.cli", "codebook"]
    done = subprocess.run(run, stdout=writing, stderr=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(SRC)}, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")
