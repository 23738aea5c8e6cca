"""The reference is written from the program, covers all of it, and is up to date."""

from itertools import pairwise
from pathlib import Path

import pytest
from typer.main import get_command

from dragoman.config import Settings
from dragoman.errors import InputError
from dragoman.knowledge.codebook import load_codebook
from dragoman.present.chapters import setting_meanings
from dragoman.present.cli import app
from dragoman.present.export import COLUMNS
from dragoman.present.fields import MEANING
from dragoman.present.reference import PAGES, main, stale, text_of

ROOT = Path(__file__).parents[2]


def page(name: str) -> str:
    """A page as it would be written."""
    return text_of(PAGES[name])


def test_every_field_of_a_record_is_explained() -> None:
    """No field without a meaning, no meaning without a field."""
    assert {struct: tuple(meanings) for struct, meanings in MEANING.items()} == {struct: struct.__struct_fields__ for struct in MEANING}


def test_every_setting_is_explained() -> None:
    """The docstring of Settings tells each of them."""
    assert set(setting_meanings()) == set(Settings.__struct_fields__)


def test_every_command_and_option_is_on_the_page() -> None:
    """Whatever --help shows."""
    text, commands = page("cli.md"), get_command(app).commands  # type: ignore[attr-defined]
    assert [name for name in commands if f"## dragoman {name}\n" not in text] == []
    options = [option for command in commands.values() for parameter in command.params for option in parameter.opts if option[0] == "-"]
    assert [option for option in options if option != "--help" and option not in text] == []


def test_every_type_mode_and_context_is_on_the_page() -> None:
    """All that the codebook defines."""
    text, book = page("codebook.md"), load_codebook()
    names = [f"## {name}\n" for name in book.types] + [f"| `{name}` |" for name in book.contexts]
    names += [f"| `{mode}` |" for entry in book.types.values() for mode in entry.modes]
    assert [name for name in names if name not in text] == []


def test_every_column_is_on_the_page() -> None:
    """All columns of the flat tables."""
    text = page("records.md")
    assert [name for name in COLUMNS if f"- `{name}`" not in text] == []


@pytest.mark.parametrize("name", PAGES)
def test_tables_have_as_many_cells_as_columns(name: str) -> None:
    """A bar inside a cell does not part it."""
    rows = [line.replace("\\|", "") for line in page(name).splitlines()]
    widths = [row.count("|") if row.startswith("|") else 0 for row in rows]
    assert all(one == other for one, other in pairwise(widths) if one and other)


def test_checking_finds_pages_stale_or_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Written pages pass, a changed and a missing one are named."""
    assert main([str(tmp_path)]) == 0
    assert main(["--check", str(tmp_path)]) == 0
    (tmp_path / "cli.md").write_text("old")
    (tmp_path / "settings.md").unlink()
    assert main(["--check", str(tmp_path)]) == 1
    assert [line.split()[0] for line in capsys.readouterr().err.splitlines()] == [str(tmp_path / name) for name in ("cli.md", "settings.md")]


def test_a_folder_is_needed() -> None:
    """Without one the usage is told."""
    with pytest.raises(InputError, match="usage"):
        main(["--check"])


def test_the_pages_of_the_repository_are_up_to_date() -> None:
    """`make docs` has been run."""
    assert stale(ROOT / "docs" / "reference") == []
