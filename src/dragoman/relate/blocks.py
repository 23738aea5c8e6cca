"""Blocks of actors who stand together: correlation clustering that puts no hostile pair into one block."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from math import inf
from typing import Protocol

ROUNDS = 50  # moves settle within a few rounds; the bound is for safety
LEAST_GAIN = 1e-9


class Weighted(Protocol):
    """A tie as far as blocks care."""

    @property
    def one(self) -> str: ...  # noqa: D102
    @property
    def other(self) -> str: ...  # noqa: D102
    @property
    def weight(self) -> float: ...  # noqa: D102
    @property
    def is_hostile(self) -> bool: ...  # noqa: D102


Weights = dict[str, dict[str, float]]


def find_blocks(actors: Sequence[str], ties: Iterable[Weighted]) -> dict[str, int]:
    """Each actor's block, from 0, the largest block first, then by name; an actor whom nothing joins is a block alone.

    The sum of weights inside blocks is made large: blocks are joined in order of what joining gains (greedy additive
    edge contraction, Keuper 2015), then actors move singly while that gains; the same moves from all alone are a second
    try, and the better one stands. Not always the best division, always the same one.
    """
    weights, alone = _weigh(ties), [frozenset([actor]) for actor in sorted(actors)]
    tries = [_move_actors(start, weights) for start in (_join_blocks(sorted(actors), weights), alone)]
    blocks = max(tries, key=lambda each: sum(_sum_inside(block, weights) for block in each))
    ordered = sorted(blocks, key=lambda block: (-len(block), min(block)))
    return {actor: number for number, block in enumerate(ordered) for actor in sorted(block)}


def _sum_inside(block: frozenset[str], weights: Weights) -> float:
    return sum(weights[one].get(other, 0.0) for one, other in combinations(sorted(block), 2))


def _weigh(ties: Iterable[Weighted]) -> Weights:
    weights: Weights = defaultdict(dict)
    for tie in ties:
        weights[tie.one][tie.other] = weights[tie.other][tie.one] = -inf if tie.is_hostile else tie.weight
    return weights


def _join_blocks(actors: Sequence[str], weights: Weights) -> list[frozenset[str]]:
    """Joins the two blocks that gain most until no two gain; blocks that gain alike are taken by name."""
    blocks = {actor: frozenset([actor]) for actor in actors}  # under the name of the first member
    gains = {actor: dict(weights[actor]) for actor in actors}
    while pair := _best_pair(gains):
        one, other = pair
        blocks[one] |= blocks.pop(other)
        for third, gain in gains.pop(other).items():
            gains[third].pop(other, None)
            if third != one:
                gains[one][third] = gains[third][one] = gains[one].get(third, 0.0) + gain
    return list(blocks.values())


def _best_pair(gains: Weights) -> tuple[str, str] | None:
    rows = [(-gain, one, other) for one, row in gains.items() for other, gain in row.items() if one < other and gain > LEAST_GAIN]
    return min(rows)[1:] if rows else None


def _move_actors(blocks: list[frozenset[str]], weights: Weights) -> list[frozenset[str]]:
    """Moves single actors to the block, or out of any, where they gain most, until none gains."""
    home = {actor: number for number, block in enumerate(blocks) for actor in block}
    for _ in range(ROUNDS):
        moved = False
        for actor in sorted(home):
            best, gain = _find_home(actor, home, weights)
            if best != home[actor] and gain > LEAST_GAIN:
                home[actor], moved = best, True
        if not moved:
            break
    members: dict[int, set[str]] = defaultdict(set)
    for actor, number in home.items():
        members[number].add(actor)
    return [frozenset(block) for block in members.values()]


def _find_home(actor: str, home: dict[str, int], weights: Weights) -> tuple[int, float]:
    """The best block for the actor and what moving there gains; a new number stands for a block of its own."""
    pull: dict[int, float] = defaultdict(float)
    for other, weight in weights[actor].items():
        pull[home[other]] += weight
    alone = max(home.values()) + 1
    here = pull.pop(home[actor], 0.0)
    best = max(sorted(pull), key=lambda number: pull[number], default=alone)
    if pull.get(best, -inf) < 0:
        best = alone
    return best, pull.get(best, 0.0) - here
