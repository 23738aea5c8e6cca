"""A medium is one under all its names, and known by whose it is."""

import pytest

from dragoman.knowledge.publishers import Publishers, load_publishers

KNOWN: Publishers = load_publishers()


@pytest.mark.parametrize("name", ["KCNA", "Korean Central News Agency", "korean central news agency", "Korean Central News Agency (KCNA)"])
def test_spellings_of_one_medium_are_one(name: str) -> None:
    """Case, brackets and short forms make no other outlet."""
    outlet = KNOWN.find(name)
    assert outlet is not None
    assert (outlet.country, outlet.ownership, outlet.kind) == ("PRK", "state", "agency")
    assert KNOWN.name(name) == outlet.name


@pytest.mark.parametrize(
    ("name", "same"), [("The Times of India", "Times of India"), ("the guardian", "The Guardian"), ("Xinhua News Agency", "Xinhua")]
)
def test_article_and_kind_make_no_difference(name: str, same: str) -> None:
    """A leading article or a trailing "News Agency" is no part of the name."""
    assert KNOWN.find(name) is not None
    assert KNOWN.find(name) == KNOWN.find(same)


@pytest.mark.parametrize("name", [None, "", "The Harbour Post of Nowhere", "The", "Agency"])
def test_the_unknown_is_nobody(name: str | None) -> None:
    """A paper that no table has is none, and goes by the name it gives."""
    assert KNOWN.find(name) is None
    assert KNOWN.name(name or "") == (name or "")


def test_an_unknown_name_is_evened() -> None:
    """White space makes no other paper."""
    assert KNOWN.name("Fjord   Times ") == "Fjord Times"


def test_the_tables_are_loaded_once() -> None:
    """A second loading is the first."""
    assert load_publishers() is KNOWN
