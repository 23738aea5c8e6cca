"""Roles and strangers: whose they are, and what they are called."""

from collections.abc import Callable

from dragoman.actors.alone.bodies import Bodies
from dragoman.actors.alone.chunks import Chunk, text_of
from dragoman.actors.alone.holders import Holders
from dragoman.actors.alone.names import Names
from dragoman.actors.alone.phrase import Phrase
from dragoman.actors.alone.resolved import Resolved, of_role, with_alternatives
from dragoman.actors.alone.words import ADVISERS, ELITES, ENVOYS, MOUTHS, SEATED, singular
from dragoman.knowledge.actors import Role

BODIES = frozenset(("IGO", "NGO", "MNC", "ISM", "IMG"))
STATES = ("state", "place")
Read = Callable[[list[Chunk], int], Resolved | None]


class Roles:
    """Reads phrases whose head is a role, or a name that no table knows."""

    def __init__(self, names: Names, holders: Holders, read: Read) -> None:
        self.names, self.holders, self.read = names, holders, read
        self.bodies = Bodies(holders)

    def role(self, phrase: Phrase, owners: list[Resolved], depth: int) -> Resolved | None:
        """`the Chinese foreign minister`, `a spokesman for the Thai army`, `Hamas militants`."""
        head = phrase.front[-1]
        assert head.role is not None
        before = owners or self._before(phrase)
        chief = self.holders.chief(head) if not before and head.role.sectors[:1] == ("IGO",) else None
        if chief is not None:
            return chief
        whose = before or self._within(head) or self._after(phrase, head, depth)
        if whose and whose[0].kind not in STATES:
            found = self.bodies.of_body(phrase, head, whose[0])
            if found is not None:
                return found
        named = self.bodies.named(phrase, head, whose[0].country if whose else self._around())
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

    def _within(self, head: Chunk) -> list[Resolved]:
        """`Syrian refugees`, `Hezbollah fighters`: the role's own words begin with a name."""
        if head.role is not None and head.role.word in SEATED:
            code = SEATED[head.role.word]
            return [Resolved(self.names.directory.state_name(code), code, ("GOV",), "state")]
        for end in range(len(head.words) - 1, 0, -1):
            name = self.names.cut_name(head.words[:end]) if head.words[0].text[0].isupper() else None
            if name is not None:
                return self.names.owners_in([name])
        return []

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
            if found is not None and (found.country or (found.sectors[:1] and found.sectors[0] in BODIES) or found.kind in ("organisation", "group")):
                return list(found.alternatives) if found.kind == "group" and found.country is None and found.alternatives else [found]
        return []

    def _around(self) -> str | None:
        counts = self.names.around.countries()
        return counts.most_common(1)[0][0] if counts else None

    def _shared(self, phrase: Phrase, head: Chunk, whose: list[Resolved]) -> Resolved:
        found = [self._with_country(phrase, head, owner.country, "owner told") for owner in whose]
        members = [one for one in found if one is not None]
        return with_alternatives(Resolved(text_of([head]), None, members[0].sectors if members else (), "group", ("several",)), members)

    def _with_country(self, phrase: Phrase, head: Chunk, country: str | None, reason: str) -> Resolved | None:
        role = self._working_role(phrase, head)
        if role.sectors[:1] == ("UNK",) and country is None:
            return None
        holder = self.holders.holder(phrase, head, country) if role is head.role else None
        if holder is not None:
            return holder
        sectors = ("ELI",) if phrase.former and role.kind == "person" and role.sectors[:1] and role.sectors[0] in ELITES else role.sectors
        name = f"{self.names.directory.adjectives.get(country, country)} {role.word}" if country else text_of(phrase.front)
        found = of_role(Role(role.word, sectors, role.kind, role.plural), name, country, reason)
        rivals = self.holders.rivals(phrase, head, country)
        return with_alternatives(found, rivals) if rivals else found

    def _working_role(self, phrase: Phrase, head: Chunk) -> Role:
        """`army spokesman`, `police official`: a mouthpiece has the sectors of the body it speaks for."""
        role = head.role
        assert role is not None
        before = [chunk.role for chunk in phrase.front[:-1] if chunk.kind == "role" and chunk.role is not None]
        if before and singular(head.words[-1].key) in MOUTHS and role.sectors[:1] in (("GOV",), ("UNK",)):
            return Role(f"{before[-1].word} {role.word}", before[-1].sectors, role.kind, role.plural)
        return role
