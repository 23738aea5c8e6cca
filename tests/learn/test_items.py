"""Examples of one's own are checked whole before anything is learnt from them."""

import json
from pathlib import Path
from typing import Any

import pytest

from dragoman.errors import InputError
from dragoman.knowledge.codebook import load_codebook
from dragoman.learn.items import read_own_items

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"


def item(**event: Any) -> dict[str, Any]:
    """An item with one event, some of its fields changed."""
    told = {"type": "CONSULT", "actor": ["Norway"], "recipient": ["Chad"], "trigger": "met", "modes": ["visit"]}
    return {"id": "a-1", "text": "Norway met Chad.", "actors": ["Norway", "Chad"], "events": [told | event]}


def mistakes(tmp_path: Path, *rows: object) -> list[str]:
    """What is wrong with a file of these lines."""
    path = tmp_path / "mine.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows))
    with pytest.raises(InputError) as error:
        read_own_items(path, load_codebook())
    return str(error.value).splitlines()


def test_what_is_left_out_is_not_told(tmp_path: Path) -> None:
    """Only type, actor and trigger of an event must be given."""
    path = tmp_path / "mine.jsonl"
    path.write_text(json.dumps(item()) + "\n\n")
    event = read_own_items(path, load_codebook())[0]["events"][0]
    assert (event["status"], list(event["said_by"]), event["when"]) == ("actual", [], "")


@pytest.mark.parametrize(
    ("change", "mistake"),
    [
        ({"type": "CONSLUT"}, "events[0].type: unknown type 'CONSLUT'. Did you mean 'CONSULT'?"),
        ({"modes": ["vist"]}, "events[0].modes: CONSULT has no mode 'vist'. Did you mean 'visit'?"),
        ({"status": "past"}, "events[0].status: 'past' is none of actual, future, hypothetical, negated, historical"),
        ({"actor": []}, "events[0].actor: nobody; without an actor there is no event"),
        ({"recipient": ["chad"]}, "events[0].recipient: 'chad' is not in actors; add it there"),
        ({"trigger": "meets"}, "events[0].trigger: 'meets' is not in the text; quote it letter by letter"),
    ],
    ids=["type", "mode", "status", "nobody", "not an actor", "trigger"],
)
def test_a_mistake_is_told_with_line_field_and_fix(tmp_path: Path, change: dict[str, Any], mistake: str) -> None:
    """File, line, field, what is wrong, and the nearest right word."""
    assert mistakes(tmp_path, item(**change)) == [f"mine.jsonl:1: {mistake}"]


def test_every_mistake_is_told_at_once(tmp_path: Path) -> None:
    """A repeated id, a phrase that is not there, an unknown field and what is no item: one line each."""
    told = mistakes(tmp_path, item(), item() | {"actors": ["Norway", "Chad", "Mali"]}, item(day="Monday"), [])
    assert [line.split(": ")[0] for line in told] == ["mine.jsonl:2", "mine.jsonl:2", "mine.jsonl:3", "mine.jsonl:4"]


def test_the_shown_examples_have_no_mistakes() -> None:
    """The files of docs/examples: more than twenty events of the new type, and items without it."""
    book = load_codebook(EXAMPLES / "export-control.yaml")
    types = [[event["type"] for event in row["events"]] for row in read_own_items(EXAMPLES / "export-control.jsonl", book)]
    assert sum(row.count("EXPORT-CONTROL") for row in types) > 20
    assert sum("EXPORT-CONTROL" not in row for row in types) > 8
