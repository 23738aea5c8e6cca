"""A text laid out as lines and the sentences of each line, with their places in the text."""

import re
from dataclasses import dataclass

ENDS = re.compile(r"[.!?…][\"”’'»)\]]*$")
_BREAK = re.compile(r"(?<=[.!?…])\s+|(?<=[.!?…][\"”’'»)\]])\s+")


@dataclass(frozen=True)
class Line:
    """A line's words without the space around them: `text` stands at `start` to `end`."""

    start: int
    end: int
    text: str
    opens: bool = True

    @property
    def is_sentence(self) -> bool:
        """Whether it ends as a sentence does."""
        return ENDS.search(self.text) is not None

    def sentences(self) -> list[tuple[int, int]]:
        """Where its sentences stand in the text: breaks after end marks, so an abbreviation breaks too."""
        starts = [0, *(found.end() for found in _BREAK.finditer(self.text))]
        ends = [*(found.start() for found in _BREAK.finditer(self.text)), len(self.text)]
        return [(self.start + start, self.start + end) for start, end in zip(starts, ends, strict=True)]


def lay_out(text: str) -> list[Line]:
    """The lines of a text that hold words; `opens` tells a line that follows an empty one or the start."""
    lines: list[Line] = []
    position, opens = 0, True
    for raw in text.splitlines(keepends=True):
        words = raw.strip()
        if words:
            start = position + raw.index(words)
            lines.append(Line(start, start + len(words), words, opens))
        opens = not words
        position += len(raw)
    return lines


def words_of(text: str) -> list[str]:
    """The words of a text in lower case, without the marks around them."""
    return re.findall(r"[^\W_]+(?:['’\-][^\W_]+)*", text.lower())
