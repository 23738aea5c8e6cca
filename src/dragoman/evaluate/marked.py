"""Sentences whose actor and recipient are marked, read from a table."""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import InputError

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
