"""Finds the places of an article that are spoken of as places: "in X", "near X", "the Y capital", "there"."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.knowledge.places import Place, Places
from dragoman.locate.words import MONTHS, WEEKDAYS
from dragoman.model.parsed import Parsed

LOCATIVE = frozenset(
    "in at near outside inside around across through throughout off along on over into onto within beyond "
    "around under by to from of against between towards toward".split()
)
STRONG = frozenset("in at near outside inside around across throughout off through".split())
DIRECTIONS = frozenset(
    "north south east west northeast northwest southeast southwest northern southern eastern western central".split()
)
KINDS = frozenset(
    "city town village port region province district state county quarter suburb capital island peninsula "
    "department governorate oblast prefecture municipality hamlet neighbourhood neighborhood camp base area "
    "airport valley strip crossing highway road square stronghold enclave territory canton commune".split()
)
ANAPHORS = frozenset(
    ("city", "town", "village", "place", "crossing", "square", "province", "district", "camp", "strip", "site")
)
ROADS = frozenset("highway road bridge street avenue boulevard route border crossing".split())
FACILITIES = ROADS | frozenset(
    "hospital airport square prison camp base university station stadium port palace cathedral church".split()
)
LONGEST = 5


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place as tokens `start` to `end` (exclusive) name it; `head` is the token that stands for it.

    `preposition` is the word before the phrase, empty where there is none.
    """

    start: int
    end: int
    head: int
    place: Place
    preposition: str = ""


