"""Says when an event was: the time expression that belongs to its word, else the publication day as a bound."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date

from spacy.tokens import Token

from dragoman.locate import attach
from dragoman.locate.reach import Reach
from dragoman.locate.reckon import LONG_DAYS, Days, Reckoner
from dragoman.locate.words import Time
from dragoman.model.event import When
from dragoman.model.parsed import Parsed

HISTORICAL_DAYS = 420  # ontology: historical is about fourteen months or more before publication
COMMENT = frozenset(
    "accuse blame denounce criticise criticize condemn thank praise call describe brand hail slam welcome warn "
    "congratulate say tell insist argue complain deplore mock".split()
)
NEAR_SENTENCES = 3


def choose_when(
    parsed: Parsed,
    trigger: Token,
    times: Sequence[Time],
    *,
    tense: str = "past",
    previous: When | None = None,
    status: str = "actual",
) -> When:
    """The days of the event whose word is `trigger`, with the words that tell them.

    A relative time counts from `previous`, the event told before. Where the text tells no day, the last
    possible one is the publication day; for a hypothetical event not even that.
    """
    scene = _Scene(parsed, trigger, times, tense, previous, status)
    found = scene.answer()
    if found is not None:
        (first, last_day), time = found
        return When(first, last_day, "stated", parsed.quote(time.start, time.end))
    if previous is not None and status == "actual" and scene.goes_on():
        return previous
    last = None if status == "hypothetical" else parsed.article.published
    return When(None, last, "published")


def is_historical(when: When, published: date | None) -> bool:
    """Whether the event ended so long before publication that it is told as history."""
    if when.last is None or published is None:
        return False
    return (published - when.last).days >= HISTORICAL_DAYS


class _Scene:
    """One trigger in its sentence, with the times that stand there and the days that can be counted from."""

    def __init__(self, parsed: Parsed, trigger: Token, times: Sequence[Time], tense: str, previous: When | None, status: str) -> None:
        self.parsed, self.trigger, self.times, self.previous = parsed, trigger, times, previous
        self.published, self.sentence = parsed.article.published, parsed.sentence(trigger)
        self.here = [t for t in times if self.sentence.start <= t.head < self.sentence.end and t.dates_something]
        predicate = attach.predicate_of(trigger)
        promised = attach.is_promise(trigger, predicate)
        self.is_ahead = tense == "future" or status in ("future", "hypothetical")
        self.reach = Reach(trigger, self.sentence, promised and not self.is_ahead)
        self.reckoner = Reckoner(parsed, times, self.here, self.reach, previous, self.is_ahead)

    def answer(self) -> tuple[Days, Time] | None:
        """The days of the likeliest time that can be the event's, with that time."""
        ranked = sorted(self._ranked(), key=lambda row: (row[1].kind == "duration", row[0], row[1].head))
        measure = next((time for rank, time in ranked if time.kind == "duration" and rank < 1 and time.mark == "long"), None)
        for _, time in ranked:
            span = self.reckoner.days_of(time)
            if span is not None and not _is_backward(span):
                return self.reckoner.stretched(span, time, measure), time
        return None

    def _ranked(self) -> Iterator[tuple[float, Time]]:
        for time in self.here:
            if self.reckoner.clause_after(time) is not None:
                yield 0.0, time
                continue
            rank = self.reach.rank(time.start, time.end, time.head, is_past=self._is_over(time))
            if rank is not None and not self._is_owned(time):
                yield rank, time

    def _is_over(self, time: Time) -> bool:
        """Whether the words can only mean days before publication: "in the autumn of 2019", "last week"."""
        if time.last is None or self.published is None or time.last >= self.published:
            return False
        return time.ahead is None or time.ahead[1] < self.published

    def _is_owned(self, time: Time) -> bool:
        """Whether the time is another noun's: "Thursday's vote"."""
        doc = self.parsed.doc
        return time.end < len(doc) and doc[time.end].text in ("'s", "’s") and doc[time.head].head.i != self.trigger.i

    def goes_on(self) -> bool:
        """Whether the sentence tells what happened next on the day of the event before.

        A simple past in the paragraph of that day, close to its words, goes on with it; a comment
        ("accused", "thanked"), the perfect and what somebody says do not.
        """
        previous, predicate = self.previous, self.reach.predicate
        if previous is None or previous.text is None or previous.first is None or previous.last is None:
            return False
        if (previous.last - previous.first).days > LONG_DAYS or predicate.lemma_ in COMMENT or self.here:
            return False
        return self._is_near(previous.text.span[0]) and attach.is_simple_past(predicate) and not self.reach.is_told

    def _is_near(self, start: int) -> bool:
        """Whether the words at that place of the text stand in this paragraph, few sentences back."""
        parsed = self.parsed
        token = bisect_left(parsed.starts, start)
        if token > self.trigger.i or parsed.paragraph_of[token] != parsed.paragraph_of[self.trigger.i]:
            return False
        return parsed.sentence_of[self.trigger.i] - parsed.sentence_of[token] <= NEAR_SENTENCES


def _is_backward(span: Days) -> bool:
    """Whether the days end before they begin: a plan for a day gone by, a "since" that lies ahead."""
    return span[0] is not None and span[1] is not None and span[0] > span[1]
