"""Known names in a parse: one pass, the longest name at each place wins."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc, Token

from dragoman.actors.alone.homonyms import load_homonyms
from dragoman.knowledge.actors import UNIT, Directory, Known, bare

PLACE_KINDS = frozenset(("state", "capital", "region", "seat"))
NATION_KINDS = frozenset(("state", "adjective", "demonym", "capital", "seat", "region"))


@dataclass(frozen=True, slots=True)
class Hit:
    """A known name on tokens `start` to `end`, with its meanings in force, best first."""

    start: int
    end: int
    meanings: tuple[Known, ...]

    @property
    def best(self) -> Known:
        """The meaning that is taken where nothing speaks for another."""
        return self.meanings[0]


def find_names(doc: Doc, directory: Directory, on: date | None) -> list[Hit]:
    """The known names of the document in text order; none overlaps another."""
    stream = [(bare(unit.group()), token) for token in doc if not token.is_space for unit in UNIT.finditer(token.text)]
    told = f" {' '.join(word for word, _ in stream)} "
    hits: list[Hit] = []
    position = 0
    while position < len(stream):
        word, token = stream[position]
        longest = directory.starts.get(word, 0) if token.text[0].isupper() or token.text[0].isdigit() else 0
        step = 1
        for length in range(min(longest, len(stream) - position), 0, -1):
            after = position + length
            if after < len(stream) and len(stream[after][0]) == 1 and stream[after][1].i == stream[after - 1][1].i:
                continue  # "A U.S. jet" begins with no "A.U."
            found = _meanings(stream[position : position + length], directory, on, told)
            if found:
                hits.append(Hit(token.i, stream[position + length - 1][1].i + 1, tuple(found)))
                step = length
                break
        position += step
    return [hit for hit in hits if not _belongs_to_longer_name(hit, doc) and not _is_piece(hit, doc, directory)]


def find_in_text(text: str, directory: Directory, on: date | None) -> list[Known]:
    """The best meanings of the known names of a plain text, in order: for titles, which are not parsed."""
    words = [(bare(unit.group()), unit.group()) for unit in UNIT.finditer(text)]
    found, position = [], 0
    while position < len(words):
        step = 1
        for length in range(directory.starts.get(words[position][0], 0), 0, -1):
            key = " ".join(word for word, _ in words[position : position + length])
            meanings = [m for m in directory.look_up(key) if not m.upper or words[position][1].isupper()]
            if meanings and words[position][1][0].isupper():
                found.append(rank(meanings, on)[0])
                step = length
                break
        position += step
    return found


def _meanings(piece: Sequence[tuple[str, Token]], directory: Directory, on: date | None, told: str) -> list[Known]:
    key = " ".join(word for word, _ in piece)
    meanings = [*directory.look_up(key)]
    if not meanings:
        return []
    token = piece[0][1]
    if any(len(word.text) > 3 and word.text[0].islower() for _, word in piece):
        meanings = [known for known in meanings if known.kind != "medium"]  # "The diplomat said" is no report of The Diplomat's
    if len(piece) == 1:
        meanings = [known for known in meanings if _fits_token(known, token) and (known.kind != "surname" or known.holds_on(on))]
    elif any(known.upper for known in meanings):
        meanings = [known for known in meanings if not known.upper or token.text.isupper()]
    return [*_hinted(key, told), *rank(meanings, on)]


def _hinted(key: str, told: str) -> list[Known]:
    """The rarer meanings of a shared name that words of the article speak for ("Georgia" beside "Atlanta")."""
    return [row.known for row in load_homonyms().get(key, ()) if any(f" {cue} " in told for cue in row.cues)]


def _fits_token(known: Known, token: Token) -> bool:
    if known.upper:
        return token.text.isupper()
    if known.kind == "surname":
        return token.pos_ == "PROPN" and token.ent_type_ not in ("DATE", "TIME", "FAC", "MONEY") and len(token.text) > 2
    if known.kind == "medium":
        return token.pos_ == "PROPN"
    return True


def rank(meanings: Iterable[Known], on: date | None) -> list[Known]:
    """One's own table first, then meanings in force, offices before all else of a person, then as the tables have them."""
    return sorted(
        meanings,
        key=lambda known: (
            not (known.own and known.holds_on(on)), not known.holds_on(on), KIND_ORDER.get(known.kind, 4), OFFICE_ORDER.get(known.office, 5)
        ),
    )  # fmt: skip


KIND_ORDER = {"state": 0, "adjective": 1, "official": 2, "capital": 2, "seat": 2, "demonym": 3, "surname": 6, "region": 5, "medium": 7}
OFFICE_ORDER = {
    "president": 0,
    "supreme leader": 0,
    "prime minister": 0,
    "king": 1,
    "chancellor": 0,
    "junta leader": 0,
    "secretary-general": 0,
    "foreign minister": 1,
    "secretary of state": 1,
    "crown prince": 1,
}


def _is_piece(hit: Hit, doc: Doc, directory: Directory) -> bool:
    """A lone surname inside another name ("La Plata", "Juan Carlos Schmid") names nobody we know."""
    if hit.best.kind not in ("surname", "official", "medium") or hit.end - hit.start > 1:
        return False
    if hit.start > 1 and doc[hit.start - 1].text == "-" and doc[hit.start - 2].pos_ == "PROPN":
        return True
    before, after = doc[hit.start - 1] if hit.start else None, doc[hit.end] if hit.end < len(doc) else None
    if after is not None and after.pos_ == "PROPN" and after.text[0].isupper() and (after.head.i == hit.start or doc[hit.start].head.i == after.i):
        return True
    return (
        before is not None
        and before.pos_ == "PROPN"
        and before.head.i == hit.start
        and bare(before.text) not in directory.roles
        and not before.text.endswith(".")
    )


def _belongs_to_longer_name(hit: Hit, doc: Doc) -> bool:
    """`Paris` in "Paris Hilton", `Jordan` in "Michael Jordan": the parser's person is longer than the name."""
    if hit.best.kind not in NATION_KINDS or hit.best.kind in ("adjective", "demonym") or hit.end - hit.start > 1:
        return False
    token = doc[hit.start]
    if hit.best.kind == "capital" and token.dep_ == "compound" and token.head.pos_ == "PROPN":
        return True  # "Victoria Avenue"
    if token.ent_type_ != "PERSON":
        return False
    before = hit.start > 0 and doc[hit.start - 1].ent_type_ == "PERSON" and token.ent_iob_ == "I"
    after = hit.end < len(doc) and doc[hit.end].ent_type_ == "PERSON" and doc[hit.end].ent_iob_ == "I" and doc[hit.end].pos_ == "PROPN"
    return before or after


def count_countries(hits: Iterable[Hit], title: Iterable[Known]) -> Counter[str]:
    """How often each country is named, a name in the title counting three times; where a medium sits says nothing."""
    counts: Counter[str] = Counter()
    for hit in hits:
        if hit.best.country and hit.best.kind != "medium":
            counts[hit.best.country] += 1
    for known in title:
        if known.country:
            counts[known.country] += 3
    return counts
