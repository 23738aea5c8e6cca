"""The answer: who is meant, what kind of actor that is, and why."""

from msgspec import Struct
from msgspec.structs import replace

from dragoman.knowledge.actors import Known, Role

NATIONS = frozenset(("state", "adjective", "demonym", "capital", "seat", "region"))
PEOPLE = frozenset(("official", "surname"))
KINDS = {
    "state": "state", "adjective": "state", "capital": "state", "seat": "state", "demonym": "crowd", "region": "place",
    "official": "official", "surname": "official", "medium": "medium", "group": "group",
}  # fmt: skip
ROLE_KINDS = {"person": "role", "crowd": "crowd", "body": "organisation", "group": "organisation"}
MOST_ALTERNATIVES = 6


class Resolved(Struct, frozen=True):
    """Who is meant: country alpha-3 or None, sectors primary first.

    kind: state | official | person | organisation | role | crowd | medium | place | group | belonging.
    `reasons` say why; `alternatives` are the other meanings, or the members of a group, themselves without any.
    """

    name: str
    country: str | None = None
    sectors: tuple[str, ...] = ()
    kind: str = "organisation"
    reasons: tuple[str, ...] = ()
    alternatives: tuple["Resolved", ...] = ()


def of_known(known: Known, *reasons: str) -> Resolved:
    """The answer that a row of the tables gives by itself."""
    return Resolved(known.name, known.country, known.sectors, KINDS.get(known.kind, "organisation"), reasons)


def of_role(role: Role, name: str, country: str | None, *reasons: str) -> Resolved:
    """Somebody in a role."""
    return Resolved(name, country, role.sectors, ROLE_KINDS.get(role.kind, "role"), (f"role:{role.word}", *reasons))


def with_reasons(found: Resolved, *reasons: str) -> Resolved:
    """The same answer with more reasons."""
    return replace(found, reasons=(*found.reasons, *reasons))


def with_alternatives(found: Resolved, others: list[Resolved]) -> Resolved:
    """The same answer with the other meanings, each once and bare."""
    same = (found.name, found.country, found.sectors)
    kept = {(o.name, o.country, o.sectors): replace(o, alternatives=()) for o in others}
    return replace(found, alternatives=tuple(other for key, other in kept.items() if key != same)[:MOST_ALTERNATIVES])


def together(members: list[Resolved], reason: str) -> Resolved:
    """Several as one side: their names joined, what they share, and themselves among the alternatives."""
    bare = tuple(replace(member, alternatives=()) for member in members)
    countries = {member.country for member in members}
    shared = tuple(s for s in members[0].sectors if all(s in member.sectors for member in members))
    name = " and ".join(dict.fromkeys(member.name for member in members))
    return Resolved(name, countries.pop() if len(countries) == 1 else None, shared, "group", (reason,), bare)
