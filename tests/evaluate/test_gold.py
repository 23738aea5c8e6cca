"""Gold is read with every mistake named, and a report can be read."""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from tests.records import GOLD, TEXT, event

from dragoman.errors import InputError
from dragoman.evaluate.gold import read_gold, report
from dragoman.evaluate.measures import Miss
from dragoman.evaluate.score import score
from dragoman.evaluate.told import from_event, from_gold

GOOD = {"id": "a", "text": TEXT, "published": "2024-03-14", "events": [msgspec.to_builtins(GOLD)]}
OTHER = {**GOOD, "id": "b"}


def changed(**changes: Any) -> str:
    """A line whose only event has some fields changed."""
    return json.dumps({**GOOD, "events": [{**msgspec.to_builtins(GOLD), **changes}]})


def written(tmp_path: Path, *lines: str) -> Path:
    """A gold file of the lines."""
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_gold_gives_back_its_articles(tmp_path: Path) -> None:
    """What a line holds is what is read, blank lines left out."""
    (article,) = read_gold(written(tmp_path, "", json.dumps(GOOD)))
    assert (article.id, article.text, article.events) == ("a", TEXT, (GOLD,))


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{", "not JSON"),
        ("[]", "Expected `object`"),
        ('{"id": "b", "events": []}', "missing required field `text`"),
        (json.dumps({**OTHER, "published": "2023-02-30"}), "published"),
        (json.dumps(GOOD), "id 'a' stands on an earlier line"),
        (changed(status="perhaps"), "'perhaps' is none of actual, future"),
        (changed(evidence=[]), "evidence: empty"),
        (changed(trigger="threw out"), "'threw out' stands neither in text nor title"),
        (changed(evidence=["Oslo did."]), "'Oslo did.' stands neither in text nor title"),
        (changed(when={"first": "soon"}), "events[0].when.first"),
    ],
    ids=["cut off", "list", "no text", "impossible day", "same id", "status", "no evidence", "trigger", "evidence", "no day"],
)
def test_a_bad_line_is_named_with_its_number(tmp_path: Path, line: str, words: str) -> None:
    """The error says file, line and what is wrong."""
    with pytest.raises(InputError) as error:
        read_gold(written(tmp_path, json.dumps(GOOD), line))
    assert f"{tmp_path / 'gold.jsonl'}:2: " in str(error.value)
    assert words in str(error.value)


def test_every_bad_line_is_named(tmp_path: Path) -> None:
    """Two mistakes are told at once."""
    with pytest.raises(InputError) as error:
        read_gold(written(tmp_path, "{", json.dumps(GOOD), changed(trigger="threw out")))
    assert [line.split(":")[1] for line in str(error.value).splitlines()] == ["1", "3", "3"]


def test_a_missing_file_is_bad_input(tmp_path: Path) -> None:
    """A file that is not there is named."""
    with pytest.raises(InputError, match=r"none\.jsonl: cannot be read"):
        read_gold(tmp_path / "none.jsonl")


def test_a_file_without_articles_is_bad_input(tmp_path: Path) -> None:
    """Nothing to measure on is no score of nothing."""
    with pytest.raises(InputError, match="no articles"):
        read_gold(written(tmp_path, ""))


def test_a_line_separator_inside_a_text_ends_no_line(tmp_path: Path) -> None:
    """U+2028 within a JSON string is a character like others."""
    line = json.dumps({**GOOD, "text": TEXT + "\u2028More."}, ensure_ascii=False)
    assert len(read_gold(written(tmp_path, line))) == 1


@pytest.mark.parametrize("name", ["dev.jsonl", "stories_dev.jsonl"])
def test_the_gold_of_the_repository_is_sound(name: str) -> None:
    """Every line of it reads."""
    assert read_gold(Path(__file__).parents[1] / "gold" / name)


def test_a_report_shows_each_measure_once() -> None:
    """Three headline rows, the fields, the types, and the misses given."""
    measures, _ = score({"a": [from_gold(GOLD)]}, {"a": [from_event(event())]})
    text = report(measures, [Miss("extra", "a", "CONSULT", "met", "They met.")])
    starts = [line.split()[0] for line in text.splitlines() if line.strip()]
    for word in ("spotted", "found", "exact", *measures.fields, "SANCTION", "extra"):
        assert starts.count(word) == 1, word


def test_a_report_of_nothing_found_has_dashes() -> None:
    """A field that no pair tells is shown as not measured, not as 0."""
    measures, _ = score({"a": [from_gold(GOLD)]}, {})
    assert "sector            —" in report(measures)
