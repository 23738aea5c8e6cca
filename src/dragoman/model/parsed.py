"""An article together with its parse: token numbers on one side, characters of the stored text on the other."""

from dataclasses import dataclass, field
from functools import cached_property

from spacy.tokens import Doc, Span, Token

from dragoman.model.text import Article, Evidence

OPENING, CLOSING = "“«„", "”»"


@dataclass(frozen=True)
class Parsed:
    """A `Doc` over the kept paragraphs of an article; `starts[i]` is token i's place in `article.text`.

    Paragraphs are parted by one white-space token, and no sentence runs over one.
    """

    article: Article
    doc: Doc
    starts: tuple[int, ...]
    paragraph_of: tuple[int, ...] = field(repr=False)

    def quote(self, start: int, end: int) -> Evidence:
        """The stored words of tokens `start` to `end` (exclusive), white space at the rim left out."""
        while end > start + 1 and self.doc[end - 1].is_space:
            end -= 1
        last = self.doc[end - 1]
        return self.article.quote(self.starts[start], self.starts[end - 1] + len(last.text))

    def characters(self, start: int, end: int) -> tuple[int, int]:
        """Where tokens `start` to `end` (exclusive) stand in the stored text."""
        return self.starts[start], self.starts[end - 1] + len(self.doc[end - 1].text)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences in order; white space and stray closing quotes belong to the one before."""
        return tuple(sent for sent in self.doc.sents if not sent.text.isspace())

    @cached_property
    def sentence_of(self) -> tuple[int, ...]:
        """For each token the number of its sentence in `sentences`; white space counts to the next."""
        numbers = [0] * len(self.doc)
        for number, sent in enumerate(self.sentences):
            for i in range(sent.start, sent.end):
                numbers[i] = number
        return tuple(numbers)

    @cached_property
    def quoted(self) -> tuple[bool, ...]:
        """For each token whether it stands between quotation marks; a paragraph's end closes a quote."""
        inside, flags, paragraph = False, [], -1
        for token in self.doc:
            if self.paragraph_of[token.i] != paragraph:
                paragraph, inside = self.paragraph_of[token.i], False
            word = token.text
            if word in OPENING or (word in ('"', "``", "''") and not inside):
                inside = True
                flags.append(True)
                continue
            if word in CLOSING or word in ('"', "''"):
                inside = False
                flags.append(True)
                continue
            flags.append(inside)
        return tuple(flags)

    def sentence(self, token: Token) -> Span:
        """The sentence that holds the token."""
        return self.sentences[self.sentence_of[token.i]]
