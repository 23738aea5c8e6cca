"""A mark: the sign of something that is printed with a story and is not part of it."""

import re
from dataclasses import dataclass
from typing import Literal

Reach = Literal["line", "rest", "sentence", "label"]
At = Literal["line", "sentence"]
DAYS = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|January|February|March|April|May|June|July|August|September|October|November|December)"
)
_BULLET = r"(?:[>»•*►▶→|\-–—]+\s*)?"  # ">> Also read: ...", "— Like local news?"


@dataclass(frozen=True)
class Mark:
    """One kind of page matter.

    It is tried where a line starts (`at` "line") or where any sentence starts ("sentence"). `reach`
    says how much goes: the whole line, the rest of it, the one sentence, or the matched label alone.
    """

    name: str
    pattern: re.Pattern[str]
    reason: str
    reach: Reach
    at: At
    example: str


def mark(name: str, at: At, pattern: str, reach: Reach, reason: str, example: str) -> Mark:
    """Make a row of the table; a bullet or dash may stand before any mark."""
    return Mark(name, re.compile(_BULLET + pattern), reason, reach, at, example)


def any_of(*patterns: str) -> str:
    """Make a pattern that matches where one of the patterns does."""
    return f"(?:{'|'.join(patterns)})"
