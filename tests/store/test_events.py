"""The store gives back what it took."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.records import SOUND, STORY

from dragoman.model.event import Event, Party, Size, Speaker, Where
from dragoman.model.text import Article, Cut
from dragoman.model.trace import Reason
from dragoman.store.articles import coded_already, run_number, store_articles, store_codings
from dragoman.store.database import Database
from dragoman.store.events import read_events, store_events

WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1, max_size=40)
CODES = st.sampled_from((None, "NOR", "RUS", "TWN"))
SECTORS = st.lists(st.sampled_from(("GOV", "MIL", "CVL")), max_size=2).map(tuple)
DAYS = st.none() | st.dates(date(1946, 1, 1), date(2100, 1, 1))
COUNTS = st.none() | st.tuples(st.integers(0, 9), st.integers(9, 99999))


@st.composite
def stories(draw: st.DrawFn) -> tuple[Article, Event]:
    """An article with any letters in it, and an event that quotes it."""
    text = draw(WORDS) + draw(st.sampled_from(("", "\n\n", " 🕊 ", "é"))) + draw(WORDS)
    start = draw(st.integers(0, len(text) - 1))
    span = (start, draw(st.integers(start + 1, len(text))))
    words: dict[str, Any] = {"text": text[span[0] : span[1]], "span": span}
    quote = replace(SOUND.event_text, **words)
    who: dict[str, Any] = {**words, "name": draw(WORDS), "country": draw(CODES), "sector": draw(SECTORS)}
    place = Where(**words, name=draw(WORDS), country=draw(CODES), lat=draw(st.floats(-90, 90)), lon=draw(st.floats(-180, 180)), resolution=4)
    story = replace(
        STORY, text=text, published=draw(DAYS), publisher=draw(st.none() | WORDS), cuts=draw(st.sampled_from(((), (Cut(0, 1, "teaser"),))))
    )
    event = replace(
        SOUND,
        actor=(Party(**who, id=draw(st.none() | WORDS)),),
        recipient=draw(st.sampled_from(((), (Party(**who),)))),
        mode=draw(st.sampled_from(((), ("visit", "phone")))),
        date=draw(DAYS),
        enddate=draw(DAYS),
        date_text=draw(st.sampled_from((None, quote))),
        event_loc=draw(st.sampled_from((None, place))),
        event_text=quote,
        evidence=(quote,),
        said_by=draw(st.sampled_from(((), (Speaker(**who, party=True), Speaker(**who))))),
        size=Size(dead=draw(COUNTS), arrested=draw(COUNTS)),
        confidence=draw(st.floats(0, 1)),
        reasons=(Reason("propose", draw(WORDS), draw(st.floats(-5, 5))),),
    )
    return story, event


@settings(max_examples=25, deadline=None)
@given(stories())
def test_store_gives_back_what_it_took(story: tuple[Article, Event]) -> None:
    """An article and its event come out of the ledger as they went in, to the last character and digit."""
    article, event = story
    with TemporaryDirectory() as folder:
        database = Database(Path(folder) / "l.duckdb")
        with database.writing() as connection:
            run_no = run_number(connection, event.run, "{}", add=True) or 0
            numbers = store_articles(connection, [article], {})
            codings, gone = store_codings(connection, numbers.values(), run_no)
            events = store_events(connection, [(codings[numbers[article.id]], [event])])
        with database.reading() as connection:
            stored = read_events(connection, events)[events[0]]
            assert (stored.event, stored.article) == (event, article)
            assert connection.one("SELECT words FROM records") == event.event_text.text
            assert coded_already(connection, [article], run_no) == {article.id}
    assert gone == []


def test_recoding_supersedes_and_keeps(tmp_path: Path) -> None:
    """A second run takes the first one's place; what the first one coded stays readable."""
    database = Database(tmp_path / "l.duckdb")
    with database.writing() as connection:
        numbers = store_articles(connection, [STORY], {}).values()
        first, _ = store_codings(connection, numbers, 1)
        old = store_events(connection, [(first[1], [SOUND])])
        second, gone = store_codings(connection, numbers, 2)
        new = store_events(connection, [(second[1], [replace(SOUND, event="ACCUSE")])])
        connection.insert("runs", [{"run_no": number, "version": "1", "codebook": "c", "model": "m", "settings": "{}"} for number in (1, 2)])
    assert gone == old
    with database.reading() as connection:
        assert connection.rows("SELECT event, event_no FROM current_records") == [("ACCUSE", new[0])]
        assert read_events(connection, old)[old[0]].event.event == "SANCTION"


def test_changed_text_is_a_new_row(tmp_path: Path) -> None:
    """The same id with another text is coded again, and the old text's coding is superseded."""
    database = Database(tmp_path / "l.duckdb")
    changed = replace(STORY, text=STORY.text + " It said so.")
    with database.writing() as connection:
        store_codings(connection, store_articles(connection, [STORY], {}).values(), 1)
        assert coded_already(connection, [changed], 1) == set()
        store_codings(connection, store_articles(connection, [changed], {}).values(), 1)
        rows = connection.rows("SELECT a.text, c.superseded IS NULL FROM articles a JOIN codings c USING (article_no) ORDER BY article_no")
    assert rows == [(STORY.text, False), (changed.text, True)]
