"""Tells when and where an article's events were, each with the scene that it goes on with where its own words are silent."""

from collections.abc import Sequence

from dragoman.locate.follow import DEEDS, NEAR_SENTENCES, rule_that_joins
from dragoman.locate.gazetteer import PlaceMention
from dragoman.locate.happening import Happening, days_between, happening_of
from dragoman.locate.mentions import find_places
from dragoman.locate.retold import find_retelling
from dragoman.locate.times import find_times
from dragoman.locate.when import choose_when, is_historical
from dragoman.locate.where import PLACING, choose_where, where_of
from dragoman.model.candidate import Candidate
from dragoman.model.event import When, Where
from dragoman.model.parsed import Parsed

SHOWN = PLACING | frozenset(("object", "compound"))
A_NIGHT = 1  # days: what goes on in one paragraph may run past midnight
FAR = frozenset(("SANCTION", "THREATEN", "ACCUSE"))  # done from afar: the place told before says nothing of theirs


class Scenes:
    """Reads the events of one article in text order; `countries` (alpha-3) settle places of one name."""

    def __init__(self, parsed: Parsed, countries: Sequence[str]) -> None:
        self.parsed = parsed
        self.times, self.places = find_times(parsed), find_places(parsed, countries)
        self.past: list[Happening] = []
        self.when: When | None = None

    def tell(self, candidate: Candidate) -> tuple[When, Where | None]:
        """The days and the place of the event, its own or its scene's; the rule that joins them is noted as a reason."""
        told = self._in_scene(candidate, self._retold(candidate, self._told(candidate)))
        if told.when.basis == "stated" and told.is_plain:
            self.when = told.when
        self.past.append(told)
        return told.when, told.where

    def _told(self, candidate: Candidate) -> Happening:
        """The event with what its own sentence tells, or the sentences before on the way of the story."""
        when = choose_when(self.parsed, candidate.anchor, self.times, previous=self.when, status=candidate.status)
        told = happening_of(self.parsed, candidate, when, None)
        where = choose_where(self.parsed, candidate.anchor, self.places, previous=self._place_before(told), status=candidate.status)
        return happening_of(self.parsed, candidate, when, where)

    def _place_before(self, told: Happening) -> Where | None:
        """The place of the event told before, where the next may be there too."""
        last = next((past for past in reversed(self.past) if past.where is not None), None)
        is_apart = last is None or days_between(last.when, told.when) > A_NIGHT
        return None if last is None or is_apart or told.event in FAR or told.is_remote else last.where

    def _retold(self, candidate: Candidate, told: Happening) -> Happening:
        """The event with what the next sentence tells of it, where its own lacks it."""
        again = find_retelling(self.parsed, candidate.anchor)
        when, where = told.when, told.where
        if again is not None and when.basis == "published":
            when = choose_when(self.parsed, again, self.times, status=candidate.status)
        if again is not None and where is None:
            where = choose_where(self.parsed, again, self.places, status=candidate.status)
        return happening_of(self.parsed, candidate, when, where)

    def _in_scene(self, candidate: Candidate, told: Happening) -> Happening:
        """The event with the days and the place of the scenes it goes on with, the nearest first."""
        when, where = told.when, told.where
        is_elsewhere = self._last_shown(told) is not None
        for past in reversed(self.past):
            rule = self._rule_that_joins(told, past, is_elsewhere)
            is_dated = when.basis == "published" and past.when.basis == "stated" and told.status == "actual"
            shown = past.where if past.where is not None and past.where.resolution > 1 else None
            if rule is None or not (is_dated or (where is None and shown is not None)):
                continue
            candidate.note("scene", rule)
            when, where = past.when if is_dated else when, where or shown
        return happening_of(self.parsed, candidate, when, where or self._place_in_paragraph(told))

    def _rule_that_joins(self, told: Happening, past: Happening, is_elsewhere: bool) -> str | None:
        if told.status not in ("actual", "negated") or days_between(past.when, told.when):
            return None
        if is_historical(past.when, self.parsed.article.published):
            return None
        return rule_that_joins(told, past, is_elsewhere)

    def _place_in_paragraph(self, told: Happening) -> Where | None:
        """The place last shown in the paragraph, for a deed that is told a few sentences on."""
        if told.event not in DEEDS or told.status == "historical" or told.is_remote:
            return None
        near = [p for p in self.past if p.paragraph == told.paragraph and p.where and told.sentence - p.sentence <= NEAR_SENTENCES]
        if any(days_between(past.when, told.when) > A_NIGHT for past in near):
            return None
        mention = self._last_shown(told)
        if mention is not None and (not near or mention.head > near[-1].token):
            return where_of(self.parsed, mention)
        return near[-1].where if near else None

    def _last_shown(self, told: Happening) -> PlaceMention | None:
        """The last place below a country that is spoken of as a place in the paragraph, ahead of the sentence and near it."""
        numbers, paragraphs = self.parsed.sentence_of, self.parsed.paragraph_of
        for mention in reversed(self.places):
            is_near = 0 < told.sentence - numbers[mention.head] <= NEAR_SENTENCES and paragraphs[mention.head] == told.paragraph
            if is_near and mention.preposition in SHOWN and mention.place.resolution > 1:
                return mention
        return None
