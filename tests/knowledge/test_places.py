"""Names of places are looked up among our own rows, countries, cities and provinces."""

import csv
from importlib.resources import files

import pytest

from dragoman.knowledge.places import Places

PLACES = Places.load()


@pytest.mark.parametrize(
    ("name", "countries", "country"),
    [
        ("Tripoli", (), "LBY"),
        ("Tripoli", ("LBN",), "LBN"),
        ("Hyderabad", ("PAK",), "PAK"),
        ("London", ("USA",), "GBR"),
        ("Georgia", (), "GEO"),
        ("Georgia", ("USA",), "USA"),
    ],
)
def test_namesakes_go_to_the_articles_country(name: str, countries: tuple[str, ...], country: str) -> None:
    """The article's own country decides, unless it has but a village of a great city's name."""
    place = PLACES.find(name, countries=countries)
    assert place is not None
    assert place.country == country


@pytest.mark.parametrize(("old", "name"), [("Bombay", "Mumbai"), ("Saigon", "Ho Chi Minh City"), ("Kiev", "Kyiv"), ("Peking", "Beijing")])
def test_old_names_are_known(old: str, name: str) -> None:
    """A city is found under the name it had."""
    place = PLACES.find(old)
    assert place is not None
    assert place.name == name


def test_accents_do_not_matter() -> None:
    """The same place with and without accents."""
    assert PLACES.find("Yaoundé") == PLACES.find("Yaounde")


def test_seas_belong_to_nobody() -> None:
    """A sea has coordinates and no country."""
    place = PLACES.find("South China Sea")
    assert place is not None
    assert place.country is None


def test_a_name_no_table_has_is_none() -> None:
    """Nothing is made up."""
    assert PLACES.find("Nowhereville-on-Sea") is None


def test_every_row_has_a_country_of_three_letters_and_coordinates_on_earth() -> None:
    """The table holds what its header says."""
    with (files("dragoman") / "data" / "places.csv").open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    assert len(rows) > 500
    wrong = [row["name"] for row in rows if len(row["country"]) not in (0, 3)]
    wrong += [row["name"] for row in rows if not (abs(float(row["lat"])) <= 90 and abs(float(row["lon"])) <= 180)]
    assert wrong == []
