"""Roles and strangers: whose they are, and what they are called."""

from collections.abc import Callable

from dragoman.actors.alone.chunks import Chunk, text_of
from dragoman.actors.alone.names import Names
from dragoman.actors.alone.phrase import Phrase, owned_by_somebody_told_before, proper_name
from dragoman.actors.alone.resolved import Resolved, of_role, with_alternatives, with_reasons
from dragoman.actors.alone.terms import Offices
from dragoman.actors.alone.words import ADVISERS, COUNTERPARTS, ELITES, ENVOYS, GOVERNMENTS, ITSELF, MOUTHS, NOBODY
from dragoman.knowledge.actors import Role

BODIES = frozenset(("IGO", "NGO", "MNC", "ISM", "IMG"))
STATES = ("state", "place")
Read = Callable[[list[Chunk], int], Resolved | None]


class Roles:
    """Reads phrases whose head is a role, or a name that no table knows."""

    def __init__(self, names: Names, offices: Offices, read: Read) -> None:
        self.names, self.offices, self.read = names, offices, read

    def role(self, phrase: Phrase, owners: list[Resolved], depth: int) -> Resolved | None:
        """`the Chinese foreign minister`, `a spokesman for the Thai army`, `Hamas militants`."""
        head = phrase.front[-1]
        assert head.role is not None
        whose = owners or self._before(phrase) or self._after(phrase, head, depth)
        if whose and whose[0].kind not in STATES:
            found = self._of_body(phrase, head, whose[0])
            if found is not None:
                return found
        named = self._named_body(phrase, head, whose)
        if named is not None:
            return named
        country = whose[0].country if whose else self._around()
        if len(whose) > 1:
            return self._shared(phrase, head, whose)
        return self._with_country(phrase, head, country, "owner told" if whose else "context" if country else "owner unknown")

    def _before(self, phrase: Phrase) -> list[Resolved]:
        nations = self.names.nations(phrase, len(phrase.front) - 1)
        if nations:
            return nations
        names = [chunk for chunk in phrase.front[:-1] if chunk.kind == "cap"]
        town = self.names.town(text_of(names)) if names else None
        return [town] if town else []

    def _after(self, phrase: Phrase, head: Chunk, depth: int) -> list[Resolved]:
        last = head.words[-1].key
        for preposition, chunks in phrase.posts:
            if (
                preposition in ("against", "on", "near")
                or (preposition == "to" and last not in ADVISERS)
                or (last in ENVOYS and preposition in ("in", "at"))
            ):
                continue
            found = self.read(chunks, depth + 1)
            if found is None and chunks[-1].kind == "cap":
                found = self.names.town(text_of(chunks))
            if found is not None and (found.country or found.sectors[:1] and found.sectors[0] in BODIES or found.kind == "organisation"):
                return list(found.alternatives) if found.kind == "group" and found.country is None and found.alternatives else [found]
        return []

    def _around(self) -> str | None:
        counts = self.names.around.countries()
        return counts.most_common(1)[0][0] if counts else None

    def _of_body(self, phrase: Phrase, head: Chunk, owner: Resolved) -> Resolved | None:
        """A role inside a body or of a person: the body's sectors, the role's own beside them."""
        role, last = head.role, head.words[-1].key
        assert role is not None
        if owner.kind == "official" and last in GOVERNMENTS:
            sectors = role.sectors if role.sectors[:1] not in (("UNK",), ("EDU",)) else ("GOV",)
            name = f"{owner.name.rsplit(maxsplit=1)[-1]} {text_of([head])}"
            return Resolved(name, owner.country, sectors, "organisation", (f"role:{role.word}", f"of {owner.name}"))
        if owner.kind in ("official", "crowd", "role", "person") and owner.sectors[:1] in (("GOV",), ("ELI",), ("CVL",)):
            return None
        if not head.text[:1].isupper() and _singular(last) in ITSELF and not phrase.posts and role.sectors[:1] != ("GOV",):
            return with_reasons(owner, f"role:{role.word}")
        holder = self._holder(phrase, head, owner.country if owner.sectors[:1] == ("GOV",) else owner.name)
        if holder is not None:
            return holder
        if (
            owner.sectors[:1] == ("GOV",)
            or owner.country
            and _singular(last) not in MOUTHS
            and role.sectors[:1] in (("GOV",), ("LEG",), ("JUD",), ("COP",))
        ):
            return None if role.sectors[:1] not in (("UNK",), ("GOV",)) else self._inside(head, owner, owner.sectors)
        extra = tuple(s for s in role.sectors if s in ("COP", "MIL", "JUD", "LEG")) if owner.country is None else ()
        return self._inside(head, owner, tuple(dict.fromkeys((*owner.sectors, *extra))), former=phrase.former)

    def _inside(self, head: Chunk, owner: Resolved, sectors: tuple[str, ...], *, former: bool = False) -> Resolved:
        role = head.role
        assert role is not None
        told = ("ELI",) if former and role.kind == "person" and sectors[:1] and sectors[0] in ELITES else sectors
        return Resolved(
            f"{owner.name} {role.word}",
            owner.country,
            told,
            "role" if role.kind == "person" else "organisation",
            (f"role:{role.word}", f"of {owner.name}"),
        )

    def _named_body(self, phrase: Phrase, head: Chunk, whose: list[Resolved]) -> Resolved | None:
        """`the Free Gabon Party`: unknown capitalised words before a capitalised body are its name."""
        caps = [chunk for chunk in phrase.front[:-1] if chunk.kind in ("cap", "low")]
        role = head.role
        if role is None or role.kind == "person" or not caps or caps[0].kind != "cap" or not head.text[:1].isupper():
            return None
        return Resolved(
            phrase.text, whose[0].country if whose else self._around(), role.sectors, "organisation", (f"role:{role.word}", "unlisted name")
        )

    def _shared(self, phrase: Phrase, head: Chunk, whose: list[Resolved]) -> Resolved:
        members = [self._with_country(phrase, head, owner.country, "owner told") for owner in whose]
        return with_alternatives(Resolved(text_of([head]), None, members[0].sectors, "group", ("several",)), members)

    def _with_country(self, phrase: Phrase, head: Chunk, country: str | None, reason: str) -> Resolved | None:
        role = self._working_role(phrase, head)
        if role.sectors[:1] == ("UNK",) and country is None:
            return None
        holder = self._holder(phrase, head, country) if role is head.role else None
        if holder is not None:
            return holder
        sectors = ("ELI",) if phrase.former and role.kind == "person" and role.sectors[:1] and role.sectors[0] in ELITES else role.sectors
        name = f"{self.names.directory.adjectives.get(country, country)} {role.word}" if country else text_of(phrase.front)
        found = of_role(Role(role.word, sectors, role.kind, role.plural), name, country, reason)
        rivals = self._rivals(phrase, head, country)
        return with_alternatives(found, rivals) if rivals else found

    def _working_role(self, phrase: Phrase, head: Chunk) -> Role:
        """`army spokesman`, `police official`: a mouthpiece has the sectors of the body it speaks for."""
        role = head.role
        assert role is not None
        before = [chunk.role for chunk in phrase.front[:-1] if chunk.kind == "role" and chunk.role is not None]
        if before and _singular(head.words[-1].key) in MOUTHS and role.sectors[:1] in (("GOV",), ("UNK",)):
            return Role(f"{before[-1].word} {role.word}", before[-1].sectors, role.kind, role.plural)
        return role

    def _holder(self, phrase: Phrase, head: Chunk, whose: str | None) -> Resolved | None:
        rows = self._holders(phrase, head, whose)
        if len(rows) != 1:
            return None
        known = rows[0]
        return Resolved(known.name, known.country, known.sectors, "official", ("office on the day", f"role:{known.office}"))

    def _holders(self, phrase: Phrase, head: Chunk, whose: str | None) -> list[object] | list:
        if whose is None or phrase.former or phrase.number or phrase.det in ("a", "an", "some", "any") or head.role is None or _is_plural(head):
            return []
        return self.offices.on(whose, head.role, head.role_key, self.names.on)

    def _rivals(self, phrase: Phrase, head: Chunk, whose: str | None) -> list[Resolved]:
        rows = self._holders(phrase, head, whose)
        return [Resolved(k.name, k.country, k.sectors, "official", (f"{k.office} from {k.first or '?'} to {k.last or 'now'}",)) for k in rows]

    def stranger(self, phrase: Phrase, owners: list[Resolved], depth: int) -> Resolved | None:
        """`Foreign Minister Jeenbek Kulubaev`, `Garoua`: a name that no table knows, with the role before it."""
        at = next((i for i in range(len(phrase.front) - 1, -1, -1) if phrase.front[i].kind == "role"), None)
        name = text_of(proper_name(phrase.front) if phrase.front[-1].kind == "cap" else _from_capital(phrase.front))
        if at is not None and at < len(phrase.front) - 1:
            titled = Phrase(phrase.front[: at + 1], phrase.posts, "a", phrase.number, phrase.former, phrase.led, phrase.based)
            found = self.role(titled, owners, depth)
            if found is not None:
                return Resolved(name, found.country, found.sectors, "person" if found.kind == "role" else found.kind, found.reasons)
        whose = owners or self.names.nations(phrase, len(phrase.front) - 1)
        town = self.names.town(name) if not whose else None
        if town is not None:
            return town
        if " " not in name.strip() and not whose or name.lower() in NOBODY:
            return None
        country = whose[0].country if whose else None
        return Resolved(name, country, ("UNK",), "person" if not whose else "organisation", ("unlisted name",))

    def belonging(self, phrase: Phrase, owners: list[Resolved], depth: int) -> Resolved | None:
        """`his Indonesian counterpart`, `Russia's plan`: nobody by itself, but somebody's."""
        head = phrase.front[-1]
        whose = owners or self.names.nations(phrase, len(phrase.front) - 1)
        if head.key in COUNTERPARTS and whose:
            one = whose[0]
            return Resolved(
                f"{self.names.directory.adjectives.get(one.country or '', one.name)} {head.key}", one.country, one.sectors, "role", ("relation",)
            )
        if not whose or owned_by_somebody_told_before(phrase):
            return None
        return Resolved(whose[0].name, whose[0].country, whose[0].sectors, "belonging", ("belongs to", *whose[0].reasons))


def _from_capital(chunks: list[Chunk]) -> list[Chunk]:
    start = len(chunks) - 1
    while start > 0 and chunks[start - 1].kind == "cap":
        start -= 1
    return chunks[start:]


def _is_plural(head: Chunk) -> bool:
    last = head.words[-1].key
    return last.endswith("s") and head.role is not None and last != head.role.word.rsplit(maxsplit=1)[-1]


def _singular(word: str) -> str:
    return "spokesman" if word == "spokesmen" else word[:-1] if word.endswith("s") and not word.endswith("ss") else word
