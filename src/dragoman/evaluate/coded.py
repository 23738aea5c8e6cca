"""Events as a person coded them: the form of the gold files."""

from datetime import date

from msgspec import Struct


class GoldParty(Struct, frozen=True):
    """A side of a gold event: the words that name it best, alpha-3 or "", sectors primary first."""

    text: str
    name: str = ""
    country: str = ""
    sectors: tuple[str, ...] = ()


class GoldSpeaker(Struct, frozen=True):
    """Who says so, by the words of the article and by name."""

    text: str
    name: str = ""


class GoldWhen(Struct, frozen=True):
    """First and last possible day."""

    first: date | None = None
    last: date | None = None
    basis: str = "published"
    text: str = ""


class GoldWhere(Struct, frozen=True):
    """Where it happened."""

    text: str
    name: str = ""
    country: str = ""


class GoldEvent(Struct, frozen=True):
    """An event as a person coded it; `recipients` is empty where all parties are actors."""

    type: str
    status: str
    actors: tuple[GoldParty, ...]
    trigger: str
    evidence: tuple[str, ...]
    when: GoldWhen
    recipients: tuple[GoldParty, ...] = ()
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    said_by: tuple[GoldSpeaker, ...] = ()
    where: GoldWhere | None = None
    reciprocal: bool = False
    tricky: str = ""
    story: str | None = None
    figures: dict[str, int | tuple[int, int]] = {}
