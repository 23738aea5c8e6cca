"""The pictures of docs/charts.md, of invented data: `python -m tests.present.charts.pictures docs/charts` draws them anew."""

import sys
from pathlib import Path

import altair as alt
from tests.present.charts.invented import make_blocks, make_dyads, make_named, make_phases, make_places, make_series, make_ties

from dragoman.present.charts import draw_map, draw_matrix, draw_network, draw_relation, save


def draw_pictures() -> dict[str, alt.VConcatChart]:
    """Each picture's name and its chart."""
    return {
        "relation": draw_relation(make_series(72), make_phases(), make_named(), "Arda and Bolm: three good years end in the spring of 2019"),
        "relation_small": draw_relation(make_series(72), make_phases(), make_named(), "Arda and Bolm: good years end in 2019", size="small"),
        "matrix": draw_matrix(make_dyads(), "Two camps, and those who deal with both"),
        "map": draw_map(make_places(), "Fighting in the east, talks in the capitals"),
        "network": draw_network(make_ties(), make_blocks(), "Three blocks, and the two states that tie them"),
    }


def save_pictures(folder: Path) -> None:
    """Every picture lies in the folder as SVG."""
    for name, chart in draw_pictures().items():
        save(chart, folder / f"{name}.svg")


if __name__ == "__main__":
    save_pictures(Path(sys.argv[1]))
