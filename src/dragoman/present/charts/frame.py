"""What stands around every chart: its title above, its note below, and the words for nothing."""

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt

from dragoman.present.charts.theme import FAINT, INK, PAPER, TEXT, Size, chart_config
from dragoman.present.charts.words import wrap_text

Rows = Sequence[Mapping[str, Any]]
LINE = 1.3  # a line's height, in its type's size
NOTHING = "Nothing recorded"


def inline(rows: Rows) -> alt.InlineData:
    """The rows as data inside the chart."""
    return alt.InlineData(values=[dict(row) for row in rows])


def place_pixels() -> tuple[alt.X, alt.Y]:
    """Channels that take the fields x and y as pixels, with no scale between."""
    return alt.X("x:Q", scale=None, axis=None), alt.Y("y:Q", scale=None, axis=None)


def draw_words(rows: Rows, **mark: Any) -> alt.Chart:
    """Words (field `text`) at pixels x and y."""
    x, y = place_pixels()
    words: alt.Chart = alt.Chart(inline(rows)).mark_text(**{"align": "left", "baseline": "top", **mark}).encode(x=x, y=y, text="text:N")
    return words


def draw_haloed(rows: Rows, **mark: Any) -> list[alt.Chart]:
    """Words with a pale rim, so that they are read on any ground; their own `side` and `weight` are kept."""
    own = {"align": alt.expr("datum.side"), "fontWeight": alt.expr("datum.weight"), **mark}
    return [
        draw_words(rows, stroke=PAPER, strokeWidth=3, strokeOpacity=0.85, strokeJoin="round", color=PAPER, **own),
        draw_words(rows, color=INK, **own),
    ]


def layer_view(layers: Sequence[alt.Chart], **properties: Any) -> alt.LayerChart:
    """The layers as one view, the first at the bottom."""
    return alt.LayerChart(layer=list(layers), **properties)


def frame_chart(views: Sequence[alt.Chart | alt.LayerChart], title: str, subtitle: str, note: str, size: Size) -> alt.VConcatChart:
    """The views one below the other, between the title and the note, flush left."""
    heading = alt.TitleParams(
        text=wrap_text(title, size.inner, size.title, bold=True),
        subtitle=wrap_text(subtitle, size.inner, size.text),
        anchor="start",
        frame="bounds",
        fontSize=size.title,
        subtitleFontSize=size.text,
        subtitlePadding=6,
        offset=14,
    )
    chart = alt.vconcat(*views, _draw_note(note, size), spacing=10, title=heading)
    framed: alt.VConcatChart = chart.properties(description=f"{title}. {subtitle}").configure(**chart_config(size))
    return framed


def _draw_note(note: str, size: Size) -> alt.Chart:
    lines = wrap_text(note, size.inner, size.note)
    height = size.note * LINE
    rows = [{"text": line, "x": 0, "y": round(4 + number * height, 1)} for number, line in enumerate(lines)]
    return draw_words(rows, color=FAINT, fontSize=size.note).properties(width=size.inner, height=round(4 + len(lines) * height))


def draw_nothing(title: str, subtitle: str, size: Size) -> alt.VConcatChart:
    """A chart that says that nothing is recorded."""
    rows = [{"text": NOTHING, "x": size.inner / 2, "y": 60}]
    view = draw_words(rows, align="center", baseline="middle", color=TEXT, fontSize=size.text)
    return frame_chart([view.properties(width=size.inner, height=120)], title, subtitle, "The ledger holds no incident for this choice.", size)
