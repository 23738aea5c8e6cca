"""ICEWS, Phoenix and GDELT: what a CAMEO file can hold comes back, and what it cannot is in the loss."""

from io import StringIO
from itertools import permutations, product

import pandas as pd
import pytest
from hypothesis import given, settings
from msgspec.structs import replace
from tests.formats.happenings import carried, events, read_text, written
from tests.records import NORWAY, RUSSIA, SOUND, STORY, event, party

from dragoman.formats.records import cell
from dragoman.formats.sectors import cameo_sectors
from dragoman.model.event import Event, Party, Where
from dragoman.model.foreign import Foreign
from dragoman.model.trace import Failure

FORMATS = pytest.mark.parametrize("name", ["icews", "phoenix", "gdelt"])
PERU = party("Peru", "PER", "GOV")
MUTUAL = event(event="CONSULT", mode=(), actor=(NORWAY, RUSSIA, PERU), recipient=(), reciprocal=True)
WIDTHS = {"icews": 20, "phoenix": 26, "gdelt": 61, "gdelt-mentions": 16}


@FORMATS
@settings(max_examples=60, deadline=None)
@given(record=events())
def test_what_is_not_lost_comes_back(name: str, record: Event) -> None:
    """Day, quad, type, modes, countries and sectors are those that went out unless the loss says otherwise."""
    rows, loss = carried(name, record)
    assert {row.date for row in rows} == {record.date}
    if not loss.count("event"):
        assert {row.event for row in rows} == {record.event}
        assert {row.quad_code for row in rows} == {record.quad_code}
    if not (loss.count("event") or loss.count("mode")):
        assert {row.mode for row in rows} == {record.mode}
    assert len(rows) == len(pairs_of(record))
    for row, (actor, recipient) in zip(rows, pairs_of(record), strict=True):
        for back, side in ((row.actor, actor), (row.recipient, recipient)):
            assert [a.country for a in back] == ([side.country] if side and is_coded(name, side) else [])
            if back and side and not loss.count("sector"):
                assert back[0].sectors == side.sector


def pairs_of(record: Event) -> list[tuple[Party | None, Party | None]]:
    """Actor and recipient of each row, worked out anew."""
    if record.reciprocal and len(record.actor) > 1:
        return list(permutations(record.actor, 2))
    return list(product(record.actor, record.recipient or (None,)))


def is_coded(name: str, side: Party) -> bool:
    """Whether the format can hold the party: Phoenix has codes and no names."""
    return name != "phoenix" or bool(side.country or cameo_sectors(side))


@FORMATS
@settings(max_examples=40, deadline=None)
@given(record=events(most=1))
def test_places_come_back(name: str, record: Event) -> None:
    """Country, coordinates and name; the resolution too unless the loss says otherwise."""
    rows, loss = carried(name, record)
    place, where = rows[0].place, record.event_loc
    assert (place is None) == (where is None)
    if place and where:
        assert (place.country, place.lat, place.lon) == (where.country, where.lat, where.lon)
        assert place.name == where.name or where.resolution == 1
        assert place.resolution == where.resolution or loss.count("event_loc")


@pytest.mark.parametrize(("name", "width"), WIDTHS.items(), ids=WIDTHS)
@settings(max_examples=30, deadline=None)
@given(record=events())
def test_every_row_has_all_columns(name: str, width: int, record: Event) -> None:
    """Tabs, line breaks and quotes in names do not break a row."""
    text, loss = written(name, record)
    lines = text.split("\n")[:-1]
    assert {line.count("\t") + 1 for line in lines} == {width}
    assert len(lines) == loss.rows + (name == "icews")
    assert '"' not in text


@pytest.mark.parametrize(("name", "width"), WIDTHS.items(), ids=WIDTHS)
@settings(max_examples=15, deadline=None)
@given(record=events())
def test_pandas_sees_the_same_table(name: str, width: int, record: Event) -> None:
    """A reader from outside, with its usual settings, finds every row and column."""
    text, loss = written(name, record)
    frame = pd.read_csv(StringIO(text), sep="\t", header=0 if name == "icews" else None, dtype=str)
    assert frame.shape == (loss.rows, width)


@FORMATS
def test_the_same_records_make_the_same_file(name: str) -> None:
    """Ids are reckoned from the record, never from the clock or a counter of the run."""
    assert written(name, SOUND, MUTUAL) == written(name, SOUND, MUTUAL)


@FORMATS
def test_a_mutual_event_is_a_row_for_each_ordered_pair(name: str) -> None:
    """Three who met are six rows, and the loss says so."""
    rows, loss = carried(name, MUTUAL)
    assert (len(rows), loss.rows, loss.count("reciprocal")) == (6, 6, 1)


