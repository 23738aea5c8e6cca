"""Roles inside a body or around a person: "a Hamas official", "the Biden administration", "the Free Gabon Party"."""

from dragoman.actors.alone.chunks import Chunk, text_of
from dragoman.actors.alone.holders import Holders
from dragoman.actors.alone.phrase import Phrase
from dragoman.actors.alone.resolved import ROLE_KINDS, Resolved, with_reasons
from dragoman.actors.alone.words import ELITES, GOVERNMENTS, ITSELF, MOUTHS, singular


class Bodies:
    """Reads roles whose owner is no state."""

    def __init__(self, holders: Holders) -> None:
        self.holders = holders

    def of_body(self, phrase: Phrase, head: Chunk, owner: Resolved) -> Resolved | None:
        """A role inside a body or of a person: the body's sectors, the role's own beside them."""
        role, last = head.role, head.words[-1].key
        assert role is not None
        if owner.kind == "official" and last in GOVERNMENTS:
            sectors = role.sectors if role.sectors[:1] not in (("UNK",), ("EDU",)) else ("GOV",)
            name = f"{owner.name.rsplit(maxsplit=1)[-1]} {text_of([head])}"
            return Resolved(name, owner.country, sectors, "organisation", (f"role:{role.word}", f"of {owner.name}"))
        if owner.kind in ("official", "crowd", "role", "person") and owner.sectors[:1] in (("GOV",), ("ELI",), ("CVL",)):
            return None
        if not head.text[:1].isupper() and singular(last) in ITSELF and not phrase.posts and role.sectors[:1] != ("GOV",):
            return with_reasons(owner, f"role:{role.word}")
        holder = self.holders.holder(phrase, head, owner.country if owner.sectors[:1] == ("GOV",) else owner.name)
        if holder is not None:
            return holder
        if owner.sectors[:1] == ("GOV",) or (
            owner.country and singular(last) not in MOUTHS and role.sectors[:1] in (("GOV",), ("LEG",), ("JUD",), ("COP",))
        ):
            return None if role.sectors[:1] not in (("UNK",), ("GOV",)) else _inside(head, owner, owner.sectors)
        extra = tuple(s for s in role.sectors if s in ("COP", "MIL", "JUD", "LEG")) if owner.country is None else ()
        return _inside(head, owner, tuple(dict.fromkeys((*owner.sectors, *extra))), former=phrase.former)

    def named(self, phrase: Phrase, head: Chunk, country: str | None) -> Resolved | None:
        """`the Free Gabon Party`: unknown capitalised words before a capitalised body are its name."""
        caps = [chunk for chunk in phrase.front[:-1] if chunk.kind in ("cap", "low")]
        role = head.role
        if role is None or role.kind == "person" or not caps or caps[0].kind != "cap" or not head.text[:1].isupper():
            return None
        return Resolved(phrase.text, country, role.sectors, "organisation", (f"role:{role.word}", "unlisted name"))


def _inside(head: Chunk, owner: Resolved, sectors: tuple[str, ...], *, former: bool = False) -> Resolved:
    role = head.role
    assert role is not None
    name = text_of([head]) if head.words[0].text[0].isupper() and len(head.words) > 1 else f"{owner.name} {role.word}"
    told = ("ELI",) if former and role.kind == "person" and sectors[:1] and sectors[0] in ELITES else sectors
    return Resolved(
        name,
        owner.country,
        told,
        ROLE_KINDS.get(role.kind, "role"),
        (f"role:{role.word}", f"of {owner.name}"),
    )
