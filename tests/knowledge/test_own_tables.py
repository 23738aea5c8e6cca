"""A user's own table wins over ours, and says where it is wrong."""

from datetime import date
from pathlib import Path

import pytest

from dragoman.actors.lookup import Actors
from dragoman.errors import CodebookError
from dragoman.knowledge.actors import load_directory
from dragoman.knowledge.extended import directory_with, extended_directory

HEADER = "name,aliases,country,sectors,from,to\n"


def table(folder: Path, *rows: str, header: str = HEADER) -> Path:
    """A table of the rows."""
    path = folder / "mine.csv"
    path.write_text(header + "".join(row + "\n" for row in rows), encoding="utf-8")
    return path


def test_a_row_makes_names_known(tmp_path: Path) -> None:
    """By name and by alias."""
    actors = Actors([table(tmp_path, "Lake Front,LF|Lakers' Front,UGA,REB,,")])
    for name in ("Lake Front", "the LF", "Lakers' Front"):
        found = actors.resolve(name)
        assert found is not None
        assert (found.name, found.country, found.sectors) == ("Lake Front", "UGA", ("REB",))


def test_our_own_meaning_gives_way(tmp_path: Path) -> None:
    """Hamas is what the user says it is; ours is an alternative."""
    found = Actors([table(tmp_path, "Hamas administration,Hamas,PSE,GOV,,")]).resolve("Hamas", on=date(2020, 1, 1))
    assert found is not None
    assert found.sectors == ("GOV",)
    assert ("REB", "PTY") in [other.sectors for other in found.alternatives]


def test_a_term_that_is_over_gives_way_to_ours(tmp_path: Path) -> None:
    """Outside its days the row does not win."""
    actors = Actors([table(tmp_path, "Hamas administration,Hamas,PSE,GOV,2007,2010")])
    found = [actors.resolve("Hamas", on=date(year, 6, 1)) for year in (2008, 2020)]
    assert [one.sectors for one in found if one] == [("GOV",), ("REB", "PTY")]


def test_a_person_with_a_term_is_of_the_elites_after_it(tmp_path: Path) -> None:
    """A row with days is an office-holder."""
    actors = Actors([table(tmp_path, "Orsolya Vantru,,Hungary,GOV,2019,2021-06")])
    found = [actors.resolve("Orsolya Vantru", on=date(year, 1, 1)) for year in (2020, 2023)]
    assert [(one.country, one.sectors) for one in found if one] == [("HUN", ("GOV",)), ("HUN", ("ELI",))]


def test_the_kind_may_be_told(tmp_path: Path) -> None:
    """A column `kind` goes before the guess."""
    path = table(tmp_path, "Vantru,,HUN,OPP,,,person", header=HEADER.replace("to\n", "to,kind\n"))
    found = Actors([path]).resolve("Vantru")
    assert found is not None
    assert found.kind == "official"


def test_our_tables_stay_as_they_were(tmp_path: Path) -> None:
    """The user's rows are in a copy."""
    directory, _ = extended_directory([table(tmp_path, "Lake Front,,UGA,REB,,")])
    assert directory.look_up("lake front")
    assert not load_directory().look_up("lake front")
    assert extended_directory()[0] is load_directory()


def test_every_mistake_is_told_at_once(tmp_path: Path) -> None:
    """File, line, what is wrong, and the fix."""
    path = table(tmp_path, "A,,Atlantis,GOV,,", "B,,UGA,GOVV,,", "C,,UGA,REB,20x1,", ",,UGA,REB,,", "D,,UGA")
    with pytest.raises(CodebookError) as told:
        Actors([path])
    lines = str(told.value).splitlines()
    words = ["unknown country 'Atlantis'", "unknown sector 'GOVV'. Did you mean 'GOV'?", "unknown date '20x1'", "no name", "6 cells expected"]
    assert [word in line and f"line {number}:" in line for number, (line, word) in enumerate(zip(sorted(lines), words, strict=True), 2)] == [True] * 5


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"name,country\n", "line 1: missing column 'aliases'"), (b"", "line 1: missing column 'name'"), (b"\xff\xfe\x00", "cannot be read")],
    ids=["no column", "empty", "no UTF-8"],
)
def test_a_file_that_is_no_table_is_told(tmp_path: Path, content: bytes, words: str) -> None:
    """Before any row is read."""
    (tmp_path / "x.csv").write_bytes(content)
    with pytest.raises(CodebookError, match=words):
        Actors([tmp_path / "x.csv"])


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    """With its path."""
    with pytest.raises(CodebookError, match=r"none\.csv: cannot be read"):
        Actors([tmp_path / "none.csv"])


def test_an_unknown_kind_is_told(tmp_path: Path) -> None:
    """With the kinds there are."""
    path = table(tmp_path, "V,,HUN,OPP,,,persn", header=HEADER.replace("to\n", "to,kind\n"))
    with pytest.raises(CodebookError, match="unknown kind 'persn'; the kinds are person"):
        Actors([path])


def test_files_of_a_setting_are_told_apart_by_their_ending(tmp_path: Path) -> None:
    """A table and a dictionary in one list."""
    (tmp_path / "x.actors.txt").write_text("ZIMBORA_ [MLI]\n")
    directory, warnings = directory_with([table(tmp_path, "Lake Front,,UGA,REB,,"), tmp_path / "x.actors.txt"])
    assert directory.look_up("lake front")[0].own
    assert directory.look_up("zimbora")
    assert warnings == ()
