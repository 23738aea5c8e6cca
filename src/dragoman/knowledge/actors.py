"""Who is known: states, bodies, office-holders, media and roles, in one index of names.

Origin: written for the project from common knowledge; see docs/actors.md.
"""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from dragoman.knowledge.tables import first_day, last_day, read_table, split

UNIT = re.compile(r"[^\W_]+")
FAMILY_NAME_FIRST = frozenset("CHN TWN HKG PRK KOR VNM KHM".split())
LEADING_OFFICES = frozenset(
    "president,prime minister,chancellor,supreme leader,foreign minister,secretary of state,defence minister,"
    "defense minister,secretary of defense,premier,king,crown prince,junta leader,general secretary of the ruling party,"
    "secretary-general,secretary general,opposition leader,rebel leader,leader,emir,sultan,high representative,"
    "president of the european commission,paramount leader,transitional president,head of state,interior minister,"
    "finance minister,first lady,vice president,party leader,national security adviser,army chief".split(",")
)


class Known(Struct, frozen=True, gc=False):
    """One meaning of a name: what kind of thing, whose, in which years.

    kind: state | adjective | demonym | capital | seat | official | surname | medium, or the
    organisation's kind. `members` are the alpha-3 codes a group stands for. `own`: a user's table
    says so, which goes before ours. A Struct, not a dataclass: 57,000 are made in a tenth of the time.
    """

    kind: str
    name: str
    country: str | None
    sectors: tuple[str, ...]
    office: str = ""
    first: date | None = None
    last: date | None = None
    members: tuple[str, ...] = ()
    upper: bool = False
    ownership: str = ""
    own: bool = False

    def holds_on(self, day: date | None) -> bool:
        """Whether the meaning is in force on the day; without a day it is when it has not ended."""
        if day is None:
            return self.last is None
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


class Role(Struct, frozen=True, gc=False):
    """What a common noun says of somebody: sectors primary first, and whether it is a person."""

    word: str
    sectors: tuple[str, ...]
    kind: str
    plural: bool


def units(text: str) -> list[str]:
    """The words of a name as the index keys them: lower case, no diacritics, split at every mark."""
    if text.isascii():
        return UNIT.findall(text.lower())
    return [bare(unit) for unit in UNIT.findall(text)]


def bare(word: str) -> str:
    """The word in lower case without diacritics."""
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word.replace("ı", "i").replace("ø", "o").replace("ł", "l").replace("đ", "d"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).lower()


class Directory:
    """All names and roles, keyed by their units joined by spaces; `starts` has the most units of a key by its first.

    `offices` are the office-holders by whose office it is (alpha-3, or the body's name) and its name,
    `lands` the states that a word like "archipelago" or "emirate" can mean.
    """

    def __init__(self) -> None:
        self.names: dict[str, list[Known]] = {}
        self.roles: dict[str, Role] = {}
        self.starts: dict[str, int] = {}
        self.state_names: dict[str, str] = {}
        self.adjectives: dict[str, str] = {}
        self.lands: dict[str, frozenset[str]] = {}
        self.offices: dict[tuple[str, str], list[Known]] = {}

    def copied(self) -> "Directory":
        """Another directory with the same names and roles, to which more can be added."""
        other = Directory()
        other.names = {key: meanings.copy() for key, meanings in self.names.items()}
        other.offices = {key: holders.copy() for key, holders in self.offices.items()}
        other.roles, other.starts = self.roles.copy(), self.starts.copy()
        other.state_names, other.adjectives, other.lands = self.state_names, self.adjectives, self.lands
        return other

    def add(self, alias: str, known: Known) -> None:
        """Makes `alias` a name of `known`; an alias of capitals is only met in capitals."""
        words = units(alias)
        if not words:
            return
        if alias.isupper() and len(alias) <= 6:
            known = replace(known, upper=True)
        key = " ".join(words)
        self.names.setdefault(key, []).append(known)
        if self.starts.get(words[0], 0) < len(words):
            self.starts[words[0]] = len(words)

    def look_up(self, key: str) -> list[Known]:
        """The meanings of a key made by `units`; empty when the name is unknown."""
        return self.names.get(key, [])

    def state_name(self, code: str) -> str:
        """The state's usual name in English."""
        return self.state_names.get(code, code)


def _load_lands(directory: Directory) -> None:
    directory.lands = {row["word"]: frozenset(split(row["countries"])) for row in read_table("lands.csv", ("word", "countries"))}


