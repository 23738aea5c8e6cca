"""States by the codes of other projects: Correlates of War numbers, and FIPS 10-4 where GDELT writes places.

Origin: data/cow.csv is written from the published lists; Palestine, the Vatican and Hong Kong are no COW states.
"""

from functools import cache

from dragoman.knowledge.tables import read_table

COLUMNS = ("code", "number", "abbreviation", "fips")
FIPS_OF_DEPENDENCIES = {
    "GZ": "PSE", "RQ": "USA", "GQ": "USA", "AQ": "USA", "CQ": "USA", "VQ": "USA", "MC": "CHN", "GL": "DNK", "FO": "DNK", "GI": "GBR",
    "BD": "GBR", "CJ": "GBR", "VI": "GBR", "TK": "GBR", "AV": "GBR", "MH": "GBR", "FK": "GBR", "SH": "GBR", "IM": "GBR", "JE": "GBR",
    "GK": "GBR", "NC": "FRA", "FP": "FRA", "WF": "FRA", "FG": "FRA", "MB": "FRA", "GP": "FRA", "RE": "FRA", "MF": "FRA", "SB": "FRA",
    "AA": "NLD", "UC": "NLD", "NN": "NLD", "CW": "NZL", "NE": "NZL", "TL": "NZL", "NF": "AUS", "KT": "AUS", "SV": "NOR", "WI": "MAR",
    "YI": "SRB", "RB": "SRB", "EZ": "CZE", "PF": "CHN",
}  # fmt: skip
"""Codes beside the states' own: dependencies fold into their state, as everywhere in the ledger."""


@cache
def _rows() -> tuple[dict[str, str], ...]:
    return tuple(read_table("cow.csv", COLUMNS))


@cache
def _numbers() -> dict[str, str]:
    return {row["code"]: row["number"] for row in _rows() if row["number"]}


@cache
def _fips() -> dict[str, str]:
    return {row["code"]: row["fips"] for row in _rows()}


@cache
def _by_fips() -> dict[str, str]:
    return FIPS_OF_DEPENDENCIES | {row["fips"]: row["code"] for row in _rows()}


def cow_number(country: str | None) -> str | None:
    """The Correlates of War number of an alpha-3 code, None where COW lists no such state.

    >>> cow_number("CHN")
    '710'
    """
    return _numbers().get(country or "")


def fips_of(country: str | None) -> str | None:
    """The FIPS 10-4 code of an alpha-3 code.

    >>> fips_of("CHN")
    'CH'
    """
    return _fips().get(country or "")


def country_of_fips(code: str) -> str | None:
    """The alpha-3 code of a FIPS 10-4 code, the state's for a dependency; None for seas and unknown codes."""
    return _by_fips().get(code.upper())
