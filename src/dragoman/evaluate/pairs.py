"""The pairs task: the type of a sentence whose two parties are marked, scored as the field scores it."""

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from msgspec import Struct

from dragoman.errors import InputError
from dragoman.evaluate.score import TypeRow, ratio

MARK = re.compile(r"<(/?)([st])>")
COLUMNS = ("type", "marked_sentence")


@dataclass(frozen=True)
class Pair:
    """A sentence without its marks, the characters of actor and recipient, and the type that is right.

    A party may be marked in several places, or in none where the sentence does not name it.
    """

    id: str
    text: str
    actor: tuple[tuple[int, int], ...]
    recipient: tuple[tuple[int, int], ...]
    label: str


class PairMeasures(Struct, frozen=True):
    """Mean F1 of the labels that occur, shares of right labels and quads, and each label's row."""

    macro_f1: float
    accuracy: float
    quad_accuracy: float
    types: dict[str, TypeRow]


def read_pairs(path: Path) -> list[Pair]:
    """The pairs of a TSV with columns type, marked_sentence and perhaps id; InputError names every bad line."""
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
            if not set(COLUMNS) <= set(rows.fieldnames or ()):
                raise InputError(f"{path}:1: the columns 'type' and 'marked_sentence' are needed, parted by tabs")
            return _read_rows(list(rows), path)
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read ({error}); give a UTF-8 file parted by tabs") from error


def _read_rows(rows: Sequence[dict[str, str | None]], path: Path) -> list[Pair]:
    pairs: list[Pair] = []
    mistakes: list[str] = [] if rows else [f"{path}: no pairs; write one a line under the header"]
    for number, row in enumerate(rows, 2):
        try:
            pairs.append(read_pair(row["marked_sentence"] or "", row["type"] or "", row.get("id") or str(number)))
        except InputError as mistake:
            mistakes.append(f"{path}:{number}: {mistake}")
    if mistakes:
        raise InputError("\n".join(mistakes))
    return pairs


def read_pair(marked: str, label: str, name: str) -> Pair:
    """The pair of a marked sentence; raises InputError where a mark is not closed or a cell is empty.

    >>> read_pair("<s>Oslo</s> thanked <t>Rome</t>.", "support", "1")
    Pair(id='1', text='Oslo thanked Rome.', actor=((0, 4),), recipient=((13, 17),), label='SUPPORT')
    """
    plain, position = "", 0
    opened: dict[str, int] = {}
    spans: dict[str, list[tuple[int, int]]] = {"s": [], "t": []}
    for mark in MARK.finditer(marked):
        plain += marked[position : mark.start()]
        position, letter = mark.end(), mark[2]
        if not mark[1]:
            opened[letter] = len(plain)
        elif letter in opened:
            spans[letter].append((opened.pop(letter), len(plain)))
    plain += marked[position:]
    if opened:
        raise InputError("a mark is opened and not closed; mark the actor <s>...</s>, the recipient <t>...</t>")
    if not plain.strip() or not label.strip():
        raise InputError("a cell is empty; type and marked_sentence are needed, parted by a tab")
    return Pair(name, plain, tuple(spans["s"]), tuple(spans["t"]), label.strip().upper())


def score_pairs(results: Iterable[tuple[Pair, str]], quads: Mapping[str, str]) -> PairMeasures:
    """The measures of the types given; `quads` holds each type's quad, YIELD being that of CONCEDE."""
    rows = [(pair.label, guess) for pair, guess in results]
    # RETREAT is a material concession; the task's YIELD, which joins it to CONCEDE, is scored as verbal.
    quad = {**quads, **dict.fromkeys(("YIELD", "CONCEDE", "RETREAT"), "VC")}
    types = {label: _measure(label, rows) for label in sorted({label for label, _ in rows})}
    return PairMeasures(
        macro_f1=sum(row.f1 for row in types.values()) / len(types),
        accuracy=sum(label == guess for label, guess in rows) / len(rows),
        quad_accuracy=sum(quad.get(label) == quad.get(guess) for label, guess in rows) / len(rows),
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
