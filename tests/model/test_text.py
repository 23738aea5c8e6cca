"""Stored text stays as it is; what is read of it is known by its characters."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import EvidenceError
from dragoman.model.text import Article, Cut, Span

texts = st.text(st.sampled_from("ab .\n\r\t\u2028é"), max_size=60)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """Articles with cuts anywhere, also over each other."""
    text = draw(texts)
    ends = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(ends, ends), max_size=4))
    return Article("a", text, cuts=tuple(Cut(min(pair), max(pair), "cut") for pair in pairs))


@given(articles())
def test_paragraphs_are_in_order_and_trimmed(article: Article) -> None:
    """No paragraph is empty, overlaps the next, or begins or ends with white space."""
    spans = article.paragraphs()
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all((words := article.text[span.start : span.end]) and words == words.strip() for span in spans)


@given(articles())
def test_every_word_is_in_a_paragraph_or_in_a_cut(article: Article) -> None:
    """A character other than white space is read if, and only if, no cut covers it."""
    read = {i for span in article.paragraphs() for i in range(span.start, span.end)}
    cut = {i for row in article.cuts for i in range(row.start, row.end)}
    for i, character in enumerate(article.text):
        if not character.isspace():
            assert (i in read) != (i in cut)


def test_a_line_break_parts_paragraphs() -> None:
    """Each line is a paragraph, whatever ends it."""
    article = Article("a", "One.\r\n\n  Two.\n")
    assert article.paragraphs() == [Span(0, 4), Span(9, 13)]


def test_a_quote_is_the_text_at_its_offsets() -> None:
    """The words and where they stand."""
    found = Article("a", "Oslo met Rome.").quote(5, 8)
    assert (found.text, found.span) == ("met", (5, 8))


@pytest.mark.parametrize(("start", "end"), [(4, 5), (3, 3), (90, 95), (6, 2)], ids=["blank", "empty", "beyond", "backwards"])
def test_a_quote_without_words_is_an_error(start: int, end: int) -> None:
    """Nothing rests on white space or on characters that are not there."""
    with pytest.raises(EvidenceError, match=f"a: no words at {start}:{end} of 14 characters"):
        Article("a", "Oslo met Rome.").quote(start, end)
