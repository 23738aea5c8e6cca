"""PLOVER's JSON, out and in: the manual's fields, nothing that is not told, and older records."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from tests.formats.happenings import carried, events, read_text, written
from tests.records import SOUND, event

from dragoman.model.event import Event, Size, Where
from dragoman.model.trace import Failure

FIELDS = frozenset(
    "id date actor event has_event time enddate endtime recipient event_loc event_text quad_code event_scale mode context link text text_info "
    "cite_info coder coded_date coded_time comment size".split()
)


def empties(value: Any) -> list[Any]:
    """The values within the object that say nothing."""
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [item for item in inside if item in ("", None, {})] + [empty for item in inside for empty in empties(item)]


@settings(max_examples=50, deadline=None)
@given(events())
def test_an_object_has_the_manuals_fields_and_no_empty_ones(record: Event) -> None:
    """id, date, actor and event are always there; what is missing is left away, never an empty string."""
    row = json.loads(written("plover", record)[0])
    assert {"id", "date", "actor", "event"} <= set(row) <= FIELDS
    assert empties(row) == []
    assert (row["event"], row.get("mode", [])) == (record.event, list(record.mode))
    assert [party.get("country") for party in row["actor"]] == [party.country for party in record.actor]


def test_counts_and_places_are_told() -> None:
    """A range has two ends; the place's name stands at its level too."""
    told = event(size=Size(dead=(3, 3), injured=(4, 9)), event_loc=Where("Norway", (0, 6), "Oslo", "NOR", None, 59.9, 10.7, 3143244, 4))
    row = json.loads(written("plover", told)[0])
    assert row["size"] == {"dead": 3, "injured": [4, 9]}
    assert (row["event_loc"]["city"], row["event_loc"]["country_code"], row["event_loc"]["resolution"]) == ("Oslo", "NOR", 4)


def test_an_array_holds_the_same_objects() -> None:
    """One array, also when it is empty."""
    other = event(id="a/2")
    lines = [json.loads(line) for line in written("plover", SOUND, other)[0].splitlines()]
    assert json.loads(written("plover-json", SOUND, other)[0]) == lines
    assert json.loads(written("plover-json")[0]) == []


@settings(max_examples=60, deadline=None)
@given(events())
def test_a_record_comes_back_from_plover(record: Event) -> None:
    """Everything that the two have in common, the array read like the lines."""
    (back,), _ = carried("plover", record)
    assert (back.event, back.mode, back.context, back.date) == (record.event, record.mode, record.context, record.date)
    assert (back.quad_code, back.event_scale) == (record.quad_code, record.event_scale)
    for side, other in ((record.actor, back.actor), (record.recipient, back.recipient)):
        assert [(p.name, p.country, p.sector) for p in side] == [(a.name, a.country, a.sectors) for a in other]
    where, place = record.event_loc, back.place
    told = where and (where.name, where.country, where.lat, where.lon, where.resolution)
    assert (place and (place.name, place.country, place.lat, place.lon, place.resolution)) == told
    assert read_text("plover-json", written("plover-json", record)[0]) == [back]


OLD = {"id": "7", "date": "20190304", "source": ["USAGOV"], "target": "", "event": "DEMAND", "mode": "", "event_loc": {"country": "Iraq"}}


def test_older_records_are_read() -> None:
    """Source and target, codes for actors, empty strings for nothing, and types that have been renamed."""
    (found,) = read_text("plover", json.dumps(OLD) + "\n")
    assert (found.event, found.mode, found.recipient) == ("REQUEST", (), ())
    assert [(actor.name, actor.country, actor.sectors) for actor in found.actor] == [("United States", "USA", ("GOV",))]
    assert found.place is not None
    assert (found.place.country, found.place.resolution) == ("IRQ", 1)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{broken", "one object a line is expected"),
        (json.dumps(OLD | {"event": "SHRUG"}), "unknown type 'SHRUG'"),
        (json.dumps(OLD | {"date": ""}), "no date"),
        ("7", "one object a line is expected"),
        (json.dumps(OLD | {"event_loc": {"country": "Iraq", "lat": "north"}}), "one object a line is expected"),
    ],
    ids=["broken", "type", "day", "number", "degrees"],
)
def test_a_bad_object_is_a_failure_and_the_next_is_read(line: str, words: str) -> None:
    """The failure names file and line."""
    bad, good = read_text("plover", f"{line}\n{json.dumps(OLD)}\n")
    assert isinstance(bad, Failure)
    assert bad.place == "file:1"
    assert words in bad.reason
    assert good.id == "7"
