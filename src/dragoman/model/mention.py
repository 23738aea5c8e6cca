"""Mentions: stretches of a parse that name somebody, with the actors they stand for."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from dragoman.model.event import Actor


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun phrase or pronoun, its tokens `start` to `end`, its head, and whom it stands for.

    `actors` is empty for what nobody can act as. `direct` is False where the phrase only belongs to
    an actor ("Russia's plan" stands for Russia, and `start` to `end` are then the word "Russia").
    `reason` names the rule that resolved it.
    """

    head: int
    start: int
    end: int
    actors: tuple[Actor, ...] = ()
    direct: bool = True
    plural: bool = False
    kind: str = "name"
    reason: str = ""


@dataclass(slots=True)
class Cast:
    """All mentions of an article by the token of their head, and the country it is mostly about."""

    mentions: dict[int, Mention] = field(default_factory=dict)
    focus: tuple[str, ...] = ()
    setting: dict[int, str] = field(default_factory=dict)

    def at(self, head: int) -> Mention | None:
        """The mention headed by the token, None where the phrase names nobody."""
        return self.mentions.get(head)

    def __iter__(self) -> Iterator[Mention]:
        return iter(sorted(self.mentions.values(), key=lambda mention: mention.start))


def same_party(one: Actor, other: Actor) -> bool:
    """Whether two actors are the same side as far as the ledger can tell: country and, within it, name."""
    return one.name == other.name and one.country == other.country


def same_actors(one: Mention, other: Mention) -> bool:
    """Whether everybody that the one stands for is among the other's."""
    return all(any(same_party(a, b) for b in other.actors) for a in one.actors)
