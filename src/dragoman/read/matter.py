"""Finds page matter: the table of marks, tried at every line and sentence."""

import re
from collections.abc import Iterator

from dragoman.model.text import Cut
from dragoman.read.lines import Line, words_of
from dragoman.read.mark import Mark
from dragoman.read.marks import MARKS

TEASER_LENGTH = 300  # characters: a marked line longer than this has run into the story, its first sentence goes
LINKS_BELOW = 6  # lines under a heading such as "Trending" that are links
LINK_WORDS = 20
CREDIT_LENGTH = 80  # characters at a paragraph's end that may name an agency
WINDOW = 1_000  # characters looked at from any place: a line of megabytes costs no more than its sentences
_HEADING = next(mark for mark in MARKS if mark.name == "teaser heading")
_CLOSING = {"(": ")", "[": "]"}
_CREDIT = re.compile(
    r"(?<=[.!?\"”])\s+(?:[–—-]{1,2}\s?(?:with )?[A-ZÀ-Ý][\w.&/]*(?:[ /][A-ZÀ-Ý][\w.&]*){0,3}"  # "... on Tuesday. – Lusa"
    r"|\((?:AP|AFP|Reuters|dpa|ANI|PTI|Xinhua|IANS|APP)(?:[,/ ]+\w+)?\))\.?$"
)


def page_matter(lines: list[Line]) -> list[Cut]:
    """The cuts that the table of marks makes, in order: teasers, captions, asks, bylines, share bars."""
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
    if not _HEADING.pattern.match(line.text):
        return
    for link in below:
        if (link.is_sentence and not link.text.endswith("?")) or len(words_of(link.text)) > LINK_WORDS:
            return
        yield Cut(link.start, link.end, _HEADING.reason)


def _credit(line: Line, after: int) -> Iterator[Cut]:
    tail = max(line.start, line.end - CREDIT_LENGTH)
    found = _CREDIT.search(line.text, tail - line.start)
    if found and line.start + found.start() >= after:
        yield Cut(line.start + found.start(), line.end, "credits the agency")
