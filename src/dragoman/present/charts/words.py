"""How wide words are, and where their lines break."""

_WIDTHS = {
    191: "'",
    222: "ijl",
    260: "|",
    278: "!,./:;I[\\]ft ·",
    333: "()-`r",
    350: "•",
    355: '"',
    400: "°",
    500: "Jcksvxyz",
    556: "#$0123456789?L_abdeghnopqu–",
    584: "+<=>~−±",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1000: "—…↑↓→",
}
"""Widths in thousandths of the type size, of Helvetica and the faces made to its measure."""

_WIDTH = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_BOLD = 1.08  # bold is wider by 4 to 8 per cent, by the letters
_OTHER = 667  # letters that are not in the table, most of them capitals with accents


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a line in pixels."""
    return sum(_WIDTH.get(letter, _OTHER) for letter in text) * size / 1000 * (_BOLD if bold else 1)


def wrap_text(text: str, width: float, size: float, *, bold: bool = False) -> list[str]:
    """The text in lines no wider than `width` pixels, except where one word is wider."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size, bold=bold) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def cut_lines(lines: list[str], most: int) -> list[str]:
    """The first lines, with an ellipsis where some are left off."""
    return lines if len(lines) <= most else [*lines[: most - 1], lines[most - 1].rstrip(",;:. ") + "…"]


def cut_word(text: str, width: float, size: float) -> str:
    """The text, cut with an ellipsis to no more than `width` pixels."""
    if text_width(text, size) <= width:
        return text
    return next((text[:stop].rstrip() + "…" for stop in range(len(text) - 1, 0, -1) if text_width(text[:stop] + "…", size) <= width), "…")
