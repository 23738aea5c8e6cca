"""Reads the name of a place that begins at a token, with the tables' help: "New York", "Batken region"."""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.knowledge.places import Place, Places
from dragoman.locate.towns import find_town
from dragoman.locate.words import MONTHS, WEEKDAYS
from dragoman.model.parsed import Parsed

STRONG = frozenset("in at near outside inside around across throughout off through".split())
KINDS = frozenset(
    "city town village port region province district state county quarter suburb capital island peninsula "
    "department governorate oblast prefecture municipality hamlet neighbourhood neighborhood camp base area "
    "airport valley strip crossing highway road square stronghold enclave territory canton commune".split()
)
ROADS = frozenset("highway road bridge street avenue boulevard route border crossing".split())
FACILITIES = ROADS | frozenset("hospital airport square prison camp base university station stadium port palace cathedral church".split())
LONGEST = 5
BESIDE = frozenset("near outside around off".split())  # what stands after these is a place, whatever the tagger calls it
BODIES = frozenset(
    "council ministry university court parliament congress group party union bank committee agency office institute company corp "
    "church federation association commission assembly club army police nations times post tribunal".split()
)


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


class Names:
    """The names of places in one article; `countries` are its own, likeliest first."""

    def __init__(self, parsed: Parsed, countries: Sequence[str]) -> None:
        self.doc, self.countries = parsed.doc, tuple(countries)
        self.places = Places.load()

    def find(self, start: int, end: int) -> Place | None:
        """The place that the tokens name."""
        return self.places.find(self.words(start, end), countries=self.countries)

    def words(self, start: int, end: int) -> str:
        """The text of the tokens."""
        return "".join(token.text_with_ws for token in self.doc[start:end]).strip()

    def read_name(self, i: int) -> PlaceMention | None:
        """The place whose name begins at the token or behind its article and adjectives."""
        doc, start = self.doc, i
        while i < len(doc) and i < start + 4 and not doc[i].text[:1].isupper() and doc[i].pos_ in ("DET", "ADJ", "NOUN", "NUM"):
            i += 1
        if i >= len(doc) or not doc[i].text[:1].isupper() or doc[i].lower_ in MONTHS or doc[i].lower_ in WEEKDAYS:
            return None
        if i + 2 < len(doc) and doc[i + 1].text in ("'s", "’s") and self.places.country_named(doc[i].text) and doc[i + 2].text[:1].isupper():
            i += 2  # "in Kyrgyzstan's Batken region"
        for end in range(min(i + LONGEST, len(doc)), i, -1):
            if not doc[end - 1].text[:1].isalpha() and not doc[end - 1].text[:1].isdigit():
                continue
            place = self.places.find(self.words(i, end), countries=self.countries)
            if place is not None:
                return self._checked(start, end, place)
        return self._unknown(start, i)

    def _checked(self, start: int, end: int, place: Place) -> PlaceMention | None:
        """The mention, None where the place is part of a longer name ("Nairobi University")."""
        doc = self.doc
        follows = doc[end] if end < len(doc) else None
        if follows is not None and follows.text in ("-", "/") and not doc[end - 1].whitespace_:
            return None
        if follows is not None and follows.lower_ in KINDS:
            return PlaceMention(start, end + 1, end, place)
        if follows is not None and (follows.text == "'s" or (follows.text[:1].isupper() and doc[end - 1].whitespace_ and follows.dep_ != "nsubj")):
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
        if lead in ("to", "into") and start == name and self.countries:
            town = find_town(self.words(name, end), self.countries)
            return PlaceMention(start, end, end - 1, town) if town else None
        is_called = (lead == "of" and doc[start - 2].lower_ in KINDS) or (end < len(doc) and doc[end].lower_ in KINDS)
        is_bare = lead in STRONG and start == name and (doc[name].ent_type_ in ("GPE", "LOC", "FAC", "") or self._may_be_place(lead, name, end))
        if doc[end - 1].lower_ in ROADS:
            return self._named_road(start, name, end)
        if not (is_called or is_bare) or not self.countries or doc[name].pos_ != "PROPN":
            return None
        if end < len(doc) and (doc[end].like_num or doc[end].text in ("'s", "’s")):
            return None
        words = self.words(name, end)
        kind = "site" if lead == "at" and not is_called and doc[name].ent_type_ in ("ORG", "PERSON") else "city"
        place = find_town(words, self.countries) or Place(words, self.countries[0], kind)
        end += end < len(doc) and doc[end].lower_ in KINDS  # "the Vorukh crossing" is what a later "crossing" means
        return PlaceMention(start, end, end - 1, place)

    def _named_road(self, start: int, name: int, end: int) -> PlaceMention | None:
        """ "Off the Old Mill Road": a road of two words or more, in the article's first country."""
        doc = self.doc
        is_placed = end < len(doc) and doc[end].lower_ in ("in", "of")
        if is_placed or end - name < 2 or doc[start - 1].lower_ not in ("on", "off", "along", "near", "at", "across") or not self.countries:
            return None
        return PlaceMention(start, end, end - 1, Place(self.words(name, end), self.countries[0], "road"))

    def _may_be_place(self, lead: str, name: int, end: int) -> bool:
        """Whether a name tagged as a person's or a body's is a place by its preposition: "near Elgon", "at Dabo"."""
        words = [token for token in self.doc[name:end] if token.text != "-"]
        if len(words) > 2 or any(token.is_upper or token.lower_ in BODIES for token in words):
            return False
        return lead in BESIDE or (lead == "at" and not (end < len(self.doc) and self.doc[end].text[:1].isupper()))

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

    def read_capital(self, i: int) -> PlaceMention | None:
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
