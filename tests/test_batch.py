"""The same articles give the same records, alone, in any batch, in a pool."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from dragoman import Article, Coder, Outcome, Settings
from dragoman.evaluate.gold import read_gold
from dragoman.model.event import to_json
from dragoman.model.trace import Failure

pytestmark = pytest.mark.model
HERE = Path(__file__).parent
GOLD = next((path for path in (HERE / "gold", HERE.parents[1] / "shared" / "gold") if (path / "dev.jsonl").exists()), None)
STORY = Article("oslo", "Norway expelled two Russian diplomats on Tuesday.", published=date(2024, 3, 14))


def stories(count: int) -> list[Article]:
    """The first gold articles; the test is skipped where there are none."""
    if GOLD is None:
        pytest.skip("no gold articles: neither tests/gold nor ../shared/gold is there")
    return [gold.article() for gold in read_gold(GOLD / "dev.jsonl")[:count]]


def lines(outcomes: Iterator[Outcome]) -> list[bytes]:
    """The records as they are written."""
    return [to_json(event) for outcome in outcomes for event in outcome.events]


def test_batches_and_pools_do_not_change_records(coder: Coder) -> None:
    """One by one, by threes, by sixteens and by two workers: the same lines in the same order."""
    rows = stories(10)
    alone = [line for row in rows for line in lines(coder.code([row]))]
    assert len(alone) > len(rows)
    for size in (1, 3, 16):
        assert lines(Coder(Settings(batch_size=size)).code(rows)) == alone
    assert lines(Coder(Settings(batch_size=3), workers=2).code(rows)) == alone


def test_order_of_articles_does_not_change_records(coder: Coder) -> None:
    """An article knows nothing of the articles before it."""
    rows = stories(6)
    assert sorted(lines(coder.code(rows))) == sorted(lines(coder.code(rows[::-1])))


def test_outcomes_come_lazily(coder: Coder) -> None:
    """The first batch is done before the second is read."""

    def articles() -> Iterator[Article]:
        yield from [STORY] * coder.settings.batch_size
        pytest.fail("the second batch was read first")

    assert next(coder.code(articles())).article == STORY


def test_what_could_not_be_read_passes_through(coder: Coder) -> None:
    """A failure keeps its place in the order and stays what it was."""
    failure = Failure("bad", "news.csv:3", "no text")
    first, second, third = coder.code([STORY, failure, STORY])
    assert (first.failure, second.failure, third.failure) == (None, failure, None)
    assert (second.article.id, second.article.place, second.events) == ("bad", "news.csv:3", ())
    assert lines(iter([first])) == lines(iter([third]))


def test_no_articles_are_no_outcomes(coder: Coder) -> None:
    """Nothing in, nothing out."""
    assert list(coder.code([])) == []
