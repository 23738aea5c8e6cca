"""From the annotated corpus to what the classifier learns: marked sentences with type, modes and status."""

import json
import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.evaluate.link import Links
from dragoman.events.ask import candidate_instance, pair_instance
from dragoman.model.candidate import Candidate
from dragoman.model.instance import Instance
from dragoman.model.parsed import Parsed
from dragoman.model.text import Article
from dragoman.parse import parse
from dragoman.pipeline import Tools, read_candidates

NEGATIVES = 2  # pairs without an event taken from each item
Item = dict[str, Any]


@dataclass(frozen=True)
class Example:
    """An instance with what is right, the item it comes from, and how it is asked.

    kind: "candidate" (as the pipeline asks), "told" (parties and trigger given) or "pair" (parties only).
    """

    instance: Instance
    event: str
    modes: tuple[str, ...]
    status: str
    item: str
    kind: str


def read_corpus(folder: Path) -> list[Item]:
    """All items of the corpus, files in order of their names."""
    return [json.loads(line) for path in sorted(folder.glob("*.jsonl")) for line in path.read_bytes().split(b"\n") if line.strip()]


def build_examples(items: Iterable[Item], tools: Tools, seed: int = 7) -> Iterator[Example]:
    """The examples of each item: its rule candidates, its annotated events, and pairs without an event."""
    rows = list(items)
    chance = random.Random(seed)
    articles = (Article(row["id"], row["text"]) for row in rows)
    for row, parsed in zip(rows, parse(articles, batch_size=64), strict=True):
        _, _, candidates = read_candidates(parsed, tools)
        yield from _from_candidates(row, parsed, candidates)
        links = Links(parsed, tools)
        yield from _from_events(row, parsed, links)
        yield from _from_strangers(row, parsed, links, chance)


def _from_candidates(item: Item, parsed: Parsed, candidates: list[Candidate]) -> Iterator[Example]:
    for candidate in candidates:
        if candidate.kept:
            yield _example(candidate_instance(parsed, candidate), _event_of(item, parsed, candidate), item, "candidate")


def _example(instance: Instance, event: Item | None, item: Item, kind: str) -> Example:
    if event is None:
        return Example(instance, "NONE", (), "actual", item["id"], kind)
    return Example(instance, event["type"], tuple(event["modes"]), event["status"], item["id"], kind)


def _event_of(item: Item, parsed: Parsed, candidate: Candidate) -> Item | None:
    """The annotated event that the candidate's words tell, None where they tell none."""
    words = [parsed.characters(token.i, token.i + 1) for token in (candidate.trigger, candidate.anchor, *candidate.words)]
    best, score = None, 0.0
    for event in item["events"]:
        start = place_of(event["trigger"], item["text"])
        hits = [start < end and begin < start + len(event["trigger"]) for begin, end in words]
        value = 2.0 * hits[0] + 1.0 * any(hits) + 0.5 * (event["type"] == candidate.event)
        if any(hits) and value > score:
            best, score = event, value
    return best


def place_of(words: str, text: str) -> int:
    """Where the words first stand whole in the text ("Niger" is not in "Nigeria"), -1 where they do not."""
    found = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text)
    return found.start() if found else -1


def _spans(text: str, names: Iterable[str]) -> tuple[tuple[int, int], ...]:
    places = [(place_of(name, text), name) for name in names]
    return tuple((place, place + len(name)) for place, name in places if place >= 0)


def _sides(event: Item) -> tuple[list[str], list[str]]:
    if event["recipient"] or len(event["actor"]) < 2:
        return event["actor"], event["recipient"]
    return event["actor"][:1], event["actor"][1:]


def _from_events(item: Item, parsed: Parsed, links: Links) -> Iterator[Example]:
    for event in item["events"]:
        actors, recipients = _sides(event)
        start = place_of(event["trigger"], item["text"])
        mine, theirs = _spans(item["text"], actors), _spans(item["text"], recipients)
        best = links.best(mine, theirs)
        yield _example(pair_instance(parsed, mine, theirs, (start, start + len(event["trigger"])), best), event, item, "told")
        if theirs:
            yield _example(pair_instance(parsed, mine, theirs, None, best), event, item, "pair")


def _from_strangers(item: Item, parsed: Parsed, links: Links, chance: random.Random) -> Iterator[Example]:
    linked = set()
    for event in item["events"]:
        actors, recipients = _sides(event)
        linked |= {pair for a in actors for r in recipients for pair in ((a, r), (r, a))}
    pairs = [(a, r) for a in item["actors"] for r in item["actors"] if a != r and (a, r) not in linked]
    chance.shuffle(pairs)
    for actor, recipient in pairs[:NEGATIVES]:
        mine, theirs = _spans(item["text"], [actor]), _spans(item["text"], [recipient])
        if mine and theirs:
            yield _example(pair_instance(parsed, mine, theirs, None, links.best(mine, theirs)), None, item, "pair")
