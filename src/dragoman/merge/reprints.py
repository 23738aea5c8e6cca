"""Articles that print one text: found by MinHash, confirmed by the words they share."""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from itertools import combinations

from rensa import RMinHash

SHINGLE = 5  # words
PERMUTATIONS, BANDS = 128, 32  # four numbers a band: two texts that share half of their shingles share a band in 87 of 100
SEED = 20241
REPRINT = 0.5  # share of the shorter text's shingles that stand in the other: an added paragraph and a cut end still pass


@lru_cache(maxsize=1 << 10)
def shingles(text: str) -> frozenset[str]:
    """Every run of five words of the text, without case and punctuation."""
    words = re.findall(r"[^\W_]+", text.lower())
    return frozenset(" ".join(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1)))


def signature(text: str) -> tuple[int, ...]:
    """Bands of the text's MinHash, each 64 bits; texts that share one may be reprints. The same for the same text, always."""
    hasher = RMinHash(PERMUTATIONS, SEED)
    hasher.update(sorted(shingles(text)))
    digest = hasher.digest()
    rows = PERMUTATIONS // BANDS
    return tuple(_fold(band, digest[band * rows : (band + 1) * rows]) for band in range(BANDS))


def _fold(band: int, numbers: list[int]) -> int:
    """The band's numbers as one of 64 bits, by FNV-1a."""
    folded = 14695981039346656037 ^ band
    for number in numbers:
        folded = ((folded ^ number) * 1099511628211) & 0xFFFFFFFFFFFFFFFF
    return folded


def is_reprint(text: str, other: str) -> bool:
    """Whether one text is, for the most part, in the other."""
    mine, theirs = shingles(text), shingles(other)
    return len(mine & theirs) >= REPRINT * min(len(mine), len(theirs))


def group_articles(texts: Mapping[str, str]) -> dict[str, str]:
    """The group of each article, named by the least id in it: those that reprint one text, directly or by way of another."""
    bands: dict[int, list[str]] = defaultdict(list)
    for name, text in texts.items():
        for band in signature(text):
            bands[band].append(name)
    near = {pair for names in bands.values() for pair in combinations(sorted(names), 2)}
    root = {name: name for name in texts}
    for one, other in sorted(near):
        if is_reprint(texts[one], texts[other]):
            least, most = sorted((_root(root, one), _root(root, other)))
            root[most] = least
    return {name: _root(root, name) for name in texts}


def _root(root: dict[str, str], name: str) -> str:
    while root[name] != name:
        name = root[name]
    return name
