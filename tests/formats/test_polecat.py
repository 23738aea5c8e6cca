"""POLECAT's files, out and in: forty columns, several actors in a cell, and files that are not quite so."""

from io import StringIO

import pytest
from hypothesis import given, settings
from tests.formats.happenings import carried, events, read_text, written
from tests.records import NORWAY, RUSSIA, SOUND, event, party

from dragoman.formats.polecat import write_foreign
from dragoman.formats.polecat_reader import read_actors
from dragoman.formats.polecat_row import COLUMNS, in_list
from dragoman.model.event import Event
from dragoman.model.foreign import Foreign
from dragoman.model.trace import Failure

HEADER = "\t".join(COLUMNS)
KEPT = [column for column in COLUMNS if not any(word in column for word in ("Raw", "GeoNames", "Version"))]


def cells(text: str, line: int = 1) -> dict[str, str]:
    """The cells of a line of a file by column."""
    rows = text.splitlines()
    return dict(zip(rows[0].split("\t"), rows[line].split("\t"), strict=True))


def row(**changes: str) -> str:
    """The line of a sound record with some cells changed."""
    values = cells(written("polecat", SOUND)[0]) | changes
    return "\t".join(values[column] for column in COLUMNS)


def test_a_row_has_forty_columns_in_polecats_order() -> None:
    """Event ID comes first, Version last, and every row is as long as the header."""
    text, _ = written("polecat", SOUND)
    assert len(COLUMNS) == 40
    assert text.startswith(HEADER + "\n")
    assert (COLUMNS[0], COLUMNS[4], COLUMNS[-1]) == ("Event ID", "Intensity", "Version")


def test_cells_are_written_as_polecat_writes_them() -> None:
    """ISO days, quads in capitals, COW numbers, and the word None for what is not told."""
    found = cells(written("polecat", SOUND)[0])
    assert found["Event Date"] == "2024-03-12"
    assert found["Quad Code"] == "MATERIAL CONFLICT"
    assert (found["Actor COW"], found["Recipient COW"]) == ("385", "365")
    assert (found["Intensity"], found["Placename"], found["Wikipedia Actor ID"]) == ("-5.5", "None", "None")


def test_several_actors_stand_in_one_cell() -> None:
    """Semicolons part the actors, bars the sectors of one; a name keeps neither."""
    peru = party("Peru; the navy", "PER", "GOV", "MIL")
    found = cells(written("polecat", event(actor=(NORWAY, peru)))[0])
    assert found["Actor Name"] == "Norway; Peru, the navy"
    assert found["Actor Country"] == "NOR; PER"
    assert found["Actor Sectors"] == "GOV; GOV|MIL"


@settings(max_examples=80, deadline=None)
@given(events())
def test_a_record_comes_back_from_polecat(record: Event) -> None:
    """Type, modes, contexts, day, score, quad, sides and place are those that went out."""
    (back,), _ = carried("polecat", record)
    assert (back.event, back.mode, back.context) == (record.event, record.mode, record.context)
    assert (back.date, back.event_scale, back.quad_code) == (record.date, record.event_scale, record.quad_code)
    for side, other in ((record.actor, back.actor), (record.recipient, back.recipient)):
        assert [(in_list(p.name), p.country, p.sector) for p in side] == [(a.name, a.country, a.sectors) for a in other]
    where = record.event_loc
    assert (back.place is None) == (where is None)
    if where and back.place:
        assert (back.place.name, back.place.country, back.place.lat, back.place.lon) == (where.name, where.country, where.lat, where.lon)
        assert back.place.resolution == where.resolution


@settings(max_examples=40, deadline=None)
@given(events())
def test_a_row_that_is_read_is_written_alike(record: Event) -> None:
    """POLECAT in, POLECAT out: the columns that our fields hold are the same."""
    text, _ = written("polecat", record)
    out = StringIO()
    write_foreign(read_text("polecat", text), out)
    first, second = cells(text), cells(out.getvalue())
    assert {column: first[column] for column in KEPT} == {column: second[column] for column in KEPT}


