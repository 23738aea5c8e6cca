"""What a new model gains and loses: by type before and after, the new types by cross-validation, and what is confused."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from math import sqrt

from msgspec import Struct

from dragoman.learn.judged import NONE, Judged

FEW = 20  # events of a new type, below which the report warns


class Score(Struct, frozen=True):
    """How often a type was given, and how often rightly, against how often it is told."""

    told: int
    given: int
    right: int

    @property
    def precision(self) -> float | None:
        """The share of what was given that is right; None where nothing was given."""
        return self.right / self.given if self.given else None

    @property
    def recall(self) -> float | None:
        """The share of what is told that was given; None where nothing is told."""
        return self.right / self.told if self.told else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both: 2 right / (told + given)."""
        return 2 * self.right / (self.told + self.given) if self.told + self.given else None


class TypeChange(Struct, frozen=True):
    """A type on the examples held back: before, after, and how many of it became right or wrong."""

    name: str
    before: Score
    after: Score
    gained: int
    lost: int


class NewType(Struct, frozen=True):
    """A new type by cross-validation over its examples of one kind.

    `sure` is the 95 percent interval of the share found (Wilson). `missed` and `before` say where the
    examples went: those not found now, and all of them by the base model. `false` are taken for it wrongly.
    """

    name: str
    kind: str
    told: int
    found: int
    sure: tuple[float, float]
    missed: dict[str, int]
    before: dict[str, int]
    false_own: int
    other_own: int
    false_back: int
    other_back: int


class Report(Struct, frozen=True):
    """All of it. `candidates` is what coding asks; `pairs` has the parties given."""

    base: str
    model: str
    candidates: tuple[TypeChange, ...]
    pairs: tuple[TypeChange, ...]
    new: tuple[NewType, ...]
    confused: tuple[tuple[str, str, int], ...]
    warnings: tuple[str, ...]


def changes(rows: Sequence[Judged], types: Iterable[str]) -> tuple[TypeChange, ...]:
    """Each type that is told or given in the rows."""
    found = (_change(name, rows) for name in types)
    return tuple(row for row in found if row.before.told or row.before.given or row.after.given)


def _change(name: str, rows: Sequence[Judged]) -> TypeChange:
    own = [row for row in rows if row.right == name]
    return TypeChange(
        name,
        Score(len(own), sum(row.before == name for row in rows), sum(row.before == name for row in own)),
        Score(len(own), sum(row.after == name for row in rows), sum(row.after == name for row in own)),
        sum(row.after == name != row.before for row in own),
        sum(row.before == name != row.after for row in own),
    )


def new_type(name: str, kind: str, own: Iterable[Judged], back: Iterable[Judged]) -> NewType:
    """The new type on the own examples of the kind, each judged by voters that have not seen it, and on those held back."""
    mine = [row for row in own if row.kind == kind]
    told, other = [row for row in mine if row.right == name], [row for row in mine if row.right != name]
    held = [row for row in back if row.kind == kind and row.right != name]
    found = sum(row.after == name for row in told)
    return NewType(
        name, kind, len(told), found, wilson(found, len(told)),
        dict(Counter(row.after for row in told if row.after != name).most_common()), dict(Counter(row.before for row in told).most_common()),
        sum(row.after == name for row in other), len(other), sum(row.after == name for row in held), len(held),
    )  # fmt: skip


def wilson(right: int, of: int, z: float = 1.96) -> tuple[float, float]:
    """The 95 percent interval of a share that was seen `right` times `of` so many; from 0 to 1 where nothing was seen.

    >>> [round(limit, 2) for limit in wilson(18, 24)]
    [0.55, 0.88]
    """
    if not of:
        return 0.0, 1.0
    share, square = right / of, z * z
    middle, half = share + square / (2 * of), z * sqrt(share * (1 - share) / of + square / (4 * of * of))
    return max(0.0, (middle - half) / (1 + square / of)), min(1.0, (middle + half) / (1 + square / of))


def confused(rows: Iterable[Judged], most: int = 8) -> tuple[tuple[str, str, int], ...]:
    """The pairs of types that are taken for one another most: what is right, what is given, how often; no event left aside."""
    wrong = Counter((row.right, row.after) for row in rows if row.right != row.after and NONE not in (row.right, row.after))
    return tuple((right, given, n) for (right, given), n in sorted(wrong.items(), key=lambda pair: (-pair[1], pair[0]))[:most])


def warnings_for(events: Iterable[tuple[str, int]], negatives: int, *, unseen: bool) -> tuple[str, ...]:
    """What makes the numbers weaker than they look, a sentence each; `events` are the new types with their events in the examples."""
    found = [f"{name}: {n} events; below {FEW} neither the model nor its scores are worth much" for name, n in events if n < FEW]
    if not negatives:
        found.append("no example without a new type: what is near to it and not of it is learnt from the corpus alone")
    if not unseen:
        found.append("corpus, tables or program are not those that the base model was trained with: it may have seen what is held back")
    return tuple(found)


def new_types(names: Collection[str], own: Sequence[Judged], back: Sequence[Judged]) -> tuple[NewType, ...]:
    """Each new type on candidates, and on events whose parties and trigger are given."""
    return tuple(new_type(name, kind, own, back) for name in names for kind in ("candidate", "told"))
