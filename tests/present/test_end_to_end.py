"""From articles to records through the command line."""

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import polars
import pytest

from dragoman import Article, Coder, Event, Outcome, Settings, read_articles, to_pandas
from dragoman.present.cli import main

pytestmark = pytest.mark.model
SRC = Path(__file__).parents[2] / "src"
ROWS = [
    {
        "id": "oslo",
        "title": "Envoys leave",
        "published": "2024-03-14",
        "publisher": "The Harbour Post",
        "text": "OSLO — Norway expelled two Russian diplomats on Tuesday, the foreign ministry said.\n\nRussia condemned the move.",
    },
    {"id": "quiet", "published": "2024-03-14", "text": "The museum opens at nine and closes at six on every day of the week."},
    {
        "id": "kyiv",
        "published": "2024-03-15",
        "text": "Sweden's prime minister visited Kyiv on Thursday. France and Germany signed a treaty in Paris.\n\n"
        "Police arrested 40 protesters in Lagos.",
    },
]
TEXTS = {row["id"]: row["text"] for row in ROWS}


def run(*words: str) -> int:
    """The exit status of the command."""
    with pytest.raises(SystemExit) as end:
        main(list(words))
    return int(end.value.code or 0)


def piped(*words: str, stdin: str = "") -> "subprocess.CompletedProcess[str]":
    """The command as a process of its own."""
    command = [sys.executable, "-m", "dragoman.present.cli", *words]
    environment = {**os.environ, "PYTHONPATH": str(SRC), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(command, input=stdin, capture_output=True, encoding="utf-8", env=environment, check=False)


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three articles in a file."""
    path = tmp_path_factory.mktemp("news") / "wire.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in ROWS))
    return path


@pytest.fixture(scope="module")
def events(news: Path) -> list[Event]:
    """Their records, by the library."""
    return [event for outcome in Coder().code(read_articles([news])) for event in outcome.events]


@pytest.fixture(scope="module")
def records(news: Path) -> dict[str, list[dict[str, object]]]:
    """Their records in each format, read back."""
    paths = {kind: news.with_suffix(f".out.{kind}") for kind in ("jsonl", "csv", "parquet")}
    for kind, path in paths.items():
        assert run("code", str(news), "--format", kind, "-o", str(path)) == 0
    with paths["csv"].open(encoding="utf-8", newline="") as lines:
        table = list(csv.DictReader(lines))
    lines_ = paths["jsonl"].read_text(encoding="utf-8").splitlines()
    return {"jsonl": [json.loads(line) for line in lines_], "csv": table, "parquet": polars.read_parquet(paths["parquet"]).to_dicts()}


def test_there_are_records(events: list[Event]) -> None:
    """The articles tell of an expulsion, and of more."""
    assert "SANCTION" in {event.event for event in events}
    assert len(events) >= 4


@pytest.mark.parametrize("kind", ["jsonl", "csv", "parquet"])
def test_formats_agree_with_the_library(records: dict[str, list[dict[str, object]]], events: list[Event], kind: str) -> None:
    """The same records in the same order, whichever the format."""
    assert [(row["id"], row["event"], row["status"]) for row in records[kind]] == [(event.id, event.event, event.status) for event in events]


def test_spans_quote_the_text_as_given(events: list[Event]) -> None:
    """Every quoted word stands at its offsets in the user's own copy."""
    wrong = [words for event in events for words, (start, end) in event.quotes() if TEXTS[event.article][start:end] != words]
    assert wrong == []


def test_jsonl_is_the_exchange_record(records: dict[str, list[dict[str, object]]], events: list[Event]) -> None:
    """A line holds the record's fields."""
    assert [set(record) for record in records["jsonl"]] == [set(Event.__struct_fields__)] * len(events)


def test_records_do_not_depend_on_batches(news: Path, events: list[Event]) -> None:
    """One article at a time or all together: the same records."""
    alone = [event for outcome in Coder(Settings(batch_size=1)).code(read_articles([news])) for event in outcome.events]
    assert alone == events


def test_records_do_not_depend_on_workers(news: Path, records: dict[str, list[dict[str, object]]]) -> None:
    """Two processes give what one gives."""
    done = piped("code", str(news), "--format", "jsonl", "--workers", "2")
    assert done.returncode == 0
    assert [json.loads(line) for line in done.stdout.splitlines()] == records["jsonl"]


def test_pandas_takes_the_outcomes(news: Path, events: list[Event]) -> None:
    """The frame has a row an event."""
    assert list(to_pandas(Coder().code(read_articles([news])))["id"]) == [event.id for event in events]


def test_standard_input_is_read() -> None:
    """A dash is standard input; the table names the title and the type."""
    done = piped("code", "-", "--published", "2024-03-14", "--title", "Envoys leave", stdin=TEXTS["oslo"])
    assert done.returncode == 0
    assert "Envoys leave" in done.stdout
    assert "SANCTION expel" in done.stdout


def test_the_summary_is_not_among_the_records(news: Path, events: list[Event]) -> None:
    """Counts go to standard error, so that standard output can be piped on."""
    done = piped("code", str(news), "--format", "jsonl")
    assert len(done.stdout.splitlines()) == len(events)
    assert done.stderr == f"3 articles, {len(events)} events, 0 failed\n"


def test_a_failing_article_is_told_and_the_rest_goes_on(news: Path, capsys: pytest.CaptureFixture[str], events: list[Event]) -> None:
    """A broken line is counted and named, the status is 1, the other articles are coded."""
    broken = news.with_name("broken.jsonl")
    lines = news.read_text().splitlines()
    broken.write_text("\n".join([lines[0], "{", *lines[1:]]) + "\n")
    assert run("code", str(broken), "--format", "jsonl") == 1
    told = capsys.readouterr()
    assert len(told.out.splitlines()) == len(events)
    assert f"not coded: {broken}:2" in told.err
    assert f"4 articles, {len(events)} events, 1 failed" in told.err


def test_explaining_tells_reasons_and_what_was_not_read(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each record's rules, and the dateline that was left out."""
    assert run("code", str(news), "--explain") == 0
    out = capsys.readouterr().out
    assert "propose: " in out
    assert "not read (dateline): OSLO" in out


def test_a_high_bar_leaves_no_records(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Records below the confidence asked for are left out."""
    assert run("code", str(news), "--format", "jsonl", "--min-confidence", "1") == 0
    assert capsys.readouterr().out == ""


def test_options_go_before_the_settings_file(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What the file forbids the command line may allow."""
    settings = news.with_name("run.toml")
    settings.write_text("min_confidence = 1.0\n")
    assert run("code", str(news), "--format", "jsonl", "--settings", str(settings)) == 0
    assert capsys.readouterr().out == ""
    assert run("code", str(news), "--format", "jsonl", "--settings", str(settings), "--min-confidence", "0") == 0
    assert capsys.readouterr().out != ""


@pytest.mark.parametrize("kind", ["table", "jsonl", "csv"])
def test_a_reader_that_leaves_ends_the_program_in_peace(news: Path, kind: str) -> None:
    """Records into a closed pipe: status 0 and no traceback."""
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "dragoman.present.cli", "code", str(news), "--format", kind]
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(SRC)}, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="/dev/full is needed, a device that is always full")
@pytest.mark.parametrize("kind", ["table", "jsonl", "csv", "parquet"])
def test_a_full_disk_is_told_in_one_line(news: Path, capsys: pytest.CaptureFixture[str], kind: str) -> None:
    """Status 2 and what to do, whichever the format."""
    assert run("code", str(news), "--format", kind, "-o", "/dev/full") == 2
    assert "No space left on device; make room, or write elsewhere with -o FILE" in capsys.readouterr().err


