"""The scorer that stands beside the repository and ours give equal numbers."""

import json
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from random import Random
from types import ModuleType
from typing import Any

import msgspec
import pytest
from tests.records import SOUND

from dragoman.batch import Coder
from dragoman.evaluate.coded import GoldEvent
from dragoman.evaluate.gold import GoldArticle, read_gold
from dragoman.evaluate.score import score
from dragoman.evaluate.told import from_event, from_gold
from dragoman.model.event import Event, Party, Speaker, Where, to_json
from dragoman.model.text import Evidence

GOLD = Path(__file__).parents[1] / "gold"
SHARED = Path(__file__).parents[3] / "shared" / "gold" / "score.py"
pytestmark = pytest.mark.skipif(not SHARED.exists(), reason=f"{SHARED} does not stand beside the repository")


def shared_scorer() -> ModuleType:
    """The module that stands beside the repository."""
    spec = spec_from_file_location("shared_score", SHARED)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def assert_equal_numbers(path: Path, events: list[Event]) -> None:
    """Both scorers say the same of the records, to the last digit and the last miss."""
    records = [json.loads(to_json(event)) for event in events]
    theirs, their_misses = shared_scorer().score([json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()], records)
    guesses: dict[str, list[Any]] = {}
    for event in events:
        guesses.setdefault(event.article, []).append(from_event(event))
    measures, misses = score({row.id: list(map(from_gold, row.events)) for row in read_gold(path)}, guesses)
    ours = {name: value for name, value in msgspec.to_builtins(measures).items() if name not in ("calibration_error", "curve")}
    ours["types"] = {name: row["f1"] for name, row in ours["types"].items()}
    assert ours == theirs
    assert [msgspec.structs.astuple(miss) for miss in misses] == their_misses


def shaken(article: GoldArticle, told: GoldEvent, random: Random) -> Event:
    """A record of the gold event with some of its fields wrong."""
    kinds = ("ASSAULT", "DEMAND", "FIGHT", "CONSULT")
    parties = [Party(p.text, (0, 1), p.name, p.country or None, p.sectors) for p in (*told.actors, *told.recipients)]
    cut = random.choice((len(told.actors), random.randrange(len(parties) + 1)))
    where = told.where
    return msgspec.structs.replace(
        SOUND,
        article=article.id,
        event=random.choice((told.type, told.type, told.type, *kinds)),
        mode=random.choice((told.modes, ())),
        context=random.choice((told.contexts, told.contexts[:1])),
        status=random.choice((told.status, "future")),
        reciprocal=random.choice((told.reciprocal, told.reciprocal, True)),
        actor=tuple(parties[:cut]),
        recipient=tuple(parties[cut:]),
        date=random.choice((told.when.first, told.when.last, None)),
        enddate=random.choice((told.when.last, None)),
        event_loc=random.choice((None, Where(where.text, (0, 1), where.name, where.country or None))) if where else None,
        said_by=tuple(Speaker(s.text, (0, 1), random.choice((s.name, s.text))) for s in told.said_by[: random.randrange(3)]),
        event_text=Evidence(told.trigger, (0, 1)),
        evidence=tuple(Evidence(words, (0, 1)) for words in random.choice((told.evidence, told.evidence[1:]))),
    )


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("name", ["dev.jsonl", "stories_dev.jsonl"])
def test_shaken_gold_scores_the_same(name: str, seed: int) -> None:
    """Records made from gold with chance mistakes are measured alike."""
    random = Random(seed)
    events = [shaken(article, told, random) for article in read_gold(GOLD / name) for told in article.events for _ in range(random.randrange(3))]
    assert_equal_numbers(GOLD / name, events)


@pytest.mark.model
def test_coded_gold_scores_the_same() -> None:
    """The coder's own records are measured alike."""
    path = GOLD / "stories_dev.jsonl"
    outcomes = Coder().code(row.article() for row in read_gold(path))
    assert_equal_numbers(path, [event for outcome in outcomes for event in outcome.events])
