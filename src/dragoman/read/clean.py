"""Marks what is printed with a story and is not part of it; nothing is removed from the text."""

import re
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from dragoman.model.text import Article, Cut
from dragoman.read.dateline import read_dateline
from dragoman.read.lines import Line, lay_out, words_of
from dragoman.read.marks import MARKS, Mark
from dragoman.read.stutter import repeats_title, stutter_length

TEASER_LENGTH = 300  # characters: a marked line longer than this has run into the story, its first sentence goes
REPEATED_WORDS = 6  # a shorter line may stand twice: a refrain, a sub-heading
LINKS_BELOW = 6  # lines under a heading such as "Trending" that are links
HEADING_WORDS = 14
WINDOW = 1_000  # characters looked at from any place: a line of megabytes costs no more than its sentences
_CLOSING = {"(": ")", "[": "]"}
_CREDIT = re.compile(r"(?<=[.!?\"”])\s+(?:[–—-]{1,2}\s?(?:with )?[A-ZÀ-Ý][\w.&/]*(?:[ /][A-ZÀ-Ý][\w.&]*){0,3}|\((?:AP|AFP|Reuters|dpa|ANI|PTI|Xinhua|IANS|APP)(?:[,/ ]+\w+)?\))\.?$")


def clean_article(article: Article) -> Article:
    """The article with `cuts` and `dateline` set from its text; doing it again changes nothing.

    The text stays as it is, so offsets go on fitting. Cuts are in order and do not overlap.
    """
    lines = lay_out(article.text)
    cuts = [*_page_matter(lines), *_repeated(lines), *_headings(lines, article), *_publisher(lines, article)]
    story = [line for line in lines if not _covered(line, cuts)]
    heads, dateline = _heads(story, article, cuts)
    return replace(article, cuts=_in_order([*cuts, *heads], article.text), dateline=dateline)


def _page_matter(lines: list[Line]) -> list[Cut]:
    cuts: list[Cut] = []
    for number, line in enumerate(lines):
        after_cut = bool(cuts) and number > 0 and cuts[-1].end >= lines[number - 1].end
        cuts.extend(_marked(line, opens=line.opens or after_cut))
        if cuts and cuts[-1].start == line.start and cuts[-1].end == line.end and not line.is_sentence:
            cuts.extend(_links_below(line, lines[number + 1 : number + 1 + LINKS_BELOW]))
    return cuts


def _marked(line: Line, *, opens: bool) -> Iterator[Cut]:
    end = line.start
    for start, stop in line.sentences():
        if start < end:
            continue
        mark = _mark_at(line, start, stop, opens=opens)
        if mark is not None:
            cut = _reach(line, start, stop, mark)
            yield cut
            end = cut.end
    yield from _credit(line, end)


def _mark_at(line: Line, start: int, stop: int, *, opens: bool) -> Mark | None:
    words = line.text[start - line.start : start - line.start + WINDOW]
    sentence = line.text[start - line.start : min(stop - line.start, start - line.start + WINDOW)]
    first = start == line.start
    for mark in MARKS:
        if mark.at == "line" and not (first and opens):
            continue
        if mark.pattern.match(words if mark.reach != "sentence" else sentence):
            return mark
    return None


def _reach(line: Line, start: int, stop: int, mark: Mark) -> Cut:
    if mark.reach == "label":
        found = mark.pattern.match(line.text)
        return Cut(start, start + (found.end() if found else 0), mark.reason)
    if mark.reach == "sentence":
        return Cut(start, stop, mark.reason)
    if mark.reach == "line":
        start = line.start if line.end - line.start <= TEASER_LENGTH else start
    return Cut(start, _end_of_rest(line, start, stop), mark.reason)


def _end_of_rest(line: Line, start: int, stop: int) -> int:
    words = line.text[start - line.start : start - line.start + WINDOW]
    closing = words.find(_CLOSING.get(words[0], "\0"))
    if closing >= 0:
        return start + closing + 1
    return line.end if line.end - start <= TEASER_LENGTH else stop


def _links_below(line: Line, below: list[Line]) -> Iterator[Cut]:
    heading = next((mark for mark in MARKS if mark.name == "teaser heading"), None)
    if heading is None or not heading.pattern.match(line.text):
        return
    for link in below:
        if link.is_sentence and not link.text.endswith("?") or len(words_of(link.text)) > 20:
            return
        yield Cut(link.start, link.end, heading.reason)


def _credit(line: Line, after: int) -> Iterator[Cut]:
    found = _CREDIT.search(line.text)
    if found and line.start + found.start() >= after:
        yield Cut(line.start + found.start(), line.end, "credits the agency")


def _repeated(lines: list[Line]) -> Iterator[Cut]:
    seen: set[str] = set()
    for line in lines:
        words = words_of(line.text)
        if len(words) >= REPEATED_WORDS:
            key = " ".join(words)
            if key in seen:
                yield Cut(line.start, line.end, "repeated")
            seen.add(key)


def _headings(lines: list[Line], article: Article) -> Iterator[Cut]:
    """Lines above the lead that are no sentences: the headline again, the masthead."""
    lead = next((number for number, line in enumerate(lines) if line.is_sentence), 0)
    for line in lines[:lead]:
        if article.title and repeats_title(line, article.title):
            yield Cut(line.start, line.end, "headline again")
        elif _is_heading(line) and not read_dateline(line.text, lead=True):
            yield Cut(line.start, line.end, "heading above the story")
    if lead + 1 < len(lines) and article.title and repeats_title(lines[lead], article.title):
        yield Cut(lines[lead].start, lines[lead].end, "headline again")


def _is_heading(line: Line) -> bool:
    """A masthead: bars or nothing but capitals. A deck in words is a sentence of the story and stays."""
    short = line.opens and len(line.text.split()) <= HEADING_WORDS
    return short and (" | " in line.text or line.text.isupper())


def _publisher(lines: list[Line], article: Article) -> Iterator[Cut]:
    for line in lines:
        if article.publisher and words_of(line.text) == words_of(article.publisher):
            yield Cut(line.start, line.end, "publisher's name")


def _heads(story: list[Line], article: Article, cuts: list[Cut]) -> tuple[list[Cut], str | None]:
    heads: list[Cut] = []
    dateline: str | None = None
    for number, line in enumerate(story):
        start = _open_at(line, cuts)
        if number == 0:
            length = stutter_length(article.text[start : min(line.end, start + WINDOW)], article.title)
            heads += [Cut(start, start + length, "keyword before the lead")] if length else []
            start += length
        found = read_dateline(article.text[start : min(line.end, start + WINDOW)], lead=number == 0)
        if found:
            label = found.bare and number > 0
            heads.append(Cut(start, start + found.length, "section label" if label else "dateline"))
            dateline = dateline or (found.place if number == 0 else None)
    return heads, dateline


def _covered(line: Line, cuts: Iterable[Cut]) -> bool:
    return any(cut.start <= line.start and line.end <= cut.end for cut in cuts)


def _in_order(cuts: list[Cut], text: str) -> tuple[Cut, ...]:
    """The cuts in order, those that overlap joined under the first one's reason."""
    joined: list[Cut] = []
    for cut in sorted(cuts, key=lambda cut: (cut.start, -cut.end)):
        if joined and cut.start < joined[-1].end:
            last = joined.pop()
            cut = Cut(last.start, max(last.end, cut.end), last.reason)
        if text[cut.start : cut.end].strip():
            joined.append(cut)
    return tuple(joined)
