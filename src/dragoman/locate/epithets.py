"""Reads places that are not called by name: "the town", "the same crossing", "at the gates", "the Mexican embassy"."""

from collections.abc import Sequence

from msgspec.structs import replace
from spacy.tokens import Doc

from dragoman.knowledge.places import Place
from dragoman.locate.gazetteer import Names, PlaceMention
from dragoman.model.parsed import Parsed

ANAPHORS = frozenset("city town village place crossing square province district camp strip site road highway enclave island".split())
TOWNS = frozenset(("city", "town", "village", "place", "port"))
GROUNDS = frozenset(
    "courthouse gates gate roundabout cathedral mosque market port airport station compound barracks checkpoint campus hospital harbour "
    "harbor stadium square outskirts waterfront seafront courtyard dock docks".split()
)
MISSIONS = frozenset(("embassy", "consulate"))
AT = frozenset("in at near outside inside around across throughout through of on".split())
NEAR_PARAGRAPHS = 2


class Epithets:
    """Reads epithets of one article; `found` is the finder's growing list of the places named so far."""

    def __init__(self, parsed: Parsed, names: Names, found: list[PlaceMention]) -> None:
        self.parsed, self.doc, self.names, self.found = parsed, parsed.doc, names, found

    def read(self, i: int, preposition: str) -> PlaceMention | None:
        """The place that the phrase at the token stands for, None where it stands for none."""
        again = self._again(i)
        if again is not None or preposition not in AT:
            return again
        return self._grounds(i) or self._mission(i)

    def _again(self, i: int) -> PlaceMention | None:
        """ "The town", "the same crossing", "the port city": the last place named in the article's own words."""
        noun = _noun_after_article(self.doc, i)
        if noun is None or self.doc[noun].lower_ not in ANAPHORS or _has_of(self.doc, noun):
            return None
        last = self._last_called(self.doc[noun].lower_)
        return PlaceMention(i, noun + 1, noun, last) if last else None

    def _grounds(self, i: int) -> PlaceMention | None:
        """ "At the gates", "outside the courthouse": grounds in the city that the article is in just then."""
        noun = _noun_after_article(self.doc, i)
        if noun is None or self.doc[noun].lower_ not in GROUNDS:
            return None
        city = self._city_of(noun)
        return PlaceMention(i, noun + 1, noun, city) if city else None

    def _mission(self, i: int) -> PlaceMention | None:
        """ "Inside the Turkish embassy": it stands in the article's first country that is not its own."""
        doc = self.doc
        if i + 3 >= len(doc) or doc[i].lower_ != "the" or doc[i + 2].lower_ not in MISSIONS or doc[i + 3].lower_ == "in":
            return None
        sender = self.names.places.country_named(doc[i + 1].text)
        host = next((country for country in self.names.countries if country != sender), None)
        if sender is None or host is None:
            return None
        return PlaceMention(i, i + 3, i + 2, Place(f"{doc[i + 1].text} {doc[i + 2].text}", host, "site"))

    def placed(self, mention: PlaceMention) -> Place:
        """The mention's place; a square or station that no table knows is put in the city that the article is in."""
        place = mention.place
        if place.lat is not None or self.doc[mention.head].lower_ not in GROUNDS:
            return place
        city = self._city_of(mention.head)
        return replace(place, city=city.name, lat=city.lat, lon=city.lon, kind="site") if city else place

    def _city_of(self, i: int) -> Place | None:
        """The city that the article is in at the token: the paragraph's, the dateline's, that of the two paragraphs before."""
        return self._city_near(i, 0) or self._home() or self._city_near(i, NEAR_PARAGRAPHS)

    def _city_near(self, i: int, paragraphs: int) -> Place | None:
        """The last city named in the paragraph or so many before it, one that the tables know before any other."""
        paragraph = self.parsed.paragraph_of
        return _last_known([m.place for m in self.found if m.place.kind == "city" and paragraph[m.head] >= paragraph[i] - paragraphs])

    def _home(self) -> Place | None:
        """The city of the dateline, where the article is about its country."""
        dateline = (self.parsed.article.dateline or "").split(",")[0].strip()
        place = self.names.places.find(dateline, countries=self.names.countries) if dateline and "/" not in dateline else None
        return place if place is not None and place.kind == "city" and place.country in self.names.countries[:1] else None

    def _last_called(self, noun: str) -> Place | None:
        """The last place that was called by the noun; a town, village or place may be any city named."""
        for mention in reversed(self.found):
            if noun in {token.lower_ for token in self.doc[mention.start : mention.end]}:
                return mention.place
        cities = [m.place for m in self.found if m.place.kind == "city" and (m.place.lat is not None or m.preposition != "at")]
        return cities[-1] if cities and noun in TOWNS else None


def _noun_after_article(doc: Doc, i: int) -> int | None:
    """The noun of "the river port", its adjectives being lower-case."""
    if i + 1 >= len(doc) or doc[i].lower_ not in ("the", "that"):
        return None
    noun = i + 1
    while noun + 1 < len(doc) and noun < i + 3 and doc[noun].text.islower() and doc[noun].dep_ in ("amod", "compound"):
        noun += 1
    return noun if doc[noun].text.islower() and doc[noun].dep_ != "compound" else None


def _has_of(doc: Doc, noun: int) -> bool:
    return noun + 1 < len(doc) and doc[noun + 1].lower_ == "of"


def _last_known(places: Sequence[Place]) -> Place | None:
    """The last of the places that the tables know, else the last of all."""
    known = [place for place in places if place.lat is not None]
    return known[-1] if known else places[-1] if places else None
