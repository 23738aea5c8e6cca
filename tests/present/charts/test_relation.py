"""A relation's chart shows what the series says, and no more."""

from datetime import date
from itertools import combinations
from typing import Any

import polars as pl
import pytest
from tests.present.charts.invented import SERIES, make_named, make_phases, make_series, month_of
from tests.present.charts.reading import box_words, find_rows, find_units, find_words

from dragoman.errors import InputError
from dragoman.present.charts import draw_relation
from dragoman.present.charts.labels import overlap
from dragoman.present.charts.periods import Clock, choose_ticks, end_periods, name_step, tell_tick
from dragoman.present.charts.relation_rows import empty_rows, mean_rows, period_rows, score_domain, stack_rows
from dragoman.present.charts.save import render_chart
from dragoman.present.charts.theme import SIZES

NO_PHASES, NO_NAMED = make_phases().clear(), make_named().clear()
TITLE = "A rupture and a thaw"


def make_rows(*means: float | None) -> pl.DataFrame:
    """Months from January 2016 with these means, one verbal conflict where there is a mean."""
    rows = [(month_of(n), int(m is not None), m, m, m, 0, 0, int(m is not None), 0) for n, m in enumerate(means)]
    return pl.DataFrame(
        rows,
        schema={name: pl.Date if name == "period" else pl.Float64 if name in {"mean", "low", "high"} else pl.Int64 for name in SERIES},
        orient="row",
    )


@pytest.mark.parametrize("size", SIZES)
def test_every_known_period_is_a_point(size: str) -> None:
    """Each period with a mean is drawn with its own numbers, and no other is."""
    series = make_series(60)
    drawn = find_rows(draw_relation(series, make_phases(), make_named(), TITLE, size=size), "mean", "low", "high", "incidents")
    told = series.drop_nulls("mean")
    assert [(row["start"], row["mean"], row["incidents"]) for row in drawn] == [
        (str(row["period"]), row["mean"], row["incidents"]) for row in told.iter_rows(named=True)
    ]


def test_no_line_through_an_empty_period() -> None:
    """The line is broken at an empty period and at one that is missing from the series."""
    series = make_rows(1.0, 2.0, None, 3.0, 4.0, 5.0).filter(pl.col("period") != date(2016, 5, 1))
    runs = [row["run"] for row in mean_rows(period_rows(series))]
    assert runs[0] == runs[1]
    assert len({runs[1], runs[2], runs[3]}) == 3


def test_empty_stretch_is_marked() -> None:
    """A stretch without incidents is one stretch, from the end of what is known to its next beginning."""
    assert empty_rows(period_rows(make_rows(1.0, None, None, 2.0))) == [{"start": date(2016, 2, 1), "end": date(2016, 4, 1)}]


def test_few_incidents_are_faint() -> None:
    """The interval of a period with few incidents is paler than that of one with many."""
    shades = {row["incidents"]: row["shade"] for row in mean_rows(period_rows(make_series(60)))}
    few, many = min(shades), max(shades)
    assert shades[few] < shades[many] <= 0.5


def test_bars_stand_for_counts() -> None:
    """The bars of a period are as long together as its quads' counts; conflict lies below zero, cooperation above."""
    series = make_series(60)
    bars = stack_rows(period_rows(series))
    assert sum(abs(bar["y2"] - bar["y"]) for bar in bars) == series.select(pl.sum_horizontal("vc", "mc", "vx", "mx").sum()).item()
    assert all((bar["y2"] > 0) == ("cooperation" in bar["quad"]) for bar in bars)


@pytest.mark.parametrize("size", SIZES)
def test_named_words_stand_free(size: str) -> None:
    """No line of words over the scores lies on another."""
    chart = draw_relation(make_series(), make_phases(), make_named(), TITLE, size=size)
    words = [box_words(row, SIZES[size].label) for row in find_rows(chart, "text", "x", "y", "side", "weight")]
    assert len(words) >= 6
    assert not any(overlap(one, other) for one, other in combinations(words, 2))


def test_named_incidents_are_told() -> None:
    """On a wide chart every named incident's day stands above the line; on a narrow one every one kept is in the list."""
    large = find_words(draw_relation(make_series(), make_phases(), make_named(), TITLE))
    assert {"27 Apr 2019", "9 May 2019", "2 Aug 2019", "20 Nov 2024"} <= set(large)
    small = find_words(draw_relation(make_series(), make_phases(), make_named(), TITLE, size="small"))
    assert "Bolm expels eleven Ardan diplomats" in small


