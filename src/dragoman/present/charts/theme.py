"""How every chart looks: sizes, fonts, greys, and colours that the colour-blind and a black-and-white printer keep apart."""

from itertools import pairwise
from typing import Any

from msgspec import Struct

from dragoman.errors import InputError

FONT = "Arial, Helvetica, 'Liberation Sans', sans-serif"
"""Three names for one set of widths, so that labels measured here fit wherever they are drawn."""

PAPER, INK, TEXT, FAINT, RULE, GRID, LAND, SEA = "#ffffff", "#1b1b1a", "#4b4a47", "#73716c", "#a9a7a1", "#e6e4df", "#e4e1da", "#f5f7f8"

QUAD_COLOURS = {"MC": "#12508a", "VC": "#85bbe3", "VX": "#f4b266", "MX": "#a83c08"}
"""Cooperation blue, conflict orange; deeds dark, words light: luminance alone tells words from deeds."""

QUAD_NAMES = {"MC": "deeds of cooperation", "VC": "words of cooperation", "VX": "words of conflict", "MX": "deeds of conflict"}

SCORE_COLOURS = ("#8a2f04", "#c65a15", "#eb9a4d", "#f7d3a8", "#f1efeb", "#b9d9ef", "#6dabd9", "#2f78b5", "#0d4478")
"""From the worst score to the best, evenly spaced, palest in the middle."""

UNKNOWN, NODE, GROUND = "#c9c7c1", "#3a3f47", "#f0efeb"


class Size(Struct, frozen=True):
    """A width to draw for, in CSS pixels, with its margin and the sizes of its type."""

    name: str
    width: int
    margin: int
    title: int
    text: int
    label: int
    note: int

    @property
    def inner(self) -> int:
        """The width between the margins."""
        return self.width - 2 * self.margin


SIZES = {
    "large": Size("large", width=960, margin=20, title=22, text=15, label=12, note=11),
    "small": Size("small", width=360, margin=12, title=17, text=13, label=11, note=10),
}


def find_size(name: str) -> Size:
    """The size of that name; raises InputError for any other."""
    if name not in SIZES:
        raise InputError(f"size {name!r}: unknown; charts are drawn {' or '.join(SIZES)}")
    return SIZES[name]


def colour_score(score: float | None, reach: float) -> str:
    """The colour of a score on a scale from -reach to reach, as #rrggbb; grey for none."""
    if score is None:
        return UNKNOWN
    place = (max(-1.0, min(1.0, score / reach)) + 1) / 2 * (len(SCORE_COLOURS) - 1)
    low = min(int(place), len(SCORE_COLOURS) - 2)
    return mix_colours(SCORE_COLOURS[low], SCORE_COLOURS[low + 1], place - low)


def mix_colours(one: str, other: str, part: float) -> str:
    """The colour that lies `part` of the way from one to the other."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * part):02x}" for a, b in pairs)


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[start:stop], 16) for start, stop in pairwise(range(1, 8, 2)))


def reach_of(scores: list[float | None]) -> float:
    """The end of a colour scale for these scores: the least of 4, 6, 8 and 10 that holds nine tenths of them.

    Below 4 small differences would look like love and hate.
    """
    known = sorted(abs(score) for score in scores if score is not None)
    if not known:
        return 10
    most = known[min(len(known) - 1, int(len(known) * 0.9))]
    return next((reach for reach in (4, 6, 8) if most <= reach), 10)


def tell_score(score: float | None) -> str:
    """The score with its sign and one decimal, a real minus; a dash for none."""
    return "–" if score is None else f"{score:+.1f}".replace("-", "−")


def chart_config(size: Size) -> dict[str, Any]:
    """The configuration that every chart of the size carries."""
    return {
        "font": FONT,
        "background": PAPER,
        "padding": size.margin,
        "view": {"stroke": None},
        "mark": {"aria": False},
        "title": {"color": INK, "subtitleColor": TEXT, "font": FONT, "subtitleFont": FONT},
        "axis": {
            "domain": False,
            "ticks": False,
            "grid": True,
            "gridColor": GRID,
            "labelColor": FAINT,
            "labelFontSize": size.note,
            "labelPadding": 6,
            "title": None,
        },
        "text": {"font": FONT, "fontSize": size.label, "color": TEXT},
    }
