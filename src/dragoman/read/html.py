"""Reads web pages: the story's text, its title, its day and its publisher, without the page around it."""

from collections.abc import Iterator
from typing import Any

from dragoman.model.text import RawDocument
from dragoman.model.trace import Failure

FEWEST_WORDS = 8  # a page with fewer is a menu: the shortest news item is a sentence
_DATES = {"original_date": True, "extensive_search": False}  # a day that the page states, none guessed from its text


def read_html(content: bytes, place: str, name: str) -> Iterator[RawDocument | Failure]:
    """The article of an HTML page; its text is what trafilatura takes to be the story.

    Offsets count in that text, paragraphs parted by line breaks. A page without a story is a Failure.
    """
    page = _extract(content)
    if page is None or len((page.text or "").split()) < FEWEST_WORDS:
        yield Failure(name, place, "no story found in this HTML page; save the article's own page, or paste its text into a .txt file")
        return
    yield RawDocument(page.text, place, None, page.title, page.date, page.sitename, "html")


def _extract(content: bytes) -> Any:
    from trafilatura import bare_extraction

    return bare_extraction(
        content, include_comments=False, include_tables=False, deduplicate=False, with_metadata=True, date_extraction_params=_DATES
    )
