"""Names that the tables know, in the meaning that fits where they stand."""

from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from dragoman.actors.alone.choose import Chooser, Surroundings
from dragoman.actors.alone.chunks import Chunk, text_of
from dragoman.actors.alone.phrase import Phrase
from dragoman.actors.alone.resolved import NATIONS, PEOPLE, Resolved, of_known, with_alternatives
from dragoman.actors.alone.terms import offices_of, person_on
from dragoman.actors.alone.words import NOBODY, Word
from dragoman.knowledge.actors import Directory, Known, units
from dragoman.knowledge.places import Places

SHARED = frozenset(("LEG", "JUD"))  # "Congress" with Peru around it is Peru's; "the State Department" stays where it is


class Names:
    """Reads known names with one mention's surroundings and day."""

    def __init__(self, directory: Directory, chooser: Chooser, around: Surroundings, on: date | None) -> None:
        self.directory, self.chooser, self.around, self.on = directory, chooser, around, on

    def known(self, chunk: Chunk, phrase: Phrase, told: list[Resolved]) -> Resolved | None:
        """The actor that the name stands for; None where no meaning fits."""
        countries = [one.country for one in told if one.country]
        title = self._title(phrase, chunk)
        ranked = self.rank(chunk, countries, title)
        best = ranked[0]
        if chunk.key in NOBODY and best.kind in PEOPLE and not (self.on and best.holds_on(self.on)):
            return None
        if best.kind in PEOPLE:
            return None if phrase.number and best.kind == "surname" else self._person(ranked, phrase, title)
        other = self._other_country(best, chunk, countries)
        if other:
            name = f"{self.directory.adjectives.get(other, other)} {best.name}"
            return Resolved(name, other, best.sectors, "organisation", ("name of another country's",))
        if best.members and best.kind == "group":
            members = tuple(Resolved(self.directory.state_name(code), code, ("GOV",), "state", ("member",)) for code in best.members)
            return Resolved(best.name, best.country, best.sectors or ("GOV",), "group", ("group",), members)
        if best.country is None and chunk.words[1:2] and chunk.words[1].key == "led":
            return self._led(best, chunk)
        return with_alternatives(self._standing(best, ranked, phrase, chunk), [of_known(known) for known in ranked[1:]])

    def rank(self, chunk: Chunk, told: list[str], title: str = "") -> list[Known]:
        """The meanings of the name, best first."""
        return self.chooser.rank(chunk.key, chunk.meanings, self.around, self.on, told=told, title=title)

    def _led(self, best: Known, chunk: Chunk) -> Resolved:
        """`US-led coalition`: an alliance, with the country that leads it."""
        leaders = [known for known in self.directory.look_up(chunk.words[0].key) if known.kind in NATIONS]
        led = of_known(best, f"known:{best.kind}", *(f"led by {known.name}" for known in leaders[:1]))
        return replace(led, country=leaders[0].country if leaders else None)

    def _title(self, phrase: Phrase, chunk: Chunk) -> str:
        role = next((c for c in reversed(phrase.front) if c.kind == "role" and c is not chunk), None)
        return " ".join(units(role.role.word)) if role is not None and role.role is not None else ""

    def _person(self, ranked: list[Known], phrase: Phrase, title: str) -> Resolved:
        best = ranked[0]
        rows = offices_of(self.directory.look_up(" ".join(units(best.name))), best) or [best]
        found = person_on(self.chooser.rank("", rows, self.around, self.on, title=title), self.on, former=phrase.former, title=title)
        others = [self._bare_person(known) for known in ranked[1:] if known.name != best.name]
        return with_alternatives(found, [*found.alternatives, *others])

    def _bare_person(self, known: Known) -> Resolved:
        if known.kind not in PEOPLE:
            return of_known(known)
        return person_on(offices_of(self.directory.look_up(" ".join(units(known.name))), known) or [known], self.on, former=False, title="")

    def _other_country(self, best: Known, chunk: Chunk, told: list[str]) -> str | None:
        """The country that a common name of bodies belongs to here, if it is not the table's."""
        if best.country is None or best.kind not in ("agency", "court", "seat") or best.own:
            return None
        if told:
            return told[0] if best.country not in told else None
        counts = self.around.countries(chunk.key)
        if chunk.role is None or best.sectors[:1] == () or best.sectors[0] not in SHARED or not counts or counts.get(best.country):
            return None
        return counts.most_common(1)[0][0]

    def _standing(self, best: Known, ranked: list[Known], phrase: Phrase, chunk: Chunk) -> Resolved:
        """A people as the state where it stands so: "the Chinese" are China, "two Chinese" are people."""
        people = next((known for known in ranked if known.kind == "demonym" and known.country == best.country), None)
        reason = f"known:{best.kind}"
        counts = self.around.countries(chunk.key)
        if best.country and counts.get(best.country):
            reason += ", country in the context"
        if people is not None and best.kind in ("adjective", "demonym"):
            some = phrase.number or phrase.det in ("a", "an", "another", "some", "many") or any(c.kind in ("low", "cap") for c in phrase.front)
            if some or (best.kind == "demonym" and phrase.det != "the"):
                return Resolved(text_of([chunk]), people.country, people.sectors, "crowd", ("known:demonym",))
            return Resolved(best.name, best.country, ("GOV",), "state", (reason,))
        return of_known(best, reason)

    def is_part_of_a_stranger(self, phrase: Phrase) -> bool:
        """`Michael Jordan`, `Hunter Biden`, `Paris Hilton`: the name is a piece of a longer one that nobody knows."""
        head, before = phrase.front[-1], phrase.front[-2] if len(phrase.front) > 1 else None
        if before is None or len(head.words) > 1 or head.words[0].gap.strip(" -."):
            return False
        kinds = {known.kind for known in head.meanings}
        first_name = before.kind == "cap" or (len(before.words) == 1 and {known.kind for known in before.meanings} == {"surname"})
        return first_name and kinds <= {"surname", "state", "capital", "demonym", "region", "official", "seat"}

    def nations(self, phrase: Phrase, before: int) -> list[Resolved]:
        """The countries and bodies named before the chunk at `before`, or leading what it is."""
        told = [*phrase.led, *(chunk for chunk in phrase.front[:before] if chunk.kind == "name")]
        return self.owners_in(told or phrase.based)

    def cut_name(self, words: Sequence[Word]) -> Chunk | None:
        """The words as a chunk, when all of them are one name of a country or body."""
        meanings = self.directory.look_up(" ".join(word.key for word in words))
        sure = [known for known in meanings if known.kind not in (*PEOPLE, "medium", "group")]
        return Chunk("name", words, sure) if sure else None

    def owners_in(self, chunks: Sequence[Chunk]) -> list[Resolved]:
        """The countries and bodies that the names stand for as owners of a role."""
        return [self._owner(chunk) for chunk in chunks]

    def _owner(self, chunk: Chunk) -> Resolved:
        best = self.rank(chunk, [])[0]
        if best.kind in NATIONS:
            return Resolved(best.name, best.country, best.sectors if best.sectors != ("CVL",) else ("GOV",), "state", (f"known:{best.kind}",))
        if best.kind in PEOPLE:
            return Resolved(best.name, best.country, best.sectors, "official", ("known name",))
        return of_known(best, f"known:{best.kind}")

    def town(self, words: str) -> Resolved | None:
        """The place that the gazetteer knows by that name, in the countries around first."""
        place = Places.load().find(words, countries=tuple(self.around.countries()))
        if place is None or place.country is None:
            return None
        return Resolved(place.name, place.country, (), "place", ("place",))
