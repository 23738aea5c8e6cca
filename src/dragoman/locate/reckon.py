"""Reckons the days that a time expression gives one event: past or ahead, counted, lasting, as a bound."""

from collections.abc import Sequence
from datetime import date

from spacy.tokens import Token

from dragoman.locate import attach
from dragoman.locate.days import Interval, later, shifted, span_back, week_of
from dragoman.locate.reach import BEGINNING, Reach
from dragoman.locate.words import Time
from dragoman.model.event import When
from dragoman.model.parsed import Parsed

Days = tuple[date | None, date | None]
LATE = frozenset("midnight night nightfall dusk evening sunset".split())
ENDING = frozenset("end conclude finish wrap complete close".split())
LONG_DAYS = 7  # a longer stretch is a setting ("in June"), a shorter one an act that "hours later" follows


class Reckoner:
    """Turns times of one sentence into the days of one trigger there."""

    def __init__(
        self,
        parsed: Parsed,
        times: Sequence[Time],
        here: Sequence[Time],
        reach: Reach,
        previous: When | None,
        is_ahead: bool,
    ) -> None:
        self.parsed, self.times, self.here, self.reach = parsed, times, here, reach
        self.previous, self.is_ahead = previous, is_ahead
        self.published, self.trigger, self.sentence = parsed.article.published, reach.trigger, reach.sentence

    def clause_after(self, time: Time) -> Token | None:
        """The verb of "two days after X did it", when it is the trigger's: the measure counts back to it."""
        if time.shift is None or time.kind != "relative" or self.parsed.doc[time.end - 1].lower_ != "after":
            return None
        for token, _ in self.reach.chain:
            if token.i > time.end and any(child.i == time.end - 1 for child in token.lefts):
                return token
            if token.dep_ == "pcomp" and token.head.i == time.end - 1:
                return token
        return None

    def days_of(self, time: Time) -> Days | None:
        """The days the time gives this event, None where it cannot be its date."""
        if time.anchor == "event":
            return self._already_counted(time) or self._counted(time)
        span = time.ahead if self.is_ahead and time.ahead else _span_of(time)
        if span is None or self.published is None:
            return span
        if time.kind == "duration":
            return self._lasting(time)
        return self._ahead(time, span) if self.is_ahead else self._past(time, span)

    def _past(self, time: Time, span: Interval) -> Days | None:
        assert self.published is not None, "asked for after that was seen to"
        if time.mark in ("until", "by", "before", "after") or span[0] > self.published:
            return None
        if time.mark in ("since", "from") or self._has_begun(time):
            return span if self._is_told_in(time) else (span[0], self.published)
        if attach.has_perfect(self.reach.predicate) and span[1] < self.published:
            return None
        return span

    def _has_begun(self, time: Time) -> bool:
        """Whether the time is the beginning of what still goes on: "the strike, which began on Monday, is hurting trade"."""
        above = [token for token in attach.governors(self.parsed.doc[time.head]) if attach.is_predicate(token)]
        begins = bool(above) and above[-1].dep_ == "relcl" and above[-1].lemma_ in BEGINNING
        return begins and self.trigger.pos_ == "NOUN" and attach.is_present(self.reach.predicate)

    def _is_told_in(self, time: Time) -> bool:
        """Whether the event is told in a clause on the time itself: "since June 14, when they were seized"."""
        return any(time.start <= token.head.i < time.end for token, _ in self.reach.chain)

    def _lasting(self, time: Time) -> Interval | None:
        """The stretch a measure gives; "closed for three months" tells what is to come, and no day."""
        if time.shift is None or time.mark == "long":
            return None
        if time.mark == "for" and not self._is_lasting():
            return None
        return span_back(self._duration_end(), *time.shift)

    def _is_lasting(self) -> bool:
        predicate = self.reach.predicate
        return attach.has_perfect(predicate) or (predicate.tag_ == "VBG" and self.published is not None)

    def _ahead(self, time: Time, span: Interval) -> Days:
        if time.mark in ("until", "by", "before"):
            return self.published, span[1]
        return (span[0], None) if time.mark in ("after", "from") else span

    def _already_counted(self, time: Time) -> Days | None:
        """The days of the event before where the same words told them: one "day before" is counted once."""
        previous = self.previous
        if previous is None or previous.text is None:
            return None
        start, end = previous.text.span
        here = self.parsed.starts[time.head]
        return (previous.first, previous.last) if start <= here < end else None

    def _counted(self, time: Time) -> Days | None:
        base, shift = self._base(time), time.shift
        if base is None or shift is None:
            return None
        amount, unit = shift
        if time.mark == "since" and time.kind != "clock":
            return base[0], self.published
        if self.clause_after(time) is not None:
            amount = -amount
        if amount == 0 and unit == "day":
            return base if (base[1] - base[0]).days > LONG_DAYS else (base[1], base[1])
        return shifted(base, amount, unit) if amount else _widened(base, unit)

    def _base(self, time: Time) -> Interval | None:
        """The days to count from: another time of the sentence, the event before, the last day told."""
        if self.parsed.doc[time.end - 1].lower_ == "after":
            others = [t for t in self.here if t is not time and t.anchor != "event" and not t.mark and _span_of(t)]
            if others:
                return _span_of(others[0])
        if time.kind == "clock":
            return self._base_of_clock(time)
        beside = [t for t in self.here if t.end <= time.start and t.kind == "day" and not t.mark and _span_of(t)]
        if beside and time.shift == (0, "day") and self.reach.rank(beside[0].start, beside[0].end, beside[0].head) is not None:
            return _span_of(beside[0])
        previous = self.previous
        if previous is None or previous.first is None or previous.last is None:
            return self._last_told(time)
        return self._day_since(previous, time) or (previous.first, previous.last)

    def _day_since(self, previous: When, time: Time) -> Interval | None:
        """The last day told between the words of the event before and the time, whoever's day it was."""
        starts = self.parsed.starts
        told = previous.text.span[1] if previous.text is not None else len(self.parsed.article.text)
        days = [t for t in self.times if t.kind == "day" and not t.mark and t.anchor != "event" and told <= starts[t.head] and t.head < time.start]
        return next((span for t in reversed(days) if not self._looks_back(t) and (span := _span_of(t))), None)

    def _looks_back(self, time: Time) -> bool:
        """Whether the time dates what had been before the story: "who had arrived on Monday"."""
        above = [token for token in attach.governors(self.parsed.doc[time.head]) if attach.is_predicate(token)]
        return bool(above) and attach.has_pluperfect(above[-1])

    def _base_of_clock(self, time: Time) -> Interval | None:
        """The day whose hour is told: the paragraph's, else the paper's, or the one before for a late hour."""
        told = self._last_told_in_paragraph()
        if told is not None or self.published is None:
            return told
        is_late = not LATE.isdisjoint(token.lower_ for token in self.parsed.doc[time.start : time.end])
        day = later(self.published, -1) if is_late else self.published
        return day, day

    def _last_told_in_paragraph(self) -> Interval | None:
        paragraph = self.parsed.paragraph_of
        near = [t for t in self.times if t.head < self.sentence.start and paragraph[t.head] == paragraph[self.trigger.i]]
        return next((span for t in reversed(near) if t.kind == "day" and (span := _span_of(t))), None)

    def _last_told(self, time: Time) -> Interval | None:
        before = [t for t in self.times if t.head < time.start and t.anchor != "event" and t.dates_something]
        return next((span for t in reversed(before) if t.kind != "duration" and (span := _span_of(t))), None)

    def _duration_end(self) -> date:
        """A lasting act runs to publication in the perfect, a finished one to the day of the event before."""
        assert self.published is not None, "a duration has days only when there is a day to count from"
        previous = self.previous
        is_noun = self.trigger.pos_ == "NOUN"
        if is_noun and previous is not None and previous.last is not None and previous.basis == "stated":
            return previous.last
        return self.published

    def stretched(self, span: Days, time: Time, measure: Time | None) -> Days:
        """The days of "a three-day exercise ended on Wednesday": as many, up to the one told."""
        if measure is None or measure.shift is None or time.kind != "day" or span[1] is None:
            return span
        if self.reach.predicate.lemma_ not in ENDING:
            return span
        return span_back(span[1], *measure.shift)


def _span_of(time: Time) -> Interval | None:
    return (time.first, time.last) if time.first and time.last else None


def _widened(base: Interval, unit: str) -> Interval:
    if unit == "week":
        return week_of(base[0])[0], week_of(base[1])[1]
    return shifted((base[0], base[0]), 0, unit)[0], shifted((base[1], base[1]), 0, unit)[1]
