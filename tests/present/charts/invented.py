"""Invented states and incidents to draw: no number here was ever observed."""

import math
from datetime import date

import polars as pl

SERIES = ("period", "incidents", "mean", "low", "high", "vc", "mc", "vx", "mx")
STATES = "Arda Bolm Cyr Dorne Esk Fenn Gault Hale Ister Jute Korm Lund Mair Nold Orm Pell Quay Rusk Sarn Thal".split()


def month_of(number: int) -> date:
    """The first of the month so many months after January 2016."""
    return date(2016 + number // 12, number % 12 + 1, 1)


def waver(*seeds: float) -> float:
    """A number from -1 to 1 that looks like chance and is always the same."""
    turned = math.sin(sum(seed * weight for seed, weight in zip(seeds, (12.9898, 78.233, 37.719), strict=False))) * 43758.5453
    return 2 * (turned - math.floor(turned)) - 1


def make_series(months: int = 108) -> pl.DataFrame:
    """Months of a dyad that cools, breaks in 2019, and mends slowly after 2022; with months of silence."""
    rows = []
    for number in range(months):
        level = 2.4 if number < 40 else -4.6 if number < 77 else 0.9
        count = 0 if 60 <= number < 66 or number == 12 else round(9 + 6 * waver(number, 2) + (14 if 38 < number < 46 else 0))
        good = max(0.05, min(0.95, 0.5 + level / 11 + 0.12 * waver(number, 5)))
        parts = [round(count * good * 0.65), round(count * good * 0.35), round(count * (1 - good) * 0.6), round(count * (1 - good) * 0.4)]
        total = sum(parts)
        mean = level + 1.3 * waver(number, 7) if total else None
        half = 5.5 / math.sqrt(total + 1) if total else 0.0
        bounds = (None, None) if mean is None else (max(-10.0, mean - half), min(10.0, mean + half))
        rows.append((month_of(number), total, mean, *bounds, *parts))
    return pl.DataFrame(rows, schema=list(SERIES), orient="row", infer_schema_length=None)


def make_phases() -> pl.DataFrame:
    """The three phases of the invented dyad."""
    rows = [
        (date(2016, 1, 1), date(2019, 4, 30), 2.4, None),
        (date(2019, 5, 1), date(2022, 5, 31), -4.6, 0.98),
        (date(2022, 6, 1), date(2024, 12, 31), 0.9, 0.83),
    ]
    return pl.DataFrame(rows, schema=["first", "last", "mean", "confidence"], orient="row")


def make_named() -> pl.DataFrame:
    """Incidents at the turns, some of them days apart."""
    rows = [
        (date(2017, 9, 14), "Arda and Bolm sign a treaty on the river’s waters", 6.5),
        (date(2019, 4, 27), "Bolm expels eleven Ardan diplomats", -5.0),
        (date(2019, 5, 9), "Arda shells the customs post at Vell and closes the border to all goods", -9.0),
        (date(2019, 8, 2), "Arda puts sanctions on Bolm’s banks", -6.5),
        (date(2022, 6, 11), "The two presidents meet at Sarn", 3.0),
        (date(2022, 7, 1), "Border reopened for grain", 5.2),
        (date(2024, 11, 20), "Trade accord", 6.0),
    ]
    return pl.DataFrame(rows, schema=["date", "label", "score"], orient="row")


def make_dyads(states: int = 20) -> pl.DataFrame:
    """Two camps and some between them; a third of the pairs unknown."""
    rows = []
    for one in range(states):
        for other in range(one + 1, states):
            camps = (one * 7 % 3, other * 7 % 3)
            if waver(one, other) < -0.3:
                continue
            level = 4.5 if camps[0] == camps[1] else -4.5 if 2 not in camps else 0.6
            count = max(1, round(60 * (1 + waver(one + other, 3)) ** 2 / 4 / (1 + one / 6)))
            rows.append((name_state(one), name_state(other), level + 2.2 * waver(one, other, 4), count, 2.5 * waver(one, other, 9)))
    return pl.DataFrame(rows, schema=["one", "other", "score", "incidents", "change"], orient="row")


def name_state(number: int) -> str:
    """An invented state's name, another for each number."""
    return STATES[number % len(STATES)] + ("", "ia", "stan")[number // len(STATES)]


PLACES = (
    (50.45, 30.52, "Kyiv", "UKR", 64, -3.1, "The two sides’ envoys meet"),
    (49.99, 36.23, "Kharkiv", "UKR", 41, -8.2, "Shelling of the northern suburbs"),
    (48.02, 37.80, "Donetsk", "UKR", 88, -8.8, None),
    (46.48, 30.72, "Odesa", "UKR", 23, -2.0, "Grain ships leave the port"),
    (49.84, 24.03, "Lviv", "UKR", 12, 2.6, None),
    (47.91, 33.39, "Kryvyi Rih", "UKR", 5, -6.0, None),
    (47.10, 37.54, "Mariupol", "UKR", 37, -9.3, "Siege"),
    (52.23, 21.01, "Warsaw", "POL", 18, 5.4, "Aid convoy sent"),
    (44.43, 26.10, "Bucharest", "ROU", 7, 4.0, None),
    (53.90, 27.57, "Minsk", "BLR", 15, -1.2, "Talks on prisoners"),
    (51.67, 39.18, "Voronezh", "RUS", 3, -7.5, None),
    (44.62, 33.52, "Sevastopol", "UKR", 19, -7.0, None),
)
"""Real towns with invented events."""

AFAR = (
    (38.91, -77.04, "Washington", "USA", 52, 1.2, "Tariffs suspended"),
    (39.90, 116.40, "Beijing", "CHN", 47, -0.4, "Envoy summoned"),
    (35.69, 139.69, "Tokyo", "JPN", 21, 3.8, None),
    (-15.79, -47.88, "Brasília", "BRA", 9, 4.4, None),
    (-1.29, 36.82, "Nairobi", "KEN", 11, 2.0, "Peace talks open"),
    (15.59, 32.53, "Khartoum", "SDN", 33, -8.9, "Airport shelled"),
    (28.61, 77.21, "New Delhi", "IND", 17, 0.5, None),
    (-33.87, 151.21, "Sydney", "AUS", 6, 3.1, None),
    (31.42, 34.36, "Gaza", "PSE", 71, -9.0, None),
    (30.04, 31.24, "Cairo", "EGY", 24, 2.8, "Truce brokered"),
)


def make_places(*, world: bool = False) -> pl.DataFrame:
    """Invented events at real towns, of one region or of the world."""
    rows = [(*row[:6], "MX" if row[5] < 0 else "VC", row[6]) for row in (PLACES + AFAR if world else PLACES)]
    return pl.DataFrame(rows, schema=["lat", "lon", "place", "country", "incidents", "score", "quad", "label"], orient="row")


def make_ties(states: int = 20) -> pl.DataFrame:
    """The stronger half of the invented dyads, as ties."""
    return make_dyads(states).filter(pl.col("incidents") > 4).drop("change")


def make_blocks(states: int = 20) -> pl.DataFrame:
    """The camps of the invented dyads; two states of the middle are brokers."""
    rows = [(name_state(number), number * 7 % 3, number in {2, 5}) for number in range(states)]
    return pl.DataFrame(rows, schema=["actor", "block", "broker"], orient="row")
