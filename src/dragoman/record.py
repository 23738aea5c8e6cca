"""From a candidate to a record: every field filled and every quoted word checked against the stored text."""

from msgspec.structs import replace
from spacy.tokens import Span

from dragoman.errors import EvidenceError
from dragoman.events.contexts import Contexts
from dragoman.events.modes import modes_of
from dragoman.events.size import find_size
from dragoman.knowledge.codebook import Codebook
from dragoman.locate.scenes import Scenes
from dragoman.locate.when import is_historical
from dragoman.model.candidate import Candidate
from dragoman.model.event import Event, Party, Speaker, When, Where
from dragoman.model.mention import Cast, Mention
from dragoman.model.parsed import Parsed
from dragoman.model.text import Evidence
from dragoman.model.trace import Run

# The judges know the type, and sides go wrong with any type: so confidence keeps four fifths of its distance from the share
# of records that are right at all. Both chosen on dev: USUAL is that share there, KNOWN .6 to .9 all calibrate better than 1.
USUAL, KNOWN = 0.67, 0.8
COUNTED = {"ASSAULT": ("dead", "injured"), "COERCE": ("arrested",), "PROTEST": ("dead", "injured", "arrested")}


class Recorder:
    """Makes the records of one article, in text order, so that a relative day counts from the event before."""

    def __init__(self, parsed: Parsed, cast: Cast, codebook: Codebook, contexts: Contexts, run: Run) -> None:
        self.parsed, self.codebook, self.contexts, self.run = parsed, codebook, contexts, run
        self.scenes = Scenes(parsed, cast.focus)
        self.story = contexts.of_story((_lemmas(sentence), sentence.text.lower()) for sentence in parsed.sentences)
        self.number = 0

    def record(self, candidate: Candidate) -> Event:
        """The record of a kept candidate; raises EvidenceError when a quote is not at its offsets."""
        when, where = self.scenes.tell(candidate)
        status = "historical" if candidate.status == "actual" and is_historical(when, self.parsed.article.published) else candidate.status
        modes = modes_of(candidate, self.codebook)
        event = self._event(candidate, when, where, status, modes)
        wrong = event.misquotes(self.parsed.article)
        if wrong:
            raise EvidenceError(f"{event.id}: {wrong[0]!r} does not stand at its offsets")
        return event

    def _event(self, candidate: Candidate, when: When, where: Where | None, status: str, modes: tuple[str, ...]) -> Event:
        self.number += 1
        article, sentence = self.parsed.article, self.parsed.sentence(candidate.trigger)
        spoken, mode = sentence.text.lower(), modes[0] if modes else None
        return Event(
            id=f"{article.id}/{self.number}",
            article=article.id,
            event=candidate.event,
            mode=modes,
            context=self.contexts.find(
                _lemmas(sentence), spoken, candidate.event, mode, international=_is_international(candidate), story=self.story
            ),
            status=status,
            reciprocal=candidate.reciprocal,
            actor=self._parties(candidate.actor),
            recipient=self._parties(candidate.recipient),
            date=when.first,
            enddate=when.last,
            date_basis=when.basis,
            date_text=when.text,
            event_loc=where,
            event_text=self._trigger(candidate, sentence),
            evidence=(self.parsed.quote(sentence.start, sentence.end),),
            said_by=tuple(self._speaker(mention, candidate) for mention in candidate.speakers),
            size=find_size((sentence,), COUNTED.get(candidate.event, ())),
            quad_code=self.codebook.types[candidate.event].quad,
            event_scale=self.codebook.score(candidate.event, modes),
            confidence=confidence(candidate),
            reasons=tuple(candidate.reasons),
            run=self.run,
        )

    def _trigger(self, candidate: Candidate, sentence: Span) -> Evidence:
        """The words that say what was done: from the first to the last word that the frame used."""
        tokens = [candidate.trigger, candidate.anchor, *candidate.words]
        near = [t.i for t in tokens if sentence.start <= t.i < sentence.end and abs(t.i - candidate.trigger.i) <= 8]
        return self.parsed.quote(min(near), max(near) + 1)

    def _parties(self, mentions: list[Mention]) -> tuple[Party, ...]:
        rows: dict[tuple[str, str | None], Party] = {}
        for mention in mentions:
            words = self.parsed.quote(mention.start, mention.end)
            for actor in mention.actors:
                rows.setdefault((actor.name, actor.country), Party(words.text, words.span, actor.name, actor.country, actor.sectors, actor.id))
        return tuple(rows.values())

    def _speaker(self, mention: Mention, candidate: Candidate) -> Speaker:
        words = self.parsed.quote(mention.start, mention.end)
        actor = mention.actors[0] if mention.actors else None
        sides = [a for side in (*candidate.actor, *candidate.recipient) for a in side.actors]
        party = actor is not None and any(a.name == actor.name or (a.country and a.country == actor.country) for a in sides)
        row = Speaker(words.text, words.span, words.text, party=party)
        return replace(row, name=actor.name, country=actor.country, sector=actor.sectors) if actor else row


def _lemmas(sentence: Span) -> list[str]:
    return [token.lemma_.lower() for token in sentence]


def _is_international(candidate: Candidate) -> bool:
    """Whether governments or bodies of two countries take part."""
    official = [a for side in (*candidate.actor, *candidate.recipient) for a in side.actors if a.sectors[:1] in (("GOV",), ("IGO",))]
    return len({actor.country or actor.name for actor in official}) > 1


def confidence(candidate: Candidate) -> float:
    """How likely the record is right, 0 to 1, less what had to be understood.

    Two judges who see different things are heard alike: the mean of the classifier's probability of the type
    and of the frame's own weight; each alone where the other is silent. It is drawn towards what records are usually worth.
    """
    judges = [] if candidate.chance is None else [candidate.chance]
    if any(reason.stage == "propose" for reason in candidate.reasons) or not judges:
        judges.append(0.55 + 0.1 * min(candidate.weight, 3))
    score = sum(judges) / len(judges)
    for reason in candidate.reasons:
        if reason.stage == "parties":
            score *= 0.5 + 0.5 * reason.score
    if any(not mention.direct for mention in (*candidate.actor, *candidate.recipient)):
        score *= 0.9
    return round(USUAL + KNOWN * (min(score, 0.95) - USUAL), 3)
