"""Known names are found in the words, the longest at each place, in the meaning in force on the day."""

from datetime import date
from itertools import pairwise

import pytest
from spacy.tokens import Doc
from tests.actors.hands import DAY, directory, words
from tests.builders import BLANK

from dragoman.actors.find import count_countries, find_in_text, find_names

WORLD = directory()
BEFORE = date(2022, 5, 1)


def found(doc: Doc, on: date | None = DAY) -> list[tuple[str, str]]:
    """The words of each hit with the name of its best meaning."""
    return [(doc[hit.start : hit.end].text, hit.best.name) for hit in find_names(doc, WORLD, on)]


@pytest.mark.parametrize(
    ("text", "tags", "names"),
    [
        ("Papua New Guinea met Guinea", "PPPVP", ["Papua New Guinea", "Guinea"]),
        ("New Guinea met Norway", "PPVP", ["Guinea", "Norway"]),
        ("Norwegian police", "AN", ["Norway"]),
        ("Norway-based rebels", "PN", ["Norway"]),
        ("norway met oslo", "NVN", []),
        ("NORWAY met Oslo", "PVP", ["Norway", "Norway"]),
        ("the WHO said", "DPV", ["World Health Organization"]),
        ("Who said", "PV", []),
        ("Kari Holm met Ola Holm", "PPVPP", ["Kari Holm", "Ola Holm"]),
        ("Tidende said", "PV", ["Tidende"]),
        ("Tidende said", "NV", []),
    ],
    ids=["longest", "piece", "adjective", "joined", "lower case", "upper case", "capitals", "not capitals", "full names", "medium", "no medium"],
)
def test_the_longest_known_name_is_found(text: str, tags: str, names: list[str]) -> None:
    """Names begin with a capital, acronyms are all capitals, and no name is found inside a longer one."""
    assert [name for _, name in found(words(text, tags))] == names


@pytest.mark.parametrize(("text", "tags", "name"), [("the Unity party spoke", "DPNV", "Unity"), ("the Quai d'Orsay spoke", "DPPV", "France")])
def test_a_name_may_hold_words_in_lower_case(text: str, tags: str, name: str) -> None:
    """ "The Unity party" and "the Quai d'Orsay" are known names."""
    assert [known for _, known in found(words(text, tags))] == [name]


def test_a_common_noun_is_no_medium() -> None:
    """ "The diplomat said" is no report of The Diplomat's."""
    assert found(words("The diplomat spoke", "DNV")) == []


@pytest.mark.parametrize(("on", "name"), [(BEFORE, "Kari Holm"), (DAY, "Ola Holm"), (None, "Ola Holm")], ids=["then", "now", "no day"])
def test_a_surname_is_of_who_holds_office_on_the_day(on: date | None, name: str) -> None:
    """The same surname means another person a year later; without a day, who has not left."""
    assert found(words("Holm spoke", "PV"), on) == [("Holm", name)]


def test_a_surname_alone_is_nobody_before_any_office() -> None:
    """A day before either was in office, the surname is a stranger's."""
    assert found(words("Holm spoke", "PV"), date(2019, 1, 1)) == []


def test_a_full_name_is_known_on_any_day() -> None:
    """Who has left office is still who they are."""
    assert found(words("Kari Holm spoke", "PPV")) == [("Kari Holm", "Kari Holm")]


def test_a_surname_inside_a_longer_name_is_nobody() -> None:
    """ "Juan Holm Schmid" is none of ours."""
    doc = Doc(
        BLANK.vocab,
        words=["Juan", "Holm", "Schmid", "spoke"],
        pos=["PROPN"] * 3 + ["VERB"],
        heads=[2, 2, 3, 3],
        deps=["compound", "compound", "nsubj", "ROOT"],
    )
    assert find_names(doc, WORLD, DAY) == []


def test_a_capital_inside_a_person_is_no_capital() -> None:
    """Paris Hilton is not France."""
    doc = Doc(BLANK.vocab, words=["Paris", "Hilton", "spoke"], pos=["PROPN", "PROPN", "VERB"], ents=["B-PERSON", "I-PERSON", "O"])
    assert find_names(doc, WORLD, DAY) == []


def test_hits_are_in_order_and_apart() -> None:
    """No word belongs to two names."""
    hits = find_names(words("Papua New Guinea Guinea Norway Oslo Kari Holm", "P" * 8), WORLD, DAY)
    assert all(one.end <= other.start for one, other in pairwise(hits))
    assert len(hits) == 5


def test_a_title_is_searched_without_a_parse() -> None:
    """Names of a headline count thrice in what the article is about."""
    title = find_in_text("Norway, WHO and Papua New Guinea", WORLD, DAY)
    assert [known.name for known in title] == ["Norway", "World Health Organization", "Papua New Guinea"]
    assert count_countries(find_names(words("Guinea met Oslo", "PVP"), WORLD, DAY), title) == {"NOR": 4, "PNG": 3, "GIN": 1}
