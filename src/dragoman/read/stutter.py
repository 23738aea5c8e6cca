"""What a page says twice: the headline again, a search keyword before the lead, a paragraph copied."""

import re

from dragoman.read.lines import Line, words_of

MOST_KEYWORDS = 9  # words; a longer stretch before a colon is a sentence
TITLE_SHARE = 0.6  # of the words: dev titles repeated with a changed ending share 0.7 and more, other lines under 0.4
_SEARCHED = re.compile(r"\b(?:latest|news|updates?|live|today|explained|timeline|(?:19|20)\d\d)\b", re.IGNORECASE)
_PLAIN = frozenset("a an the of in on at to for and as with by from is are was were be after over".split())
_SENTENCE_START = frozenset("the a an he she it they we this that these those in on at after when as his her".split())
_SPEECH = re.compile(r"\b(?:said|says|say|told|asked|wrote|added|is|was|were|are|has|had)\b", re.IGNORECASE)
_KEYWORDS = re.compile(r"(?P<words>[^:|.!?\"“\n]{4,80}?)(?::\s+|\s+[|]\s+)(?=[\"“‘'(]?[A-ZÀ-Ý0-9])")


def repeats_title(line: Line, title: str) -> bool:
    """Whether a line only says the headline again."""
    ours, theirs = words_of(line.text), words_of(title)
    if not theirs or not ours:
        return False
    if line.is_sentence:
        return ours == theirs
    return len(set(ours) & set(theirs)) / len(set(ours) | set(theirs)) >= TITLE_SHARE


def stutter_length(words: str, title: str | None) -> int:
    """How many characters before the lead's first sentence are a keyword or the headline again.

    >>> stutter_length("Rice price news 2024: The minister left.", None)
    22
    """
    return _headline(words, title or "") or _twice(words) or _keywords(words, title or "")


def _headline(words: str, title: str) -> int:
    headline = title.strip()
    if len(words_of(headline)) < 3 or not words.lower().startswith(headline.lower()):
        return 0
    rest = words[len(headline) :]
    gap = len(rest) - len(rest.lstrip(" :|–—-."))
    follows = rest[gap:]
    return len(headline) + gap if gap and follows[:1].isupper() and len(words_of(follows)) > 5 else 0


def _twice(words: str) -> int:
    for count in range(2, MOST_KEYWORDS):
        found = re.match(rf"((?:[^\s.!?]+\s+){{{count - 1}}}[^\s.!?:|,]+)[:|,–—-]*\s+(?=\1\b)", words, re.IGNORECASE)
        if found:
            return found.end()
    return 0


def _keywords(words: str, title: str) -> int:
    found = _KEYWORDS.match(words)
    if not found or _SPEECH.search(found["words"]):
        return 0
    keys = words_of(found["words"])
    if not 2 <= len(keys) <= MOST_KEYWORDS or keys[0] in _SENTENCE_START:
        return 0
    telling = [key for key in keys if key not in _PLAIN]
    known = [key for key in telling if key in words_of(title)]
    searched = _SEARCHED.search(found["words"]) is not None
    return found.end() if searched or (telling and len(known) / len(telling) >= TITLE_SHARE) else 0
