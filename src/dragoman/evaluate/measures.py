"""What is measured: precision and recall, fields, types, and what was missed."""

from msgspec import Struct


class Ratio(Struct, frozen=True):
    """Precision, recall and their harmonic mean; 0 where nothing was told or guessed."""

    p: float
    r: float
    f1: float


class TypeRow(Struct, frozen=True):
    """One type: gold events, guessed events, and how many of them were found."""

    n: int
    guessed: int
    p: float
    r: float
    f1: float


class Miss(Struct, frozen=True):
    """A gold event not found ("missed"), a record that is none ("extra"), or an article "failed"."""

    kind: str
    article: str
    type: str
    words: str
    sentence: str


class Step(Struct, frozen=True):
    """What is left when only records of at least this confidence are kept: how many, and how far the events are found."""

    confidence: float
    records: int
    found: Ratio


class Measures(Struct, frozen=True):
    """All measures of a run over gold; a field no found pair has told is None, so is the calibration error without records."""

    spotted: Ratio
    found: Ratio
    exact: Ratio
    fields: dict[str, float | None]
    types: dict[str, TypeRow]
    counts: dict[str, int]
    calibration_error: float | None = None
    curve: tuple[Step, ...] = ()


def ratio(hits: int, gold: int, guessed: int) -> Ratio:
    """Precision, recall and F1 of so many hits."""
    precision, recall = hits / guessed if guessed else 0.0, hits / gold if gold else 0.0
    total = precision + recall
    return Ratio(precision, recall, 2 * precision * recall / total if total else 0.0)
