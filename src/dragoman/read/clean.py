"""Marks what is printed with a story and is not part of it; nothing is removed from the text."""

from bisect import bisect_right
from collections.abc import Sequence

from msgspec.structs import replace

from dragoman.model.text import Article, Cut
from dragoman.read.dateline import read_dateline
from dragoman.read.headings import front_matter, headings, publisher_lines, repeated
from dragoman.read.lines import Line, lay_out
from dragoman.read.matter import WINDOW, page_matter
from dragoman.read.stutter import stutter_length


def clean_article(article: Article) -> Article:
    """The article with `cuts` and `dateline` set from its text; doing it again changes nothing.

    The text stays as it is, so offsets go on fitting. Cuts are in order and do not overlap.
    """
    front = list(front_matter(article.text))
    lines = [line for line in lay_out(article.text) if not front or line.start >= front[0].end]
    found = [*page_matter(lines), *repeated(lines), *headings(lines, article), *publisher_lines(lines, article)]
    cuts = _in_order([*front, *found], article.text)
    heads, dateline = _heads(lines, cuts, article)
    return replace(article, cuts=_in_order([*cuts, *heads], article.text), dateline=dateline)


def _heads(lines: list[Line], cuts: Sequence[Cut], article: Article) -> tuple[list[Cut], str | None]:
    """The stutter and datelines at the heads of the lines that are left, and the lead's place words."""
    starts = [cut.start for cut in cuts]
    story = [(line, start) for line in lines if (start := _open_at(line, cuts, starts)) < line.end]
    if not story:
        return [], None
    heads, place = _lead_heads(*story[0], article)
    return [*heads, *_later_heads(story[1:], article)], place


def _lead_heads(line: Line, start: int, article: Article) -> tuple[list[Cut], str | None]:
    """What stands before the lead's first sentence: a dateline, a keyword, or both in either order."""
    heads: list[Cut] = []
    place: str | None = None
    for _ in range(2):
        dateline = read_dateline(_ahead(article, start, line), lead=True)
        if dateline:
            heads.append(Cut(start, start + dateline.length, "dateline"))
            place, start = place or dateline.place, start + dateline.length
        length = stutter_length(_ahead(article, start, line), article.title)
        if length:
            heads.append(Cut(start, start + length, "keyword before the lead"))
            start += length
    return heads, place


def _later_heads(story: list[tuple[Line, int]], article: Article) -> list[Cut]:
    heads = []
    for line, start in story:
        found = read_dateline(_ahead(article, start, line), lead=False)
        if found:
            heads.append(Cut(start, start + found.length, "section label" if found.bare else "dateline"))
    return heads


def _ahead(article: Article, start: int, line: Line) -> str:
    return article.text[start : min(line.end, start + WINDOW)]


def _open_at(line: Line, cuts: Sequence[Cut], starts: list[int]) -> int:
    """Where the line's words begin that no cut covers from its start on."""
    number = bisect_right(starts, line.start) - 1
    return max(line.start, cuts[number].end) if number >= 0 else line.start


def _in_order(cuts: list[Cut], text: str) -> tuple[Cut, ...]:
    """The cuts in order, those that overlap joined under the first one's reason."""
    joined: list[Cut] = []
    for cut in sorted(cuts, key=lambda cut: (cut.start, -cut.end)):
        if joined and cut.start < joined[-1].end:
            joined[-1] = Cut(joined[-1].start, max(joined[-1].end, cut.end), joined[-1].reason)
        elif text[cut.start : cut.end].strip():
            joined.append(cut)
    return tuple(joined)
