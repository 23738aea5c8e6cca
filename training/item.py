"""An item of the corpus as its file holds it: the fields, and reading them."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

CORPUS = Path(__file__).parent / "corpus"

Style = Literal["wire", "local", "state", "communique", "ngo", "headline", "brief", "speech", "legal", "military", "economy"]
Status = Literal["actual", "future", "hypothetical", "negated", "historical"]
Phrases = tuple[str, ...]


class CorpusEvent(Struct, frozen=True, forbid_unknown_fields=True):
    """An event of an item; every phrase is quoted from the text, "" where `when` or `where` is not told."""

    type: str
    modes: Phrases
    status: Status
    actor: Phrases
    recipient: Phrases
    trigger: str
    said_by: Phrases
    when: str
    where: str


class CorpusItem(Struct, frozen=True, forbid_unknown_fields=True):
    """A text with all its events; `actors` are the phrases that name somebody who could act or undergo."""

    id: Annotated[str, Meta(pattern=r"^[a-z]{2}-\d{4}$")]
    text: str
    style: Style
    actors: Phrases
    events: tuple[CorpusEvent, ...]
    article: bool = False


@dataclass(frozen=True)
class Entry:
    """A line of the corpus: where it stands, and its item, or what is wrong where it is none."""

    path: Path
    line: int
    item: CorpusItem | None
    wrong: str = ""

    @property
    def place(self) -> str:
        """File and line, and the item's name where it has one."""
        return f"{self.path.name}:{self.line}: {self.item.id}" if self.item else f"{self.path.name}:{self.line}"


def read_entries(folder: Path = CORPUS) -> Iterator[Entry]:
    """Every line of the corpus that is not blank, files in order of their names."""
    for path in sorted(folder.glob("*.jsonl")):
        for number, line in enumerate(path.read_bytes().split(b"\n"), 1):
            if line.strip():
                yield _read(path, number, line)


def _read(path: Path, number: int, line: bytes) -> Entry:
    try:
        return Entry(path, number, msgspec.json.decode(line, type=CorpusItem))
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return Entry(path, number, None, str(error))


def digest_of(folder: Path = CORPUS) -> str:
    """The name of this very corpus, as the model's card has it."""
    return sha256(b"".join(path.read_bytes() for path in sorted(folder.glob("*.jsonl")))).hexdigest()[:12]
