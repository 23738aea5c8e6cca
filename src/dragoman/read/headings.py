"""Finds what a page says twice around the story: the headline, the masthead, a copied paragraph."""

import re
from collections.abc import Iterator

from dragoman.model.text import Article, Cut
from dragoman.read.dateline import read_dateline
from dragoman.read.lines import Line, words_of
from dragoman.read.stutter import repeats_title

REPEATED_WORDS = 6  # a shorter line may stand twice: a refrain, a sub-heading
HEADING_WORDS = 14
FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(?P<rows>(?:[A-Za-z_ \-\[\]#][^\n]*\n){1,60}?)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)")


def front_matter(text: str) -> Iterator[Cut]:
    """The block of keys and values between two lines of dashes at a Markdown file's start."""
    found = FRONT_MATTER.match(text)
    if found:
        yield Cut(0, found.end(), "front matter")


def repeated(lines: list[Line]) -> Iterator[Cut]:
    """The second copy of a line and each one after it."""
    seen: set[str] = set()
    for line in lines:
        words = words_of(line.text)
        if len(words) >= REPEATED_WORDS:
            key = " ".join(words)
            if key in seen:
                yield Cut(line.start, line.end, "repeated")
            seen.add(key)


def headings(lines: list[Line], article: Article) -> Iterator[Cut]:
    """Lines above the lead that are no sentences: the headline again, the masthead."""
    lead = next((number for number, line in enumerate(lines) if line.is_sentence), 0)
    for line in lines[:lead]:
        if article.title and repeats_title(line, article.title):
            yield Cut(line.start, line.end, "headline")
        elif _is_heading(line) and not read_dateline(line.text, lead=True):
            yield Cut(line.start, line.end, "heading above the story")
    if lead + 1 < len(lines) and article.title and repeats_title(lines[lead], article.title):
        yield Cut(lines[lead].start, lines[lead].end, "headline")


def _is_heading(line: Line) -> bool:
    """A masthead: bars or nothing but capitals. A deck in words is a sentence of the story and stays."""
    short = line.opens and len(line.text.split()) <= HEADING_WORDS
    return short and (" | " in line.text or line.text.isupper())


def publisher_lines(lines: list[Line], article: Article) -> Iterator[Cut]:
    """Lines that are the publisher's name and nothing more."""
    for line in lines:
        if article.publisher and words_of(line.text) == words_of(article.publisher):
            yield Cut(line.start, line.end, "publisher's name")
