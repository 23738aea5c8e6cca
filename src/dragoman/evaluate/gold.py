"""Gold articles: read and checked, coded, and measured against."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Literal, get_args

import msgspec
from msgspec import Struct

from dragoman.batch import Coder
from dragoman.errors import InputError
from dragoman.evaluate.coded import GoldEvent
from dragoman.evaluate.measures import Measures, Miss
from dragoman.evaluate.score import score
from dragoman.evaluate.told import Told, from_event, from_gold
from dragoman.model.text import Article
from dragoman.read.clean import clean_article

Status = Literal["actual", "future", "hypothetical", "negated", "historical"]


class GoldArticle(Struct, frozen=True):
    """An article with its events in the order of first mention."""

    id: str
    text: str
    events: tuple[GoldEvent, ...]
    published: date | None = None
    title: str | None = None
    publisher: str | None = None

    def article(self) -> Article:
        """The article as a reader of files would give it, cleaned."""
        return clean_article(Article(self.id, self.text, self.title, self.published, self.publisher))


def read_gold(path: Path) -> list[GoldArticle]:
    """The gold articles of a JSON Lines file; raises InputError with every bad line, its number and the fix."""
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read ({error}); give a UTF-8 file of one JSON object a line") from error
    articles: list[GoldArticle] = []
    mistakes: list[str] = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            mistakes += [f"{path}:{number}: {mistake}" for mistake in _read_line(line, articles)]
    if mistakes:
        raise InputError("\n".join(mistakes))
    if not articles:
        raise InputError(f"{path}: no articles; one JSON object a line is needed, with id, text and events")
    return articles


def _read_line(line: str, articles: list[GoldArticle]) -> Iterator[str]:
    """Adds the line's article to the others; the mistakes of the line."""
    try:
        gold = msgspec.json.decode(line, type=GoldArticle)
    except msgspec.ValidationError as error:
        yield f"{error}; an article has {', '.join(GoldArticle.__struct_fields__)}, an event {', '.join(GoldEvent.__struct_fields__)}"
        return
    except msgspec.DecodeError as error:
        yield f"not JSON ({error}); write one object a line, without a comma after it"
        return
    if any(gold.id == other.id for other in articles):
        yield f"id {gold.id!r} stands on an earlier line; give each article an id of its own"
    articles.append(gold)
    yield from _check(gold)


def _check(gold: GoldArticle) -> Iterator[str]:
    for number, event in enumerate(gold.events):
        where = f"events[{number}]"
        if event.status not in get_args(Status):
            yield f"{where}.status: {event.status!r} is none of {', '.join(get_args(Status))}"
        if not event.evidence:
            yield f"{where}.evidence: empty; give the sentence that supports the event"
        for words in (event.trigger, *event.evidence):
            if words not in gold.text and words not in (gold.title or ""):
                yield f"{where}: {_short(words)!r} stands neither in text nor title; copy the words as they are"


def _short(words: str) -> str:
    return words if len(words) <= 60 else words[:57] + "..."


def evaluate_articles(path: Path, coder: Coder) -> tuple[Measures, list[Miss]]:
    """The measures of the coder on a gold file, and every miss and extra; failed articles come first."""
    gold = read_gold(path)
    guesses: dict[str, list[Told]] = defaultdict(list)
    failed: list[Miss] = []
    for outcome in coder.code(row.article() for row in gold):
        guesses[outcome.article.id] += map(from_event, outcome.events)
        if outcome.failure:
            failed.append(Miss("failed", outcome.article.id, "", "", outcome.failure.reason))
    measures, misses = score({row.id: [from_gold(event) for event in row.events] for row in gold}, guesses)
    return measures, [*failed, *misses]


def report(measures: Measures, rows: Iterable[Miss] = ()) -> str:
    """The measures as a table to read, and under it the misses and extras given."""
    lines = [f"{'':<12}{'P':>7}{'R':>7}{'F1':>7}"]
    for name in ("spotted", "found", "exact"):
        ratio = getattr(measures, name)
        lines.append(f"{name:<12}{ratio.p:7.3f}{ratio.r:7.3f}{ratio.f1:7.3f}")
    lines += ["", f"{measures.counts['gold']} events in gold, {measures.counts['guess']} records, {measures.counts['found']} found", ""]
    lines += [f"{name:<12}{'—' if value is None else format(value, '.3f'):>7}" for name, value in measures.fields.items()]
    lines += ["", f"{'confidence from':<16}{'records':>7}{'P':>7}{'R':>7}{'F1':>7}"]
    lines += [f"{step.confidence:<16.2f}{step.records:7d}{step.found.p:7.3f}{step.found.r:7.3f}{step.found.f1:7.3f}" for step in measures.curve[::4]]
    if measures.calibration_error is not None:
        lines.append(f"calibration error {measures.calibration_error:.3f}")
    lines += ["", f"{'type':<12}{'n':>7}{'P':>7}{'R':>7}{'F1':>7}"]
    lines += [f"{name:<12}{row.n:7d}{row.p:7.3f}{row.r:7.3f}{row.f1:7.3f}" for name, row in measures.types.items()]
    lines += [_line(row) for row in rows]
    return "\n".join(lines)


def _line(row: Miss) -> str:
    return " | ".join(part for part in (row.kind, row.article, row.type, row.words, row.sentence) if part)
