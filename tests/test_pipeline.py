"""From articles to outcomes: what fails is counted, what is kept is sound."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dragoman import Article, Coder, Event, Outcome, Settings
from dragoman.actors.resolve import cast_actors
from dragoman.errors import EvidenceError
from dragoman.evaluate.gold import read_gold
from dragoman.model.mention import Cast
from dragoman.model.parsed import Parsed
from dragoman.model.text import Cut
from dragoman.pipeline import Tools, code_articles, ready

HERE = Path(__file__).parent
GOLD = next((path for path in (HERE / "gold", HERE.parents[1] / "shared" / "gold") if (path / "dev.jsonl").exists()), None)
TEXT = "Norway expelled two Russian diplomats on Tuesday."
STORY = Article("oslo", TEXT, published=date(2024, 3, 14))


def test_an_article_too_long_is_a_failure() -> None:
    """Nobody codes a book as one story: the words, the limit and the setting are named."""
    found = ready(Article("long", "word " * 21, place="news.csv:4"), Settings(max_words=20))
    assert not isinstance(found, Article)
    assert (found.article, found.place, found.reason) == ("long", "news.csv:4", "21 words; the limit is 20 (setting max_words)")


def test_an_article_with_cuts_is_not_cleaned_again() -> None:
    """What a reader of files has cleaned stays as it is."""
    article = Article("a", TEXT, cuts=(Cut(0, 6, "label"),))
    assert ready(article, Settings()) is article


@pytest.fixture(scope="module")
def outcomes(coder: Coder) -> list[Outcome]:
    """The gold articles coded, with what was dropped; skipped where there are none."""
    if GOLD is None:
        pytest.skip("no gold articles: neither tests/gold nor ../shared/gold is there")
    rows = [gold.article() for path in sorted(GOLD.glob("*dev.jsonl")) for gold in read_gold(path)]
    return list(code_articles(rows, Settings(explain=True), coder.tools))


@pytest.fixture(scope="module")
def events(outcomes: list[Outcome]) -> list[Event]:
    """All their records."""
    return [event for outcome in outcomes for event in outcome.events]


@pytest.mark.model
def test_every_gold_article_is_coded(outcomes: list[Outcome]) -> None:
    """No failure, and records in most articles."""
    assert [outcome.failure for outcome in outcomes if outcome.failure] == []
    assert sum(bool(outcome.events) for outcome in outcomes) > 0.9 * len(outcomes)


@pytest.mark.model
def test_every_quote_stands_in_the_stored_text(outcomes: list[Outcome]) -> None:
    """Trigger, evidence, sides, speakers, day and place: all of them."""
    for outcome in outcomes:
        for event in outcome.events:
            assert event.misquotes(outcome.article) == []
            assert all(text.strip() for text, _ in event.quotes())


@pytest.mark.model
def test_dropped_words_stand_in_the_stored_text(outcomes: list[Outcome]) -> None:
    """What was dropped is quoted too, with the rule that dropped it."""
    dropped = [(outcome.article, row) for outcome in outcomes for row in outcome.dropped]
    assert dropped
    assert all(article.text[row.span[0] : row.span[1]] == row.words and row.reason for article, row in dropped)


@pytest.mark.model
def test_nothing_rests_on_what_was_cut(outcomes: list[Outcome]) -> None:
    """No trigger and no side stands in a dateline, a caption or a teaser that was cut."""
    for outcome in outcomes:
        for event in outcome.events:
            for start, end in (event.event_text.span, *(party.span for party in event.actor)):
                assert not any(cut.start <= start and end <= cut.end for cut in outcome.article.cuts)


@pytest.mark.model
def test_every_record_has_an_actor(events: list[Event]) -> None:
    """No identifiable actor, no event; everybody has a name."""
    assert all(event.actor and all(party.name for party in event.actor) for event in events)


@pytest.mark.model
def test_mutual_records_have_no_recipients(events: list[Event]) -> None:
    """Everybody is among the actors, and there are two at least."""
    mutual = [event for event in events if event.reciprocal]
    assert mutual
    assert all(not event.recipient and len(event.actor) > 1 for event in mutual)


@pytest.mark.model
def test_required_recipients_are_there(events: list[Event], tools: Tools) -> None:
    """AID, SANCTION, COERCE, ASSAULT and whatever the codebook says need somebody to undergo them."""
    wanted = {name for name, entry in tools.codebook.types.items() if entry.recipient == "required"}
    assert all(event.recipient for event in events if event.event in wanted and not event.reciprocal)


@pytest.mark.model
def test_labels_and_scores_are_the_codebook_s(events: list[Event], tools: Tools) -> None:
    """Type, modes, contexts, quad and scale are known ones and agree."""
    book = tools.codebook
    for event in events:
        assert set(event.mode) <= set(book.types[event.event].modes)
        assert set(event.context) <= set(book.contexts)
        assert (event.quad_code, event.event_scale) == (book.types[event.event].quad, book.score(event.event, event.mode))
        assert event.status in ("actual", "future", "hypothetical", "negated", "historical")


@pytest.mark.model
def test_records_are_traceable(events: list[Event], tools: Tools) -> None:
    """Each says why it is there, how sure it is, and which versions made it; ids are unique."""
    assert all(event.reasons and 0 < event.confidence <= 1 and event.run == tools.run for event in events)
    assert len({event.id for event in events}) == len(events)


@pytest.mark.model
def test_days_are_in_order(events: list[Event]) -> None:
    """The first day is not after the last."""
    assert all(event.date is None or event.enddate is None or event.date <= event.enddate for event in events)


@pytest.mark.model
@pytest.mark.parametrize("error", [ValueError("odd"), KeyError("odd"), IndexError("odd"), RecursionError("odd"), EvidenceError("odd")], ids=repr)
def test_a_failing_article_is_counted_and_the_rest_goes_on(tools: Tools, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    """The article that breaks a stage becomes a Failure with its place and the error; its neighbours are coded."""

    def break_one(parsed: Parsed, *rest: Any) -> Cast:
        if parsed.article.id == "bad":
            raise error
        return cast_actors(parsed, *rest)

    monkeypatch.setattr("dragoman.pipeline.cast_actors", break_one)
    first, bad, last = code_articles([STORY, Article("bad", TEXT, place="news.csv:7"), STORY], Settings(), tools)
    assert first.events
    assert first.events == last.events
    assert bad.failure is not None
    assert (bad.failure.place, bad.events) == ("news.csv:7", ())
    assert bad.failure.reason.startswith(type(error).__name__)


@pytest.mark.model
@pytest.mark.parametrize(("stage", "error"), [("clean_article", ValueError), ("cast_actors", TypeError)], ids=["cleaning", "another error"])
def test_no_article_ends_the_run(coder: Coder, monkeypatch: pytest.MonkeyPatch, stage: str, error: type[Exception]) -> None:
    """Whatever goes wrong in one article, in whatever stage, is its Failure and not the end."""

    def break_down(*_: Any) -> Any:
        raise error("odd")

    monkeypatch.setattr(f"dragoman.pipeline.{stage}", break_down)
    (outcome,) = coder.code([STORY])
    assert outcome.failure is not None


ODD = {
    "empty": "",
    "blank": "\n\n",
    "stop": ".",
    "quote": "“",
    "brackets": "()",
    "name": "Norway",
    "articles": "the the the",
    "emoji": "🙂 🙂",
    "null": "Norway \x00 Peru.",
    "long word": "a" * 5000,
    "sayings": "He said he said he said he said.",
    "verbs": "expelled expelled",
    "byte order mark": "\ufeffNorway met Peru.",
    "rules": "-- \n-- \n--",
    "numbers": "1. 2. 3.",
    "prepositions": "of of of of",
}


@pytest.mark.model
@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_odd_texts_fail_nobody(coder: Coder, text: str) -> None:
    """A text that tells nothing gives an outcome, not an error."""
    (outcome,) = coder.code([Article("odd", text, published=date(2024, 3, 14))])
    assert outcome.failure is None
    assert all(event.misquotes(outcome.article) == [] for event in outcome.events)


@pytest.mark.model
def test_records_below_the_least_confidence_are_left_out(tools: Tools) -> None:
    """A bar that nothing reaches leaves nothing."""
    (outcome,) = code_articles([STORY], Settings(min_confidence=0.999), tools)
    assert outcome.events == ()


@pytest.mark.model
def test_without_a_publication_day_there_are_records_still(tools: Tools) -> None:
    """The weekday stays open, the expulsion is recorded."""
    (outcome,) = code_articles([Article("oslo", TEXT)], Settings(), tools)
    assert [(event.event, event.mode, event.date) for event in outcome.events] == [("SANCTION", ("expel",), None)]
