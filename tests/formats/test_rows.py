"""Large tables are read line by line, and one bad line costs itself alone."""

import gzip
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import InputError
from dragoman.formats.lines import LINE_BYTES, number_lines, open_tables
from dragoman.formats.rows import read_cells, read_day, read_number, read_rows
from dragoman.model.trace import Failure

CELLS = st.text(st.characters(categories=("L", "N", "P"), exclude_characters='"'), max_size=8)
ROWS = st.lists(st.lists(CELLS, min_size=3, max_size=3).filter(any), max_size=6)
GARBAGE = st.text(st.characters(categories=("L", "N", "P"), exclude_characters='"'), max_size=20)


def cells_of(text: str | bytes, width: int = 3) -> list[list[str] | Failure]:
    """The rows that the text is read as."""
    content = text if isinstance(text, bytes) else text.encode()
    return [cells for _, cells in read_cells(number_lines(BytesIO(content), "t"), width, "t")]


@settings(max_examples=80, deadline=None)
@given(ROWS, st.lists(GARBAGE, max_size=4), st.randoms(use_true_random=False))
def test_every_sound_row_is_read_whatever_stands_between(rows: list[list[str]], garbage: list[str], random: Any) -> None:
    """Rows come back in their order, with a failure for each line that is none."""
    lines = [("\t".join(row), True) for row in rows]
    for line in garbage:
        lines.insert(random.randint(0, len(lines)), (line, False))
    found = cells_of("".join(f"{line}\n" for line, _ in lines))
    assert [row for row in found if not isinstance(row, Failure)] == rows
    assert sum(isinstance(row, Failure) for row in found) == sum(1 for line, sound in lines if not sound and line.strip())


BROKEN = {
    "quoted cell": ('a\t"b ""c"""\td\n', [["a", 'b "c"', "d"]]),
    "quoted tab": ('a\t"b\tc"\td\n', [["a", "b\tc", "d"]]),
    "quoted line break": ('a\t"b\nc"\td\ne\tf\tg\n', [["a", "b c", "d"], ["e", "f", "g"]]),
    "stray quote": ('a\t"b\td\ne\tf\tg\n', [["a", '"b', "d"], ["e", "f", "g"]]),
    "stray quote in a word": ('a\t5" gun\td\ne\tf\tg\n', [["a", '5" gun', "d"], ["e", "f", "g"]]),
}


@pytest.mark.parametrize(("text", "rows"), BROKEN.values(), ids=BROKEN)
def test_broken_quoting_does_not_swallow_rows(text: str, rows: list[list[str]]) -> None:
    """Quotes are understood where they make a row whole, and are letters elsewhere."""
    assert cells_of(text) == rows


def test_an_open_quote_that_never_closes_costs_its_row() -> None:
    """The failure names the line where the row began, and the next whole row is read."""
    bad, good = cells_of('a\t"b\ne\tf\tg\n')
    assert isinstance(bad, Failure)
    assert (bad.place, good) == ("t:1", ["e", "f", "g"])


def test_failures_name_the_line_and_what_is_expected() -> None:
    """Too few and too many cells are told with their numbers."""
    few, many = cells_of("a\tb\na\tb\tc\td\n")
    assert isinstance(few, Failure)
    assert isinstance(many, Failure)
    assert (few.place, many.place) == ("t:1", "t:2")
    assert few.reason.startswith("2 cells, 3 expected")
    assert many.reason.startswith("4 cells, 3 expected")


def test_blank_lines_are_counted_and_passed_over() -> None:
    """Places stay right after an empty line."""
    _, bad = cells_of("a\tb\tc\n\n\nx\n")
    assert isinstance(bad, Failure)
    assert bad.place == "t:4"


def test_latin_letters_are_read() -> None:
    """A line that is not UTF-8 is taken for Latin-1, the lines around it are not."""
    assert cells_of("é\tb\tc\n".encode() + "é\tb\tc\n".encode("latin-1")) == [["é", "b", "c"]] * 2


def test_a_line_too_long_is_a_failure() -> None:
    """Its rest is skipped, and the next line is read."""
    long, good = cells_of(b"x" * (LINE_BYTES * 2 + 10) + b"\na\tb\tc\n")
    assert isinstance(long, Failure)
    assert good == ["a", "b", "c"]


def test_header_marks_and_quotes_are_taken_off() -> None:
    """A byte order mark and quoted names make no other columns."""
    (row,) = read_rows(number_lines(BytesIO('\ufeff"A"\tB\r\n1\t2\r\n'.encode()), "t"), "t")
    assert row == (2, {"A": "1", "B": "2"})


def test_gzip_and_zip_are_unpacked(tmp_path: Path) -> None:
    """A gzip file is one table, a zip as many as it holds, in order of name; other members are left alone."""
    packed, archive = tmp_path / "t.gz", tmp_path / "t.zip"
    packed.write_bytes(gzip.compress(b"one\n"))
    with zipfile.ZipFile(archive, "w") as members:
        for name in ("b.txt", "a.tsv", "read me.pdf"):
            members.writestr(name, f"{name}\n")
    assert [list(lines) for _, lines in open_tables(packed)] == [[(1, "one")]]
    assert [(name.rsplit(":", 1)[1], list(lines)) for name, lines in open_tables(archive)] == [("a.tsv", [(1, "a.tsv")]), ("b.txt", [(1, "b.txt")])]


def test_a_file_that_breaks_off_is_a_failure(tmp_path: Path) -> None:
    """What stands before the break is read."""
    packed = tmp_path / "t.gz"
    content = gzip.compress(b"".join(b"%d\n" % number for number in range(50_000)))
    packed.write_bytes(content[: len(content) // 2])
    found = [line for _, lines in open_tables(packed) for _, line in lines]
    assert isinstance(found[-1], Failure)
    assert "breaks off" in found[-1].reason
    assert len(found) > 1000


@pytest.mark.parametrize("name", ["none.tsv", ""], ids=["missing", "folder"])
def test_what_is_no_file_is_told(name: str, tmp_path: Path) -> None:
    """The error names the path and what to give."""
    with pytest.raises(InputError, match="no such file; give a table"):
        list(open_tables(tmp_path / name))


def test_a_zip_without_tables_is_told(tmp_path: Path) -> None:
    """An archive of pictures is no data set."""
    archive = tmp_path / "t.zip"
    with zipfile.ZipFile(archive, "w") as members:
        members.writestr("a.png", "")
    with pytest.raises(InputError, match="no table in this archive"):
        list(open_tables(archive))


@pytest.mark.parametrize("text", ["2024-03-12", "20240312", "2024-03-12 10:00:00", "20240312101500"])
def test_days_are_read_in_every_form(text: str) -> None:
    """With dashes or without, with a time or none."""
    assert read_day(text).isoformat() == "2024-03-12"


@pytest.mark.parametrize(("text", "number"), [("-5.5", -5.5), ("", None), ("None", None), ("inf", None), ("nan", None)])
def test_numbers_are_finite_or_none(text: str, number: float | None) -> None:
    """An empty cell and a word are no number."""
    assert read_number(text) == number
