"""Options of the ledger's commands that cannot be are refused, each with what to do, before anything is asked."""

from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from tests.ledger_stories import NORWAY_AND_RUSSIA, RUN, run, told

from dragoman.config import Settings
from dragoman.ledger.add import settings_of, store_outcomes
from dragoman.model.outcome import Outcome
from dragoman.store.database import Database


def keep(path: Path, *stories: Outcome) -> Path:
    """A ledger of the stories."""
    store_outcomes(Database(path), list(stories), RUN, settings_of(Settings()))
    return path


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of Norway and Russia."""
    return keep(tmp_path_factory.mktemp("l") / "l.duckdb", *NORWAY_AND_RUSSIA)


REFUSED = {
    "relations NOR RUS --type accuse": "Did you mean ACCUSE?",
    "relations NOR RUS --type SANCTIONS": "Did you mean SANCTION?",
    "timeline NOR RUS --context militry": "Did you mean military?",
    "timeline NOR RUS --context zzzz": "The names are ",
    "relations NOR RUS --since 2025 --until 2024": "--since 2025 is after --until 2024",
    "brief NOR RUS --since 2025 --until 2024": "swap the two",
    "export --since 2025 --until 2024": "swap the two",
    "relations NOR RUS --since 0000": "--since 0000: the year cannot be asked for",
    "relations NOR RUS --until 0000-05": "--until 0000-05: the year cannot be asked for",
    "relations NOR RUS --until 9999": "--until 9999: the year cannot be asked for",
    "relations NOR RUS --since 0001 --by day": "more than 20,000 periods of a day; choose a longer step",
    "network --since 0001 --until 2024 --by day": "more than 20,000 periods of a day",
    "relations NOR RUS --voices --outlets": "--voices and --outlets do not go together",
    "relations NOR RUS --voices --by month": "--voices and --by do not go together",
    "relations NOR RUS --outlets --split quad": "--outlets and --split do not go together",
    "relations NOR RUS --voices --plot x.svg": "--voices and --plot do not go together",
    "relations NOR RUS --outlets --map x.svg": "--outlets and --map do not go together",
    "relations NOR RUS --split quad --plot x.svg": "--split and --plot do not go together",
    "relations NOR RUS --plot x.pdf": "--plot x.pdf: unknown suffix '.pdf'; write to .svg or .png or .html",
    "relations NOR RUS --map nodir/x.svg": "--map nodir/x.svg: there is no folder nodir; give a file in a folder that exists",
    "relations NOR RUS -o nodir/x.csv": "-o nodir/x.csv: there is no folder nodir; give a file in a folder that exists",
    "relations NOR RUS -o x.txt": "-o x.txt: unknown suffix '.txt'; write to .csv or .parquet",
    "network --plot x.pdf": "--plot x.pdf: unknown suffix",
    "network --matrix nodir/x.svg": "--matrix nodir/x.svg: there is no folder",
    "network -o nodir/x.csv": "give a file in a folder that exists",
    "network --since 2024 --until 2025 --by year --plot x.svg": "--by and --plot do not go together",
    "network --since 2024 --until 2025 --by year --matrix x.svg": "--by and --matrix do not go together",
    "network --month 2025": "--month 2025: no month of the calendar; write it as YYYY-MM",
    "network --month 2025-13": "--month 2025-13: no month",
    "network --month 0000-01": "--month 0000-01: no month",
    "network --month 2024-03 --since 2024": "--month and --since do not go together",
    "network --month 2024-03 --until 2024": "--month and --until do not go together",
    "relations 'CHN RUS'": "with commas between: CHN,RUS",
}


@pytest.mark.parametrize("words", REFUSED)
def test_what_cannot_be_is_refused(ledger: Path, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Each ends with status 2 and one line that names the option and the way out; nothing is printed before it."""
    command, *rest = words.replace("'CHN RUS'", "CHN_RUS").split()
    assert run(command, *(word.replace("CHN_RUS", "CHN RUS") for word in rest), "--ledger", ledger) == 2
    told = capsys.readouterr()
    assert REFUSED[words] in " ".join(told.err.split())
    assert told.out == ""


