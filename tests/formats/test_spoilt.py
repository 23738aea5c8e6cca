"""Whatever stands in a cell, a line is an event, a failure, or no event in PLOVER; nothing stops the reading."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.formats.happenings import read_text, written
from tests.records import SOUND

from dragoman.formats.table import readable
from dragoman.model.event import Where
from dragoman.model.foreign import Foreign
from dragoman.model.trace import Failure

OSLO = Where("Norway", (0, 6), "Oslo", "NOR", None, 59.91, 10.75, 3143244, 4)
PLACED = replace(SOUND, event_loc=OSLO)
READABLE = pytest.mark.parametrize("name", readable())
SPOILT = st.one_of(
    st.text(max_size=12), st.sampled_from(["None", "NULL", "---", "²", "٣", "nan", "-1e999", ";", "|", '"', "00000000", "0", "999", "[]", "{}"])
)


@READABLE
@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_spoilt_cell_stops_nothing(name: str, data: st.DataObject) -> None:
    """The row after the spoilt one is read as if nothing had been."""
    mark = "," if name.startswith("plover") else "\t"
    lines = written("plover" if mark == "," else name, PLACED)[0].splitlines()
    cells = lines[-1].split(mark)
    cells[data.draw(st.integers(0, len(cells) - 1))] = data.draw(SPOILT)
    *before, last = read_text(name, "\n".join((*lines[:-1], mark.join(cells), lines[-1])) + "\n")
    assert all(isinstance(row, Foreign | Failure) for row in before)
    assert [last] == read_text(name, "\n".join(lines) + "\n")


@READABLE
@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_without_harm(name: str, content: bytes) -> None:
    """A picture named .tsv gives failures and no events."""
    assert all(isinstance(row, Foreign | Failure) for row in read_text(name, content))
