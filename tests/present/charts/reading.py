"""What stands in a drawn chart: its rows and its words with their boxes."""

from collections.abc import Iterator
from typing import Any

import altair as alt

from dragoman.present.charts.labels import Box
from dragoman.present.charts.words import text_width


def find_units(spec: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every view of the spec that has a mark."""
    if "mark" in spec:
        yield spec
    for key in ("vconcat", "layer"):
        for part in spec.get(key, []):
            yield from find_units(part)


def find_rows(chart: alt.VConcatChart, *columns: str) -> list[dict[str, Any]]:
    """The rows of the chart's data that have all these columns, once each."""
    rows = [row for rows in chart.to_dict().get("datasets", {}).values() for row in rows]
    rows += [row for unit in find_units(chart.to_dict()) for row in unit.get("data", {}).get("values", [])]
    return [row for number, row in enumerate(rows) if set(columns) <= set(row) and row not in rows[:number]]


def find_words(chart: alt.VConcatChart) -> list[str]:
    """Every word drawn as a mark, and the title's lines."""
    title = chart.to_dict()["title"]
    lines = [line for part in (title["text"], title["subtitle"]) for line in ([part] if isinstance(part, str) else part)]
    return [*lines, *(str(row["text"]) for row in find_rows(chart, "text"))]


def box_words(row: dict[str, Any], size: float) -> Box:
    """The box of a row of words that has x, y and perhaps a side, drawn from its top in that size."""
    wide = text_width(row["text"], size, bold=row.get("weight") == "bold")
    left = {"left": row["x"], "right": row["x"] - wide, "center": row["x"] - wide / 2}[row.get("side", "left")]
    return Box(left, row["y"], left + wide, row["y"] + size)
