"""Finds the places of an article that are spoken of as places: "in X", "near X", "the Y capital", "there"."""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.locate.epithets import Epithets
from dragoman.locate.gazetteer import KINDS, ROADS, STRONG, Names, PlaceMention
from dragoman.model.parsed import Parsed

__all__ = ["PlaceMention", "find_places"]

LOCATIVE = frozenset(
    "in at near outside inside around across through throughout off along on over into onto within beyond "
    "around under by to from of against between towards toward".split()
)
DIRECTIONS = frozenset("north south east west northeast northwest southeast southwest northern southern eastern western central".split())
HELD = frozenset("seize storm enter capture take occupy surround besiege shell bomb overrun leave abandon raid reach retake retook recapture".split())


class Finder:
    """Reads place phrases of one article; `countries` are its own, likeliest first."""

    def __init__(self, parsed: Parsed, countries: Sequence[str]) -> None:
        self.parsed, self.doc, self.countries = parsed, parsed.doc, tuple(countries)
        self.names = Names(parsed, countries)
        self.found: list[PlaceMention] = []
        self.epithets = Epithets(parsed, self.names, self.found)

    def find(self) -> tuple[PlaceMention, ...]:
        """The mentions in token order."""
        for token in self.doc:
            word = token.lower_
            if word in LOCATIVE:
                self._after_preposition(token.i, word)
            elif word in ROADS and token.i:
                self._road(token.i)
            elif word in ("'s", "’s"):
                self._owner(token.i)
            elif token.dep_ == "compound" and token.text[:1].isupper():
                self._compound(token.i)
            elif token.dep_ in ("dobj", "nsubjpass") and token.text[:1].isupper() and token.head.lemma_ in HELD:
                self._object(token.i)
            elif word in ("there", "here") and token.dep_ != "expl" and token.tag_ != "EX":
                self._adverb(token.i, word)
        return tuple(self.found)

    def _after_preposition(self, i: int, word: str) -> None:
        start = i + 1
        mention = self.names.read_capital(start) or self.names.read_name(start) or self.epithets.read(start, word)
        if mention is None or (self.found and mention.head < self.found[-1].end):
            return
        if word == "of" and self._grow_last(mention):
            return
        preposition = word if word != "of" else self._preposition_before(i) or "of"
        self.found.append(replace(mention, preposition=preposition, place=self.epithets.placed(mention)))

    def _road(self, i: int) -> None:
        """ "blocked the Ijevan highway": a road named after a place, as the object of a verb."""
        doc, start = self.doc, i
        while start and doc[start - 1].text[:1].isupper() and start > i - 4:
            start -= 1
        if start == i or (self.found and self.found[-1].end > start) or doc[start - 1].lower_ in LOCATIVE:
            return
        place = next((p for k in range(start, i) if (p := self.names.find(k, i)) or (p := self.names.find(start, k + 1))), None)
        if place is not None:
            start -= start > 0 and doc[start - 1].lower_ == "the"
            self.found.append(PlaceMention(start, i + 1, i, place, "object"))

    def _compound(self, i: int) -> None:
        """ "a Brussels tribunal": a city before the noun it places."""
        noun = self.doc[i].head
        if noun.i != i + 1 or noun.pos_ != "NOUN" or not noun.text.islower() or self.doc[i].ent_type_ in ("ORG", "PERSON"):
            return
        place = self.names.find(i, i + 1)
        if place is not None and place.kind == "city" and place.country in self.countries and (not self.found or self.found[-1].end <= i):
            self.found.append(PlaceMention(i, i + 1, i, place, "compound"))

    def _object(self, i: int) -> None:
        """ "Rebels captured Goma": a city or region that is taken, entered, shelled or left."""
        start = self.doc[i].left_edge.i
        place = self.names.find(start, i + 1) if start > i - 4 else None
        if place is not None and place.resolution > 1 and (not self.found or self.found[-1].end <= start):
            self.found.append(PlaceMention(start, i + 1, i, place, "object"))

    def _owner(self, i: int) -> None:
        """ "Bamako's junta": no place of anything, but what a "there" after it means."""
        start = i - 1
        place = self.names.find(start, i) if self.doc[start].text[:1].isupper() else None
        if place is not None and place.resolution > 1 and (not self.found or self.found[-1].end <= start):
            self.found.append(PlaceMention(start, i, start, place, "owner"))

    def _preposition_before(self, i: int) -> str:
        """The preposition of "in the town of X", "east of X", "by way of X"."""
        if [self.doc[k].lower_ for k in range(max(i - 2, 0), i)] == ["by", "way"]:
            return "through"
        for place in range(i - 1, max(i - 7, -1), -1):
            word = self.doc[place].lower_
            if word in DIRECTIONS and place == i - 1:
                return "near"
            if word in STRONG:
                between = {self.doc[k].lower_ for k in range(place + 1, i)}
                return word if between & KINDS else ""
            if self.doc[place].is_punct or self.doc[place].pos_ in ("VERB", "AUX"):
                return ""
        return ""

    def _grow_last(self, mention: PlaceMention) -> bool:
        """Whether the last mention ("New Bell quarter") was made one with this, the city it lies in."""
        last = self.found[-1] if self.found else None
        if last is None or mention.start - last.end > 2 or last.place.resolution < mention.place.resolution:
            return False
        self.found[-1] = replace(last, end=mention.end, place=mention.place)
        return True

    def _adverb(self, i: int, word: str) -> None:
        """ "There" is the last place named, in this paragraph or the one before; "here" the dateline's."""
        dateline = self.parsed.article.dateline
        if word == "here" and dateline and not self.parsed.quoted[i]:
            place = self.names.places.find(dateline.split("/")[0].split(",")[0].strip(), countries=self.countries)
            if place is not None:
                self.found.append(PlaceMention(i, i + 1, i, place, "in"))
        if word == "there" and self.found and self.parsed.paragraph_of[self.found[-1].head] >= self.parsed.paragraph_of[i] - 1:
            self.found.append(PlaceMention(i, i + 1, i, self.found[-1].place, "there"))


def find_places(parsed: Parsed, countries: Sequence[str]) -> tuple[PlaceMention, ...]:
    """Every place spoken of as a place, in token order; `countries` (alpha-3) settle namesakes."""
    return Finder(parsed, countries).find()
