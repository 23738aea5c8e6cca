"""The commands over a ledger, from the outside."""

from pathlib import Path
from typing import Any

import polars as pl
import pytest
from tests.ledger_stories import NORWAY_AND_RUSSIA, RUN, run, told

from dragoman.config import Settings
from dragoman.ledger.add import settings_of, store_outcomes
from dragoman.model.event import Size
from dragoman.store.database import Database


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A ledger of Norway and Russia."""
    path = tmp_path / "l.duckdb"
    store_outcomes(Database(path), NORWAY_AND_RUSSIA, RUN, settings_of(Settings()))
    return path


def test_relations_count_incidents_not_reports(ledger: Path, tmp_path: Path) -> None:
    """Two papers' reports are one incident of two reports; empty months stand in the series; the future is left out."""
    assert run("relations", "NOR", "Russia", "--ledger", ledger, "-o", tmp_path / "s.csv") == 0
    frame = pl.read_csv(tmp_path / "s.csv")
    assert frame.select("period", "incidents", "reports", "vx", "mx").rows() == [
        ("2024-03-01", 1, 2, 0, 1), ("2024-04-01", 0, 0, 0, 0), ("2024-05-01", 1, 1, 1, 0),
    ]  # fmt: skip
    assert frame["state_share"].to_list() == [0.0, None, 1.0]


def test_directions_differ(ledger: Path, tmp_path: Path) -> None:
    """What the one did to the other is not what the other did to the one."""
    for way, count in (("forth", 1), ("back", 1), ("both", 2)):
        run("relations", "NOR", "RUS", "--direction", way, "--by", "year", "--ledger", ledger, "-o", tmp_path / f"{way}.csv")
        assert pl.read_csv(tmp_path / f"{way}.csv")["incidents"].sum() == count


