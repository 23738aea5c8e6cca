"""Dictionaries of the PETRARCH family as additional knowledge: `*.actors.txt`, `*.agents.txt`, ICEWS-like CSV.

What they say comes after our own meanings of a name, and their nouns are taken where we have none.
"""

import re
from pathlib import Path

from dragoman.errors import CodebookError
from dragoman.knowledge.actors import Directory, Known, units
from dragoman.knowledge.cameo_codes import ICEWS, KINDS, SECTORS
from dragoman.knowledge.dictionary import Dictionary
from dragoman.knowledge.own_tables import SECTORS as OURS
from dragoman.knowledge.own_tables import OwnRow, country_code, day_of, open_text, read_rows
from dragoman.knowledge.petrarch_actors import ActorsReader
from dragoman.knowledge.petrarch_agents import AgentsReader
from dragoman.knowledge.tables import first_day, last_day

ICEWS_COLUMNS = ("name", "country", "sectors", "start", "end")


def read_dictionary(path: Path, directory: Directory) -> Dictionary:
    """The dictionary in the file, by its name; every line that cannot be read is among the mistakes."""
    if path.suffix.lower() == ".csv":
        rows, mistakes = read_rows(path, ICEWS_COLUMNS, lambda cells: _icews_row(cells, directory))
        return Dictionary(rows, [], mistakes)
    lines = [(number, _bare(line)) for number, line in enumerate(open_text(path).read_text(encoding="utf-8-sig").splitlines(), 1)]
    lines = [(number, line) for number, line in lines if line]
    if path.name.lower().endswith("agents.txt"):
        return AgentsReader(path, directory).read(lines)
    if path.name.lower().endswith("actors.txt"):
        return ActorsReader(path, directory).read(lines)
    raise CodebookError(f"{path}: unknown kind of dictionary; its name ends in actors.txt, agents.txt or .csv")


def _bare(line: str) -> str:
    return re.split(r"[#;]", line, maxsplit=1)[0].strip()


def _icews_row(cells: dict[str, str], directory: Directory) -> OwnRow:
    if not units(cells["name"]):
        raise ValueError("no name; write the actor's name into its cell")
    sectors = tuple(dict.fromkeys(_icews_sector(word.strip()) for word in re.split(r"[|;,]", cells["sectors"]) if word.strip()))
    first, last = day_of(cells["start"], first_day), day_of(cells["end"], last_day)
    kind = "official" if first or last else KINDS.get(sectors[0], "agency") if sectors else "agency"
    return OwnRow(Known(kind, cells["name"], country_code(cells["country"], directory), sectors or ("UNK",), first=first, last=last), ())


def _icews_sector(word: str) -> str:
    found = word.upper() if word.upper() in OURS else ICEWS.get(word.lower()) or SECTORS.get(word.upper())
    if found is None:
        raise ValueError(f"unknown sector {word!r}; write a code such as GOV, or a name such as Military")
    return found
