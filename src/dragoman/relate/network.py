"""Who stands with whom: blocks, go-betweens and balance of the signed network of relations."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import log1p
from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct

from dragoman.errors import InputError
from dragoman.relate.blocks import find_blocks

if TYPE_CHECKING:
    from networkx import Graph

HIGHEST = 10.0


class Tie(Struct, frozen=True):
    """What two actors do to each other in a time: incidents, their mean score from -10 to 10, and its interval where known."""

    one: str
    other: str
    incidents: int
    score: float
    low: float | None = None
    high: float | None = None

    @property
    def weight(self) -> float:
        """The score from -1 to 1 times the logarithm of the incidents: ten times the news is not ten times the friendship."""
        return self.score / HIGHEST * log1p(self.incidents)

    @property
    def is_hostile(self) -> bool:
        """Whether the score is surely below zero: the whole interval is, or the score where no interval is known."""
        return (self.score if self.high is None else self.high) < 0


class Network(Struct, frozen=True):
    """The ties of a time and what follows from them; missing values are None.

    `blocks` gives each actor the number of its block, from 0, the largest first; no block holds a hostile tie.
    `brokers` is each actor's share of the shortest friendly paths between all others, `mediators` its share of those
    between pairs who are hostile to each other, both from 0 to 1. `balance` is the share of closed triads whose three
    signs multiply to plus (a friend's friend is a friend, an enemy's enemy too); None where no triad is closed.
    """

    ties: tuple[Tie, ...]
    blocks: dict[str, int]
    brokers: dict[str, float]
    balance: float | None
    mediators: dict[str, float] = {}


def build_network(ties: Iterable[Tie]) -> Network:
    """The network of the ties, the same whatever their order; raises InputError for a pair given twice or tied to itself."""
    known = tuple(sorted(map(_face_up, ties), key=lambda tie: (tie.one, tie.other)))
    _check_ties(known)
    actors = sorted({actor for tie in known for actor in (tie.one, tie.other)})
    friends = _befriend(known, actors)
    return Network(known, find_blocks(actors, known), _find_brokers(friends), measure_balance(known), _find_mediators(friends, known))


def measure_balance(ties: Sequence[Tie]) -> float | None:
    """The share of closed triads that are balanced; ties of score 0 close none."""
    actors = sorted({actor for tie in ties for actor in (tie.one, tie.other)})
    place = {actor: i for i, actor in enumerate(actors)}
    signs = np.zeros((len(actors), len(actors)))
    for tie in ties:
        signs[place[tie.one], place[tie.other]] = signs[place[tie.other], place[tie.one]] = np.sign(tie.score)
    difference, closed = (float(np.einsum("ij,jk,ki", each, each, each, optimize=True)) for each in (signs, np.abs(signs)))
    return (1 + difference / closed) / 2 if closed else None


def _face_up(tie: Tie) -> Tie:
    return tie if tie.one <= tie.other else Tie(tie.other, tie.one, tie.incidents, tie.score, tie.low, tie.high)


def _check_ties(ties: Sequence[Tie]) -> None:
    pairs = [(tie.one, tie.other) for tie in ties]
    twice = next((pair for pair, following in pairwise(pairs) if pair == following), None)
    if twice:
        raise InputError(f"build_network: {twice[0]} and {twice[1]} are given twice; join the two directions into one tie")
    alone = next((one for one, other in pairs if one == other), None)
    if alone:
        raise InputError(f"build_network: {alone} is tied to itself; leave out what happens inside one actor")


def _befriend(ties: Sequence[Tie], actors: Sequence[str]) -> "Graph":
    """The graph of positive ties; a stronger tie is a shorter way."""
    from networkx import Graph

    friends = Graph()
    friends.add_nodes_from(actors)
    friends.add_edges_from((tie.one, tie.other, {"length": 1 / tie.weight}) for tie in ties if tie.weight > 0)
    return friends


def _find_brokers(friends: "Graph") -> dict[str, float]:
    from networkx import betweenness_centrality

    return {actor: round(value, 4) for actor, value in betweenness_centrality(friends, weight="length").items()}


def _find_mediators(friends: "Graph", ties: Sequence[Tie]) -> dict[str, float]:
    """The actors on shortest friendly paths between hostile pairs, each path of a pair weighing alike; all others have 0."""
    from networkx import all_shortest_paths, has_path

    shares = dict.fromkeys(friends, 0.0)
    hostile = [(tie.one, tie.other) for tie in ties if tie.is_hostile]
    for one, other in hostile:
        paths = list(all_shortest_paths(friends, one, other)) if has_path(friends, one, other) else []
        for path in paths:
            for actor in path[1:-1]:
                shares[actor] += 1 / len(paths) / len(hostile)
    return {actor: round(share, 4) for actor, share in shares.items()}


def follow_blocks(networks: Sequence[Network]) -> list[dict[str, int]]:
    """The blocks of each network under lasting numbers: a block keeps the number that most of its members had last.

    Numbers are given out so that as many actors as possible keep theirs (an assignment problem, solved exactly); a new
    block gets a number never used before. An actor who is absent for a time keeps its last number in memory.
    """
    last: dict[str, int] = {}
    followed = []
    fresh = 0
    for network in networks:
        names, fresh = _name_blocks(network.blocks, last, fresh)
        followed.append({actor: names[block] for actor, block in network.blocks.items()})
        last |= followed[-1]
    return followed


def _name_blocks(blocks: dict[str, int], last: dict[str, int], fresh: int) -> tuple[dict[int, int], int]:
    from scipy.optimize import linear_sum_assignment

    shared = np.zeros((max(blocks.values(), default=-1) + 1, fresh))
    for actor, block in blocks.items():
        if actor in last:
            shared[block, last[actor]] += 1
    rows, columns = linear_sum_assignment(-shared)
    names = {int(row): int(column) for row, column in zip(rows, columns, strict=True) if shared[row, column]}
    for block in range(len(shared)):
        if block not in names:
            names[block], fresh = fresh, fresh + 1
    return names, fresh
