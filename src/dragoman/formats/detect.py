"""Which project a table of events comes from, told by its first line."""

from pathlib import Path

from dragoman.errors import InputError
from dragoman.formats.gdelt_columns import BY_WIDTH, MENTIONS
from dragoman.formats.lines import open_tables
from dragoman.formats.phoenix import WIDTH as PHOENIX_WIDTH

HEADERS = {"polecat": ("Event ID", "Event Type"), "icews": ("Event ID", "CAMEO Code")}
KNOWN = "POLECAT and ICEWS with their headers, Phoenix (26 fields) and GDELT Events (61, 58 or 57) without one, and PLOVER JSON are read"
DAY_DIGITS = 8


def detect_format(path: Path) -> str:
    """The format of the file's first table; raises InputError where it is none that is read."""
    for name, lines in open_tables(path):
        _, line = next(lines, (0, ""))
        return name_format(line if isinstance(line, str) else "", name)
    raise InputError(f"{path}: nothing in it; {KNOWN}")


def name_format(line: str, place: str) -> str:
    """The format that a first line shows; raises InputError that names the place, what was found and what is read."""
    cells = [value.strip().strip('"') for value in line.split("\t")]
    for name, wanted in HEADERS.items():
        if all(column in cells for column in wanted):
            return name
    if len(cells) in BY_WIDTH and cells[0].isdigit() and _is_day(cells[1]):
        return "gdelt"
    if len(cells) == PHOENIX_WIDTH and _is_day(cells[1]):
        return "phoenix"
    if _is_plover(line):
        return "plover"
    raise InputError(f"{place}:1: {_found(cells, line)}; {KNOWN}")


def _is_plover(line: str) -> bool:
    """An object with an event, or the opening of an array with an object on each line."""
    text = line.strip()
    return text == "[" or (text.lstrip("[").startswith("{") and '"event"' in text)


def _is_day(text: str) -> bool:
    return len(text) == DAY_DIGITS and text.isdigit()


def _found(cells: list[str], line: str) -> str:
    if not line.strip():
        return "nothing in it"
    if len(cells) == len(MENTIONS) and cells[0].isdigit():
        return "GDELT Mentions, which tell no events by themselves: give the Events table (.export.CSV)"
    if len(cells) == 1 and line.count(",") > len(HEADERS):
        return "cells parted by commas, tabs expected: save it tab-separated"
    if line.lstrip().startswith(("{", "[")):
        return "JSON without an event in its first object"
    return f"an unknown table of {len(cells)} columns beginning {line[:40]!r}"
