"""A mention cut into chunks: determiners, numbers, known names, roles, prepositions, what is left."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from dragoman.actors.alone.homonyms import load_homonyms
from dragoman.actors.alone.resolved import NATIONS, PEOPLE
from dragoman.actors.alone.words import (
    AGAINST,
    APOSTROPHES,
    COMPOUNDS,
    COURTESY,
    DETERMINERS,
    FORMER,
    NUMBERS,
    PREPOSITIONS,
    STOPS,
    Word,
    words_of,
)  # fmt: skip
from dragoman.knowledge.actors import Directory, Known, Role

LONGEST_ROLE = 7


@dataclass(slots=True)
class Chunk:
    """Some words that are one thing.

    kind: name | role | cap (an unknown name) | det | num | prep | poss | and | comma | former | courtesy |
    compound ("French-backed") | stop | low (any other word).
    """

    kind: str
    words: Sequence[Word]
    meanings: list[Known] = field(default_factory=list)
    role: Role | None = None
    role_key: str = ""

    @property
    def key(self) -> str:
        """The units joined by spaces."""
        return " ".join(word.key for word in self.words)

    @property
    def text(self) -> str:
        """The words as they stand, without what is before them."""
        return self.words[0].text + "".join(word.gap + word.text for word in self.words[1:])

    @property
    def is_nation(self) -> bool:
        """Whether its first meaning is a country, its people or its seat."""
        return bool(self.meanings) and self.meanings[0].kind in NATIONS


def text_of(chunks: Sequence[Chunk]) -> str:
    """The words of the chunks as they stand."""
    words = [word for chunk in chunks for word in chunk.words]
    return words[0].text + "".join(word.gap + word.text for word in words[1:]) if words else ""


class Cutter:
    """Cuts texts by a directory: the longest name or role at each place wins, names before roles of the same length."""

    def __init__(self, directory: Directory) -> None:
        self.directory = directory
        self.shared = {key: [row.known for row in rows] for key, rows in load_homonyms().items() if key not in directory.names}

    def cut(self, text: str) -> list[Chunk]:
        """The chunks of the text, in order."""
        words, i = words_of(text), 0
        chunks: list[Chunk] = []
        while i < len(words):
            if chunks and (sign := _sign(words[i])):
                chunks.append(Chunk(sign, ()))
            chunk = self._at(words, i)
            i += len(chunk.words)
            chunks.append(chunk)
            if i < len(words) and words[i].gap[:1] in APOSTROPHES and words[i].gap[:1] and words[i].gap[1:2] == " ":
                chunks.append(Chunk("poss", ()))
        return chunks

    def _at(self, words: list[Word], i: int) -> Chunk:
        word = words[i]
        if word.key == "s" and word.gap in tuple(APOSTROPHES):
            return Chunk("poss", (word,))
        if word.key in AGAINST and i + 1 < len(words) and words[i + 1].gap in ("-", "‑"):
            role = self._role(words, i)
            return role or Chunk("compound", words[i : i + 2])
        name, role = self._name(words, i), self._role(words, i)
        if name is None or (role is not None and len(role.words) > len(name.words)):
            return role or _small(words, i)
        if role is not None and len(role.words) == len(name.words):
            name.role, name.role_key = role.role, role.role_key
        end = i + len(name.words)
        if end < len(words) and words[end].key in COMPOUNDS and words[end].gap in ("-", "‑", " ") and end + 1 < len(words):
            return Chunk("compound", words[i : end + 1], name.meanings)
        return name

    def _name(self, words: list[Word], i: int) -> Chunk | None:
        longest = min(max(self.directory.starts.get(words[i].key, 0), 2), len(words) - i)
        capital = words[i].text[0].isupper() or words[i].text[0].isdigit()
        key = " ".join(word.key for word in words[i : i + longest])
        for length in range(longest, 0, -1):
            meanings = self._meanings(key, words[i + length - 1])
            if meanings:
                fitting = [m for m in meanings if _fits(m, words[i], length, capital=capital)]
                if fitting and not _is_cut(words[i + 1 : i + length]):
                    return Chunk("name", words[i : i + length], fitting)
            key = key[: -len(words[i + length - 1].key) - 1]
        return None

    def _meanings(self, key: str, last: Word) -> list[Known]:
        """The meanings of the key; "the Republicans" has those of "Republicans" too, which go before."""
        meanings = self.directory.look_up(key) or (self.shared.get(key, []) if last.text[0].isupper() else [])
        if meanings and key.startswith("the ") and last.text[0].isupper():
            return [*self.directory.look_up(key[4:]), *meanings]
        return meanings

    def _role(self, words: list[Word], i: int) -> Chunk | None:
        roles, key, best = self.directory.roles, "", None
        for end in range(i, min(i + LONGEST_ROLE, len(words))):
            if end > i and _is_cut(words[end : end + 1]):
                break
            key = f"{key} {words[end].key}" if key else words[end].key
            if key in roles:
                best = Chunk("role", words[i : end + 1], role=roles[key], role_key=key)
        return best


def _fits(known: Known, word: Word, length: int, *, capital: bool) -> bool:
    if known.upper:
        return word.text.isupper()
    if not capital:
        return length > 1 and known.kind not in PEOPLE and known.kind != "medium"
    return known.kind != "surname" or len(word.text) > 2


def _is_cut(words: Sequence[Word]) -> bool:
    return any("(" in word.gap or ";" in word.gap or ")" in word.gap for word in words)


def _sign(word: Word) -> str:
    """`comma` where a comma, bracket or dash parts the word from those before it."""
    return "comma" if any(mark in word.gap for mark in ",;(:—–") or " - " in word.gap else "and" if "/" in word.gap or "&" in word.gap else ""


def _small(words: list[Word], i: int) -> Chunk:
    word = words[i]
    lower = word.text[0].islower() or i == 0
    if word.key in ("and", "or"):
        return Chunk("and", (word,))
    if word.key in FORMER or (word.key == "one" and i + 1 < len(words) and words[i + 1].key == "time"):
        return Chunk("former", words[i : i + 2] if word.key == "one" else (word,))
    if word.key in DETERMINERS and lower:
        return Chunk("det", (word,))
    if word.text.isdigit() or word.key in NUMBERS:
        return Chunk("num", (word,))
    if word.key in PREPOSITIONS and word.text[0].islower():
        return Chunk("prep", (word,))
    if word.key in STOPS and word.text[0].islower():
        return Chunk("stop" if i else "det", (word,))
    if word.key in COURTESY and i + 1 < len(words) and words[i + 1].text[0].isupper():
        return Chunk("courtesy", (word,))
    return Chunk("cap" if word.text[0].isupper() else "low", (word,))
