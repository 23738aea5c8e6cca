"""Places that are not called by name are found by what they are called instead."""

from datetime import date
from functools import cache

import pytest

from dragoman.locate.mentions import find_places
from dragoman.model.parsed import Parsed
from dragoman.model.text import Article
from dragoman.parse import parse

pytestmark = pytest.mark.model

Case = tuple[str, str, str, str | None]  # text, the article's countries, words of the last place, its name; None for no such place

AGAIN: list[Case] = [
    ("They met in Goma. Rebels shelled homes in the town.", "COD", "the town", "Goma"),
    ("They met in Goma. Rebels moved guns into the eastern town.", "COD", "the eastern town", "Goma"),
    ("They met in Mombasa. Police shut shops across the port city.", "KEN", "the port city", "Mombasa"),
    ("They met in Mombasa. Police waited in the city.", "KEN", "the city", "Mombasa"),
    ("A truck burned at the Kasumbalesa crossing. Guards fired at the same crossing.", "COD", "the same crossing", "Kasumbalesa"),
    ("They marched in Oruro. Later they sang in the city.", "BOL", "the city", "Oruro"),
    ("They marched in Oruro. Police stayed out of the mining town.", "BOL", "the mining town", "Oruro"),
    ("They camped near Ipoh. Soldiers circled around the town.", "MYS", "the town", "Ipoh"),
]
GROUNDS: list[Case] = [
    ("They marched in Oruro. Police fired at the gates.", "BOL", "the gates", "Oruro"),
    ("They marched in Oruro. Some waited outside the courthouse.", "BOL", "the courthouse", "Oruro"),
    ("They marched in Oruro. Some slept near the cathedral.", "BOL", "the cathedral", "Oruro"),
    ("They marched in Oruro. Soldiers stood at the main roundabout.", "BOL", "the main roundabout", "Oruro"),
    ("They marched in Oruro. Stalls burned in the central market.", "BOL", "the central market", "Oruro"),
    ("They marched in Oruro. Tanks rolled through the barracks.", "BOL", "the barracks", "Oruro"),
    ("They marched in Oruro. Talks went on at the airport.", "BOL", "the airport", "Oruro"),
    ("They marched in Oruro. A deal was made at the compound of the Council.", "BOL", "the compound", "Oruro"),
    ("They marched in Oruro. Guards fired at the checkpoint.", "BOL", "the checkpoint", "Oruro"),
    ("They marched in Oruro. Students met inside the campus.", "BOL", "the campus", "Oruro"),
    ("They marched in Oruro. Mourners sang outside the mosque.", "BOL", "the mosque", "Oruro"),
    ("They marched in Oruro. Officers waited at the bus station.", "BOL", "the bus station", "Oruro"),
]
NAMED: list[Case] = [
    ("Gunmen seized nine workers outside Elgon, about 200 km away.", "KEN", "Elgon", "Elgon"),
    ("Rockets fell into the sea off Wanhu.", "TWN", "Wanhu", "Wanhu"),
    ("Militants overran a school at Dabo on Tuesday.", "NER", "Dabo", "Dabo"),
    ("Guards fired near Vorukh on Monday.", "TJK", "Vorukh", "Vorukh"),
    ("Troops camped around Tabira.", "ETH", "Tabira", "Tabira"),
    ("Aid came by way of Beira.", "MOZ", "Beira", "Beira"),
    ("Rebels captured Goma on Monday.", "COD", "Goma", "Goma"),
    ("Troops entered Bamako before dawn.", "MLI", "Bamako", "Bamako"),
    ("Marseille was shelled in the night.", "FRA", "Marseille", "Marseille"),
    ("The army retook Maiduguri.", "NGA", "Maiduguri", "Maiduguri"),
]
MISSIONS: list[Case] = [
    ("A crowd gathered outside the Turkish embassy.", "SWE TUR", "the Turkish embassy", "Turkish embassy"),
    ("Shots were heard inside the Norwegian embassy.", "IRQ NOR", "the Norwegian embassy", "Norwegian embassy"),
    ("Paint was thrown at the Russian consulate.", "POL RUS", "the Russian consulate", "Russian consulate"),
    ("A crowd gathered outside the Turkish embassy in Stockholm.", "SWE TUR", "Stockholm", "Stockholm"),
]
NONE: list[Case] = [
    ("Nobody had met. Police waited in the city.", "KEN", "the city", None),
    ("They met in Goma. The town of Bunia was calm.", "COD", "The town", None),
    ("Workers struck at NATO on Monday.", "BEL", "NATO", None),
    ("She spoke at Senate Council on Monday.", "BEL", "Senate Council", None),
    ("Police waited outside the Turkish embassy.", "TUR", "the Turkish embassy", None),
    ("Shares rose near the market.", "KEN", "the market", None),
]


@cache
def parsed_of(text: str, dateline: str | None = None) -> Parsed:
    """The parse of the text."""
    return next(iter(parse([Article("t", text, published=date(2024, 3, 14), dateline=dateline)])))


def name_of(text: str, countries: str, words: str, dateline: str | None = None) -> str | None:
    """The city, else the name, of the place that the words stand for."""
    parsed = parsed_of(text, dateline)
    found = {parsed.doc[m.start : m.end].text: m.place for m in find_places(parsed, countries.split())}
    return (found[words].city or found[words].name) if words in found else None


@pytest.mark.parametrize("case", [*AGAIN, *GROUNDS, *NAMED, *MISSIONS, *NONE], ids=lambda case: case[0][-40:])
def test_an_epithet_stands_for_its_place(case: Case) -> None:
    """The town is the last one named, the gates are the city's, a mission stands abroad; a body is no place."""
    text, countries, words, name = case
    assert name_of(text, countries, words) == name


def test_grounds_are_in_the_city_of_the_dateline() -> None:
    """Where no city was named, the gates are those of the city that the report comes from."""
    assert name_of("Police fired at the gates.", "LSO", "the gates", dateline="MASERU") == "Maseru"


def test_a_dateline_abroad_places_nothing() -> None:
    """A report from Nairobi on Sudan has no gates in Nairobi."""
    assert name_of("Police fired at the gates.", "SDN", "the gates", dateline="NAIROBI") is None