def test_split_names_its_parts(ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A series by type has a row for each type of a period."""
    assert run("relations", "NOR", "RUS", "--split", "type", "--ledger", ledger) == 0
    shown = capsys.readouterr().out
    assert "SANCTION" in shown
    assert "ACCUSE" in shown


def test_timeline_is_newest_first_with_words(ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Incidents come newest first, each with its reports' words and publishers."""
    assert run("timeline", "NOR", "RUS", "--ledger", ledger) == 0
    shown = capsys.readouterr().out
    assert shown.index("2024-06-01") < shown.index("2024-05-01") < shown.index("2024-03-13")
    assert "“Norway expelled Russia”  Fjord Times" in shown
    assert "2 independent" in shown
    assert "media of a side: TASS" in shown


def test_brief_footnotes_every_sentence(ledger: Path, tmp_path: Path) -> None:
    """Each line of a section of incidents ends with footnotes, and each footnote quotes the stored text."""
    assert run("brief", "NOR", "RUS", "--ledger", ledger, "-o", tmp_path / "b.md") == 0
    page = (tmp_path / "b.md").read_text()
    happened = page.split("## What happened")[1].split("##")[0]
    lines = [line for line in happened.splitlines() if line.startswith("- ")]
    assert lines == ["- On 13 March 2024, Norway (NOR) expelled representatives of Russia (RUS). Told by 2 independent publishers.[^1][^2]"]
    assert "[^1]: “Norway expelled Russia”" in page
    assert "will visit Russia" in page.split("## What is planned")[1]


def test_brief_as_html_needs_nothing_beside_it(ledger: Path, tmp_path: Path) -> None:
    """The HTML page loads nothing, and its footnotes are links within."""
    assert run("brief", "NOR", "RUS", "--ledger", ledger, "-o", tmp_path / "b.html") == 0
    page = (tmp_path / "b.html").read_text()
    assert 'href="#note-1"' in page
    assert "http" not in page


def test_rival_figures_are_disputed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Papers that count differently are told with both counts, and the brief lists the incident as disputed."""
    ledger = tmp_path / "l.duckdb"
    shot: dict[str, Any] = {"event": "ASSAULT", "mode": ("firearms",)}
    rivals = [told(name, "NOR shot RUS", publisher=f"Paper {name}", size=Size(dead=(count, count)), **shot) for name, count in (("a", 2), ("b", 5))]
    store_outcomes(Database(ledger), rivals, RUN, settings_of(Settings()))
    assert run("brief", "NOR", "RUS", "--ledger", ledger) == 0
    assert "2 to 5 dead (2: Paper a; 5: Paper b)" in capsys.readouterr().out.split("## What is disputed")[1].replace("\n", " ")


def test_search_finds_words_with_endings(ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A longer word is found with any ending, in articles and in evidence; what is nowhere is said to be."""
    assert run("search", "expel", "--ledger", ledger) == 0
    assert "2 articles; 1 incidents" in capsys.readouterr().out
    assert run("search", "zeppelin", "--ledger", ledger) == 0
    assert "0 articles; 0 incidents" in capsys.readouterr().out


def test_incident_show_says_why(ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The reports of an incident are named with what joined them; a correction is listed."""
    assert run("incident", "show", "a/1", "--ledger", ledger) == 0
    assert "joined a/1 and b/1" in capsys.readouterr().out
    assert run("incident", "join", "a/1", "c/1", "--by", "maria", "--note", "one row", "--ledger", ledger) == 0
    assert run("incident", "show", "a/1", "--ledger", ledger) == 0
    assert "correction 1: join by maria: one row" in capsys.readouterr().out


def test_as_of_an_earlier_day_is_empty(ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Before anything was added the ledger held nothing; today it stands as it is."""
    assert run("timeline", "NOR", "RUS", "--as-of", "2020-01-01", "--ledger", ledger) == 0
    assert "nothing recorded" in capsys.readouterr().out
    assert run("timeline", "NOR", "RUS", "--as-of", "2099-01-01", "--ledger", ledger) == 0
    assert "2 independent" in capsys.readouterr().out


def test_network_lists_ties(ledger: Path, tmp_path: Path) -> None:
    """The ties of a month are its pairs, reports of one happening counted once."""
    assert run("network", "--month", "2024-03", "--ledger", ledger, "-o", tmp_path / "t.csv") == 0
    assert pl.read_csv(tmp_path / "t.csv").select("one", "other", "incidents", "reports").rows() == [("NOR", "RUS", 1, 2)]


def test_blocs_are_followed(ledger: Path, tmp_path: Path) -> None:
    """Who stands together is told by period; two who expel each other's people do not."""
    assert run("network", "--by", "month", "--since", "2024-03", "--until", "2024-06", "--ledger", ledger, "-o", tmp_path / "b.csv") == 0
    assert pl.read_csv(tmp_path / "b.csv").is_empty()
    store_outcomes(Database(ledger), [told("e", "SWE met FIN", event="CONSULT", quad_code="VC", event_scale=2.5)], RUN, settings_of(Settings()))
    assert run("network", "--by", "month", "--since", "2024-03", "--until", "2024-03", "--ledger", ledger, "-o", tmp_path / "b.csv") == 0
    assert pl.read_csv(tmp_path / "b.csv").select("period", "members", "incidents").rows() == [("2024-03-01", "FIN, SWE", 1)]


@pytest.mark.parametrize(("option", "suffix"), [("--plot", "svg"), ("--map", "svg"), ("--plot", "png"), ("--plot", "html")])
def test_relations_are_drawn(ledger: Path, tmp_path: Path, option: str, suffix: str) -> None:
    """A relation and its map are drawn into files of each kind."""
    path = tmp_path / f"chart.{suffix}"
    assert run("relations", "NOR", "RUS", "--ledger", ledger, option, path) == 0
    assert path.read_bytes()[:5] in (b"<svg ", b"\x89PNG\r", b"<!DOC")


@pytest.mark.parametrize("option", ["--plot", "--matrix"])
def test_networks_are_drawn(ledger: Path, tmp_path: Path, option: str) -> None:
    """The network is drawn as a network and as a matrix."""
    assert run("network", "--ledger", ledger, option, tmp_path / "n.svg") == 0
    assert "NOR" in (tmp_path / "n.svg").read_text()


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("relations", "Atlantisland"), "nobody of that name is known"),
        (("relations", "NOR", "--by", "decade"), "--by decade: unknown step"),
        (("timeline", "NOR", "--since", "someday"), "--since someday"),
        (("brief", "NOR", "RUS", "-o", "b.pdf"), "unknown suffix"),
        (("incident", "show", "zz/9"), "no event of that id is in force"),
        (("diff", "1", "9"), "run 9: there is none"),
        (("export", "--format", "morse"), "unknown format"),
        (("timeline", "NOR", "--status", "maybe"), "--status maybe: unknown"),
    ],
)
def test_wrong_questions_get_one_clear_error(ledger: Path, words: tuple[str, ...], complaint: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What cannot be answered ends with status 2 and a line that names it."""
    assert run(*words, "--ledger", ledger) == 2
    assert complaint in capsys.readouterr().err
