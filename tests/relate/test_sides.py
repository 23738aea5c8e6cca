"""A side is whom the tables know by the name, and says so where somebody else stands for it."""

import pytest

from dragoman.errors import InputError
from dragoman.relate.sides import find_side


@pytest.mark.parametrize("text", ["CHN", "chn", "China", "china", "CHINA", "Beijing", "China,CHN", "CHN, chn,China"])
def test_a_country_by_any_name_is_one(text: str) -> None:
    """Its code, its name and its capital, in any case, and named once or twice, are one country."""
    side = find_side(text)
    assert (side.name, side.codes) == ("China", ("CHN",))


@pytest.mark.parametrize(("one", "other"), [("asean", "ASEAN"), ("nato", "NATO"), ("european union", "EU"), ("united nations", "UN"), ("who", "WHO")])
def test_case_makes_no_difference(one: str, other: str) -> None:
    """A bloc or a body in small letters is the same one, with its members and itself."""
    assert find_side(one) == find_side(other)


def test_a_bloc_is_its_members_and_itself() -> None:
    """The body stands among the codes of its members, which are those of the day."""
    assert find_side("asean").codes[-1] == "ASEAN"
    assert len(find_side("ASEAN").codes) == len(set(find_side("ASEAN").codes))


def test_a_region_is_its_members_alone() -> None:
    """A region that acts nowhere adds no code of its own."""
    assert all(len(code) == 3 and code.isupper() for code in find_side("Southeast Asia").codes)


@pytest.mark.parametrize(
    ("text", "name", "code"), [("Hamas", "Palestine (for Hamas)", "PSE"), ("hamas", "Palestine (for Hamas)", "PSE"), ("Taiwan", "Taiwan", "TWN")]
)
def test_who_is_counted_under_a_country_is_named(text: str, name: str, code: str) -> None:
    """A group is counted under its country, and the side's name says both."""
    side = find_side(text)
    assert (side.name, side.codes) == (name, (code,))


@pytest.mark.parametrize("text", ["CHN RUS", "Ukraine and Russia", "Trump and Putin", "Foo Bar", "Chinese Foo Bar", "the weather", "police", "Xyz"])
def test_a_name_that_the_tables_lack_is_refused(text: str) -> None:
    """The error names the way to write a list."""
    with pytest.raises(InputError, match="commas between: CHN,RUS"):
        find_side(text)


def test_a_list_keeps_its_order() -> None:
    """The sides of a list stand in its order, each once."""
    side = find_side("Russia,CHN,RUS,PRK")
    assert (side.name, side.codes) == ("Russia, China and North Korea", ("RUS", "CHN", "PRK"))
    assert find_side("Hamas,PSE") == find_side("PSE")
    assert find_side("NOR,Trinidad and Tobago").codes == ("NOR", "TTO")
