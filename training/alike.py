"""Texts that are too much alike: near-duplicates within the corpus, and sentences that stand in gold as well.

Everything is counted exactly through an index of word sequences; with some thousand items that takes less than a second.
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
GOLD = (ROOT / "tests" / "gold", ROOT.parent / "shared" / "gold")  # the second only where it stands beside the repository

DUPLICATE = (4, 0.6)  # words in a sequence, and the share of sequences in common from which two texts are near-duplicates
LEAK = (6, 0.5)  # the same for a sentence of the corpus and one of gold
SHORTEST = 4  # words; shorter sentences ("He gave no details.") are anybody's

WORD = re.compile(r"\w+(?:['’.,-]\w+)*")
SENTENCE = re.compile(r"(?<=[.!?])[\"”’']?\s+|\n+")
MARK = re.compile(r"</?[st]>")
Grams = frozenset[tuple[str, ...]]


@dataclass(frozen=True)
class Likeness:
    """Two texts by their names, and the share of word sequences that they have in common."""

    one: str
    other: str
    share: float


def grams(text: str, size: int) -> Grams:
    """The word sequences of that size, case and punctuation apart; of a shorter text the whole is its one sequence."""
    words = WORD.findall(text.lower())
    return frozenset(tuple(words[start : start + size]) for start in range(max(1, len(words) - size + 1))) if words else frozenset()


def sentences(text: str) -> list[str]:
    """The sentences, roughly: cut at closing marks and line ends."""
    return [sentence for sentence in SENTENCE.split(text) if sentence.strip()]


def near_duplicates(texts: Mapping[str, str]) -> list[Likeness]:
    """The pairs of texts whose word sequences overlap (Jaccard) by DUPLICATE or more, the most alike first."""
    size, least = DUPLICATE
    sets = {name: grams(text, size) for name, text in texts.items()}
    common: Counter[tuple[str, str]] = Counter()
    seen: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for name, own in sets.items():
        for gram in own:
            common.update((other, name) for other in seen[gram])
            seen[gram].append(name)
    found = [Likeness(one, other, n / (len(sets[one]) + len(sets[other]) - n)) for (one, other), n in common.items()]
    return sorted((row for row in found if row.share >= least), key=lambda row: (-row.share, row.one, row.other))


def leaks(texts: Mapping[str, str], gold: Mapping[str, str]) -> list[Likeness]:
    """The texts with a sentence of which LEAK or more stands in one of gold; the share is that of the shorter of the two."""
    size, least = LEAK
    sets = {name: grams(text, size) for name, text in gold.items() if len(WORD.findall(text)) >= SHORTEST}
    index: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for name, own in sets.items():
        for gram in own:
            index[gram].append(name)
    best: dict[tuple[str, str], float] = {}
    for name, text in texts.items():
        for own in (grams(sentence, size) for sentence in sentences(text)):
            for other, n in Counter(other for gram in own for other in index.get(gram, ())).items():
                share = n / min(len(own), len(sets[other]))
                best[name, other] = max(share, best.get((name, other), 0.0))
    return [Likeness(one, other, share) for (one, other), share in best.items() if share >= least]


def read_gold(folders: Iterable[Path] = GOLD) -> dict[str, str]:
    """Every sentence of the gold files that are here, by file, article and number; pairs without their marks."""
    found: dict[str, str] = {}
    for folder in folders:
        for path in sorted((*folder.glob("*.jsonl"), *folder.glob("*.tsv"))):
            for name, text in _texts(path):
                found |= {f"{path.name}:{name}:{n}": sentence for n, sentence in enumerate(sentences(text), 1)}
    return found


def _texts(path: Path) -> Iterator[tuple[str, str]]:
    lines = [line for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
    if path.suffix == ".jsonl":
        for row in map(json.loads, lines):
            yield row["id"], f"{row.get('title') or ''}\n{row['text']}"
        return
    head = lines[0].split("\t")
    for number, line in enumerate(lines[1:], 2):
        row = dict(zip(head, line.split("\t"), strict=False))
        yield row.get("id", str(number)), MARK.sub("", row["marked_sentence"])
