"""Charts are saved without a network, in the format of the file's suffix."""

import re
from pathlib import Path

import pytest
from tests.present.charts.invented import make_named, make_phases, make_series

from dragoman.errors import InputError
from dragoman.present.charts import draw_relation, save
from dragoman.present.charts.save import round_numbers

CHART = draw_relation(make_series(12), make_phases(), make_named(), "A year")
BEGINNINGS = {"svg": b"<svg", "png": b"\x89PNG", "html": b"<!DOCTYPE html>"}


@pytest.mark.parametrize("suffix", BEGINNINGS)
def test_suffix_chooses_the_format(suffix: str, tmp_path: Path) -> None:
    """The file is what its suffix says."""
    path = tmp_path / f"chart.{suffix}"
    save(CHART, path)
    assert path.read_bytes().lstrip().startswith(BEGINNINGS[suffix])


def test_html_loads_nothing(tmp_path: Path) -> None:
    """The HTML file loads no script, style or picture from anywhere: it works offline."""
    path = tmp_path / "chart.html"
    save(CHART, path)
    page = path.read_text(encoding="utf-8")
    assert not re.search(r"""<(?:script|link|iframe)\b[^>]*\b(?:src|href)\s*=""", page)
    assert not re.search(r"""\bsrc\s*=\s*["']?(?:https?:)?//""", page)
    assert not re.search(r"""import\s*(?:\(\s*)?["'](?:https?:)?//""", page)
    assert not re.search(r"""from\s*["'](?:https?:)?//""", page)
    assert "vegaEmbed" in page


def test_unknown_suffix_is_refused(tmp_path: Path) -> None:
    """An unknown suffix is an error that names the path and the suffixes there are."""
    with pytest.raises(InputError, match=r"chart\.pdf: unknown suffix '\.pdf'; name a chart's file \.svg, \.png, \.html"):
        save(CHART, tmp_path / "chart.pdf")


def test_missing_folder_is_refused(tmp_path: Path) -> None:
    """A folder that is not there is an error that says so."""
    with pytest.raises(InputError, match="there is no folder"):
        save(CHART, tmp_path / "none" / "chart.svg")


def test_words_keep_their_decimals() -> None:
    """Only coordinates are cut, words are left as they are."""
    assert round_numbers('<path d="M1.23456,2"/><text x="0.98765">3.14159</text>') == '<path d="M1.23,2"/><text x="0.98">3.14159</text>'
