"""The page on charts shows pictures that are there, and its example runs."""

import re
from pathlib import Path

import pytest
from tests.present.charts.pictures import draw_pictures, save_pictures

DOCS = Path(__file__).parents[3] / "docs"
PAGE = (DOCS / "charts.md").read_text(encoding="utf-8")
MOST_BYTES = 60_000


@pytest.mark.parametrize("name", ["relation", "matrix", "map", "network"])
def test_page_shows_the_picture(name: str) -> None:
    """Each chart stands on the page, as an SVG that a phone loads at once."""
    assert f"(charts/{name}.svg)" in PAGE
    assert (DOCS / "charts" / f"{name}.svg").stat().st_size < MOST_BYTES


def test_pictures_are_drawn_anew(tmp_path: Path) -> None:
    """The pictures of the page are those that the script draws, and none is left over."""
    save_pictures(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {path.name for path in (DOCS / "charts").glob("*.svg")}
    assert len(draw_pictures()) == len(list(tmp_path.iterdir()))


def test_example_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page's example runs as it stands and writes its chart."""
    monkeypatch.chdir(tmp_path)
    example = re.search(r"```python\n(.*?)```", PAGE, re.DOTALL)
    assert example
    exec(compile(example[1], "charts.md", "exec"), {})
    assert b"Arda and Bolm fall out in March" in (tmp_path / "dyad.svg").read_bytes()
