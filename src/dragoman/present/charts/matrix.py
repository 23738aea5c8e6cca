"""A matrix of dyads: who is how well with whom, states of one mind side by side."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import altair as alt

from dragoman.present.charts.frame import draw_nothing, draw_words, frame_chart, inline, layer_view, place_pixels
from dragoman.present.charts.key import KEY_HEIGHT, draw_score_key, draw_size_key, round_counts
from dragoman.present.charts.matrix_rows import Grid, Row, cell_rows, name_rows, rank_states
from dragoman.present.charts.seriation import order_states
from dragoman.present.charts.theme import GRID, INK, RULE, Size, find_size, reach_of
from dragoman.present.charts.words import text_width

if TYPE_CHECKING:
    import polars as pl

MOST_STATES = {"large": 40, "small": 16}
LARGEST_CELL = {"large": 38.0, "small": 30.0}  # pixels: few states do not swell
NAME_SHARE = 0.26  # of the width, for the longest name
SUBTITLE = "Mean score of what two states did to each other; the larger the square, the more incidents"


def draw_matrix(dyads: "pl.DataFrame", title: str, *, size: str = "large", subtitle: str = SUBTITLE) -> alt.VConcatChart:
    """A chart of the dyads: a square's colour is the score, its side grows with the root of the incidents, a blank is unknown.

    `dyads` has the columns one, other, score, incidents and perhaps change, a pair in one row or, told apart by
    direction, in two. Of more states than are legible the most active are kept, and the note says so. Raises InputError
    for an unknown size.
    """
    page = find_size(size)
    rows = [row for row in dyads.to_dicts() if row["one"] != row["other"] and row["score"] is not None and row["incidents"]]
    if not rows:
        return draw_nothing(title, subtitle, page)
    active = rank_states(rows)
    chosen = set(active[: MOST_STATES[size]])
    kept = [row for row in rows if {row["one"], row["other"]} <= chosen]
    states, blocks = order_states(sorted(chosen), {(row["one"], row["other"]): row["score"] for row in kept})
    view = _draw_view(kept, _lay_grid(states, max(row["incidents"] for row in kept), page), blocks, page)
    return frame_chart([view], title, subtitle, _tell_reading(kept, len(states), len(active)), page)


def _lay_grid(states: list[str], most: int, size: Size) -> Grid:
    longest = max(text_width(state, size.label) for state in states)
    names = round(min(longest + 2, size.inner * NAME_SHARE)) + 8
    keys = KEY_HEIGHT * (2 if size.name == "small" else 1)
    return Grid(states, names, keys + names, min(LARGEST_CELL[size.name], (size.inner - names) / len(states)), most)


def _draw_view(rows: Sequence[Row], grid: Grid, blocks: Sequence[int], size: Size) -> alt.LayerChart:
    reach = reach_of([row["score"] for row in rows])
    squares = [(count, grid.half_side(count)) for count in round_counts(grid.most)]
    place = (0, KEY_HEIGHT - 4) if size.name == "small" else (290, 0)
    layers = [
        *draw_score_key(reach, size),
        *draw_size_key(squares, place, size, "square"),
        *_draw_ground(grid, blocks),
        *_draw_cells(cell_rows(rows, grid, reach), size),
        *_draw_names(grid, size),
    ]
    return layer_view(layers, width=size.inner, height=round(grid.top + grid.side) + 4)


def _draw_ground(grid: Grid, blocks: Sequence[int]) -> list[alt.Chart]:
    """Hair lines between the states, darker ones between blocks, and the diagonal."""
    lines: list[Row] = [{"at": place * grid.cell, "colour": RULE if place in blocks else GRID} for place in range(len(grid.states) + 1)]
    down = [{"x": grid.left + line["at"], "x2": grid.left + line["at"], "y": grid.top, "y2": grid.top + grid.side, **line} for line in lines]
    across = [{"y": grid.top + line["at"], "y2": grid.top + line["at"], "x": grid.left, "x2": grid.left + grid.side, **line} for line in lines]
    own = [{"x": grid.left + n * grid.cell, "y": grid.top + n * grid.cell, "n": n} for n in range(len(grid.states))]
    boxes = [{**row, "x2": row["x"] + grid.cell, "y2": row["y"] + grid.cell} for row in own]
    x, y = place_pixels()
    colour = alt.Color("colour:N", scale=None)
    return [
        alt.Chart(inline(boxes)).mark_rect(color=GRID).encode(x=x, y=y, x2="x2:Q", y2="y2:Q"),
        alt.Chart(inline([*down, *across])).mark_rule().encode(x=x, y=y, x2="x2:Q", y2="y2:Q", color=colour),
    ]


def _draw_cells(cells: Sequence[Row], size: Size) -> list[alt.Chart]:
    x, y = place_pixels()
    tips = [alt.Tooltip("one:N"), alt.Tooltip("other:N"), alt.Tooltip("score:Q", format="+.2f"), alt.Tooltip("incidents:Q")]
    arrows = [{"text": row["arrow"], "x": row["x_mid"], "y": row["y_mid"], "ink": row["ink"]} for row in cells if row["arrow"]]
    shape = alt.Chart(inline(cells)).mark_rect()
    return [
        shape.encode(x=x, y=y, x2="x2:Q", y2="y2:Q", color=alt.Color("colour:N", scale=None), tooltip=tips),
        draw_words(arrows, align="center", baseline="middle", fontSize=size.note - 2, color=alt.expr("datum.ink")),
    ]


def _draw_names(grid: Grid, size: Size) -> list[alt.Chart]:
    font = min(size.label, grid.cell * 0.82)
    names = name_rows(grid, font)
    rows = [{"text": row["text"], "x": grid.left - 6, "y": row["row"]} for row in names]
    columns = [{"text": row["text"], "x": row["column"], "y": grid.top - 6} for row in names]
    return [
        draw_words(rows, align="right", baseline="middle", fontSize=font, color=INK),
        draw_words(columns, align="left", baseline="middle", angle=270, fontSize=font, color=INK),
    ]


def _tell_reading(rows: Sequence[Row], shown: int, known: int) -> str:
    parts = ["How to read: each row and column is a state, and a square is what is known of the two; blanks are pairs of which nothing is known."]
    parts += ["States that deal alike with the others stand side by side; darker lines part the blocks."]
    parts += ["▲ better, ▼ worse than before by one point or more."] if any(row.get("change") is not None for row in rows) else []
    parts += [f"Shown are the {shown} most active of {known} states."] if shown < known else []
    return " ".join(parts)
