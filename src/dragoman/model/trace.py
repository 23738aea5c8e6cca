"""How a result came about: reasons, failures, and the versions that made it."""

from msgspec import Struct


class Reason(Struct, frozen=True):
    """One vote for what a record says: the stage, the rule's or model's name, its score."""

    stage: str
    name: str
    score: float = 1.0


class Run(Struct, frozen=True):
    """The versions that made a record; `model` names the parser."""

    version: str
    codebook: str
    model: str


class Failure(Struct, frozen=True):
    """An article that could not be coded, counted and reported: where it stood, and why."""

    article: str
    place: str
    reason: str


class Dropped(Struct, frozen=True):
    """A candidate that was proposed and not kept, with the words and the rule that dropped it."""

    event: str
    words: str
    span: tuple[int, int]
    reason: str
