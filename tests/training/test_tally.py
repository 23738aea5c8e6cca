"""The tables of the corpus add up and stand where the page has room for them."""

import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import msgspec
import pytest

from dragoman.knowledge.codebook import load_codebook

item, tally, validate = import_module("item"), import_module("tally"), import_module("validate")

PAGE = f"# Page\n\n{tally.BEGIN}\nold\n{tally.END}\n\nEnd.\n"


def counted(*rows: dict[str, Any]) -> str:
    """The tables of a corpus of one file."""
    text: str = tally.tables({"a.jsonl": [msgspec.convert(row, item.CorpusItem) for row in rows]}, load_codebook(), "abc")
    return text


def row(number: int, **event: object) -> dict[str, Any]:
    """An item with one event."""
    whole = {"type": "AID", "modes": [], "status": "actual", "actor": [], "recipient": [], "trigger": "", "said_by": [], "when": "", "where": ""}
    return {"id": f"xx-{number:04}", "text": "one two three", "style": "wire", "actors": [], "events": [{**whole, **event}]}


def test_every_event_is_counted_under_type_status_and_mode() -> None:
    """An event with two modes counts under both, one without under none."""
    text = counted(row(1, type="ASSAULT", modes=["aerial", "drone"]), row(2, type="ASSAULT", status="negated", said_by=["x"]))
    assert "| `a.jsonl` | 2 | 0 | 0 | 2 | 1 | 3 |" in text
    assert "| ASSAULT | 2 | 1 | 0 | 0 | 1 | 0 |" in text
    assert "| all | 2 | 1 | 0 | 0 | 1 | 0 |" in text
    assert re.search(r"\| ASSAULT \| .*aerial 1, drone 1, .*none 1 \|", text)
    assert "| wire | 2 | 2 |" in text


def test_the_tables_go_between_the_marks(tmp_path: Path) -> None:
    """The rest of the page stays, and writing again changes nothing."""
    page = tmp_path / "page.md"
    page.write_text(PAGE, encoding="utf-8")
    page.write_text(once := tally.with_tables(page, "| new |"), encoding="utf-8")
    assert once == f"# Page\n\n{tally.BEGIN}\n\n| new |\n\n{tally.END}\n\nEnd.\n"
    assert tally.with_tables(page, "| new |") == once


def test_a_page_without_room_is_refused(tmp_path: Path) -> None:
    """The error says which lines to write."""
    page = tmp_path / "page.md"
    page.write_text("# Page\n", encoding="utf-8")
    with pytest.raises(ValueError, match="tables have no place"):
        tally.with_tables(page, "")


@pytest.fixture
def places(tmp_path: Path) -> tuple[Path, Callable[..., int]]:
    """A page with room for tables, and the validator run on a small corpus with it."""
    (tmp_path / "a.jsonl").write_bytes(msgspec.json.encode({**row(1), "text": "Rain over Fiji", "events": []}) + b"\n")
    page = tmp_path / "page.md"
    page.write_text(PAGE, encoding="utf-8")
    return page, lambda option: validate.main(["--corpus", str(tmp_path), "--gold", option, str(page)])


def test_a_page_with_old_tables_fails_until_they_are_written(places: tuple[Path, Callable[..., int]]) -> None:
    """--check sees the difference, --write mends it."""
    page, run = places
    assert run("--check") == 1
    assert run("--write") == 0
    assert run("--check") == 0
    assert "| wire | 1 | 0 |" in page.read_text(encoding="utf-8")