@cache
def load_directory() -> Directory:
    """The tables under data/, loaded once; raises CodebookError naming the row that is wrong."""
    directory = Directory()
    for load in (_load_states, _load_organisations, _load_media, _load_officials, _load_roles, _load_lands):
        load(directory)
    return directory


def _load_states(directory: Directory) -> None:
    columns = "code,name,kind,part_of,sector,from,to,names,adjectives,demonyms,capital,seats".split(",")
    for row in read_table("states.csv", columns):
        code, sector = row["code"], tuple(row["sector"].split()) or ("GOV",)
        kind = "region" if row["kind"] == "region" else "state"
        if row["kind"] == "state":
            directory.state_names[code] = row["name"]
            directory.adjectives[code] = (split(row["adjectives"]) or (row["name"],))[0]
        first, last = first_day(row["from"]), last_day(row["to"])
        for name in dict.fromkeys((row["name"], *split(row["names"]))):
            directory.add(name, Known(kind, row["name"], code, sector, first=first, last=last))
        for name in split(row["adjectives"]):
            directory.add(name, Known("adjective", row["name"], code, sector))
        for name in split(row["demonyms"]):
            directory.add(name, Known("demonym", row["name"], code, ("CVL",)))
        if row["kind"] == "region":
            continue
        for name in split(row["capital"]):
            directory.add(name, Known("capital", row["name"], code, sector))
        for name in split(row["seats"]):
            directory.add(name, Known("seat", row["name"], code, sector))


def _load_organisations(directory: Directory) -> None:
    for row in read_table("organisations.csv", "name,kind,country,sectors,aliases,from,to,members,seat".split(",")):
        known = Known(
            row["kind"],
            row["name"],
            row["country"] or None,
            tuple(row["sectors"].split()),
            first=first_day(row["from"]),
            last=last_day(row["to"]),
            members=split(row["members"]),
        )
        for alias in dict.fromkeys((row["name"], *split(row["aliases"]))):
            directory.add(alias, known)


def _load_media(directory: Directory) -> None:
    for row in read_table("media.csv", "name,aliases,country,ownership,kind".split(",")):
        known = Known("medium", row["name"], row["country"] or None, ("JRN",), ownership=row["ownership"])
        for alias in dict.fromkeys((row["name"], *split(row["aliases"]))):
            directory.add(alias, known)


def _load_officials(directory: Directory) -> None:
    for table in ("officials_east.csv", "officials_west.csv"):
        for row in read_table(table, "name,aliases,country,body,office,sectors,from,to".split(",")):
            sectors = tuple(row["sectors"].split())
            country = None if sectors[:1] == ("IGO",) else row["country"] or None
            known = Known(
                "official",
                row["name"],
                country,
                sectors,
                row["office"],
                first_day(row["from"]),
                last_day(row["to"]),
            )
            directory.offices.setdefault((row["country"] or row["body"], row["office"]), []).append(known)
            for alias in dict.fromkeys((row["name"], *split(row["aliases"]))):
                directory.add(alias, known)
            if row["office"] in LEADING_OFFICES:
                _add_surname(directory, known)


def _add_surname(directory: Directory, known: Known) -> None:
    for surname in surnames(known.name, known.country):
        directory.add(surname, replace(known, kind="surname"))


def surnames(name: str, country: str | None) -> Iterator[str]:
    """The ways a person of this name is called on second mention."""
    words = name.split()
    if len(words) < 2:
        return
    if country in FAMILY_NAME_FIRST and len(words) <= 3:
        yield words[0]
        return
    if len(words[-1]) < 3 or words[-1].strip("IVX") == "":
        return  # "Frederik X": a regnal number is nobody's surname
    yield words[-1]
    if len(words) > 2 and words[-2].lower() in PARTICLES:
        yield " ".join(words[-2:])
    if "-" in words[-1] and words[-1].split("-")[0].lower() in ("al", "el", "as", "ash"):
        yield words[-1].split("-", 1)[1]


PARTICLES = frozenset("van von de da di del della dos le la bin ibn ben abu el al bint ould st".split())


def _load_roles(directory: Directory) -> None:
    for row in read_table("roles.csv", "role,plural,sectors,kind,note".split(",")):
        sectors = tuple(row["sectors"].split())
        collective = row["kind"] in ("group", "crowd")
        for word, plural in ((row["role"], collective), *((word, True) for word in split(row["plural"]))):
            directory.roles[" ".join(units(word))] = Role(row["role"], sectors, row["kind"], plural)
