"""Tokens of a parse are tied to characters of the stored text."""

from tests.builders import BLANK, plain

from dragoman.model.parsed import Parsed
from dragoman.model.text import Article


def spread(*paragraphs: str) -> Parsed:
    """Paragraphs parted by a blank line, tokens numbered by paragraph."""
    text = "\n\n".join(paragraphs)
    doc = BLANK(text)
    for token in doc:
        token.is_sent_start = token.i == 0 or doc[token.i - 1].is_space
    starts = tuple(token.idx for token in doc)
    return Parsed(Article("t", text), doc, starts, tuple(text.count("\n\n", 0, start + 1) for start in starts))


def quoted(parsed: Parsed) -> list[str]:
    """The words between quotation marks, the marks left out."""
    return [token.text for token in parsed.doc if parsed.quoted[token.i] and token.is_alpha]


def test_a_quote_leaves_out_white_space_at_its_end() -> None:
    """The stored words of the tokens, without the gap between paragraphs."""
    parsed = spread("Oslo met.", "Rome left.")
    assert parsed.quote(0, 4).text == "Oslo met."


def test_characters_are_those_of_the_article() -> None:
    """First character of the first token, and the one after the last."""
    parsed = plain("Oslo met Rome.")
    assert parsed.characters(1, 3) == (5, 13)


def test_words_between_marks_are_quoted() -> None:
    """Curly and straight marks open and close."""
    assert quoted(plain('He said “we go” and "they stay" there.')) == ["we", "go", "they", "stay"]


def test_a_paragraph_ends_a_quote_left_open() -> None:
    """A mark that is never closed quotes no further than its paragraph."""
    assert quoted(spread("“We go", "They stay")) == ["We", "go"]


def test_every_token_has_its_sentence() -> None:
    """The sentence of a token holds it."""
    parsed = plain("Oslo met. Rome left.")
    assert [parsed.sentence(token).start for token in parsed.doc] == [0, 0, 0, 3, 3, 3]


def test_a_sentence_of_white_space_is_none() -> None:
    """The gap between paragraphs is no sentence."""
    assert [sentence.text.strip() for sentence in spread("Oslo met.", "Rome left.").sentences] == ["Oslo met.", "Rome left."]
