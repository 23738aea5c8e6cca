"""A release is a folder to cite: complete, checked, and the same for the same input."""

import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from dragoman.errors import InputError
from dragoman.formats.about import About
from dragoman.formats.release import write_release

ABOUT: dict[str, Any] = {
    "title": 'Neighbours: "north" and south',
    "version": "1.0",
    "released": "2026-03-01",
    "authors": ["Ada Maro", "Iko Ren"],
    "licence": "CC-BY-4.0",
    "counts": {"articles": 1200, "events": 5310},
    "losses": ["gdelt: 3 records, 1 left out, 2 rows"],
}
NAMES = ["CITATION.cff", "README.md", "checksums.txt", "codebook.yaml", "events.tsv"]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A table that was exported before."""
    path = tmp_path / "made.tsv"
    path.write_text("id\n1\n2\n")
    return path


def contents(folder: Path) -> dict[str, bytes]:
    """The bytes of each file of the folder."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_release_is_complete_and_checks(tmp_path: Path, table: Path) -> None:
    """Tables, codebook, README, citation, and checksums that sha256sum agrees with."""
    folder = tmp_path / "release"
    made = write_release(folder, {"events.tsv": table}, b"types: {}\n", ABOUT)
    assert [path.name for path in made] == NAMES == sorted(contents(folder))
    checked = subprocess.run(["sha256sum", "-c", "checksums.txt"], cwd=folder, check=True, capture_output=True, text=True)
    assert checked.stdout.count(": OK") == len(NAMES) - 1


def test_the_readme_tells_what_it_is(tmp_path: Path, table: Path) -> None:
    """Title, counts, files, losses, citation and licence."""
    write_release(tmp_path / "r", {"events.tsv": table}, b"", ABOUT)
    text = (tmp_path / "r" / "README.md").read_text()
    for words in ("# Neighbours", "| articles | 1,200 |", "| `events.tsv` | 7 | 3 |", "1 left out", "Ada Maro and Iko Ren (2026)", "CC-BY-4.0."):
        assert words in text


def test_the_citation_is_yaml(tmp_path: Path, table: Path) -> None:
    """Quotes and colons in a title do no harm."""
    write_release(tmp_path / "r", {"events.tsv": table}, b"", ABOUT)
    found = yaml.safe_load((tmp_path / "r" / "CITATION.cff").read_text())
    assert (found["title"], found["type"], found["license"]) == (ABOUT["title"], "dataset", "CC-BY-4.0")
    assert [author["name"] for author in found["authors"]] == ABOUT["authors"]
    assert found["cff-version"] == "1.2.0"


def test_the_same_input_makes_the_same_release(tmp_path: Path, table: Path) -> None:
    """No clock, no path and no order of the caller's in it; a codebook may be a file."""
    book = tmp_path / "book.yaml"
    book.write_bytes(b"types: {}\n")
    about = About("T", "1", date(2026, 3, 1))
    write_release(tmp_path / "a", {"b.tsv": table, "a.tsv": table}, book, about)
    write_release(tmp_path / "b", {"a.tsv": table, "b.tsv": table}, book.read_bytes(), about)
    assert contents(tmp_path / "a") == contents(tmp_path / "b")


def test_a_table_may_stand_in_the_folder_already(tmp_path: Path) -> None:
    """It is left as it is, and released."""
    folder = tmp_path / "r"
    folder.mkdir()
    (folder / "events.tsv").write_text("id\n")
    write_release(folder, {"events.tsv": folder / "events.tsv"}, b"", ABOUT)
    assert (folder / "events.tsv").read_text() == "id\n"


@pytest.mark.parametrize("name", ["README.md", "sub/events.tsv"])
def test_a_table_cannot_take_the_name_of_another_file(name: str, tmp_path: Path, table: Path) -> None:
    """Nothing is written then."""
    with pytest.raises(InputError, match="cannot be called that"):
        write_release(tmp_path / "r", {name: table}, b"", ABOUT)
    assert not (tmp_path / "r").exists()


def test_a_missing_table_and_an_unknown_field_are_told(tmp_path: Path, table: Path) -> None:
    """The error names the file or the field, and what is known."""
    with pytest.raises(InputError, match=r"export events\.tsv first"):
        write_release(tmp_path / "r", {"events.tsv": tmp_path / "none"}, b"", ABOUT)
    with pytest.raises(InputError, match="the fields are title, version"):
        write_release(tmp_path / "r", {"events.tsv": table}, b"", ABOUT | {"autors": []})
    assert not (tmp_path / "r").exists()


def test_without_a_licence_the_readme_says_so(tmp_path: Path, table: Path) -> None:
    """Silence about rights would be read as leave."""
    write_release(tmp_path / "r", {"events.tsv": table}, b"", About("T", "1", date(2026, 3, 1)))
    assert "No licence is given" in (tmp_path / "r" / "README.md").read_text()
