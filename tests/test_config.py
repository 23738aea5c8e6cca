"""Settings come from a file or from arguments, and mistakes are named."""

from pathlib import Path

import pytest

from dragoman.config import Settings, read_settings
from dragoman.errors import SettingsError


def test_a_file_gives_its_settings_and_defaults_for_the_rest(tmp_path: Path) -> None:
    """What the file names is set, what it leaves out is as without a file."""
    path = tmp_path / "run.toml"
    path.write_text("min_confidence = 0.5\nexplain = true\n")
    assert read_settings(path) == Settings(min_confidence=0.5, explain=True)


def test_a_file_may_name_a_codebook(tmp_path: Path) -> None:
    """The path of a codebook is a setting like others."""
    path = tmp_path / "run.toml"
    path.write_text('codebook = "mine.yaml"\n')
    assert read_settings(path) == Settings(codebook=Path("mine.yaml"))


@pytest.mark.parametrize(
    ("content", "words"),
    [(None, "No such file"), ("min_confidence = ", "Invalid value"), ("min_confidance = 1", "min_confidance"), ('batch_size = "x"', "batch_size")],
    ids=["missing", "not TOML", "unknown", "no number"],
)
def test_a_wrong_file_is_named_with_the_fix(tmp_path: Path, content: str | None, words: str) -> None:
    """The error says file, mistake, and which settings there are."""
    path = tmp_path / "run.toml"
    if content is not None:
        path.write_text(content)
    with pytest.raises(SettingsError) as error:
        read_settings(path)
    assert str(error.value).startswith(f"{path}: ")
    assert words in str(error.value)
    assert "The settings are codebook, batch_size" in str(error.value)
