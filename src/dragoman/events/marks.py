"""Instances as the encoder reads them: token numbers, and for each token its role."""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from tokenizers import Tokenizer

from dragoman.model.instance import Instance

PLAIN, ACTOR, RECIPIENT, TRIGGER = range(4)
LONGEST = 96  # word pieces; longer sentences are cut around the marks


@cache
def load_tokenizer() -> Tokenizer:
    """The word pieces of the encoder."""
    tokenizer = Tokenizer.from_str((files("dragoman") / "data" / "model" / "tokenizer.json").read_text(encoding="utf-8"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def mark(instance: Instance, tokenizer: Tokenizer) -> tuple[list[int], list[int]]:
    """Token numbers and roles of the sentence, begin and end marks included, at most LONGEST of them."""
    encoding = tokenizer.encode(instance.text)
    roles = [PLAIN] * len(encoding.ids)
    spans = [(span, ACTOR) for span in instance.actor] + [(span, RECIPIENT) for span in instance.recipient]
    if instance.trigger is not None:
        spans.append((instance.trigger, TRIGGER))
    for (start, end), role in spans:
        for number, (first, last) in enumerate(encoding.offsets):
            if first < end and last > start and last > first:
                roles[number] = role
    return _window(encoding.ids, roles)


def _window(ids: list[int], roles: list[int]) -> tuple[list[int], list[int]]:
    if len(ids) <= LONGEST:
        return ids, roles
    marked = [number for number, role in enumerate(roles) if role] or [0]
    start = max(1, min(min(marked) - 8, len(ids) - LONGEST + 1))
    keep = range(start, min(start + LONGEST - 2, len(ids) - 1))
    return _rim(ids, keep), _rim(roles, keep)


def _rim(row: list[int], keep: Iterable[int]) -> list[int]:
    return [row[0], *(row[number] for number in keep), row[-1]]
