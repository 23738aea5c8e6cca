"""Builds articles and parses by hand, so that unit tests load no model."""

from datetime import date

import spacy
from spacy.tokens import Doc

from dragoman.model.parsed import Parsed
from dragoman.model.text import Article

BLANK = spacy.blank("en")
Row = tuple[str, str, str, str, int]  # word, tag, part of speech, dependency, place of the head


def plain(text: str, published: date | None = date(2024, 3, 14), dateline: str | None = None) -> Parsed:
    """The article cut into tokens and sentences, with no tree."""
    article = Article(id="t", text=text, published=published, dateline=dateline)
    doc = BLANK(text)
    for token in doc:
        token.is_sent_start = token.i == 0 or doc[token.i - 1].text in (".", "\n\n")
    return Parsed(article, doc, tuple(token.idx for token in doc), (0,) * len(doc))


def tree(rows: list[Row], published: date | None = date(2024, 3, 14), lemmas: dict[str, str] | None = None) -> Parsed:
    """One sentence with its tree; every word is followed by a space, lemmas are the words in lower case."""
    words = [row[0] for row in rows]
    doc = Doc(
        BLANK.vocab,
        words=words,
        tags=[row[1] for row in rows],
        pos=[row[2] for row in rows],
        deps=[row[3] for row in rows],
        heads=[row[4] for row in rows],
        lemmas=[(lemmas or {}).get(word, word.lower()) for word in words],
    )
    article = Article(id="t", text=doc.text, published=published)
    return Parsed(article, doc, tuple(token.idx for token in doc), (0,) * len(doc))
