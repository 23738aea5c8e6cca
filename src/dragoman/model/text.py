"""Text as it comes in, and the words of it that a record rests on."""

from datetime import date

from msgspec import Struct

from dragoman.errors import EvidenceError


class Span(Struct, frozen=True):
    """Characters `start` to `end` (exclusive) of an article's stored text."""

    start: int
    end: int


class Evidence(Struct, frozen=True):
    """Words of the article and where they stand: `article.text[span[0]:span[1]] == text`, always."""

    text: str
    span: tuple[int, int]


class Cut(Struct, frozen=True):
    """A stretch of the text that is not part of the story, and why it was left out."""

    start: int
    end: int
    reason: str


class RawDocument(Struct, frozen=True):
    """One document as read, before cleaning; `place` is the file and line to name in an error."""

    text: str
    place: str
    id: str | None = None
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    markup: str = "text"


class Article(Struct, frozen=True):
    """One article, cleaned: `text` is stored as it was read, `cuts` are the parts left unread.

    `dateline` is where the report was written from, kept as metadata. `published` is the day that
    relative dates are counted from, None when nobody told it. `own_id`: the document brought its id, which was not made
    from the name of its file.
    """

    id: str
    text: str
    title: str | None = None
    published: date | None = None
    publisher: str | None = None
    cuts: tuple[Cut, ...] = ()
    dateline: str | None = None
    place: str = ""
    own_id: bool = True

    def quote(self, start: int, end: int) -> Evidence:
        """The words from `start` to `end`; raises EvidenceError when there are none."""
        words = self.text[start:end]
        if not words.strip():
            raise EvidenceError(f"{self.id}: no words at {start}:{end} of {len(self.text)} characters")
        return Evidence(words, (start, end))

    def paragraphs(self) -> list[Span]:
        """The stretches of `text` between line breaks that no cut covers, trimmed, in order."""
        spans: list[Span] = []
        position = 0
        for line in self.text.splitlines(keepends=True):
            spans.extend(self._kept(position, position + len(line)))
            position += len(line)
        return spans

    def _kept(self, start: int, end: int) -> list[Span]:
        pieces, cursor = [], start
        for cut in sorted(self.cuts, key=lambda cut: cut.start):
            if cut.end <= cursor or cut.start >= end:
                continue
            pieces.append((cursor, max(cursor, cut.start)))
            cursor = min(end, cut.end)
        pieces.append((cursor, end))
        return [span for span in (self._trimmed(*piece) for piece in pieces) if span]

    def _trimmed(self, start: int, end: int) -> Span | None:
        words = self.text[start:end]
        lead = len(words) - len(words.lstrip())
        return Span(start + lead, start + len(words.rstrip())) if words.strip() else None
