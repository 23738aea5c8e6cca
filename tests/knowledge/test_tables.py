"""Tables are checked as they are read, and say where they are wrong."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import CodebookError
from dragoman.knowledge import tables
from dragoman.knowledge.tables import first_day, last_day, read_table, split


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An own data folder in place of the package's."""
    monkeypatch.setattr(tables, "files", lambda _: tmp_path)
    (tmp_path / "data").mkdir()
    return tmp_path / "data"


def test_rows_come_by_the_names_of_their_columns(data: Path) -> None:
    """A quoted cell keeps its comma."""
    (data / "x.csv").write_text('name,code\n"Korea, South",KOR\n')
    assert list(read_table("x.csv", ["name", "code"])) == [{"name": "Korea, South", "code": "KOR"}]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("name\nOslo\n", r"x\.csv: line 1: missing column 'code'; the columns are name, code"),
        ("", r"x\.csv: line 1: missing column 'name'"),
        ("name,code\nOslo,NOR\nRome\n", r"x\.csv: line 3: 2 cells expected"),
        ("name,code\nKorea, South,KOR\n", r"x\.csv: line 2: 2 cells expected; quote cells that hold commas"),
    ],
    ids=["no column", "empty", "too few cells", "too many cells"],
)
def test_a_wrong_table_is_named_with_its_line(data: Path, content: str, words: str) -> None:
    """File, line, mistake and fix."""
    (data / "x.csv").write_text(content)
    with pytest.raises(CodebookError, match=words):
        list(read_table("x.csv", ["name", "code"]))


@pytest.mark.parametrize(("cell", "parts"), [("", ()), ("a", ("a",)), (" a | b ", ("a", "b")), ("a||", ("a",))])
def test_bars_part_a_cell(cell: str, parts: tuple[str, ...]) -> None:
    """Parts are trimmed, empty ones left out."""
    assert split(cell) == parts


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("", None, None),
        ("1998", date(1998, 1, 1), date(1998, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-02-03", date(2024, 2, 3), date(2024, 2, 3)),
    ],
    ids=["nothing", "year", "month", "day"],
)
def test_a_date_is_known_as_far_as_it_is_written(text: str, first: date | None, last: date | None) -> None:
    """A year or month stands for all of its days."""
    assert (first_day(text), last_day(text)) == (first, last)


@given(st.dates(date(1000, 1, 1)))
def test_a_day_is_its_own_first_and_last(day: date) -> None:
    """Written to the day, both ends are that day."""
    assert first_day(day.isoformat()) == last_day(day.isoformat()) == day