def test_phases_have_levels_and_turns() -> None:
    """Each phase is a level at its mean, and each but the first begins at a turning point."""
    chart = draw_relation(make_series(), make_phases(), NO_NAMED, TITLE)
    levels = find_rows(chart, "start", "end", "mean", "colour")
    assert [(row["start"], row["mean"]) for row in levels] == [("2016-01-01", 2.4), ("2019-05-01", -4.6), ("2022-06-01", 0.9)]
    assert {"2019-05-01", "2022-06-01"} == {row["day"] for row in find_rows(chart, "day") if isinstance(row["day"], str)}


@pytest.mark.parametrize("empty", [make_series().clear(), pl.DataFrame(), make_rows(None, None)], ids=["no rows", "no columns", "no incidents"])
def test_nothing_is_told(empty: pl.DataFrame) -> None:
    """Without incidents the chart says so."""
    chart = draw_relation(empty, NO_PHASES, NO_NAMED, TITLE)
    assert "Nothing recorded" in find_words(chart)
    assert render_chart(chart, ".svg")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("means", [(2.0,), (None, -9.9, None), (0.0, 0.0)], ids=["one", "alone among empty ones", "zero"])
def test_few_periods_are_drawn(means: tuple[float | None, ...], size: str) -> None:
    """A series of one point is a chart too, without phases, and with an incident whose score is not known."""
    named = pl.DataFrame([(date(2016, 1, 9), "A visit", None)], schema=NO_NAMED.schema, orient="row")
    svg = render_chart(draw_relation(make_rows(*means), pl.DataFrame(), named, TITLE, size=size), ".svg")
    assert TITLE.encode() in svg


def test_same_data_same_bytes() -> None:
    """The same data give the same SVG, byte for byte."""
    one, other = (render_chart(draw_relation(make_series(40), make_phases(), make_named(), TITLE), ".svg") for _ in range(2))
    assert one == other


def test_scores_are_on_one_scale() -> None:
    """All that is drawn by score shares one domain that holds it and zero."""
    chart = draw_relation(make_series(), make_phases(), make_named(), TITLE).to_dict()
    domains = {tuple(unit["encoding"]["y"]["scale"]["domain"]) for unit in find_units(chart["vconcat"][0]) if _has_domain(unit)}
    assert len(domains) == 1
    low, high = domains.pop()
    assert -10 <= low < -9
    assert 6.5 < high <= 10


def _has_domain(unit: dict[str, Any]) -> bool:
    return bool((unit["encoding"].get("y", {}).get("scale") or {}).get("domain"))


def test_domain_holds_zero() -> None:
    """Zero is in the domain even where all is well."""
    low, high = score_domain(period_rows(make_rows(6.0, 7.0)), [], [])
    assert low < 0
    assert high > 7


def test_periods_end_where_the_next_begin() -> None:
    """A period ends where the next begins, but a gap does not lengthen it."""
    assert end_periods([date(2024, 1, 1), date(2024, 2, 1), date(2024, 3, 1), date(2024, 7, 1)])[:3] == [
        date(2024, 2, 1),
        date(2024, 3, 1),
        date(2024, 4, 1),
    ]


@pytest.mark.parametrize(("days", "name"), [(1, "day"), (7, "week"), (31, "month"), (91, "quarter"), (365, "year")])
def test_steps_are_named(days: int, name: str) -> None:
    """A step is called what people call it."""
    assert name_step(days) == name


@pytest.mark.parametrize("years", [1, 3, 10, 60])
def test_ticks_have_room(years: int) -> None:
    """However long the time, its ticks have room for their words and are in order."""
    clock = Clock(date(1960, 2, 3), date(1960 + years, 2, 3), 320)
    ticks = choose_ticks(clock)
    assert 1 <= len(ticks) <= 6
    assert ticks == sorted(ticks)
    assert all(tell_tick(tick, ticks) for tick in ticks)


def test_unknown_size_is_refused() -> None:
    """An unknown size is an error that names the known ones."""
    with pytest.raises(InputError, match="large or small"):
        draw_relation(make_series(2), NO_PHASES, NO_NAMED, TITLE, size="medium")