def test_a_type_of_an_own_codebook_can_be_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A type and a context that only the ledger knows are asked for like any other."""
    ledger = keep(tmp_path / "l.duckdb", told("a", "NOR expelled RUS", event="FISH", context=("fishery",)))
    assert run("timeline", "NOR", "RUS", "--type", "FISH", "--context", "fishery", "--ledger", ledger) == 0
    assert "expelled" in capsys.readouterr().out


def test_names_with_brackets_are_printed_as_they_are(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A publisher's brackets are no markup."""
    names = ("[/b] News", "[red]Herring")
    ledger = keep(tmp_path / "l.duckdb", *(told(f"a{i}", "NOR expelled RUS", publisher=name) for i, name in enumerate(names)))
    assert run("relations", "NOR", "RUS", "--outlets", "--ledger", ledger) == 0
    shown = capsys.readouterr().out
    assert all(name in shown for name in names)


@pytest.mark.parametrize(
    ("command", "meaning"), [("relations", "Actual when left out"), ("timeline", "All of them when"), ("export", "All of them when")]
)
def test_help_says_which_status_is_meant(command: str, meaning: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Relations count what happened; a timeline and an export hold everything."""
    assert run(command, "--help") == 0
    assert meaning in " ".join(capsys.readouterr().out.replace("│", " ").split())


def test_unreadable_events_end_with_status_1(ledger: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A line of an event file that cannot be read is told, the others are taken, and the status is 1."""
    run("export", "--format", "polecat", "-o", tmp_path / "out", "--ledger", ledger)
    head, first, *rest = (tmp_path / "out").read_text().splitlines()
    (tmp_path / "bad").write_text("\n".join((head, "\t".join(["?"] * len(first.split("\t"))), first, *rest)) + "\n")
    capsys.readouterr()
    assert run("add", "--events", tmp_path / "bad", "--ledger", tmp_path / "other.duckdb") == 1
    assert "not read: " in capsys.readouterr().err


def test_one_run_is_not_compared_with_itself(ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A run named twice is said to be one."""
    assert run("diff", 1, 1, "--ledger", ledger) == 0
    assert "it is one run" in capsys.readouterr().out


def test_empty_periods_stand_in_a_range_without_incidents(ledger: Path, tmp_path: Path) -> None:
    """A range that is given from its first to its last day has all its periods, none of them with a mean; the chart says so too."""
    words = ("--since", "2030-01", "--until", "2030-03", "--ledger", ledger, "-o", tmp_path / "s.csv", "--plot", tmp_path / "s.svg")
    assert run("relations", "NOR", "RUS", *words) == 0
    assert pl.read_csv(tmp_path / "s.csv").select("period", "incidents", "reports", "total", "mean").rows() == [
        (f"2030-0{month}-01", 0, 0, 0.0, None) for month in (1, 2, 3)
    ]
    assert run("brief", "NOR", "RUS", "--since", "2030-01", "--until", "2030-03", "--ledger", ledger) == 0


def test_an_incident_without_a_day_is_named_by_its_publication(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A turning point of incidents that tell no day has the day when they were first reported, in words and in the chart."""
    days = [date(2020 + month // 12, month % 12 + 1, day) for month in range(48) for day in (5, 15)]
    nowhen: dict[str, Any] = {"date": None, "enddate": None}
    kinds: list[dict[str, Any]] = [
        {"event": "CONSULT", "mode": (), "quad_code": "VC", "event_scale": 4.0},
        {"event": "ASSAULT", "mode": (), "quad_code": "MX", "event_scale": -9.0},
    ]
    stories = [
        told(f"a{i}", "NOR expelled RUS", published=day, publisher=f"Paper {i}", **nowhen, **kinds[day.year > 2021]) for i, day in enumerate(days)
    ]
    ledger = keep(tmp_path / "l.duckdb", *stories)
    assert run("relations", "NOR", "RUS", "--plot", tmp_path / "s.svg", "--ledger", ledger) == 0
    said = capsys.readouterr().err
    assert "turning point" in said
    assert "None" not in said
    assert ", 2022-01-" in said
    assert said.split("    ")[1].split(",")[0][:20] in (tmp_path / "s.svg").read_text()