class Finder:
    """Reads place phrases of one article; `countries` are its own, likeliest first."""

    def __init__(self, parsed: Parsed, countries: Sequence[str]) -> None:
        self.parsed, self.doc, self.countries = parsed, parsed.doc, tuple(countries)
        self.places = Places.load()
        self.found: list[PlaceMention] = []

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
            elif word in ("there", "here") and token.dep_ != "expl" and token.tag_ != "EX":
                self._adverb(token.i, word)
        return tuple(self.found)

    def _after_preposition(self, i: int, word: str) -> None:
        start = i + 1
        mention = self._capital(start) or self._named(start) or self._again(start)
        if mention is None or (self.found and mention.head < self.found[-1].end):
            return
        if word == "of" and self._grow_last(mention):
            return
        preposition = word if word != "of" else self._preposition_before(i) or "of"
        self.found.append(replace(mention, preposition=preposition))

    def _road(self, i: int) -> None:
        """ "blocked the Ijevan highway": a road named after a place, as the object of a verb."""
        doc, start = self.doc, i
        while start and doc[start - 1].text[:1].isupper() and start > i - 4:
            start -= 1
        if start == i or (self.found and self.found[-1].end > start) or doc[start - 1].lower_ in LOCATIVE:
            return
        place = next((p for k in range(start, i) if (p := self._find(k, i)) or (p := self._find(start, k + 1))), None)
        if place is not None:
            start -= start > 0 and doc[start - 1].lower_ == "the"
            self.found.append(PlaceMention(start, i + 1, i, place, "object"))

    def _compound(self, i: int) -> None:
        """ "a Brussels tribunal": a city before the noun it places."""
        noun = self.doc[i].head
        if (
            noun.i != i + 1
            or noun.pos_ != "NOUN"
            or not noun.text.islower()
            or self.doc[i].ent_type_ in ("ORG", "PERSON")
        ):
            return
        place = self._find(i, i + 1)
        if (
            place is not None
            and place.kind == "city"
            and place.country in self.countries
            and (not self.found or self.found[-1].end <= i)
        ):
            self.found.append(PlaceMention(i, i + 1, i, place, "compound"))

    def _find(self, start: int, end: int) -> Place | None:
        return self.places.find(self._words(start, end), countries=self.countries)

    def _owner(self, i: int) -> None:
        """ "Bamako's junta": no place of anything, but what a "there" after it means."""
        start = i - 1
        place = self._find(start, i) if self.doc[start].text[:1].isupper() else None
        if place is not None and place.resolution > 1 and (not self.found or self.found[-1].end <= start):
            self.found.append(PlaceMention(start, i, start, place, "owner"))

    def _preposition_before(self, i: int) -> str:
        """The preposition of "in the town of X", "east of X"."""
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

    def _named(self, i: int) -> PlaceMention | None:
        doc, start = self.doc, i
        while (
            i < len(doc)
            and i < start + 4
            and not doc[i].text[:1].isupper()
            and doc[i].pos_ in ("DET", "ADJ", "NOUN", "NUM")
        ):
            i += 1
        if i >= len(doc) or not doc[i].text[:1].isupper() or doc[i].lower_ in MONTHS or doc[i].lower_ in WEEKDAYS:
            return None
        if (
            i + 2 < len(doc)
            and doc[i + 1].text in ("'s", "’s")
            and self.places.country_named(doc[i].text)
            and doc[i + 2].text[:1].isupper()
        ):
            i += 2  # "in Kyrgyzstan's Batken region"
        for end in range(min(i + LONGEST, len(doc)), i, -1):
            if not doc[end - 1].text[:1].isalpha() and not doc[end - 1].text[:1].isdigit():
                continue
            place = self.places.find(self._words(i, end), countries=self.countries)
            if place is not None:
                return self._checked(start, i, end, place)
        return self._unknown(start, i)

    def _words(self, start: int, end: int) -> str:
        return "".join(token.text_with_ws for token in self.doc[start:end]).strip()

    def _checked(self, start: int, name: int, end: int, place: Place) -> PlaceMention | None:
        """The mention, None where the place is part of a longer name ("Nairobi University")."""
        doc = self.doc
        follows = doc[end] if end < len(doc) else None
        if follows is not None and follows.text in ("-", "/") and not doc[end - 1].whitespace_:
            return None
        if follows is not None and follows.lower_ in KINDS:
            return PlaceMention(start, end + 1, end, place)
        if follows is not None and (
            follows.text == "'s"
            or (follows.text[:1].isupper() and doc[end - 1].whitespace_ and follows.dep_ != "nsubj")
        ):
            if follows.lower_ in MONTHS or follows.lower_ in WEEKDAYS:
                return PlaceMention(start, end, end - 1, place)
            return self._facility(start, end, place)
        if doc[end - 1].dep_ in ("compound", "amod", "nmod") and doc[end - 1].head.i >= end:
            if doc[end - 1].head.i - end > 2 or doc[end - 1].head.pos_ != "NOUN":
                return PlaceMention(start, end, end - 1, place)
            return PlaceMention(start, doc[end - 1].head.i + 1, doc[end - 1].head.i, place)
        return PlaceMention(start, end, end - 1, place)

    def _facility(self, start: int, end: int, place: Place) -> PlaceMention | None:
        """ "Juba Teaching Hospital": a building that bears the name of its city stands there."""
        doc, last = self.doc, end
        while last < len(doc) and doc[last].text[:1].isupper() and last < end + 3:
            last += 1
        if last == end or doc[last - 1].lower_ not in FACILITIES or doc[start - 1].lower_ not in STRONG:
            return None
        return PlaceMention(start, last, last - 1, place)

    def _unknown(self, start: int, name: int) -> PlaceMention | None:
        """A place no table knows, taken to lie in the article's first country, when it is called one."""
        end = self._end_of_name(name)
        doc = self.doc
        lead = doc[start - 1].lower_
        is_called = (lead == "of" and doc[start - 2].lower_ in KINDS) or (end < len(doc) and doc[end].lower_ in KINDS)
        is_bare = lead in STRONG and start == name and doc[name].ent_type_ in ("GPE", "LOC", "FAC", "")
        if (
            not (is_called or is_bare)
            or not self.countries
            or doc[name].pos_ != "PROPN"
            or doc[end - 1].lower_ in ROADS
        ):
            return None
        if end < len(doc) and (doc[end].like_num or doc[end].text in ("'s", "’s")):
            return None
        place = Place(self._words(name, end), self.countries[0], "city")
        return PlaceMention(start, end, end - 1, place)

    def _end_of_name(self, i: int) -> int:
        """Where the run of capitalised names that begins at the place ends, hyphens included."""
        doc, end = self.doc, i + 1
        while end < min(len(doc), i + 5):
            if (doc[end].text == "-" and not doc[end - 1].whitespace_) or (
                doc[end].pos_ == "PROPN" and doc[end].text[:1].isupper() and doc[end].lower_ not in WEEKDAYS
            ):
                end += 1
            else:
                break
        return end if doc[end - 1].text != "-" else end - 1

    def _capital(self, i: int) -> PlaceMention | None:
        """ "the Kyrgyz capital", "the capital": the seat of the country named, or of the article's first."""
        doc = self.doc
        if i + 1 >= len(doc) or doc[i].lower_ != "the":
            return None
        if doc[i + 1].lower_ == "capital":
            country, end = (self.countries[0] if self.countries else None), i + 2
        elif i + 2 < len(doc) and doc[i + 2].lower_ == "capital":
            country, end = self.places.country_named(doc[i + 1].text), i + 3
        else:
            return None
        if end < len(doc) and doc[end].lower_ in (",", "of") and end + 1 < len(doc) and doc[end + 1].text[:1].isupper():
            return None
        place = self.places.capital_of(country) if country else None
        return PlaceMention(i, end, end - 1, place) if place else None

    def _again(self, i: int) -> PlaceMention | None:
        """ "the town", "the same crossing": the last place named in the article's own words."""
        doc = self.doc
        if not self.found or i + 1 >= len(doc) or doc[i].lower_ not in ("the", "that"):
            return None
        noun = i + 1 + (doc[i + 1].lower_ == "same")
        if (
            noun >= len(doc)
            or doc[noun].lower_ not in ANAPHORS
            or (noun + 1 < len(doc) and doc[noun + 1].lower_ == "of")
        ):
            return None
        last = self._last_called(doc[noun].lower_)
        return PlaceMention(i, noun + 1, noun, last) if last else None

    def _last_called(self, noun: str) -> Place | None:
        """The last place that was called by the noun; a town, village or place may be any city named."""
        for mention in reversed(self.found):
            if noun in {token.lower_ for token in self.doc[mention.start : mention.end]}:
                return mention.place
            if noun in ("city", "town", "village", "place") and mention.place.kind == "city":
                return mention.place
        return None

    def _adverb(self, i: int, word: str) -> None:
        """ "There" is the last place named, in this paragraph or the one before; "here" the dateline's."""
        dateline = self.parsed.article.dateline
        if word == "here" and dateline and not self.parsed.quoted[i]:
            place = self.places.find(dateline.split("/")[0].split(",")[0].strip(), countries=self.countries)
            if place is not None:
                self.found.append(PlaceMention(i, i + 1, i, place, "in"))
        if (
            word == "there"
            and self.found
            and self.parsed.paragraph_of[self.found[-1].head] >= self.parsed.paragraph_of[i] - 1
        ):
            self.found.append(PlaceMention(i, i + 1, i, self.found[-1].place, "there"))


def find_places(parsed: Parsed, countries: Sequence[str]) -> tuple[PlaceMention, ...]:
    """Every place spoken of as a place, in token order; `countries` (alpha-3) settle namesakes."""
    return Finder(parsed, countries).find()
