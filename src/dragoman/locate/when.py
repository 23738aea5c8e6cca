"""Says when an event was: the time expression that belongs to its word, else the publication day as a bound."""

from collections.abc import Iterator, Sequence
from datetime import date

from spacy.tokens import Token

from dragoman.locate import attach
from dragoman.locate.days import Interval, later, shifted, span_back
from dragoman.locate.words import Time
from dragoman.model.event import When
from dragoman.model.parsed import Parsed

HISTORICAL_DAYS = 420  # ontology: historical is about fourteen months or more before publication
POINTS = frozenset(("day", "span", "month", "year"))


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
    for time in scene.candidates():
        span = scene.days_of(time)
        if span is not None:
            return When(span[0], span[1], "stated", parsed.quote(time.start, time.end))
    last = None if status == "hypothetical" else parsed.article.published
    return When(None, last, "published")


def is_historical(when: When, published: date | None) -> bool:
    """Whether the event ended so long before publication that it is told as history."""
    if when.last is None or published is None:
        return False
    return (published - when.last).days >= HISTORICAL_DAYS


class _Scene:
    """One trigger in its sentence, with the times that stand there."""

    def __init__(
        self, parsed: Parsed, trigger: Token, times: Sequence[Time], tense: str, previous: When | None, status: str
    ) -> None:
        self.parsed, self.trigger, self.previous, self.status = parsed, trigger, previous, status
        self.published = parsed.article.published
        sentence = parsed.sentence(trigger)
        self.times = [t for t in times if sentence.start <= t.head < sentence.end and t.dates_something]
        self.predicate = attach.predicate_of(trigger)
        promised = attach.has_future(self.predicate) or attach.is_infinitive(self.predicate)
        self.is_promise = promised and status == "actual" and tense != "future"
        self.is_ahead = tense == "future" or status in ("future", "hypothetical")

    def candidates(self) -> Iterator[Time]:
        """The times that may date the event, likeliest first."""
        ranked = sorted((rank, time.head, time) for time in self.times if (rank := self._rank(time)) is not None)
        points = [time for _, _, time in ranked if time.kind != "duration"]
        yield from points
        yield from (time for _, _, time in ranked if time.kind == "duration")

    def _rank(self, time: Time) -> int | None:
        doc = self.parsed.doc
        top = attach.top_of(doc, time.start, time.end, time.head)
        above = list(attach.governors(top))
        if self._waits_for(time):
            return 0
        if self.trigger in above and not self.is_promise:
            return 0
        verb = above[-1] if above and attach.is_predicate(above[-1]) else None
        for step, (shared, _) in enumerate(attach.chain_of(self.predicate, self.is_promise)):
            if step == 0 and self.is_promise:
                continue
            if verb is not None and shared.i == verb.i and not self._is_of_a_noun(above):
                return 1 + step
            if shared.head.i != shared.i and time.start <= shared.head.i < time.end:
                return 1 + step
        return 20 if self._stands_beside(time) else None

    def _is_of_a_noun(self, above: list[Token]) -> bool:
        """Whether the time belongs to a noun under the verb ("Thursday's vote") that is not the trigger."""
        return any(token.pos_ in ("NOUN", "PROPN") and token.i != self.trigger.i for token in above[:-1])

    def _waits_for(self, time: Time) -> bool:
        return self._after_clause(time) is not None

    def _after_clause(self, time: Time) -> Token | None:
        return None

    def _stands_beside(self, time: Time) -> bool:
        return False

    def days_of(self, time: Time) -> tuple[date | None, date | None] | None:
        """The days the time gives this event, None where it cannot be its date."""
        if time.anchor == "event":
            return self._counted(time)
        span = time.ahead if self.is_ahead and time.ahead else _span_of(time)
        if span is None or self.published is None:
            return span
        if time.kind == "duration":
            return self._lasting(time, span)
        if self.is_ahead:
            return self._ahead(time, span)
        if time.mark in ("until", "by", "before", "after") or span[0] > self.published:
            return None
        if time.mark in ("since", "from"):
            return span[0], self.published
        if attach.has_perfect(self.predicate) and span[1] < self.published:
            return None
        return span

    def _ahead(self, time: Time, span: Interval) -> tuple[date | None, date | None]:
        if time.mark in ("until", "by"):
            return self.published, span[1]
        if time.mark == "before":
            return self.published, span[1]
        return (span[0], None) if time.mark in ("after", "from") else span

    def _counted(self, time: Time) -> tuple[date | None, date | None] | None:
        base = self._base(time)
        if base is None or time.shift is None:
            return None
        amount, unit = time.shift
        if time.mark == "since":
            return base[0], self.published
        if amount == 0 and unit == "day":
            return base
        return shifted(base, amount, unit) if amount else _widened(base, unit)

    def _base(self, time: Time) -> Interval | None:
        previous = self.previous
        if previous is not None and previous.last is not None and (previous.first is not None):
            return previous.first, previous.last
        if time.kind == "clock" and self.published:
            return self.published, self.published
        return None

    def _lasting(self, time: Time, span: Interval) -> Interval:
        assert time.shift is not None, "a duration has its count"
        return span


def _span_of(time: Time) -> Interval | None:
    return (time.first, time.last) if time.first and time.last else None


def _widened(base: Interval, unit: str) -> Interval:
    first = shifted((base[0], base[0]), 0, unit)[0]
    return first, shifted((base[1], base[1]), 0, unit)[1]
