"""Types in words, as JSON shows them."""

from datetime import date
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, get_args, get_origin

from msgspec import Struct

PLAIN = {str: "text", int: "whole number", float: "number", bool: "true or false", date: "day, `YYYY-MM-DD`", Path: "path", NoneType: "null"}


def type_words(hint: Any) -> str:
    """A type of a field as a reader of JSON knows it.

    >>> type_words(tuple[str, ...])
    'list of text'
    >>> type_words(tuple[int, int] | None)
    '[whole number, whole number] or null'
    """
    parts = get_args(hint)
    if isinstance(hint, UnionType):
        return " or ".join(type_words(part) for part in parts)
    if get_origin(hint) is tuple:
        return f"list of {type_words(parts[0])}" if parts[-1] is Ellipsis else f"[{', '.join(type_words(part) for part in parts)}]"
    if isinstance(hint, type) and issubclass(hint, Struct):
        return f"[{hint.__name__}](#{hint.__name__.lower()})"
    return PLAIN[hint]


def table(*columns: str) -> tuple[str, ...]:
    """The lines that begin a Markdown table with these columns."""
    return ("", row(*columns), row(*("---" for _ in columns)))


def row(*cells: str) -> str:
    """A line of a Markdown table."""
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"
