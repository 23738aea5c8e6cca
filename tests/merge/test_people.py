"""Persons' names are told from those of bodies and lands."""

import pytest

from dragoman.merge.people import is_land, is_person


@pytest.mark.parametrize("name", ["Celeste Mutombene", "Vladimir Putin", "Abdel Fattah al-Sisi", "Maria de la Cruz"])
def test_a_person_is_known_by_table_or_look(name: str) -> None:
    """A name the tables have as an official's, or one that looks like it."""
    assert is_person(name)


@pytest.mark.parametrize(
    "name",
    ["Norway", "South Korea", "Tajik Border Troops", "Kyrgyz foreign ministry", "United Nations", "Democratic Movement of Mozambique", "police"],
)
def test_bodies_and_lands_are_no_persons(name: str) -> None:
    """A name with the word of a body or a land, or without capitals, is nobody's own."""
    assert not is_person(name)


def test_a_state_is_a_land() -> None:
    """A state's name says no more than its code; a minister's does."""
    assert is_land("Norway")
    assert not is_land("Norwegian border guards")
