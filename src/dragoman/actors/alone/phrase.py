"""A mention read as a noun phrase: what is its head, what stands before and after it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from dragoman.actors.alone.chunks import Chunk, text_of
from dragoman.actors.alone.words import AFTER_PEOPLE, CONTAINERS, GIVEN_NAMES, LEADING, OWNERS, PARTICLES

OWNING = ("of", "for", "from", "in", "at", "with", "to", "against", "on", "by", "near")


@dataclass(slots=True)
class Phrase:
    """The parts of a mention without possessors, lists and appositions.

    `front` is everything up to the head, determiners and numbers left out; `posts` the phrases after
    it with their prepositions; `led` the names in "X-led", `based` those in "X-based".
    """

    front: list[Chunk]
    posts: list[tuple[str, list[Chunk]]] = field(default_factory=list)
    det: str = ""
    number: bool = False
    former: bool = False
    led: list[Chunk] = field(default_factory=list)
    based: list[Chunk] = field(default_factory=list)

    @property
    def head(self) -> Chunk | None:
        """The last chunk before any preposition."""
        return self.front[-1] if self.front else None

    @property
    def text(self) -> str:
        """The words of the front as they stand."""
        return text_of(self.front)


def read_phrase(chunks: Sequence[Chunk]) -> Phrase:
    """The phrase of the chunks, which hold no possessor, list or apposition before the first preposition."""
    end = next((i for i, chunk in enumerate(chunks) if chunk.kind in ("prep", "stop")), len(chunks))
    phrase = Phrase([])
    for chunk in chunks[:end]:
        if _tells_what_they_do(chunk, phrase.head):
            break
        _sort_in(chunk, phrase)
    if phrase.front and phrase.front[-1].key in ("led", "headed", "commanded", "run", "controlled") and len(phrase.front) > 1:
        phrase.front.pop()  # "the coalition led by Saudi Arabia"
    phrase.posts = _posts(chunks[end:])
    return phrase


def _tells_what_they_do(chunk: Chunk, head: Chunk | None) -> bool:
    """`farmers blocking the border`: a participle after people ends the phrase."""
    if chunk.kind != "low" or head is None or head.role is None or not (chunk.key.endswith(("ing", "ed")) or chunk.key in AFTER_PEOPLE):
        return False
    return head.role.plural or head.key.endswith("s")


def _sort_in(chunk: Chunk, phrase: Phrase) -> None:
    if chunk.kind == "det":
        phrase.det = phrase.det or chunk.key
    elif chunk.kind == "num":
        phrase.number = True
    elif chunk.kind == "former":
        phrase.former = True
    elif chunk.kind == "compound":
        if chunk.words[-1].key in LEADING and chunk.meanings:
            phrase.led.append(chunk)
        elif chunk.words[-1].key == "based" and chunk.meanings:
            phrase.based.append(chunk)
    elif chunk.kind not in ("courtesy", "comma"):
        phrase.front.append(chunk)


def _posts(chunks: Sequence[Chunk]) -> list[tuple[str, list[Chunk]]]:
    """The phrases after the head: an "of" belongs to the phrase before it, the rest stand beside each other."""
    posts: list[tuple[str, list[Chunk]]] = []
    for chunk in chunks:
        if chunk.kind == "stop":
            break
        if chunk.kind == "prep" and not (
            posts and chunk.key in ("of", "for") and posts[-1][0] in ("of", "for", "to", "from", "with", "by", "at", "in")
        ):
            posts.append((chunk.key, []))
        elif posts:
            posts[-1][1].append(chunk)
    return [(word, inside) for word, inside in posts if inside and word in OWNING]


def contained(chunks: list[Chunk]) -> list[Chunk] | None:
    """`dozens of Kenyan students`, `members of Hamas`: what is inside; None where the mention is no such container."""
    for i, chunk in enumerate(chunks[:5]):
        if chunk.kind == "prep":
            word = chunks[i - 1].key if i else ""
            if chunk.key == "of" and word in CONTAINERS and i + 1 < len(chunks):
                return chunks[i + 1 :]
            return None
        if chunk.kind in ("poss", "name") or (chunk.kind == "role" and chunk.key not in CONTAINERS):
            return None
    return None


def split_at(chunks: list[Chunk], kind: str) -> list[list[Chunk]]:
    """The parts between the chunks of a kind, none empty."""
    parts: list[list[Chunk]] = [[]]
    for chunk in chunks:
        if chunk.kind == kind:
            parts.append([])
        else:
            parts[-1].append(chunk)
    return [part for part in parts if part]


def possessor(chunks: list[Chunk]) -> tuple[list[Chunk], list[Chunk]] | None:
    """What stands before and after the last possessive sign that comes before any preposition."""
    end = next((i for i, chunk in enumerate(chunks) if chunk.kind in ("prep", "stop")), len(chunks))
    at = max((i for i, chunk in enumerate(chunks[:end]) if chunk.kind == "poss"), default=None)
    return (chunks[:at], chunks[at + 1 :]) if at else None


def owned_by_somebody_told_before(phrase: Phrase) -> bool:
    """`his counterpart`, `their army`: whose is not in the mention."""
    return phrase.det in OWNERS


def proper_name(chunks: Sequence[Chunk]) -> list[Chunk]:
    """The unknown name at the end: capitalised words with the particles, and the known ones, inside it."""
    start = len(chunks) - 1
    while start > 0 and (_can_be_name(chunks[start - 1]) or chunks[start - 1].key in PARTICLES):
        start -= 1
    while start < len(chunks) - 1 and not _can_be_name(chunks[start]):
        start += 1
    return list(chunks[start:])


def _can_be_name(chunk: Chunk) -> bool:
    """An unknown capitalised word, a surname that is another person's here, or a place that is a given name."""
    surname = len(chunk.words) == 1 and {known.kind for known in chunk.meanings} == {"surname"}
    return chunk.kind == "cap" or surname or (chunk.kind == "name" and chunk.key in GIVEN_NAMES)
