"""Draws records of every kind that a file may have to carry, and writes and reads them back."""

from collections import Counter
from io import BytesIO, StringIO
from typing import Any

from hypothesis import strategies as st
from msgspec.structs import replace
from tests.records import SOUND, STORY, quote

from dragoman.formats.lines import number_lines
from dragoman.formats.loss import Loss
from dragoman.formats.records import Pair
from dragoman.formats.table import FORMATS
from dragoman.knowledge.actors import load_directory
from dragoman.knowledge.codebook import load_codebook
from dragoman.model.event import Event, Party, Size, Where
from dragoman.model.foreign import Foreign
from dragoman.model.text import Article

BOOK = load_codebook()
COUNTRIES = sorted(load_directory().state_names)
SECTORS = "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC IGO NGO IMG MNC ISM EUR".split()
WORDS = quote("Norway")
KINDS = [(name, mode) for name, kind in BOOK.types.items() for mode in (None, *kind.modes)]
DAYS = st.dates(min_value=SOUND.date.replace(year=1995), max_value=SOUND.date.replace(year=2030)) if SOUND.date else st.none()
NAMES = st.text(st.characters(categories=("L", "N", "P", "Z", "Cc")), min_size=1, max_size=12).map(lambda text: f"N{text}N")


@st.composite
def parties(draw: st.DrawFn) -> Party:
    """A party with any name, of a country or none."""
    sectors = draw(st.lists(st.sampled_from(SECTORS), max_size=4, unique=True))
    return Party(WORDS.text, WORDS.span, draw(NAMES), draw(st.none() | st.sampled_from(COUNTRIES)), tuple(sectors))


@st.composite
def places(draw: st.DrawFn) -> Where:
    """A place with coordinates or none, at any resolution."""
    spot = draw(st.none() | st.tuples(st.floats(-90, 90), st.floats(-180, 180)))
    lat, lon = (round(spot[0], 4), round(spot[1], 4)) if spot else (None, None)
    country, level = draw(st.sampled_from(COUNTRIES)), draw(st.integers(1, 5))
    name = load_directory().state_name(country) if level == 1 else draw(st.sampled_from(["Oslo", "Nord-Pas-de-Calais", "Aden", "Río Negro"]))
    return Where("Norway", WORDS.span, name, country, None, lat, lon, None, level)


@st.composite
def events(draw: st.DrawFn, most: int = 3) -> Event:
    """A record of any type and mode, with up to `most` parties on each side."""
    kind, mode = draw(st.sampled_from(KINDS))
    day = draw(DAYS)
    recipient = draw(st.lists(parties(), max_size=most))
    modes = (mode,) if mode else ()
    return replace(
        SOUND,
        event=kind,
        mode=modes,
        context=tuple(draw(st.lists(st.sampled_from(sorted(BOOK.contexts)), max_size=2, unique=True))),
        reciprocal=not recipient and draw(st.booleans()),
        actor=tuple(draw(st.lists(parties(), min_size=1, max_size=most))),
        recipient=tuple(recipient),
        date=day,
        enddate=day,
        event_loc=draw(st.none() | places()),
        size=draw(st.sampled_from([Size(), Size(dead=(2, 2)), Size(injured=(3, 9))])),
        quad_code=BOOK.types[kind].quad,
        event_scale=BOOK.score(kind, modes),
    )


def written(name: str, *records: Event, article: Article = STORY) -> tuple[str, Loss]:
    """The file of the records in the format, and what it lost."""
    out = StringIO()
    pairs: list[Pair] = [(record, article) for record in records]
    loss = FORMATS[name].write(pairs, out)
    return out.getvalue(), loss


def read_text(name: str, text: str | bytes) -> list[Any]:
    """What the format's reader makes of the text."""
    content = text if isinstance(text, bytes) else text.encode()
    read = FORMATS[name].read
    assert read is not None
    return list(read(number_lines(BytesIO(content), "file"), "file", Counter()))


def carried(name: str, record: Event) -> tuple[list[Foreign], Loss]:
    """The record written and read back, row by row; nothing of it may fail."""
    text, loss = written(name, record)
    rows = read_text(name, text)
    assert all(isinstance(row, Foreign) for row in rows), rows
    return rows, loss
