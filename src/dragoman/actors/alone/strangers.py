"""Names that no table knows, and what belongs to somebody."""

from dragoman.actors.alone.chunks import text_of
from dragoman.actors.alone.names import Names
from dragoman.actors.alone.phrase import Phrase, owned_by_somebody_told_before, proper_name
from dragoman.actors.alone.resolved import Resolved
from dragoman.actors.alone.roles import Roles
from dragoman.actors.alone.words import COUNTERPARTS, NOBODY, SCENERY, THINGS


class Strangers:
    """Reads phrases whose head is neither a known name nor a role."""

    def __init__(self, names: Names, roles: Roles) -> None:
        self.names, self.roles = names, roles

    def stranger(self, phrase: Phrase, owners: list[Resolved], depth: int) -> Resolved | None:
        """`Foreign Minister Jeenbek Kulubaev`, `Garoua`: a name that no table knows, with the role before it."""
        at = next((i for i in range(len(phrase.front) - 1, -1, -1) if phrase.front[i].kind == "role"), None)
        name = text_of(proper_name(phrase.front))
        if at is not None and at < len(phrase.front) - 1:
            titled = Phrase(phrase.front[: at + 1], phrase.posts, "a", phrase.number, phrase.former, phrase.led, phrase.based)
            found = self.roles.role(titled, owners, depth)
            if found is not None:
                return Resolved(name, found.country, found.sectors, "person" if found.kind == "role" else found.kind, found.reasons)
        whose = owners or self.names.nations(phrase, len(phrase.front) - len(proper_name(phrase.front)))
        town = self.names.town(name) if not whose else None
        if town is not None:
            return town
        if (" " not in name.strip() and not whose) or name.lower() in NOBODY or phrase.front[-1].key in THINGS:
            return None
        country = whose[0].country if whose else None
        return Resolved(name, country, ("UNK",), "person" if not whose else "organisation", ("unlisted name",))

    def belonging(self, phrase: Phrase, owners: list[Resolved]) -> Resolved | None:
        """`his Indonesian counterpart`, `Russia's plan`: nobody by itself, but somebody's."""
        head = phrase.front[-1]
        whose = owners or self.names.nations(phrase, len(phrase.front) - 1)
        if not whose:
            return None
        one = whose[0]
        if head.key in COUNTERPARTS:
            name = f"{self.names.directory.adjectives.get(one.country or '', one.name)} {head.key}"
            return Resolved(name, one.country, one.sectors, "role", ("relation",))
        if owned_by_somebody_told_before(phrase) or head.key in SCENERY:
            return None
        return Resolved(one.name, one.country, one.sectors, "belonging", ("belongs to", *one.reasons))
