"""What can be learnt from is checked, and own items go where they belong."""

import json
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from tests.learn.lessons import OLD, base_model

from dragoman.config import Settings
from dragoman.errors import InputError
from dragoman.learn.course import Sources, check, make_course
from dragoman.learn.review import to_review
from dragoman.pipeline import Tools, load_tools

LEASE = """\
extends: plover.yaml
version: lease
types:
  LEASE:
    quad: MC
    score: 3
    recipient: usual
    definition: Land is let.
    frames: ["lease island|port to R"]
"""


def told(name: str, count: int) -> list[dict[str, Any]]:
    """So many items with one event of the type."""
    return [{"id": f"{name}-{n}", "events": [{"type": name}]} for n in range(count)]


def sources(tmp_path: Path, types: tuple[str, ...], corpus: list[Any], own: list[Any]) -> Sources:
    """Sources whose codebook has these types."""
    tools = cast("Tools", SimpleNamespace(codebook=SimpleNamespace(types=dict.fromkeys(types))))
    return Sources(corpus, own, tools, tools, base_model(tmp_path))


@pytest.mark.parametrize(
    ("types", "corpus", "own", "words"),
    [
        ((*OLD[1:], "LEASE"), [], told("LEASE", 9), "the corpus has no items"),
        (("CONSULT", "LEASE"), told("CONSULT", 9), told("LEASE", 9), "the codebook lacks ASSAULT"),
        (OLD[1:], told("CONSULT", 9), told("CONSULT", 9), "no type that the model does not know"),
        ((*OLD[1:], "LEASE"), told("CONSULT", 9), told("LEASE", 4), "4 events of LEASE in the examples; 5 are the least"),
    ],
    ids=["no corpus", "type gone", "nothing new", "too few"],
)
def test_what_cannot_be_learnt_is_told(tmp_path: Path, types: tuple[str, ...], corpus: list[Any], own: list[Any], words: str) -> None:
    """The message says what is missing and what to do."""
    with pytest.raises(InputError, match=words):
        check(sources(tmp_path, types, corpus, own))


def test_what_can_be_learnt_passes(tmp_path: Path) -> None:
    """Five events of each new type are enough to begin."""
    mine = sources(tmp_path, (*OLD[1:], "LEASE"), told("CONSULT", 9), told("LEASE", 5))
    check(mine)
    assert (mine.types, mine.new) == ((*OLD, "LEASE"), ("LEASE",))


def item(name: str, text: str, event: str = "CONSULT", trigger: str = "met") -> dict[str, Any]:
    """An item about Norway and Chad."""
    sides = {"actor": ["Norway"], "recipient": ["Chad"], "trigger": trigger, "said_by": [], "when": "", "where": ""}
    events = [{"type": event, "modes": [], "status": "actual", **sides}]
    return {"id": name, "text": text, "style": "wire", "actors": ["Norway", "Chad"], "events": events}


@pytest.mark.model
def test_own_items_take_the_place_of_the_corpus_or_are_dealt_out(tmp_path: Path, tools: Tools) -> None:
    """A corrected item stays on its side of the split, an added one gets a fold; a second reading gives the same."""
    (tmp_path / "lease.yaml").write_text(LEASE)
    leased = "Norway leased an island to Chad."
    corpus = [item(f"af-{n:04d}", f"Norway met Chad on day {n}.") for n in range(8)] + [item("af-0008", leased), item("af-0009", leased)]
    own = [item("af-0008", leased, "LEASE", "leased"), item("own-1", leased, "LEASE", "leased")]
    with_lease = load_tools(Settings(codebook=tmp_path / "lease.yaml", classifier=False))
    base = base_model(tmp_path / "base")
    base.card["back"] = ["af-0001", "af-0008"]
    mine = Sources(corpus, own, with_lease, replace(tools, classifier=None), base)
    course = make_course(mine, tmp_path / "cache", lambda *_: None)
    again = make_course(mine, tmp_path / "cache", lambda *_: pytest.fail("nothing is left to do"))
    assert {row.example.item for row in course.back} == {"af-0001", "af-0008"}
    assert {row.example.event for row in course.back if row.example.item == "af-0008" and row.example.kind == "told"} == {"LEASE"}
    assert ({row.example.item for row in course.own}, set(course.folds)) == ({"own-1"}, {"own-1"})
    assert course.unseen
    assert [row.example for row in again.learn] == [row.example for row in course.learn]
    assert [row["id"] for row in to_review(mine, course, base)] == ["af-0009"]
    json.dumps(own)
