"""Actors of a PETRARCH dictionary: a root name, synonyms with `+`, and codes in brackets, some bounded by dates.

    MINA_KOROMA_ ; a comment
    +PRESIDENT_KOROMA_
        [SLEGOV 980101-030101] [SLEELI >20030101]

`<D` ends on the day before D and `>D` begins on D, so that the two leave no gap.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from dragoman.knowledge.actors import Directory, Known, units
from dragoman.knowledge.cameo_codes import KINDS, read_code
from dragoman.knowledge.dictionary import Dictionary
from dragoman.knowledge.own_tables import OwnRow

CODE = re.compile(r"\[([^\[\]]*)\]")
PIVOT = 30  # two-digit years: 31 to 99 are of the last century, as in PETRARCH


class ActorsReader:
    """Reads actors: each root with its synonyms and codes is an entry."""

    def __init__(self, path: Path, directory: Directory) -> None:
        self.path, self.directory, self.found = path, directory, Dictionary()

    def read(self, lines: list[tuple[int, str]]) -> Dictionary:
        """The dictionary of the lines."""
        for entry in _entries(lines):
            self._entry(entry)
        return self.found

    def _entry(self, entry: list[tuple[int, str]]) -> None:
        names, codes, wrong = [], [], False
        for number, line in entry:
            name = CODE.sub(" ", line).lstrip("+").strip()
            if not _is_sound(name):
                self._mistake(number, f"cannot be read: {line!r}; write NAME_ [CODE], +SYNONYM_ or [CODE DATES]")
                wrong = True
                continue
            codes += [(number, code) for code in CODE.findall(line)]
            names += [_words(name)] if name else []
        if not wrong and not (names and codes):
            self._mistake(entry[0][0], f"{entry[0][1]!r} has no {'code; write [CODE] behind it' if names else 'name; write NAME_ before it'}")
        for number, code in codes if names else ():
            self._meaning(number, code, names)

    def _mistake(self, number: int, words: str) -> None:
        self.found.mistakes.append(f"{self.path}: line {number}: {words}")

    def _meaning(self, number: int, text: str, names: list[str]) -> None:
        code, *dates = text.split() or [""]
        try:
            first, last = _bounds(dates)
        except ValueError as error:
            self._mistake(number, str(error))
            return
        coded = read_code(code, self.directory)
        self.found.warnings += [f"{self.path}: line {number}: unknown code {part!r} in [{text}]" for part in coded.unknown]
        kind = "official" if dates else KINDS.get(coded.sectors[0], "agency") if coded.sectors else "region"
        sectors = coded.sectors or (("GOV",) if coded.country else ("UNK",))
        self.found.rows.append(OwnRow(Known(kind, names[0], coded.country, sectors, first=first, last=last), tuple(names[1:])))


def _is_sound(name: str) -> bool:
    """Whether what is left of a line without its codes is a name or nothing."""
    return not name or ("[" not in name and "]" not in name and bool(units(name)) and not (" " in name and "_" in name))


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
