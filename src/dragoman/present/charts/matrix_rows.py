"""The rows behind a matrix of dyads: which states, and a cell for each pair that is known."""

from collections import Counter
from collections.abc import Sequence
from math import sqrt
from typing import Any

from msgspec import Struct

from dragoman.present.charts.theme import INK, PAPER, colour_score
from dragoman.present.charts.words import cut_word

Row = dict[str, Any]
SMALLEST, LARGEST = 0.22, 0.96  # of a cell's side: one incident is still seen, the most leave a rim
CHANGE = 1.0  # a smaller change of a mean score is not marked: one incident can make it
ROOM = 5.0  # pixels from a square's middle to its side that an arrow needs


class Grid(Struct, frozen=True):
    """Where the cells stand: states in order, pixels to the left of and above the first cell, a cell's side, most incidents."""

    states: list[str]
    left: float
    top: float
    cell: float
    most: int

    @property
    def side(self) -> float:
        """The pixels of all cells together, across as down."""
        return self.cell * len(self.states)

    def half_side(self, incidents: int) -> float:
        """Half the side of the square of so many incidents, in pixels."""
        return self.cell * (SMALLEST + (LARGEST - SMALLEST) * sqrt(incidents / self.most)) / 2


def rank_states(rows: Sequence[Row]) -> list[str]:
    """The states, those with most incidents first."""
    counts: Counter[str] = Counter()
    for row in rows:
        counts.update({row["one"]: row["incidents"], row["other"]: row["incidents"]})
    return sorted(counts, key=lambda state: (-counts[state], state))


def cell_rows(rows: Sequence[Row], grid: Grid, reach: float) -> list[Row]:
    """A square for each known pair and side of the diagonal; a pair that is told once stands on both sides."""
    told = {(row["one"], row["other"]): row for row in rows}
    pairs = ((one, other) for one in grid.states for other in grid.states if one != other)
    found = ((one, other, told.get((one, other)) or told.get((other, one))) for one, other in pairs)
    return [_place_cell({**row, "one": one, "other": other}, grid, reach) for one, other, row in found if row]


def _place_cell(row: Row, grid: Grid, reach: float) -> Row:
    x = grid.left + (grid.states.index(row["other"]) + 0.5) * grid.cell
    y = grid.top + (grid.states.index(row["one"]) + 0.5) * grid.cell
    half = grid.half_side(row["incidents"])
    corners = {"x": x - half, "x2": x + half, "y": y - half, "y2": y + half, "x_mid": x, "y_mid": y}
    told = {name: row[name] for name in ("one", "other", "score", "incidents")}
    placed = {name: round(value, 1) for name, value in corners.items()}
    return {**told, **placed, "colour": colour_score(row["score"], reach), "arrow": _choose_arrow(row, half), "ink": _choose_ink(row["score"], reach)}


def _choose_arrow(row: Row, half: float) -> str:
    change = row.get("change")
    if change is None or abs(change) < CHANGE or half < ROOM:
        return ""
    return "▲" if change > 0 else "▼"


def _choose_ink(score: float, reach: float) -> str:
    """White on the dark ends of the scale, black on its pale middle."""
    return PAPER if abs(score) > reach * 0.55 else INK


def name_rows(grid: Grid, size: float) -> list[Row]:
    """Each state's name, cut to its room, with the middle of its row and column."""
    middles = [round((number + 0.5) * grid.cell, 1) for number in range(len(grid.states))]
    return [
        {"text": cut_word(state, grid.left - 8, size), "row": round(grid.top + middle, 1), "column": round(grid.left + middle, 1)}
        for state, middle in zip(grid.states, middles, strict=True)
    ]
