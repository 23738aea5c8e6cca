"""Parses are tied to the stored text: its characters, its paragraphs, its cuts."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.builders import BLANK

from dragoman import parse as module
from dragoman.model.parsed import Parsed
from dragoman.model.text import Article, Cut
from dragoman.parse import parse, parser_version

WORDS = st.sampled_from(["Oslo", "met", "U.S.", "don't", "“we”", "100,000", "co-op", ".", "?", " ", "  ", "\n", "\n\n", "\r\n", "\t", " ", "é", "3%"])
HEADLINE = "Norway and Peru sign a pact\n\nOSLO — The ministers met on Monday. They signed\na pact on fishing."


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """Text of odd words and white space, with cuts anywhere."""
    text = "".join(draw(st.lists(st.tuples(WORDS, st.sampled_from(["", " "])).map("".join), max_size=25)))
    ends = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(ends, ends), max_size=3))
    return Article("a", text, cuts=tuple(Cut(min(pair), max(pair), "cut") for pair in pairs))


@pytest.fixture
def blank(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the tokenizer in the parser's place."""
    monkeypatch.setattr(module, "load_parser", lambda: BLANK)


def one(article: Article) -> Parsed:
    """The parse of one article."""
    (parsed,) = parse([article])
    return parsed


@pytest.mark.usefixtures("blank")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(articles())
def test_tokens_stand_at_their_places(article: Article) -> None:
    """Each token is the stored text from its place on, but for the white space put between paragraphs."""
    parsed = one(article)
    assert len(parsed.doc) == len(parsed.starts) == len(parsed.paragraph_of)
    for token, start in zip(parsed.doc, parsed.starts, strict=True):
        if token.text != "\n\n":
            assert article.text[start : start + len(token.text)] == token.text


@pytest.mark.usefixtures("blank")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(articles())
def test_what_is_cut_is_not_read_and_the_rest_is(article: Article) -> None:
    """Every character but white space is in a token if, and only if, no cut covers it."""
    parsed = one(article)
    read = {start + i for token, start in zip(parsed.doc, parsed.starts, strict=True) if not token.is_space for i in range(len(token.text))}
    kept = {i for i, character in enumerate(article.text) if not character.isspace() and not any(c.start <= i < c.end for c in article.cuts)}
    assert {i for i in read if not article.text[i].isspace()} == kept


@pytest.mark.usefixtures("blank")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(articles())
def test_quotes_of_tokens_are_the_stored_words(article: Article) -> None:
    """Any stretch of one paragraph's tokens is quoted as it is stored."""
    parsed = one(article)
    for i, token in enumerate(parsed.doc):
        if not token.is_space:
            last = max(j for j in range(i, min(i + 5, len(parsed.doc))) if parsed.paragraph_of[j] == parsed.paragraph_of[i])
            words = parsed.quote(i, last + 1)
            assert article.text[words.span[0] : words.span[1]] == words.text
            assert words.text.startswith(token.text)


@pytest.mark.usefixtures("blank")
def test_parses_come_lazily_and_in_order() -> None:
    """The first parse is there before the last article is."""

    def endless() -> Iterator[Article]:
        number = 0
        while True:
            yield Article(str(number), f"Oslo met {number}.")
            number += 1

    parses = parse(endless(), batch_size=4)
    assert [next(parses).article.id for _ in range(9)] == [str(number) for number in range(9)]


@pytest.mark.usefixtures("blank")
@pytest.mark.parametrize("text", ["", " \n\n "], ids=["empty", "blank"])
def test_nothing_to_read_is_an_empty_parse(text: str) -> None:
    """An article without words has no tokens and no sentences."""
    assert len(one(Article("a", text)).doc) == 0


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [HEADLINE, "The minister said\n\nhe would leave", "Oslo\n\nRome\n\nLima", "“We go\n\nThey stay,” he said.", HEADLINE.replace("\n\n", "\r\n\r\n")],
    ids=["headline", "broken sentence", "single words", "open quote", "carriage returns"],
)
def test_paragraphs_share_no_sentence(text: str) -> None:
    """No sentence runs over a paragraph's end, whether or not a full stop stands there."""
    parsed = one(Article("a", text))
    for sentence in parsed.sentences:
        assert len({parsed.paragraph_of[token.i] for token in sentence if not token.is_space}) == 1


@pytest.mark.model
def test_a_cut_leaves_no_words_in_a_sentence() -> None:
    """A dateline that was cut is in no token."""
    start = HEADLINE.index("OSLO")
    parsed = one(Article("a", HEADLINE, cuts=(Cut(start, start + len("OSLO — "), "dateline"),)))
    assert "OSLO" not in [token.text for token in parsed.doc]
    assert parsed.sentences[1].text.strip() == "The ministers met on Monday."


@pytest.mark.model
def test_batches_do_not_change_a_parse() -> None:
    """Alone or in company, each article has the same tree."""
    texts = [HEADLINE, "Peru left.", "The rebels who were expelled by Norway said on Monday that they would return.", ""]
    rows = [Article(str(number), text) for number, text in enumerate(texts)]

    def trees(size: int) -> list[list[tuple[str, str, int, str]]]:
        return [[(t.text, t.dep_, t.head.i, t.lemma_) for t in parsed.doc] for parsed in parse(rows, batch_size=size)]

    assert trees(1) == trees(3) == trees(16)


@pytest.mark.model
@pytest.mark.parametrize(
    ("form", "lemma"),
    [("staged", "stage"), ("jailed", "jail"), ("fined", "fine"), ("axed", "axe"), ("raped", "rape"), ("met", "meet"), ("struck", "strike")],
)
def test_verbs_have_their_lemma(form: str, lemma: str) -> None:
    """Frames meet verbs by their lemma, also where the parser's rules would make another word."""
    parsed = one(Article("a", f"The court {form} the men on Monday."))
    assert parsed.doc[2].lemma_ == lemma


@pytest.mark.model
def test_the_parser_has_a_name() -> None:
    """Records name what parsed them."""
    assert parser_version().startswith("en_core_web_sm")
