"""What an article has told so far: who was mentioned, in which part of the sentence, and whom a later word means."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from dragoman.actors.told import BYSTANDERS, WINDOW, Told, is_again, is_side, same_side
from dragoman.model.event import Actor
from dragoman.model.mention import Mention


@dataclass(slots=True)
class Discourse:
    """The mentions told so far, in text order."""

    told: list[Told] = field(default_factory=list)

    def add(self, entry: Told) -> None:
        """Remembers a mention; derived ones ("Russia's plan") count for less and are not subjects."""
        if entry.mention.actors:
            self.told.append(entry)

    def recent(self, sentence: int, window: int) -> Iterator[Told]:
        """Mentions of the last sentences, best antecedent first: nearest sentence, subjects before others."""
        near = [entry for entry in self.told if 0 <= sentence - entry.sentence <= window]
        yield from sorted(near, key=lambda e: (sentence - e.sentence - 0.9 * e.subject - 0.3 * e.mention.direct, e.token))

    def person(self, sentence: int, before: int, without: Mention | None = None, *, gender: str | None = None) -> Mention | None:
        """Whom "he" or "she" means: never somebody told as of the other gender."""
        for entry in self.recent(sentence, WINDOW):
            if entry.person and entry.token < before and not entry.mention.plural and not is_again(entry, without) and entry.fits(gender):
                return entry.mention
        return None

    def body(self, sentence: int, before: int, without: Mention | None = None) -> Mention | None:
        """What "it" or "its" means: a state or body, the subject first."""
        for entry in self.recent(sentence, WINDOW):
            if entry.person or entry.token >= before or entry.mention.plural or entry.mention.kind == "place":
                continue
            if not is_again(entry, without):
                return entry.mention
        return None

    def speaker(self, sentence: int, before: int, *, person: bool, gender: str | None = None) -> Mention | None:
        """Who said the last thing before: "it added", "he said"."""
        for entry in sorted(self.told, key=lambda e: -e.token):
            if entry.token < before and sentence - entry.sentence <= WINDOW and entry.spoke and entry.person == person and entry.fits(gender):
                return entry.mention
        return None

    def several(self, sentence: int, before: int, without: Mention | None = None) -> Mention | None:
        """Whom "they" means: the last plural, else the last body."""
        for entry in self.recent(sentence, WINDOW):
            if entry.token < before and (entry.mention.plural or len(entry.mention.actors) > 1) and not is_again(entry, without):
                return entry.mention
        return self.body(sentence, before, without)

    def of_sector(self, sectors: frozenset[str], sentence: int, before: int, window: int = 12) -> Mention | None:
        """The last mention of a kind: "the insurgents" after the name of their group, "the bloc" after its own."""
        for entry in self.recent(sentence, window):
            kin = tuple(actor for actor in entry.mention.actors if actor.sectors and actor.sectors[0] in sectors)
            if entry.token < before and kin:
                return replace(entry.mention, actors=kin)
        return None

    def assembly(self, sentence: int, before: int) -> Mention | None:
        """The last mention of three or more: those that "his colleagues" or "the others" belong to."""
        for entry in sorted(self.told, key=lambda e: -e.token):
            if entry.token < before and sentence - entry.sentence <= 20 and len(entry.mention.actors) >= 3:
                return entry.mention
        return None

    def same_role(self, role: str, sentence: int, before: int, *, plural: bool, window: int = 30) -> Mention | None:
        """The last mention of that role ("the minister" after "Foreign Minister Wang"), singular for singular."""
        loose = " " not in role
        for entry in sorted(self.told, key=lambda e: -e.token):
            if entry.token >= before or sentence - entry.sentence > window or entry.mention.plural != plural:
                continue
            if entry.role == role or (loose and entry.role.endswith(" " + role)):
                return entry.mention
        return None

    def other_than(
        self, countries: Iterable[str | None], sentence: int, before: int, window: int = 3, *, persons: bool = False, among: tuple[str, ...] = ()
    ) -> Mention | None:
        """The nearest mention of another country or body: "his counterpart", "its neighbour", the side not named."""
        mine = set(countries)
        for entry in self.recent(sentence, window):
            actors = entry.mention.actors
            if entry.token >= before or (persons and not entry.person):
                continue
            if among and not any(actor.country in among and actor.sectors[:1] == ("GOV",) for actor in actors):
                continue
            if all((actor.country or actor.name) not in mine for actor in actors):
                return entry.mention
        return None

    def land(self, sentence: int, before: int, without: Iterable[str | None]) -> Mention | None:
        """The last state or place told, but for those of the clause itself: "the country", "the enclave"."""
        mine = set(without)
        for entry in sorted(self.told, key=lambda e: -e.token):
            near = entry.token < before and sentence - entry.sentence <= WINDOW
            if near and entry.mention.kind in ("state", "place") and entry.mention.actors[0].country not in mine:
                return entry.mention
        return None

    def land_among(self, kin: frozenset[str], sentence: int, before: int, without: Iterable[str | None]) -> str | None:
        """The country told last among those that the word fits: "the archipelago" is no name of China's."""
        mine = set(without)
        for entry in sorted(self.told, key=lambda e: -e.token):
            country = entry.mention.actors[0].country if entry.mention.actors else None
            if country in kin and country not in mine and entry.token < before and sentence - entry.sentence <= WINDOW:
                return country
        return None

    def pair(self, sentence: int, before: int, without: Mention | None = None, among: tuple[str, ...] = ()) -> tuple[Actor, ...]:
        """The last two actors of different countries or names: "both sides", "the two leaders".

        Those of the countries `among`, which the article is mostly about, come first.
        """
        return (
            self._lately_together(sentence, before, without)
            or self._of(among, sentence, before, without, BYSTANDERS)
            or self._of(among, sentence, before, without)
            or self._of((), sentence, before, without)
        )

    def _lately_together(self, sentence: int, before: int, without: Mention | None) -> tuple[Actor, ...]:
        """The two sides of the nearest sentence before that has just two."""
        for number in range(sentence, max(sentence - 3, -1), -1):
            found: list[Actor] = []
            for entry in self.told:
                if entry.sentence == number and entry.token < before and is_side(entry) and not is_again(entry, without):
                    found += [a for a in entry.mention.actors if not any(same_side(a, other) for other in found)]
            if len(found) == 2:
                return tuple(found)
        return ()

    def _of(
        self, among: tuple[str, ...], sentence: int, before: int, without: Mention | None, never: frozenset[str] = frozenset()
    ) -> tuple[Actor, ...]:
        found: list[Actor] = []
        for entry in sorted(self.told, key=lambda e: -e.token):
            if entry.token >= before or sentence - entry.sentence > 2 * WINDOW or is_again(entry, without) or not is_side(entry):
                continue
            for actor in entry.mention.actors:
                if actor.sectors[:1] and actor.sectors[0] in never:
                    continue
                if (not among or actor.country in among) and not any(same_side(actor, other) for other in found):
                    found.append(actor)
            if len(found) >= 2:
                return tuple(reversed(found[:2]))
        return ()

    def country(self, sentence: int, before: int, window: int = 1) -> str | None:
        """The country that the text was just speaking of: subjects of this and the last sentence first."""
        for entry in self.recent(sentence, window):
            if entry.token < before and entry.mention.actors and entry.mention.actors[0].country:
                return entry.mention.actors[0].country
        return None