def test_rows_of_one_event_share_the_icews_id() -> None:
    """Event ID alone is not unique, as in ICEWS' own files; GDELT's and Phoenix' ids are."""
    ids = {name: [row.id for row in carried(name, MUTUAL)[0]] for name in ("icews", "gdelt", "phoenix")}
    assert {name: len(set(found)) for name, found in ids.items()} == {"icews": 1, "gdelt": 6, "phoenix": 6}


@FORMATS
def test_only_what_happened_is_written(name: str) -> None:
    """Plans, denials and history are left out, and counted."""
    _, loss = written(name, *(event(status=status) for status in ("actual", "future", "hypothetical", "negated", "historical")))
    assert (loss.records, loss.left_out, loss.rows, loss.count("status")) == (5, 4, 1, 4)


@FORMATS
def test_a_record_without_any_day_is_left_out(name: str) -> None:
    """Without first, last and publication day there is nothing to write; with one of them it is written."""
    undated = event(date=None, enddate=None)
    _, loss = written(name, undated, article=replace(STORY, published=None))
    assert (loss.left_out, loss.count("date")) == (1, 1)
    (row,), _ = carried(name, undated)
    assert row.date == STORY.published


@FORMATS
def test_a_code_that_is_no_event_in_plover_is_passed_over(name: str) -> None:
    """A statement (010) is neither an event nor a failure."""
    text, _ = written(name, SOUND)
    assert read_text(name, text.replace("\t166\t", "\t010\t")) == []


@FORMATS
def test_an_unknown_code_is_a_failure(name: str) -> None:
    """`---` names its line, and the rows around it are read."""
    text, _ = written(name, SOUND)
    line = text.splitlines()[-1]
    first, bad, last = read_text(name, text + line.replace("\t166\t", "\t---\t") + "\n" + line + "\n")
    assert isinstance(bad, Failure)
    assert "'---' is no CAMEO code" in bad.reason
    assert first == last


@FORMATS
def test_the_host_of_a_visit_becomes_its_recipient(name: str) -> None:
    """CAMEO 043 has the host first; in PLOVER the guest acts."""
    text, _ = written(name, event(event="CONSULT", mode=("visit",)))
    (visit,) = read_text(name, text)
    (hosted,) = read_text(name, text.replace("\t042\t", "\t043\t"))
    assert (hosted.actor, hosted.recipient) == (visit.recipient, visit.actor)
    assert (hosted.event, hosted.mode) == ("CONSULT", ("visit",))


def test_gdelt_rows_are_as_gdelt_has_them() -> None:
    """Dates as digits, actor codes put together, FIPS countries, a type for the place and for its absence."""
    oslo = Where("Norway", (0, 6), "Oslo", "NOR", None, 59.91, 10.75, 3143244, 4)
    cells = written("gdelt", event(event_loc=oslo))[0].rstrip("\n").split("\t")
    assert cells[1:5] == ["20240312", "202403", "2024", "2024.2795"]
    assert (cells[5], cells[6], cells[7], cells[12]) == ("NORGOV", "NORWAY", "NOR", "GOV")
    assert cells[25:31] == ["1", "166", "166", "16", "4", "-7"]
    assert (cells[35], cells[43]) == ("0", "0")
    assert cells[51:58] == ["4", "Oslo, Norway", "NO", "NO", "", "59.91", "10.75"]
    assert cells[59] == "20240314000000"


def test_mentions_follow_the_events() -> None:
    """The number is the event's; offsets are those of the stored text; confidence is in tens."""
    number = written("gdelt", SOUND)[0].split("\t")[0]
    cells = written("gdelt-mentions", SOUND)[0].rstrip("\n").split("\t")
    assert cells[0] == number
    assert cells[6:13] == ["1", "0", "16", "7", "1", "80", str(len(STORY.text))]


@pytest.mark.parametrize("width", [57, 58])
def test_older_gdelt_tables_are_read(width: int) -> None:
    """GDELT 1.0 has no second-level codes of places, and at first no address."""
    cells = written("gdelt", event(event_loc=Where("Norway", (0, 6), "Oslo", "NOR", None, 59.9, 10.7, None, 4)))[0].rstrip("\n").split("\t")
    old = [value for number, value in enumerate(cells) if number not in (39, 47, 55)][:width]
    (found,) = read_text("gdelt", "\t".join(old) + "\n")
    assert isinstance(found, Foreign)
    assert found.place is not None
    assert (found.place.name, found.published, found.story) == ("Oslo", STORY.published, STORY.id if width == 58 else None)


def test_icews_missing_values_are_empty_or_null() -> None:
    """Both are read as nothing told."""
    text, _ = written("icews", SOUND)
    (found,) = read_text("icews", text.replace("The Harbour Post", "NULL"))
    assert (found.publisher, found.place) == (None, None)


@settings(max_examples=30, deadline=None)
@given(events(most=1))
def test_icews_keeps_names(record: Event) -> None:
    """The actor's name comes back but for control characters and double quotes."""
    (found,), _ = carried("icews", record)
    assert found.actor[0].name == cell(record.actor[0].name)
