"""The incidents named above a relation's line: flags with words on a wide chart, numbers and a list on a narrow one."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from msgspec import Struct

from dragoman.present.charts.frame import LINE
from dragoman.present.charts.labels import Flag, place_flags
from dragoman.present.charts.periods import Clock
from dragoman.present.charts.theme import INK, TEXT, Size
from dragoman.present.charts.words import cut_lines, text_width, wrap_text

Row = dict[str, Any]
WIDTHS = (190, 160, 136, 112)  # pixels that a flag's words may take before they wrap, the first that serves best
MOST_LINES, STRIP, INDENT = 4, 190, 16
"""A flag's lines below its date; pixels of height that flags may take; pixels before the list's words."""


class Strip(Struct, frozen=True):
    """What stands above the line: a height in pixels, words in it, rings below it with their poles, and the list below it on a narrow chart."""

    height: int
    words: list[Row]
    rings: list[Row]
    listed: list[Row]


def raise_flags(named: Sequence[Row], clock: Clock, size: Size) -> Strip:
    """The named incidents placed so that none lies on another."""
    if not named:
        return Strip(size.label, [], [], [])
    texts, flags = _place_best(named, clock, size)
    top = min((flag.box.top for flag in flags if flag), default=STRIP)
    words = [row for flag, lines in zip(flags, texts, strict=True) if flag for row in _flag_words(flag, lines, top, size)]
    rings = [_ring(flag, row, top) for flag, row in zip(flags, named, strict=True)]
    return Strip(round(STRIP - top) + 6, words, rings, _list_named(named, size) if size.name == "small" else [])


def _place_best(named: Sequence[Row], clock: Clock, size: Size) -> tuple[list[list[str]], list[Flag | None]]:
    """The words and flags of the try that leaves the fewest incidents without a flag, and of those the lowest."""
    tries = [_place(named, clock, size, width, leftward=leftward) for width in WIDTHS for leftward in (True, False)]
    return min(tries, key=lambda tried: (tried[1].count(None), -min((flag.box.top for flag in tried[1] if flag), default=0)))


def _place(named: Sequence[Row], clock: Clock, size: Size, width: float, *, leftward: bool) -> tuple[list[list[str]], list[Flag | None]]:
    texts = [[str(place)] if size.name == "small" else _tell(row, size, width) for place, row in enumerate(named, 1)]
    boxes = [(max(text_width(line, size.label, bold=True) for line in lines), len(lines) * size.label * LINE) for lines in texts]
    poles = [clock.place_day(row["date"]) for row in named]
    return texts, place_flags(poles, boxes, clock.width, STRIP, leftward=leftward)


def tell_day(day: date) -> str:
    """The day as 5 Mar 2024."""
    return f"{day.day} {day:%b %Y}"


def _tell(row: Row, size: Size, width: float) -> list[str]:
    return [tell_day(row["date"]), *cut_lines(wrap_text(row["label"], width, size.label), MOST_LINES)]


def _flag_words(flag: Flag, lines: list[str], top: float, size: Size) -> list[Row]:
    x = flag.box.right if flag.leftward else flag.box.left
    return [
        {
            "text": line,
            "x": round(x, 1),
            "y": round(flag.box.top - top + place * size.label * LINE, 1),
            "side": "right" if flag.leftward else "left",
            "weight": "normal" if place else "bold",
            "wide": round(text_width(line, size.label, bold=not place), 1),
        }
        for place, line in enumerate(lines)
    ]


def _ring(flag: Flag | None, row: Row, top: float) -> Row:
    """A ring's pole; without a flag its top is None and the ring stands alone."""
    return {"day": str(row["date"]), "top": round(flag.box.top - top, 1) if flag else None, "score": row["score"], "text": row["label"]}


def _list_named(named: Sequence[Row], size: Size) -> list[Row]:
    """The numbered list as words at pixels: the number, the date in bold, then the label's lines."""
    rows: list[Row] = []
    y, line = 6.0, size.label * LINE
    for place, row in enumerate(named, 1):
        lines = cut_lines(wrap_text(row["label"], size.inner - INDENT, size.label), 2)
        rows += [_word(str(place), 0, y, "bold"), _word(tell_day(row["date"]), INDENT, y, "bold")]
        rows += [_word(text, INDENT, y + number * line, "normal") for number, text in enumerate(lines, 1)]
        y += (len(lines) + 1) * line + 5
    return rows


def _word(text: str, x: float, y: float, weight: str) -> Row:
    return {"text": text, "x": x, "y": round(y, 1), "weight": weight, "colour": TEXT if weight == "normal" else INK}
