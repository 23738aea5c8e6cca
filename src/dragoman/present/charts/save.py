"""Charts in files, without a network."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.errors import InputError

if TYPE_CHECKING:
    import altair as alt

SUFFIXES = (".svg", ".png", ".html")
_COORDINATES = re.compile(r'\b(?:d|transform|[xy][12]?|width|height)="[^"]*"')
_LONG = re.compile(r"(\.\d\d)\d+")
_CLIP = re.compile(r'(?<=["#])clip\d+\b')
_HIDDEN = re.compile(r'(<(?:path|line|text)) aria-hidden="true"')
DOTS_PER_PIXEL = 2  # sharp on the screens of today's phones and laptops, and in print at half its width


def save(chart: "alt.TopLevelMixin", path: Path) -> None:
    """Writes the chart in the format of the path's suffix; an HTML file holds its own JavaScript.

    Raises InputError for a suffix that is none of .svg, .png and .html, or for a folder that is not there.
    """
    if path.suffix not in SUFFIXES:
        raise InputError(f"{path}: unknown suffix {path.suffix!r}; name a chart's file {', '.join(SUFFIXES)}")
    if not path.parent.is_dir():
        raise InputError(f"{path}: there is no folder {path.parent}; make it first")
    path.write_bytes(render_chart(chart, path.suffix))


def round_numbers(svg: str) -> str:
    """The SVG with its coordinates cut to hundredths of a pixel: half the bytes, the same picture.

    Marks lose the sign that hides them from readers aloud, which the groups around them bear as well.
    """
    cut = _COORDINATES.sub(lambda found: _LONG.sub(r"\1", found[0]), svg)
    return _HIDDEN.sub(r"\1", _renumber(cut))


def _renumber(svg: str) -> str:
    """The SVG with its clips numbered from zero: the engine counts on from chart to chart."""
    clips = {name: f"clip{number}" for number, name in enumerate(dict.fromkeys(_CLIP.findall(svg)))}
    return _CLIP.sub(lambda found: clips[found[0]], svg)


def render_chart(chart: "alt.TopLevelMixin", suffix: str) -> bytes:
    """The chart as the bytes of a file of that suffix."""
    import vl_convert

    spec = chart.to_dict()
    if suffix == ".png":
        return bytes(vl_convert.vegalite_to_png(spec, scale=DOTS_PER_PIXEL))
    if suffix == ".svg":
        return round_numbers(str(vl_convert.vegalite_to_svg(spec))).encode()
    return str(vl_convert.vegalite_to_html(spec, bundle=True)).encode()
