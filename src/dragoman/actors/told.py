"""One thing told: a mention with where it stood, and whether two of them are one side."""

from dataclasses import dataclass

from dragoman.model.event import Actor
from dragoman.model.mention import Mention

ARMED = frozenset(("REB", "PRM", "IMG", "UAF"))
BYSTANDERS = frozenset("AGR BUS CVL EDU JRN LAB MED REL SOC".split())
WINDOW = 4  # sentences that a pronoun looks back


@dataclass(frozen=True, slots=True)
class Told:
    """One earlier mention: where it stood and what kind of thing it was."""

    token: int
    sentence: int
    mention: Mention
    subject: bool
    person: bool
    role: str = ""
    spoke: bool = False
    gender: str | None = None

    def fits(self, gender: str | None) -> bool:
        """Whether a word of that gender can mean the mention."""
        return gender is None or self.gender is None or gender == self.gender


def same_side(one: Actor, other: Actor) -> bool:
    """Whether the two are one party to a quarrel: of one country, unless only one of them is in arms against it."""
    if one.country and one.country == other.country and _is_armed(one) != _is_armed(other):
        return False  # a government and the rebels of its country are two sides
    return one.country == other.country if one.country or other.country else one.name == other.name


def _is_armed(actor: Actor) -> bool:
    return bool(actor.sectors) and actor.sectors[0] in ARMED


def is_side(entry: Told) -> bool:
    """Whether the mention can be a side: no medium, no unknown, no mere place, no land that things happen to."""
    if entry.mention.kind in ("place", "belonging") or (entry.mention.reason == "land" and not entry.subject):
        return False
    return all(actor.sectors[:1] not in (("JRN",), ("UNK",), ()) for actor in entry.mention.actors)


def is_again(entry: Told, mention: Mention | None) -> bool:
    """Whether the entry is of the very actors that the mention stands for."""
    return mention is not None and bool(set(entry.mention.actors) & set(mention.actors))
