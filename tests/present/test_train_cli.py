"""`dragoman train`, from the command line to records of the new type."""

import json
from importlib.util import find_spec
from pathlib import Path

import pytest

from dragoman.learn.judged import Judged
from dragoman.learn.report import Report, changes, confused, new_types
from dragoman.present import train_cli
from dragoman.present.cli import main
from dragoman.present.screen import screen
from dragoman.present.train_tables import show_report

ROOT = Path(__file__).parents[2]
CODEBOOK, EXAMPLES = (ROOT / "docs" / "examples" / f"export-control.{kind}" for kind in ("yaml", "jsonl"))


def status(*words: str) -> int:
    """The exit status of the command."""
    with pytest.raises(SystemExit) as end:
        main(list(words))
    return int(end.value.code or 0)


def test_without_scikit_learn_the_command_tells_how_to_get_it(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Status 2, and the pip command."""
    monkeypatch.setattr(train_cli, "find_spec", lambda _: None)
    assert status("train", "--codebook", str(CODEBOOK), "--examples", str(EXAMPLES), "--corpus", str(ROOT / "training"), "--out", "none") == 2
    assert "pip install 'dragoman[train]'" in capsys.readouterr().err


def test_the_report_is_printed_with_counts(capsys: pytest.CaptureFixture[str]) -> None:
    """Every number that is a rate stands beside the counts that it comes from."""
    back = [Judged("a", "candidate", "CONSULT", "CONSULT", "NONE"), Judged("a", "told", "CONSULT", "CONSULT", "CONSULT")]
    own = [Judged("b", "candidate", "LEASE", "AGREE", "LEASE"), Judged("c", "candidate", "LEASE", "AGREE", "AGREE")]
    rows = (changes(back[:1], ["CONSULT"]), changes(back[1:], ["CONSULT"]))
    show_report(Report("base", "own", *rows, new_types(["LEASE"], own, back), confused(own), ("few.",)), screen())
    told = capsys.readouterr().out
    assert "CONSULT     1  1.00 > -  1.00 > 0.00  1.00 > 0.00  1 > 0       0     1" in told
    assert "found 1 of 2 (95 of 100 times between 0.09 and 0.91)" in told
    assert "the others were taken for: AGREE 1" in told
    assert "Mind: few." in told


@pytest.mark.model
@pytest.mark.skipif(find_spec("sklearn") is None, reason="needs the extra `train`")
def test_a_new_type_is_taught_and_then_coded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A part of the corpus and the examples of the docs give a model that codes a sentence of neither."""
    (tmp_path / "corpus").mkdir()
    monkeypatch.chdir(tmp_path)
    for path in (ROOT / "training" / "corpus").glob("*.jsonl"):
        lines = path.read_text(encoding="utf-8").splitlines()
        (tmp_path / "corpus" / path.name).write_text("\n".join(lines[::20]), encoding="utf-8")
    status("train", "--codebook", str(CODEBOOK), "--examples", str(EXAMPLES), "--corpus", "corpus", "--out", "own")
    assert "EXPORT-CONTROL, candidates, by cross-validation" in capsys.readouterr().out
    card = json.loads(Path("own/card.json").read_text())
    assert {"digest", "base", "codebook", "corpus", "own_examples", "seed"} <= set(card)
    Path("run.toml").write_text('model = "own"\n')
    Path("news.txt").write_text("South Korea tightened its controls on the sale of semiconductor equipment to Belarus on Monday.\n")
    assert status("code", "news.txt", "--codebook", str(CODEBOOK), "--settings", "run.toml", "--format", "jsonl") == 0
    record = json.loads(capsys.readouterr().out)
    assert record["event"] == "EXPORT-CONTROL"
    assert card["digest"] in record["run"]["model"]
    assert status("code", "news.txt", "--settings", "run.toml") == 2
    assert "the model gives EXPORT-CONTROL, which the codebook" in capsys.readouterr().err
