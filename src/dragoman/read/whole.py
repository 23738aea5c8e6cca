"""Reads files that hold one article: plain text and Markdown. The text stays the file's, to the character."""

import re
from collections.abc import Iterator

from dragoman.model.text import RawDocument
from dragoman.model.trace import Failure
from dragoman.read.dateline import read_dateline
from dragoman.read.dates import read_day
from dragoman.read.headings import FRONT_MATTER
from dragoman.read.lines import Line, lay_out
from dragoman.read.matter import page_matter

TITLE_LENGTH = 200  # characters: a longer first line is a paragraph
HEAD_LINES = 6  # lines from the top that may state the day
_STAMP = re.compile(r"(?:Published|Date|Posted)(?: on)?\s*:?\s+(?P<day>[^,|]*\d[^|]*)$", re.IGNORECASE)
_ROW = re.compile(r"(?P<key>[A-Za-z_]+)[ \t]*:[ \t]*(?P<value>.+?)\s*$")
_HEADING = re.compile(r"#\s+(?P<title>.+?)\s*#*$")


def read_text(text: str, place: str) -> Iterator[RawDocument | Failure]:
    """The article of a plain text file.

    Its first line is its title when it ends without an end mark, a blank line follows, and it is no
    byline, dateline or masthead. A line such as "Published: 2025-10-14" near the top gives its day.
    Both stay in the text and are cut when the article is cleaned, so that offsets fit the file.
    """
    yield RawDocument(text, place, title=_first_line(text), published=_stamped(text))


def read_markdown(text: str, place: str) -> Iterator[RawDocument | Failure]:
    """The article of a Markdown file, with title, date and publisher of its front matter if it has one.

    Without a title there, the first line is the title when it starts with "# ". Front matter and
    headings stay in the text and are cut when the article is cleaned.
    """
    found = FRONT_MATTER.match(text)
    rows = _rows(found["rows"]) if found else {}
    body = text[found.end() :] if found else text
    title = rows.get("title") or _marked_title(body) or _first_line(body)
    published = next((rows[key] for key in ("published", "date", "pub_date", "publish_date") if key in rows), None)
    publisher = rows.get("publisher") or rows.get("source")
    yield RawDocument(text, place, rows.get("id"), title, published, publisher, "markdown")


def _rows(text: str) -> dict[str, str]:
    found = (_ROW.match(line) for line in text.splitlines())
    return {row["key"].lower(): row["value"].strip("\"'") for row in found if row}


def _marked_title(text: str) -> str | None:
    lines = lay_out(text)
    found = _HEADING.match(lines[0].text) if lines else None
    return found["title"] if found else None


def _stamped(text: str) -> str | None:
    found = (_STAMP.match(line.text) for line in lay_out(text[: TITLE_LENGTH * HEAD_LINES])[:HEAD_LINES])
    days = (row["day"].strip() for row in found if row)
    return next((day for day in days if not isinstance(read_day(day), ValueError)), None)


def _first_line(text: str) -> str | None:
    lines = lay_out(text[: TITLE_LENGTH * 4])
    if len(lines) < 2 or not lines[1].opens or not _is_title(lines[0]):
        return None
    return lines[0].text


def _is_title(line: Line) -> bool:
    plain = not line.is_sentence and " | " not in line.text and len(line.text) <= TITLE_LENGTH
    return plain and not page_matter([line]) and read_dateline(line.text, lead=True) is None
