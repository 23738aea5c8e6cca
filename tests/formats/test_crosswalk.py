"""PLOVER into CAMEO and back, states and sectors by the codes of others."""

import pytest

from dragoman.formats.cow import COLUMNS, country_of_fips, cow_number, fips_of
from dragoman.formats.crosswalk import Crosswalk, goldstein, padded, penta_class, quad_class
from dragoman.formats.sectors import TO_ICEWS, country_named, icews_country, read_cameo_actor, read_icews_sectors
from dragoman.knowledge.actors import load_directory
from dragoman.knowledge.codebook import load_codebook
from dragoman.knowledge.tables import read_table

BOOK = load_codebook()
WALK = Crosswalk(BOOK)
STATES = sorted(load_directory().state_names)


@pytest.mark.parametrize("name", BOOK.types)
def test_every_type_and_mode_has_a_code_with_a_score(name: str) -> None:
    """No record of ours is left out of a CAMEO file for want of a code."""
    for modes in ((), *((mode,) for mode in BOOK.types[name].modes)):
        code = WALK.code(name, modes)
        assert code is not None
        assert goldstein(code) is not None


@pytest.mark.parametrize("code", BOOK.from_cameo)
def test_every_code_has_score_and_class(code: str) -> None:
    """Goldstein's scale covers all codes; a class is 1 to 4, Phoenix' also 0."""
    score = goldstein(code)
    assert score is not None
    assert -10 <= score <= 10
    assert quad_class(code) in (1, 2, 3, 4)
    assert penta_class(code) in (0, quad_class(code))


@pytest.mark.parametrize(
    ("code", "score"), [("010", 0), ("0312", 5.2), ("042", 1.9), ("0874", 10), ("112", -2), ("1822", -9), ("190", -10), ("---", None), ("", None)]
)
def test_scores_are_goldsteins(code: str, score: float | None) -> None:
    """A code without a score of its own has that of its beginning; what is no code has none."""
    assert goldstein(code) == score


def test_a_code_means_what_its_longest_known_beginning_means() -> None:
    """`0429` does not exist, and is read as 042; `01` is no event."""
    visit = WALK.meaning("0429")
    assert visit is not None
    assert (visit.event, visit.mode, visit.quad) == ("CONSULT", ("visit",), "VC")
    assert WALK.meaning("010") is None


def test_the_first_mode_with_a_code_decides() -> None:
    """Several modes have one code."""
    assert WALK.code("ASSAULT", ("drone", "aerial")) == "1952"
    assert WALK.code("ASSAULT", ("unheard-of",)) == WALK.code("ASSAULT", ())
    assert WALK.code("SHRUG", ()) is None


@pytest.mark.parametrize(("found", "code"), [("42", "042"), ("841", "0841"), ("193", "193"), ("10", "10"), ("042", "042"), ("---", "---")])
def test_lost_zeros_come_back_where_that_can_be_told(found: str, code: str) -> None:
    """No root is above 20."""
    assert padded(found) == code


def test_each_state_has_its_own_fips_code() -> None:
    """And the code leads back to the state."""
    assert all(country_of_fips(fips_of(state) or "") == state for state in STATES)


def test_correlates_of_war_lists_all_but_three() -> None:
    """Numbers are unique and below 1,000."""
    rows = list(read_table("cow.csv", COLUMNS))
    numbers = [row["number"] for row in rows if row["number"]]
    assert sorted(row["code"] for row in rows) == STATES
    assert {row["code"] for row in rows if not row["number"]} == {"PSE", "VAT", "HKG"}
    assert len(set(numbers)) == len(numbers)
    assert all(0 < int(number) < 1000 for number in numbers)


@pytest.mark.parametrize(("country", "number"), [("USA", "2"), ("DEU", "255"), ("YEM", "679"), ("PSE", None), (None, None)])
def test_correlates_of_war_numbers(country: str | None, number: str | None) -> None:
    """Those in use today."""
    assert cow_number(country) == number


@pytest.mark.parametrize(("fips", "country"), [("GZ", "PSE"), ("WE", "PSE"), ("RQ", "USA"), ("OS", None), ("gm", "DEU")])
def test_fips_codes_of_dependencies_fold(fips: str, country: str | None) -> None:
    """Gaza is Palestine's, Puerto Rico the United States'; an ocean is nobody's."""
    assert country_of_fips(fips) == country


def test_icews_names_lead_back() -> None:
    """Every state by the name that ICEWS gives it, every sector by its name."""
    assert all(country_named(icews_country(state) or "") == state for state in STATES)
    assert all(read_icews_sectors(name) == (sector,) for sector, name in TO_ICEWS.items())


@pytest.mark.parametrize(
    ("code", "country", "sectors"),
    [
        ("CHNGOV", "CHN", ("GOV",)),
        ("ROMMIL", "ROU", ("MIL",)),
        ("IGOEUREEC", None, ("IGO",)),
        ("COP", None, ("COP",)),
        ("IRQINS", "IRQ", ("REB",)),
    ],
)
def test_cameo_actors_are_read(code: str, country: str | None, sectors: tuple[str, ...]) -> None:
    """Country first, then roles; a body's own letters are no role."""
    (actor,) = read_cameo_actor(code)
    assert (actor.country, actor.sectors) == (country, sectors)


@pytest.mark.parametrize("code", ["", "---"])
def test_no_code_is_nobody(code: str) -> None:
    """An empty side stays empty, unless the file names somebody."""
    assert read_cameo_actor(code) == ()
    assert [actor.name for actor in read_cameo_actor(code, "A MAN")] == ["A MAN"]
