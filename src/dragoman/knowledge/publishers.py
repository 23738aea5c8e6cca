"""Which outlet a publisher is: one medium under all its names, with its country and who owns it."""

import re
from functools import cache

from msgspec import Struct

from dragoman.knowledge.tables import read_table, split

NOISE = re.compile(r"^(?:the|www)\b\.?|\b(?:online|newspaper|daily|news agency|agency|com|org|net)$", re.IGNORECASE)


class Outlet(Struct, frozen=True):
    """A medium: its name, country (alpha-3), and state, party, public or private ownership."""

    name: str
    country: str | None
    ownership: str
    kind: str


class Publishers:
    """The outlets of the tables, by any of their names."""

    def __init__(self, outlets: dict[str, Outlet]) -> None:
        self._outlets = outlets

    def find(self, publisher: str | None) -> Outlet | None:
        """The outlet of that name, however it is written; None for one that the tables do not know."""
        if not publisher:
            return None
        return self._outlets.get(plain(publisher)) or next((self._outlets[part] for part in _parts(publisher) if part in self._outlets), None)

    def name(self, publisher: str) -> str:
        """The name that the outlet goes by, so that its spellings are one; the publisher's own where it is unknown."""
        outlet = self.find(publisher)
        return outlet.name if outlet else " ".join(publisher.split())


def plain(name: str) -> str:
    """The name without case, article, punctuation and words such as "online"."""
    bare = re.sub(r"[^\w\s]", " ", name.lower())
    while (shorter := NOISE.sub("", bare).strip()) != bare and shorter:
        bare = shorter
    return " ".join(bare.split())


def _parts(publisher: str) -> list[str]:
    """What stands before, in and after brackets: "Mozambique News Agency (AIM)"."""
    return [plain(part) for part in re.split(r"[()/,|]", publisher) if part.strip()]


@cache
def load_publishers() -> Publishers:
    """The outlets of data/media.csv; a name that several bear goes to the first. Raises CodebookError for a wrong table."""
    outlets: dict[str, Outlet] = {}
    for row in read_table("media.csv", ("name", "aliases", "country", "ownership", "kind")):
        outlet = Outlet(row["name"], row["country"] or None, row["ownership"], row["kind"])
        for name in (row["name"], *split(row["aliases"])):
            outlets.setdefault(plain(name), outlet)
    return Publishers(outlets)
