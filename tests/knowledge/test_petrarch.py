"""Dictionaries of the PETRARCH family and ICEWS-like tables add to what is known."""

from datetime import date
from pathlib import Path

import pytest

from dragoman.actors.lookup import Actors
from dragoman.errors import CodebookError
from dragoman.knowledge.actors import load_directory
from dragoman.knowledge.cameo_codes import read_code
from dragoman.knowledge.petrarch import read_dictionary

ACTORS = """# invented for this test
MINA_OKOSANYA_ ; a minister
+PRESIDENT_OKOSANYA_
+OKOSANYA
\t[SLEGOV 980101-030101] [SLEELI >20030101]

TAMBRIL_FRONT_ [SLEREB <19980101]
\t[SLEPTY >19980101]

HARBOUR_AID_TRUST_ [NGOHRI]
ZIMBORA_ [MLI]
"""
AGENTS = """; invented for this test
!PERSON! = MAN {MEN}, WOMAN {WOMEN}, LAD
QUARTERDECKER {QUARTERDECKERS} [~MIL]
MILLWRIGHTERY {} [~BUS]
DOCKSIDE_!PERSON! [~LAB]
HEDGE_DEPUTY [~LEG]
"""
ICEWS = """Name,Country,Sectors,Start,End
Josune Arrabal,Spain,Executive|Government,2001-02-01,2004-05-01
Coastal Watchers,ESP,Military,,
"""


def write(folder: Path, name: str, text: str) -> Path:
    """A file of that name."""
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


@pytest.fixture
def actors(tmp_path: Path) -> Actors:
    """Our tables with three dictionaries."""
    files = {"x.actors.txt": ACTORS, "x.agents.txt": AGENTS, "x.csv": ICEWS}
    return Actors(dictionaries=[write(tmp_path, name, text) for name, text in files.items()])


@pytest.mark.parametrize(
    ("mention", "on", "country", "sectors"),
    [
        ("Mina Okosanya", date(2000, 1, 1), "SLE", ("GOV",)),
        ("President Okosanya", date(2000, 1, 1), "SLE", ("GOV",)),
        ("Okosanya", date(2000, 1, 1), "SLE", ("GOV",)),
        ("Mina Okosanya", date(2010, 1, 1), "SLE", ("ELI",)),
        ("the Tambril Front", date(1997, 12, 31), "SLE", ("REB",)),
        ("the Tambril Front", date(1998, 1, 1), "SLE", ("PTY",)),
        ("Harbour Aid Trust", None, None, ("NGO", "SOC")),
        ("Zimbora", None, "MLI", ("GOV",)),
        ("two Kenyan quarterdeckers", None, "KEN", ("MIL",)),
        ("a Kenyan millwrightery", None, "KEN", ("BUS",)),
        ("Kenyan dockside women", None, "KEN", ("LAB",)),
        ("a Kenyan dockside lad", None, "KEN", ("LAB",)),
        ("Kenyan hedge deputies", None, "KEN", ("LEG",)),
        ("Josune Arrabal", date(2003, 1, 1), "ESP", ("GOV",)),
        ("Josune Arrabal", date(2008, 1, 1), "ESP", ("ELI",)),
        ("Coastal Watchers", None, "ESP", ("MIL",)),
    ],
)
def test_entries_are_known(actors: Actors, mention: str, on: date | None, country: str | None, sectors: tuple[str, ...]) -> None:
    """Roots, synonyms, terms, nouns with their plurals, sets, and rows of a table."""
    found = actors.resolve(mention, on=on)
    assert found is not None
    assert (found.country, found.sectors) == (country, sectors)


def test_our_own_meaning_comes_first(tmp_path: Path) -> None:
    """A dictionary adds; it does not overrule."""
    path = write(tmp_path, "y.actors.txt", "HAMAS_ [JORBUS]\n")
    found = Actors(dictionaries=[path]).resolve("Hamas", on=date(2020, 1, 1))
    assert found is not None
    assert found.sectors == ("REB", "PTY")


@pytest.mark.parametrize(
    ("code", "country", "sectors", "unknown"),
    [
        ("USAGOV", "USA", ("GOV",), ()),
        ("ROMCOP", "ROU", ("COP",), ()),
        ("USAGOVMIL", "USA", ("GOV", "MIL"), ()),
        ("IGOUNO", None, ("IGO",), ()),
        ("~MED", None, ("JRN",), ()),
        ("---REB", None, ("REB",), ()),
        ("IRQREBMOS", "IRQ", ("REB",), ()),
        ("USAQQQ", "USA", (), ("QQQ",)),
        ("", None, (), ()),
    ],
)
def test_codes_are_read_three_letters_at_a_time(code: str, country: str | None, sectors: tuple[str, ...], unknown: tuple[str, ...]) -> None:
    """Country first, then roles; what a body calls itself is no mistake."""
    coded = read_code(code, load_directory())
    assert (coded.country, coded.sectors, coded.unknown) == (country, sectors, unknown)


def test_unknown_codes_are_warnings(tmp_path: Path) -> None:
    """The entry is kept; the warning has file and line."""
    actors = Actors(dictionaries=[write(tmp_path, "z.actors.txt", "\nVOLUNDA_CORPS_ [USAQQQ]\n")])
    assert len(actors.warnings) == 1
    assert actors.warnings[0].endswith("z.actors.txt: line 2: unknown code 'QQQ' in [USAQQQ]")


def test_every_unreadable_line_is_told_at_once(tmp_path: Path) -> None:
    """All files, all lines, each with its fix."""
    one = write(tmp_path, "a.actors.txt", "GOOD_ONE_ [KEN]\nBAD ONE_ [KEN]\nOTHER_ [KEN\nNO_CODE_\nDATED_ [KENGOV 9913]\nLATE_ [KENGOV >990231]\n")
    two = write(tmp_path, "b.agents.txt", "NOUN WITHOUT CODE\n!NOBODY!_LIKE [~GOV]\n")
    three = write(tmp_path, "c.csv", "name,country,sectors,start,end\nA,Atlantis,GOV,,\nB,KEN,Wizards,,\n")
    with pytest.raises(CodebookError) as told:
        Actors(dictionaries=[one, two, three])
    text = str(told.value)
    places = [line.split(": ")[:2] for line in text.splitlines()]
    assert [(Path(name).name, line) for name, line in places] == [
        *(("a.actors.txt", f"line {number}") for number in (2, 3, 4, 5, 6)),
        *(("b.agents.txt", f"line {number}") for number in (1, 2)),
        *(("c.csv", f"line {number}") for number in (2, 3)),
    ]


def test_another_file_is_refused(tmp_path: Path) -> None:
    """With the names that a dictionary has."""
    with pytest.raises(CodebookError, match=r"its name ends in actors\.txt, agents\.txt or \.csv"):
        read_dictionary(write(tmp_path, "x.json", "{}"), load_directory())
