"""Types and modes as other files name them, in the codebook's terms."""

from collections import Counter
from collections.abc import Iterable

from dragoman.knowledge.codebook import Codebook

QUADS = {"VC": "VERBAL COOPERATION", "MC": "MATERIAL COOPERATION", "VX": "VERBAL CONFLICT", "MX": "MATERIAL CONFLICT"}
OUR_QUADS = {words: quad for quad, words in QUADS.items()} | {quad: quad for quad in QUADS}


def quad_of(words: str) -> str | None:
    """Our quad for its code or its words in any case; None for what is none.

    >>> quad_of("Verbal conflict")
    'VX'
    """
    return OUR_QUADS.get(words.strip().upper())


def read_type(label: str, quad: str, book: Codebook) -> str:
    """Our type for a type's name, new or old, or a CAMEO code; of the two that YIELD stands for, the one of the quad.

    Raises ValueError for an unknown name, with those that are known.
    """
    names = book.canonical(label)
    if not names:
        raise ValueError(f"unknown type {label!r}; the types are {', '.join(book.types)}")
    wanted = quad_of(quad)
    return next((name for name in names if book.types[name].quad == wanted), names[0])


def read_modes(words: Iterable[str], event: str, book: Codebook, passed: Counter[str]) -> tuple[str, ...]:
    """The modes that our type has, each once; others are counted as passed over."""
    modes = [mode.lower().replace(" ", "-").replace("_", "-") for mode in words]
    known = tuple(dict.fromkeys(mode for mode in modes if mode in book.types[event].modes))
    passed.update(f"mode {mode} of {event}" for mode in modes if mode not in known)
    return known
