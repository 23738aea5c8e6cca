"""The actor named again where a recipient might stand: "its ambassador", "the union's delegates turned it down"."""

from dragoman.model.mention import Mention, same_party

RULING = (("GOV",), ("MIL",), ("COP",), ("SPY",))


def is_own(mention: Mention, actor: list[Mention]) -> bool:
    """Whether the mention only names the actor again ("its ambassador", "the country's own plan")."""
    mine = [a for side in actor for a in side.actors]
    if mention.kind == "state" and all(a.sectors[:1] not in RULING for a in mine):
        return False  # chiefs or unions who "called on Ottawa" speak to their government
    if mention.kind == "pronoun" and all(a.country and a.sectors[:1] not in RULING for a in mine):
        return all(any((a.country, a.sectors[:1]) == (b.country, b.sectors[:1]) for b in mine) for a in mention.actors)
    if mention.kind not in ("state", "place"):
        return any(same_party(a, b) for a in mention.actors for b in mine)
    return all(any(a.country == b.country and (a.country or a.name == b.name) for b in mine) for a in mention.actors)
