"""The command `actors` answers for mentions, and lists the names nobody knows."""

import io
from pathlib import Path

import msgspec
import pytest

from dragoman.present.cli import main


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    """Status, output and complaints of the command."""
    with pytest.raises(SystemExit) as end:
        main(["actors", *words])
    told = capsys.readouterr()
    return int(end.value.code or 0), told.out, told.err


def test_a_mention_is_answered_in_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    """Who, country, sector and why."""
    status, out, _ = run(capsys, "Chinese foreign minister", "--on", "2024-05-01")
    assert status == 0
    for words in ("Wang Yi", "CHN", "GOV", "office on the day"):
        assert words in out


def test_nobody_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    """A row all the same."""
    assert "nobody" in run(capsys, "the weather")[1]


def test_json_is_a_line_for_each(capsys: pytest.CaptureFixture[str]) -> None:
    """With what was asked; nobody is null."""
    lines = [
        msgspec.json.decode(line)
        for line in run(capsys, "the PRD", "Tuesday", "--on", "2022-06-01", "--context", "Mexican", "--json")[1].splitlines()
    ]
    assert [line["mention"] for line in lines] == ["the PRD", "Tuesday"]
    assert lines[0]["resolved"]["name"] == "Party of the Democratic Revolution"
    assert lines[1]["resolved"] is None


def test_mentions_are_read_from_standard_input(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Mention, day and context, a tab between; what a line lacks is taken from the options."""
    monkeypatch.setattr("sys.stdin", io.StringIO("PPP\t2023-01-01\tSeoul\n\nPPP\t\tKarachi\nPPP\n"))
    rows = [msgspec.json.decode(line) for line in run(capsys, "-", "--json", "--context", "Guyana")[1].splitlines()]
    assert [row["resolved"]["country"] for row in rows] == ["KOR", "PAK", "GUY"]


@pytest.mark.parametrize(
    ("line", "message"),
    [("Kenya\t5 May\n", "-: line 1: unknown day '5 May'; write YYYY-MM-DD"), ("a\t\tb\tc\n", "-: line 1: 4 cells; write mention, day and context")],
    ids=["day", "cells"],
)
def test_a_wrong_line_is_told(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, line: str, message: str) -> None:
    """With its number; status 2."""
    monkeypatch.setattr("sys.stdin", io.StringIO(line))
    status, _, err = run(capsys, "-")
    assert status == 2
    assert message in err


def test_a_wrong_day_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """By its option."""
    status, _, err = run(capsys, "Kenya", "--on", "may")
    assert (status, "--on: unknown day 'may'" in err) == (2, True)


def test_own_tables_and_dictionaries_are_used(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A table's name is known, a dictionary's strange code is told."""
    (tmp_path / "mine.csv").write_text("name,aliases,country,sectors,from,to\nLake Front,LF,UGA,REB,,\n")
    (tmp_path / "x.actors.txt").write_text("VOLUNDA_CORPS_ [USAQQQ]\n")
    status, out, err = run(capsys, "the LF", "--table", str(tmp_path / "mine.csv"), "--dictionary", str(tmp_path / "x.actors.txt"))
    assert status == 0
    assert "Lake Front" in out
    assert "unknown code 'QQQ'" in err


@pytest.mark.model
def test_unknown_names_are_listed_with_what_is_said_of_them(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """By how often; the names that tables know are left out."""
    first = "Police in Nairobi arrested the activist Wanjala Kiptoro on Monday. Kiptoro had criticised William Ruto."
    (tmp_path / "a.txt").write_text(f"{first} The activist Wanjala Kiptoro denies it.\n")
    status, out, _ = run(capsys, "--unknown", str(tmp_path / "a.txt"), "--json")
    rows = [msgspec.json.decode(line) for line in out.splitlines()]
    assert status == 0
    assert [row["name"] for row in rows] == ["Wanjala Kiptoro"]
    assert (rows[0]["count"], rows[0]["role"], rows[0]["country"]) == (3, "activist", "KEN")


@pytest.mark.model
def test_unknown_names_of_ones_own_table_are_known(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Nothing left to list."""
    (tmp_path / "a.txt").write_text("Police in Nairobi arrested the activist Wanjala Kiptoro on Monday.\n")
    (tmp_path / "mine.csv").write_text("name,aliases,country,sectors,from,to\nWanjala Kiptoro,,KEN,SOC,,\n")
    _, out, _ = run(capsys, "--unknown", str(tmp_path / "a.txt"), "--table", str(tmp_path / "mine.csv"))
    assert "no unknown names" in out
