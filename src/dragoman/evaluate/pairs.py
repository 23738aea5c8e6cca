"""The pairs task: the type of a sentence whose two parties are marked, scored as the field scores it."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import Struct

from dragoman.batch import Coder
from dragoman.evaluate.link import code_pairs
from dragoman.evaluate.marked import Pair, read_pairs
from dragoman.evaluate.measures import TypeRow, ratio
from dragoman.pipeline import Tools


class PairMeasures(Struct, frozen=True):
    """Mean F1 of the labels that occur, shares of right labels and quads, and each label's row."""

    macro_f1: float
    accuracy: float
    quad_accuracy: float
    types: dict[str, TypeRow]


def measure_pairs(path: Path, coder: Coder) -> PairMeasures:
    """The measures of the coder on a table of marked sentences, which is read before anything is loaded."""
    pairs = read_pairs(path)
    return score_pairs(code_pairs(pairs, coder.tools), coder.tools)


def score_pairs(results: Iterable[tuple[Pair, str]], tools: Tools) -> PairMeasures:
    """The measures of the types given, each with the type that is right."""
    rows = [(pair.label, guess) for pair, guess in results]
    # RETREAT is a material concession; the task's YIELD, which joins it to CONCEDE, is scored as verbal.
    quads = {name: entry.quad for name, entry in tools.codebook.types.items()}
    quads |= dict.fromkeys(("YIELD", "CONCEDE", "RETREAT"), "VC")
    types = {label: _measure(label, rows) for label in sorted({label for label, _ in rows})}
    return PairMeasures(
        macro_f1=sum(row.f1 for row in types.values()) / len(types),
        accuracy=sum(label == guess for label, guess in rows) / len(rows),
        quad_accuracy=sum(quads.get(label) == quads.get(guess) for label, guess in rows) / len(rows),
        types=types,
    )


def _measure(label: str, rows: Sequence[tuple[str, str]]) -> TypeRow:
    hits = sum(right == guess == label for right, guess in rows)
    gold = sum(right == label for right, _ in rows)
    guessed = sum(guess == label for _, guess in rows)
    known = ratio(hits, gold, guessed)
    return TypeRow(gold, guessed, known.p, known.r, known.f1)


def report(measures: PairMeasures) -> str:
    """The measures as a table to read."""
    lines = [f"{name:<14}{getattr(measures, name):7.3f}" for name in ("macro_f1", "accuracy", "quad_accuracy")]
    lines += ["", f"{'type':<14}{'n':>7}{'P':>7}{'R':>7}{'F1':>7}"]
    lines += [f"{name:<14}{row.n:7d}{row.p:7.3f}{row.r:7.3f}{row.f1:7.3f}" for name, row in measures.types.items()]
    return "\n".join(lines)
