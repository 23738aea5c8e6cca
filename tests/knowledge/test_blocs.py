"""Regions and alliances have the members that history gave them, and a wrong table is refused."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import CodebookError, InputError
from dragoman.knowledge.blocs import build_blocs, load_blocs
from dragoman.knowledge.tables import read_table

BLOCS = load_blocs()
STATES = {row["code"] for row in read_table("states.csv", ("code", "kind")) if row["kind"] == "state"}
ROW = {"bloc": "Pact", "aliases": "", "kind": "alliance", "country": "NOR", "since": "", "until": "", "note": ""}

# Counted a second time, from the histories of the bodies and not from the table.
COUNTS = """
NATO 1950 12; NATO 1953 14; NATO 1960 15; NATO 1990 16; NATO 2000 19; NATO 2005 26; NATO 2010 28; NATO 2018 29; NATO 2021 30; NATO 2024 32
EU 1960 6; EU 1975 9; EU 1982 10; EU 1990 12; EU 1995 15; EU 2005 25; EU 2007 27; EU 2014 28; EU 2021 27
Eurozone 1999 11; Eurozone 2002 12; Eurozone 2012 17; Eurozone 2016 19; Eurozone 2024 20
ASEAN 1970 5; ASEAN 1990 6; ASEAN 1996 7; ASEAN 2000 10; ASEAN 2026 11
African Union 1970 41; African Union 2000 52; African Union 2012 53; African Union 2020 54
Arab League 1945 7; Arab League 1960 11; Arab League 2000 22
GCC 1990 6; SCO 2005 6; SCO 2018 8; SCO 2024 10; BRICS 2009 4; BRICS 2015 5; BRICS 2024 9; BRICS 2025 10
G7 1975 6; G7 1990 7; G8 2000 8; G8 2015 0; G20 2010 19; CIS 1992 11; CIS 2000 12; CIS 2024 9
CSTO 1996 9; CSTO 2003 6; CSTO 2008 7; CSTO 2024 6; EAEU 2016 5; Mercosur 2000 4; Mercosur 2015 5; Mercosur 2025 6
OAS 1950 21; OAS 1992 35; OAS 2024 33; ECOWAS 1975 15; ECOWAS 1990 16; ECOWAS 2010 15; ECOWAS 2026 12; AES 2024 3
SADC 1993 10; SADC 2006 14; SADC 2019 16; EAC 2005 3; EAC 2010 5; EAC 2017 6; EAC 2025 8; CEMAC 2020 6; WAEMU 2000 8
Quad 2020 4; AUKUS 2022 3; Five Eyes 1960 5; Visegrad 1992 3; Visegrad 2000 4; Warsaw Pact 1960 8; Warsaw Pact 1975 7; Warsaw Pact 1992 0
OPEC 1960 5; OPEC 1975 13; OPEC 1996 11; OPEC 2008 13; OPEC 2018 15; OPEC 2019 14; OPEC 2024 12
OIC 1970 25; OIC 2002 57; Commonwealth 1950 8; Commonwealth 2012 54; Commonwealth 2023 56; CARICOM 1975 11; CARICOM 2003 14
OTS 2012 4; OTS 2020 5; P5 1950 5; P5 2024 5; Council of Europe 1950 14; Council of Europe 1989 23; Council of Europe 2010 47; CoE 2023 46
APEC 1989 12; APEC 1992 15; APEC 2000 21; RCEP 2024 15; CPTPP 2025 12; SAARC 1990 7; SAARC 2010 8; BIMSTEC 2010 7
OECD 1962 20; OECD 1980 24; OECD 2000 30; OECD 2012 34; OECD 2022 38; EFTA 1960 7; EFTA 1992 7; EFTA 1996 4; OSCE 1980 34; OSCE 2015 57
Nordic countries 2020 5; Baltic states 2020 3; Pacific Islands Forum 2000 14; ALBA 2017 11; Andean Community 1990 5; Comecon 1980 10
"""
CASES = [(part.rsplit(" ", 2)) for line in COUNTS.split("\n") for part in line.split("; ") if part]
REGIONS = ("Africa", "Americas", "Asia", "Europe", "Oceania")
SUBREGIONS = BLOCS.names()[7:29]


@pytest.mark.parametrize(("name", "year", "count"), CASES, ids=[" ".join(case[:2]) for case in CASES])
def test_members_at_the_end_of_a_year(name: str, year: str, count: str) -> None:
    """As many states belong as a second count from history says."""
    assert len(BLOCS.members(name, date(int(year), 12, 31))) == int(count)


@pytest.mark.parametrize("parts", [REGIONS, SUBREGIONS], ids=["regions", "subregions"])
def test_every_state_lies_in_one_region(parts: tuple[str, ...]) -> None:
    """The regions of M49 cover all states of our table once."""
    lists = [BLOCS.members(part) for part in parts]
    assert sum(map(len, lists)) == len(frozenset().union(*lists)) == len(STATES)


@pytest.mark.parametrize(
    ("inner", "outer", "since"),
    [
        ("Eurozone", "EU", 1999),
        ("EU", "Council of Europe", 1990),
        ("G7", "G20", 2000),
        ("G7", "OECD", 1980),
        ("AES", "African Union", 2023),
        ("GCC", "Arab League", 1982),
        ("Arab League", "OIC", 2002),
        ("Visegrad", "EU", 2005),
        ("AUKUS", "Five Eyes", 2022),
        ("CSTO", "CIS", 2007),
    ],
    ids=str,
)
def test_one_bloc_inside_another(inner: str, outer: str, since: int) -> None:
    """In every year since, the members of the one are members of the other."""
    for year in range(since, 2025):
        assert BLOCS.members(inner, date(year, 12, 31)) <= BLOCS.members(outer, date(year, 12, 31)), year


def test_known_differences() -> None:
    """The European allies outside the Union and the neutrals inside it are who they are."""
    nato, union = BLOCS.members("NATO"), BLOCS.members("EU")
    assert union - nato == {"AUT", "CYP", "IRL", "MLT"}
    assert nato - union == {"ALB", "CAN", "GBR", "ISL", "MKD", "MNE", "NOR", "TUR", "USA"}
    assert BLOCS.members("Arab League") & BLOCS.members("OPEC") == {"DZA", "IRQ", "KWT", "LBY", "SAU", "ARE"}


def test_both_days_are_included() -> None:
    """Britain was a member on its last day in the Union and not on the next."""
    assert "GBR" in BLOCS.members("EU", date(2020, 1, 31))
    assert "GBR" not in BLOCS.members("EU", date(2020, 2, 1))
    assert "SWE" in BLOCS.members("NATO", date(2024, 3, 7))
    assert "SWE" not in BLOCS.members("NATO", date(2024, 3, 6))


@pytest.mark.parametrize("name", ["nato", " NATO ", "north atlantic treaty organisation", "Nató"])
def test_names_are_found_in_any_dress(name: str) -> None:
    """Case, accents, spaces and aliases make no difference."""
    assert BLOCS.find(name).name == "NATO"


def test_an_unknown_name_gets_a_hint() -> None:
    """The nearest name is offered."""
    with pytest.raises(InputError, match=r"unknown bloc 'Visegrat'\. Did you mean 'Visegrad'\?"):
        BLOCS.members("Visegrat")


@settings(max_examples=50)
@given(st.sampled_from(BLOCS.names()), st.dates(date(1940, 1, 1), date(2030, 1, 1)))
def test_members_are_states(name: str, on: date) -> None:
    """On any day the members of any bloc are states of our table."""
    assert BLOCS.members(name, on) <= STATES


WRONG: dict[str, tuple[list[dict[str, Any]], str]] = {
    "country": ([ROW | {"country": "NRW"}], "line 2: unknown country 'NRW'"),
    "kind": ([ROW | {"kind": "club"}], "line 2: unknown kind 'club'"),
    "order": ([ROW, ROW | {"country": "PER", "since": "2001", "until": "1999"}], "line 3: Pact: PER joined on 2001-01-01, after it left"),
    "date": ([ROW | {"since": "May 2001"}], "line 2: 'May 2001' to '' are not dates"),
    "twice": ([ROW, ROW | {"since": "2001"}], "NOR belongs twice at once"),
    "kinds": ([ROW, ROW | {"country": "PER", "kind": "forum"}], "Pact has rows of several kinds"),
    "alias": ([ROW, ROW | {"bloc": "Other", "aliases": "PACT"}], "'pact' names both Pact and Other"),
}


@pytest.mark.parametrize(("rows", "words"), WRONG.values(), ids=WRONG)
def test_a_wrong_row_is_named(rows: list[dict[str, Any]], words: str) -> None:
    """The mistake is told with its line or its bloc."""
    with pytest.raises(CodebookError) as raised:
        build_blocs(rows, STATES)
    assert words in str(raised.value)


def test_all_mistakes_are_told_at_once() -> None:
    """Two wrong rows make two lines."""
    with pytest.raises(CodebookError) as raised:
        build_blocs([ROW | {"country": "NRW"}, ROW | {"bloc": "Other", "kind": "club"}], STATES)
    assert str(raised.value).count("\n") == 1


def test_a_state_may_come_back() -> None:
    """Two memberships of one state that do not overlap are sound."""
    (bloc,) = build_blocs([ROW | {"until": "1999"}, ROW | {"since": "2001"}], STATES)
    assert [each.holds(date(2000, 6, 1)) for each in bloc.memberships] == [False, False]