@pytest.mark.parametrize("name", ["Event Intensity", "Intensity"])
def test_intensity_goes_by_two_names(name: str) -> None:
    """Some releases call it Event Intensity; the file's score is kept."""
    (found,) = read_text("polecat", f"{HEADER.replace('Intensity', name)}\n{row(Intensity='-6.5')}\n")
    assert found.event_scale == -6.5


def test_without_intensity_the_score_is_ours() -> None:
    """A release without the column gets the score of type and mode."""
    values = [value for column, value in cells(written("polecat", SOUND)[0]).items() if column != "Intensity"]
    header = "\t".join(column for column in COLUMNS if column != "Intensity")
    (found,) = read_text("polecat", header + "\n" + "\t".join(values) + "\n")
    assert found.event_scale == -5.5


def test_columns_besides_are_no_matter() -> None:
    """A release with Headline and Story ID is read, and these are kept."""
    (found,) = read_text("polecat", f"{HEADER}\tHeadline\tStory ID\n{row()}\tEnvoys leave\tS7\n")
    assert (found.text, found.story) == ("Envoys leave", "S7")


@pytest.mark.parametrize(
    ("old", "quad", "new"),
    [
        ("DEMAND", "VERBAL CONFLICT", "REQUEST"),
        ("FIGHT", "MATERIAL CONFLICT", "ASSAULT"),
        ("YIELD", "MATERIAL COOPERATION", "RETREAT"),
        ("YIELD", "VERBAL COOPERATION", "CONCEDE"),
    ],
)
def test_old_names_of_types_are_understood(old: str, quad: str, new: str) -> None:
    """YIELD is told apart by the quad of its row."""
    (found,) = read_text("polecat", f"{HEADER}\n{row(**{'Event Type': old, 'Event Mode': 'None', 'Quad Code': quad})}\n")
    assert found.event == new


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"Event Type": "SHRUG"}, "unknown type 'SHRUG'"),
        ({"Event Date": "yesterday"}, "unknown date 'yesterday'"),
        ({"Event ID": "None"}, "no Event ID"),
    ],
    ids=["type", "day", "id"],
)
def test_a_bad_row_is_a_failure_and_the_next_is_read(change: dict[str, str], words: str) -> None:
    """The failure names file, line and what is wrong."""
    bad, good = read_text("polecat", f"{HEADER}\n{row(**change)}\n{row()}\n")
    assert isinstance(bad, Failure)
    assert bad.place == "file:2"
    assert words in bad.reason
    assert isinstance(good, Foreign)


def test_actors_are_matched_by_position() -> None:
    """An actor without a country leaves its place; cells of another length give nothing to anybody."""
    assert [(a.name, a.country) for a in read_actors("Norway; UN", "NOR; None", "GOV; IGO", "")] == [("Norway", "NOR"), ("UN", None)]
    assert [(a.name, a.country) for a in read_actors("A; B", "NOR", "", "")] == [("A", None), ("B", None)]


def test_one_actor_has_all_its_sectors() -> None:
    """Sectors of a single actor are its own however they are parted; the primary one goes first."""
    assert read_actors("Norway", "NOR", "MIL; GOV", "GOV")[0].sectors == ("GOV", "MIL")


def test_an_actor_without_a_name_is_its_country() -> None:
    """`None` in the name and a country in its cell is the state."""
    assert read_actors("None", "NOR", "GOV", "GOV")[0].name == "Norway"


def test_what_polecat_cannot_say_is_counted() -> None:
    """Speakers, counts and the day's interval are in the loss."""
    mutual = event(actor=(NORWAY, RUSSIA), recipient=(), reciprocal=True)
    _, loss = written("polecat", mutual, event(status="negated"))
    assert (loss.records, loss.left_out, loss.rows) == (2, 1, 1)
    assert (loss.count("reciprocal"), loss.count("status"), loss.count("said_by")) == (1, 1, 0)
