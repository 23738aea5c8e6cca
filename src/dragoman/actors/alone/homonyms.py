"""Meanings that are taken only where the words around speak for them: data/homonyms.csv."""

from functools import cache

from msgspec import Struct

from dragoman.knowledge.actors import Known, units
from dragoman.knowledge.tables import read_table, split

COLUMNS = ("name", "meaning", "kind", "country", "sectors", "cues", "first")


class Homonym(Struct, frozen=True, gc=False):
    """One meaning of a shared name, the words that speak for it, and whether it is the first to think of."""

    known: Known
    cues: tuple[str, ...]
    first: bool


@cache
def load_homonyms() -> dict[str, tuple[Homonym, ...]]:
    """The homonyms by the key of their name."""
    found: dict[str, tuple[Homonym, ...]] = {}
    for row in read_table("homonyms.csv", COLUMNS):
        members = ("KOR", "PRK") if row["kind"] == "group" else ()
        known = Known(row["kind"], row["meaning"], row["country"] or None, tuple(row["sectors"].split()), members=members)
        cues = tuple(" ".join(units(cue)) for cue in split(row["cues"]))
        key = " ".join(units(row["name"]))
        found[key] = (*found.get(key, ()), Homonym(known, cues, bool(row["first"])))
    return found
