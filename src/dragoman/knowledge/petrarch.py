"""Dictionaries of the PETRARCH family as additional knowledge: `*.actors.txt`, `*.agents.txt`, ICEWS-like CSV.

An actor's entry is a root name, synonyms with `+`, and codes in brackets, some bounded by dates:

    MINA_KOROMA_ ; a comment
    +PRESIDENT_KOROMA_
        [SLEGOV 980101-030101] [SLEELI >20030101]

`<D` ends on the day before D and `>D` begins on D, so that the two leave no gap. An agent's line is a
noun with its plural in braces and a code whose country is open: `CORPORAL {CORPORALS} [~MIL]`.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from msgspec import Struct, field

from dragoman.errors import CodebookError
from dragoman.knowledge.actors import Directory, Known, Role, units
from dragoman.knowledge.cameo_codes import ICEWS, SECTORS, read_code
from dragoman.knowledge.own_tables import SECTORS as OURS
from dragoman.knowledge.own_tables import OwnRow, country_code, day_of, open_text, read_rows
from dragoman.knowledge.tables import first_day, last_day

ICEWS_COLUMNS = ("name", "country", "sectors", "start", "end")
CODE = re.compile(r"\[([^\[\]]*)\]")
AGENT = re.compile(r"^(?P<noun>[^\[{]+?)\s*(?P<braces>\{(?P<plural>[^}]*)\})?\s*\[(?P<code>[^\]]*)\]$")
SET = re.compile(r"^!(?P<name>[^!\s]+)!\s*=\s*(?P<items>.+)$")
SLOT = re.compile(r"!([^!\s]+)!")
ITEM = re.compile(r"^(?P<noun>[^{]+?)\s*(?:\{(?P<plural>[^}]*)\})?$")
KINDS = {"IGO": "IGO", "NGO": "ngo", "REB": "armed", "IMG": "armed", "UAF": "armed", "PTY": "party", "OPP": "party", "BUS": "company", "MNC": "company", "JRN": "medium"}
PIVOT = 30  # two-digit years: 31 to 99 are of the last century, as in PETRARCH


class Dictionary(Struct):
    """What a file says: names, nouns, the mistakes in it, and warnings of codes that nobody knows."""

    rows: list[OwnRow] = field(default_factory=list)
    roles: list[tuple[str, Role]] = field(default_factory=list)
    mistakes: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def add_to(self, directory: Directory) -> None:
        """Adds names, and nouns that are new; our own meanings come before."""
        for row in self.rows:
            for alias in dict.fromkeys((row.known.name, *row.aliases)):
                directory.add(alias, row.known)
        for noun, role in self.roles:
            directory.roles.setdefault(" ".join(units(noun)), role)


def read_dictionary(path: Path, directory: Directory) -> Dictionary:
    """The dictionary in the file, by its name; every line that cannot be read is among the mistakes."""
    if path.suffix.lower() == ".csv":
        rows, mistakes = read_rows(path, ICEWS_COLUMNS, lambda cells: _icews_row(cells, directory))
        return Dictionary(rows, [], mistakes)
    lines = [(number, _bare(line)) for number, line in enumerate(open_text(path).read_text(encoding="utf-8-sig").splitlines(), 1)]
    lines = [(number, line) for number, line in lines if line]
    if path.name.lower().endswith("agents.txt"):
        return _Agents(path, directory).read(lines)
    if path.name.lower().endswith("actors.txt"):
        return _Actors(path, directory).read(lines)
    raise CodebookError(f"{path}: unknown kind of dictionary; its name ends in actors.txt, agents.txt or .csv")


def _bare(line: str) -> str:
    return re.split(r"[#;]", line, maxsplit=1)[0].strip()


class _Actors:
    """Reads actors: each root with its synonyms and codes is an entry."""

    def __init__(self, path: Path, directory: Directory) -> None:
        self.path, self.directory, self.found = path, directory, Dictionary()

    def read(self, lines: list[tuple[int, str]]) -> Dictionary:
        """The dictionary of the lines."""
        for entry in _entries(lines):
            self._entry(entry)
        return self.found

    def _entry(self, entry: list[tuple[int, str]]) -> None:
        names, codes = [], []
        for number, line in entry:
            name = CODE.sub(" ", line).lstrip("+").strip()
            if "[" in CODE.sub("", line) or "]" in CODE.sub("", line) or (name and not units(name)) or (" " in name and "_" in name):
                self.found.mistakes.append(f"{self.path}: line {number}: cannot be read: {line!r}; write NAME_ [CODE], +SYNONYM_ or [CODE DATES]")
                continue
            codes += [(number, code) for code in CODE.findall(line)]
            if name:
                names.append(_words(name))
        if names and not codes and not any(str(entry[0][0]) in mistake for mistake in self.found.mistakes[-1:]):
            self.found.mistakes.append(f"{self.path}: line {entry[0][0]}: {entry[0][1]!r} has no code; write [CODE] behind it")
        for number, code in codes if names else ():
            self._meaning(number, code, names)

    def _meaning(self, number: int, text: str, names: list[str]) -> None:
        code, *dates = text.split()
        try:
            first, last = _bounds(dates)
        except ValueError as error:
            self.found.mistakes.append(f"{self.path}: line {number}: {error}")
            return
        coded = read_code(code, self.directory)
        self.found.warnings += [f"{self.path}: line {number}: unknown code {part!r} in [{text}]" for part in coded.unknown]
        kind = "official" if dates else KINDS.get(coded.sectors[0], "agency") if coded.sectors else "region"
        sectors = coded.sectors or (("GOV",) if coded.country else ("UNK",))
        self.found.rows.append(OwnRow(Known(kind, names[0], coded.country, sectors, first=first, last=last), tuple(names[1:])))


def _entries(lines: list[tuple[int, str]]) -> Iterator[list[tuple[int, str]]]:
    entry: list[tuple[int, str]] = []
    for number, line in lines:
        if entry and not line.startswith(("+", "[")):
            yield entry
            entry = []
        entry.append((number, line))
    if entry:
        yield entry


def _words(name: str) -> str:
    """The name as it is written in news; capitals stay for what may be an acronym."""
    return " ".join(word if len(word) <= 3 and "_" not in name.strip("_") else word.title() for word in name.strip("_").split("_") if word)


def _bounds(dates: list[str]) -> tuple[date | None, date | None]:
    first, last = None, None
    for text in dates:
        if text.startswith("<"):
            last = _day(text[1:]) - timedelta(days=1)
        elif text.startswith(">"):
            first = _day(text[1:])
        elif text.count("-") == 1:
            first, last = (_day(part) for part in text.split("-"))
        else:
            raise ValueError(f"unknown date {text!r}; write <DATE, >DATE or DATE-DATE")
    return first, last


def _day(text: str) -> date:
    if not text.isdigit() or len(text) not in (6, 8):
        raise ValueError(f"unknown date {text!r}; write YYMMDD or YYYYMMDD")
    year = int(text[:-4]) if len(text) == 8 else int(text[:2]) + (1900 if int(text[:2]) > PIVOT else 2000)
    try:
        return date(year, int(text[-4:-2]), int(text[-2:]))
    except ValueError as error:
        raise ValueError(f"unknown date {text!r}; no such day") from error


class _Agents:
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
