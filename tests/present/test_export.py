"""The same records come out of every format."""

import csv
import json
from collections.abc import Callable
from datetime import date
from io import BytesIO, StringIO
from typing import Any

import polars
import pytest
from tests.records import NORWAY, RUSSIA, STORY, event, outcome, party

from dragoman.model.event import Size, Speaker, Where
from dragoman.model.outcome import Outcome
from dragoman.model.trace import Failure
from dragoman.present.export import COLUMNS, WRITERS, flat, rows, to_pandas, to_polars

UNION = party("African Union", None, "IGO", words="on")
FULL = event(
    id="a/2",
    actor=(NORWAY, UNION),
    event_loc=Where("Norway", (0, 6), "Norway", "NOR", lat=60.5, lon=10.0, geonameid=3144096),
    said_by=(Speaker("Norway", (0, 6), "Norway", "NOR", party=True), Speaker("envoy", (0, 5), "envoy")),
    size=Size(dead=(2, 5)),
    mode=("expel", "withdraw"),
)
OUTCOMES = [outcome(event(), FULL), Outcome(STORY, failure=Failure("b", "b.txt", "empty")), outcome()]


def written(kind: str, outcomes: list[Outcome]) -> bytes:
    """What a writer writes."""
    out = BytesIO()
    assert list(WRITERS[kind](outcomes, out)) == outcomes
    return out.getvalue()


def read_back(kind: str, content: bytes) -> list[dict[str, Any]]:
    """The records of a file, as dictionaries."""
    if kind == "jsonl":
        return [json.loads(line) for line in content.splitlines()]
    if kind == "csv":
        return list(csv.DictReader(StringIO(content.decode())))
    return polars.read_parquet(BytesIO(content)).to_dicts()


@pytest.mark.parametrize("kind", WRITERS)
def test_every_format_has_one_row_an_event(kind: str) -> None:
    """Failures and articles without events have no row."""
    assert [row["id"] for row in read_back(kind, written(kind, OUTCOMES))] == ["a/1", "a/2"]


@pytest.mark.parametrize("kind", WRITERS)
def test_no_events_are_a_sound_file(kind: str) -> None:
    """A file of no records reads as no records."""
    assert read_back(kind, written(kind, [])) == []


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_tables_have_the_columns(kind: str) -> None:
    """All of them, in their order."""
    assert tuple(read_back(kind, written(kind, OUTCOMES))[0]) == COLUMNS


def test_csv_tells_what_parquet_tells() -> None:
    """Cell by cell, nothing being written as an empty cell."""
    for row, other in zip(read_back("csv", written("csv", OUTCOMES)), read_back("parquet", written("parquet", OUTCOMES)), strict=True):
        assert row == {name: "" if value is None else str(value) for name, value in other.items()}


def test_writers_never_close_what_they_write_to() -> None:
    """A writer left half-way leaves the file open."""
    out = BytesIO()
    for writer in WRITERS.values():
        next(iter(writer(OUTCOMES, out)))
    assert not out.closed


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("actor", "Norway; African Union"),
        ("actor_country", "NOR; "),
        ("actor_sector", "GOV; IGO"),
        ("recipient_country", "RUS"),
        ("mode", "expel; withdraw"),
        ("said_by", "Norway; envoy"),
        ("said_by_party", "true; false"),
        ("place", "Norway"),
        ("geonameid", 3144096),
        ("dead_low", 2),
        ("dead_high", 5),
        ("injured_low", None),
        ("date_text", "on Tuesday"),
        ("reasons", "propose:expel R"),
        ("event_start", 7),
    ],
)
def test_a_row_holds_the_record(column: str, value: object) -> None:
    """Several values are parted by "; " and keep their places; what is not told is None."""
    assert flat(FULL)[column] == value


def test_an_empty_side_is_none() -> None:
    """No recipient is None, not an empty string."""
    row = flat(event(actor=(NORWAY, RUSSIA), recipient=(), reciprocal=True))
    assert (row["recipient"], row["recipient_country"], row["recipient_sector"]) == (None, None, None)


def test_a_row_tells_the_articles_day_and_publisher() -> None:
    """They come from the article."""
    (row,) = rows([outcome(event())])
    assert (row["published"], row["publisher"]) == (STORY.published, STORY.publisher)


@pytest.mark.parametrize("outcomes", [[], OUTCOMES], ids=["none", "two"])
def test_frames_have_the_columns_whatever_they_hold(outcomes: list[Outcome]) -> None:
    """Pandas and Polars, also without a row."""
    assert tuple(to_pandas(outcomes).columns) == tuple(to_polars(outcomes).columns) == COLUMNS


@pytest.mark.parametrize("make", [to_pandas, to_polars], ids=["pandas", "polars"])
def test_frames_hold_days_and_whole_numbers(make: Callable[[list[Outcome]], Any]) -> None:
    """A day is a day, a count stays whole beside cells that tell none."""
    frame = make(OUTCOMES)
    assert list(frame["date"]) == [date(2024, 3, 12)] * 2
    assert int(list(frame["geonameid"])[1]) == 3144096
    assert "loat" not in str(frame["dead_low"].dtype)
