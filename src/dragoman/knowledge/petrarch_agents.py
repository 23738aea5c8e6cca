"""Agents of a PETRARCH dictionary: nouns with their plural in braces and a code whose country is open.

!PERSON! = MAN {MEN}, WOMAN {WOMEN}
CORPORAL {CORPORALS} [~MIL]
MILITIA_!PERSON! [~REB]
"""

import re
from collections.abc import Iterator
from pathlib import Path

from dragoman.knowledge.actors import Directory, Role, units
from dragoman.knowledge.cameo_codes import read_code
from dragoman.knowledge.dictionary import Dictionary

AGENT = re.compile(r"^(?P<noun>[^\[{]+?)\s*(?P<braces>\{(?P<plural>[^}]*)\})?\s*\[(?P<code>[^\]]*)\]$")
SET = re.compile(r"^!(?P<name>[^!\s]+)!\s*=\s*(?P<items>.+)$")
SLOT = re.compile(r"!([^!\s]+)!")
ITEM = re.compile(r"^(?P<noun>[^{]+?)\s*(?:\{(?P<plural>[^}]*)\})?$")


class AgentsReader:
    """Reads agents: nouns, substitution sets, and nouns with a slot for a set."""

    def __init__(self, path: Path, directory: Directory) -> None:
        self.path, self.directory, self.found = path, directory, Dictionary()
        self.sets: dict[str, list[tuple[str, str | None]]] = {}

    def read(self, lines: list[tuple[int, str]]) -> Dictionary:
        """The dictionary of the lines; a set may stand after the lines that use it."""
        rest = [row for row in lines if not self._set(row[1])]
        for number, line in rest:
            match = AGENT.match(line)
            if match is None:
                self.found.mistakes.append(f"{self.path}: line {number}: cannot be read: {line!r}; write NOUN {{PLURAL}} [~CODE] or !SET! = A, B")
            else:
                self._agent(number, match)
        return self.found

    def _set(self, line: str) -> bool:
        match = SET.match(line)
        if match is None:
            return False
        items = [ITEM.match(item.strip()) for item in match["items"].split(",") if item.strip()]
        self.sets[match["name"].upper()] = [(item["noun"], item["plural"]) for item in items if item]
        return True

    def _agent(self, number: int, match: re.Match[str]) -> None:
        coded = read_code(match["code"], self.directory)
        self.found.warnings += [f"{self.path}: line {number}: unknown code {part!r} in [{match['code']}]" for part in coded.unknown]
        for noun, plural in self._filled(number, match["noun"], match["plural"]):
            word = " ".join(units(noun.replace("_", " ")))
            kind = "person" if plural else "body"
            self.found.roles.append((word, Role(word, coded.sectors or ("UNK",), kind, plural=False)))
            if plural:
                self.found.roles.append((plural.replace("_", " "), Role(word, coded.sectors or ("UNK",), kind, plural=True)))

    def _filled(self, number: int, noun: str, plural: str | None) -> Iterator[tuple[str, str]]:
        slot = SLOT.search(noun)
        if slot is None:
            yield noun, _plural(noun) if plural is None else plural
            return
        if slot[1].upper() not in self.sets:
            self.found.mistakes.append(f"{self.path}: line {number}: unknown set !{slot[1]}!; the sets are {', '.join(sorted(self.sets)) or 'none'}")
        for item, many in self.sets.get(slot[1].upper(), ()):
            one = noun.replace(slot[0], item)
            yield one, noun.replace(slot[0], _plural(item) if many is None else many) if many != "" else ""


def _plural(noun: str) -> str:
    bare = noun.strip("_")
    return f"{bare[:-1]}IES" if bare.upper().endswith("Y") else f"{bare}S"