def test_gold_is_measured(capsys: pytest.CaptureFixture[str]) -> None:
    """`dragoman evaluate FILE` prints the measures, as JSON if asked."""
    gold = Path(__file__).parents[1] / "gold" / "stories_dev.jsonl"
    assert run("evaluate", str(gold), "--json") == 0
    assert 0 < json.loads(capsys.readouterr().out)["found"]["f1"] <= 1


def test_pairs_are_measured(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`dragoman evaluate pairs FILE` prints the measures."""
    path = tmp_path / "pairs.tsv"
    path.write_text("type\tmarked_sentence\nACCUSE\t<s>France</s> condemned <t>Russia</t>.\n")
    assert run("evaluate", "pairs", str(path)) == 0
    assert "macro_f1        1.000" in capsys.readouterr().out


def test_one_article_is_one_outcome() -> None:
    """The library takes an article as it is."""
    (outcome,) = Coder().code([Article("1", "Norway expelled two Russian diplomats.")])
    assert isinstance(outcome, Outcome)
    assert [event.event for event in outcome.events] == ["SANCTION"]


@pytest.mark.parametrize("path", sorted((SRC.parent / "examples").iterdir()), ids=lambda path: path.name)
def test_every_example_is_coded(path: Path) -> None:
    """The shipped articles read without failure and tell events."""
    outcomes = list(Coder().code(read_articles([path])))
    assert [outcome.failure for outcome in outcomes if outcome.failure] == []
    assert any(outcome.events for outcome in outcomes)
