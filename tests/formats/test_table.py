"""The formats as a table, told apart by their first lines, read from files."""

import gzip
import zipfile
from pathlib import Path

import pytest
from tests.formats.happenings import written
from tests.records import SOUND, STORY, event

from dragoman.errors import InputError
from dragoman.formats.detect import detect_format
from dragoman.formats.table import FORMATS, read_events, readable, write_events
from dragoman.model.foreign import Foreign
from dragoman.model.trace import Failure

READABLE = pytest.mark.parametrize("name", [name for name in readable() if name != "plover-json"])


def saved(folder: Path, name: str) -> Path:
    """A file of one sound record in the format."""
    path = folder / f"events{FORMATS[name].extension}"
    write_events(name, [(SOUND, STORY)], path)
    return path


def test_the_table_is_by_name() -> None:
    """Every format says what it is in words, and its files have a suffix."""
    assert all(name == row.name and row.description and row.extension.startswith(".") for name, row in FORMATS.items())
    assert readable() == ["plover", "plover-json", "polecat", "icews", "phoenix", "gdelt"]


@READABLE
def test_a_format_is_told_by_its_first_line(name: str, tmp_path: Path) -> None:
    """What we write is known again, and read."""
    path = saved(tmp_path, name)
    assert detect_format(path) == name
    (found,) = read_events(path)
    assert isinstance(found, Foreign)
    assert (found.format, found.event, found.status) == (name, "SANCTION", "actual")


@READABLE
def test_packed_files_are_read_alike(name: str, tmp_path: Path) -> None:
    """Gzip and zip hold the same events."""
    path = saved(tmp_path, name)
    packed, archive = tmp_path / "packed.gz", tmp_path / "packed.zip"
    packed.write_bytes(gzip.compress(path.read_bytes()))
    with zipfile.ZipFile(archive, "w") as members:
        members.write(path, path.name.lower())
    assert list(read_events(packed)) == list(read_events(archive)) == list(read_events(path))


NOT_EVENTS = {
    "empty": ("", "nothing in it"),
    "commas": ("Event ID,Event Type,Quad Code,Source\n", "parted by commas"),
    "JSON": ('{"id": "1"}\n', "JSON without an event"),
    "another table": ("name\tage\n", "unknown table of 2 columns"),
    "mentions": (written("gdelt-mentions", SOUND)[0], "give the Events table"),
}


@pytest.mark.parametrize(("text", "words"), NOT_EVENTS.values(), ids=NOT_EVENTS)
def test_what_is_no_table_of_events_is_told(text: str, words: str, tmp_path: Path) -> None:
    """The error names the file, what it holds, and what is read."""
    path = tmp_path / "a.tsv"
    path.write_text(text)
    with pytest.raises(InputError, match=words) as error:
        detect_format(path)
    assert str(path) in str(error.value)
    assert "POLECAT" in str(error.value)


def test_mentions_cannot_be_read(tmp_path: Path) -> None:
    """Nor any other name that is not read."""
    with pytest.raises(InputError, match="no format that is read; the formats are plover, plover-json, polecat"):
        read_events(tmp_path / "a.tsv", "gdelt-mentions")


def test_an_unknown_format_is_told(tmp_path: Path) -> None:
    """Nothing is written, and the names are listed."""
    with pytest.raises(InputError, match="unknown format 'excel'; the formats are plover"):
        write_events("excel", [], tmp_path / "a.xls")
    assert not (tmp_path / "a.xls").exists()


def test_what_is_passed_over_is_counted(tmp_path: Path) -> None:
    """Statements are neither events nor failures: the reading counts them by code."""
    path = tmp_path / "a.tab"
    text, _ = written("icews", SOUND, event(id="a/2"))
    path.write_text(text.replace("\t166\t", "\t010\t", 1))
    reading = read_events(path)
    assert sum(isinstance(row, Foreign) for row in reading) == 1
    assert reading.passed == {"code 010": 1}


def test_one_bad_line_never_stops_the_reading(tmp_path: Path) -> None:
    """Its failure stands in its place, with file and line."""
    path = tmp_path / "a.tsv"
    text, _ = written("polecat", SOUND, event(id="a/2"))
    header, first, second = text.splitlines()
    path.write_text(f"{header}\n{first}\nhalf a row\n{second}\n")
    kinds = list(read_events(path))
    assert [type(row) for row in kinds] == [Foreign, Failure, Foreign]
    assert [row.place for row in kinds if isinstance(row, Failure)] == [f"{path}:3"]
