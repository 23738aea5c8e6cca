"""How many were killed, hurt or arrested: the counts that a sentence tells, lowest and highest."""

from collections.abc import Iterable

from spacy.tokens import Span, Token

from dragoman.model.event import Size

SIGNS = {
    "dead": frozenset("kill die dead death slay massacre execute perish body lose murder".split()),
    "injured": frozenset("wound injure hurt injury casualty maim".split()),
    "arrested": frozenset("arrest detain detention jail round seize hold custody apprehend".split()),
}
NUMBERS = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "dozen": 12,
}  # fmt: skip
NOT_PEOPLE = frozenset(
    "year month day hour week minute kilometre kilometer mile metre meter per percent cent tonne ton dollar euro time age am pm km".split()
)
REACH = 7  # tokens between a count and what happened to those counted


def find_size(sentences: Iterable[Span], kinds: Iterable[str]) -> Size:
    """The counts of the kinds ("dead", "injured", "arrested") in the sentences; rival counts make a range."""
    found: dict[str, list[int]] = {}
    for sentence in sentences:
        for token in sentence:
            count = _count(token)
            kind = _happened(token, sentence) if count is not None else None
            if count is not None and kind is not None:
                found.setdefault(kind, []).append(count)
    wanted = set(kinds)
    return Size(**{kind: (min(counts), max(counts)) for kind, counts in found.items() if kind in wanted})


def _count(token: Token) -> int | None:
    if token.ent_type_ in ("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL"):
        return None
    if token.head.lemma_.lower() in NOT_PEOPLE or (token.i + 1 < len(token.doc) and token.nbor().lemma_.lower() in NOT_PEOPLE):
        return None
    digits = token.text.replace(",", "")
    if digits.isdigit():
        return int(digits)
    return NUMBERS.get(token.lower_) if token.pos_ == "NUM" else None


def _happened(token: Token, sentence: Span) -> str | None:
    """What happened to those counted: the nearest telling word, counts in between being other people's."""
    best: tuple[int, str] | None = None
    for step in (1, -1):
        for distance in range(1, REACH + 1):
            place = token.i + step * distance
            if not sentence.start <= place < sentence.end or token.doc[place].text in (";", "("):
                break
            word = token.doc[place]
            if _count(word) is not None and distance > 1:
                break
            kind = next((kind for kind, signs in SIGNS.items() if word.lemma_.lower() in signs), None)
            if kind is not None:
                best = min(best, (distance, kind)) if best else (distance, kind)
                break
    return best[1] if best else None
