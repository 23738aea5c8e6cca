"""Turns what was read into articles, or says what is wrong with it."""

from datetime import date

from dragoman.model.text import Article, RawDocument
from dragoman.model.trace import Failure
from dragoman.read.clean import clean_article
from dragoman.read.dates import read_day
from dragoman.read.language import other_language

_CONTROLS = {code: " " for code in (*range(32), *range(127, 160)) if chr(code) not in "\t\n\v\f\r\x85"}


class Gate:
    """Lets documents through as cleaned articles, in order: English, dated possibly, each id once.

    An id that a document brings must be new; one made from a file's name gets a number when it is taken.
    """

    def __init__(self, published: date | None, publisher: str | None, title: str | None, max_words: int) -> None:
        self.published, self.publisher, self.title, self.max_words = published, publisher, title, max_words
        self.ids: set[str] = set()

    def admit(self, raw: RawDocument, name: str) -> Article | Failure:
        """The article of a document, cleaned; a Failure says what was got and how to mend it."""
        identity = raw.id or self._free(name)
        wrong = self._wrong(raw, identity)
        published = read_day(raw.published) if raw.published else self.published
        if wrong or isinstance(published, ValueError):
            return Failure(identity, raw.place, wrong or f"published: {published}")
        self.ids.add(identity)
        title, text = _parted(raw)
        publisher = raw.publisher or self.publisher
        return clean_article(Article(identity, text, title or self.title, published, publisher, place=raw.place, own_id=bool(raw.id)))

    def _wrong(self, raw: RawDocument, identity: str) -> str | None:
        _, text = _parted(raw)
        if identity in self.ids:
            return f"id {identity!r} was read before; give every article an id of its own"
        if not any(letter.isalpha() for letter in text):
            return "no words in it; give the article's text"
        count = len(text.split())
        if count > self.max_words:
            return f"{count:,} words, and an article has at most {self.max_words:,}; split it, or raise max_words"
        language = other_language(text)
        return f"written in {language}, and only English is read; translate it, or leave it out" if language else None

    def _free(self, name: str) -> str:
        free, number = name, 2
        while free in self.ids:
            free, number = f"{name}-{number}", number + 1
        return free


def _parted(raw: RawDocument) -> tuple[str | None, str]:
    """The title and the text; a title without a text is the text.

    The text is stored as given, save that each control character is a space: no character moves.
    """
    if raw.text.strip():
        return (raw.title.strip() or None) if raw.title else None, raw.text.translate(_CONTROLS)
    return None, (raw.title or "").translate(_CONTROLS)
