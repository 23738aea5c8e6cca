"""How well reports are joined into incidents: B-cubed over the events of gold stories.

For each event, precision is the share of its incident's events that are of its story, recall the share of its story's
events that are in its incident; both are the means over all events.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.batch import Coder
from dragoman.evaluate.coded import GoldEvent, GoldParty, GoldWhere
from dragoman.evaluate.gold import GoldArticle, read_gold
from dragoman.evaluate.score import pair_events
from dragoman.evaluate.told import from_event, from_gold
from dragoman.knowledge.codebook import Codebook, load_codebook
from dragoman.knowledge.places import Places
from dragoman.merge.incidents import join_reports
from dragoman.merge.reprints import group_articles
from dragoman.model.event import Actor, Size
from dragoman.model.report import Place, Report, Voice, report_of


@dataclass(frozen=True)
class Bcubed:
    """Precision, recall and their harmonic mean."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.precision * self.recall / (self.precision + self.recall) if self.precision + self.recall else 0.0


def b_cubed(gold: Mapping[str, str], guess: Mapping[str, str]) -> Bcubed:
    """B-cubed of the guessed incident of each event against its story; an event without a guess stands alone."""
    whole = {event: guess.get(event, f"alone {event}") for event in gold}
    stories, incidents = _members(gold), _members(whole)
    shares = [(len(stories[gold[event]] & incidents[whole[event]]), event) for event in gold]
    precision = sum(both / len(incidents[whole[event]]) for both, event in shares)
    recall = sum(both / len(stories[gold[event]]) for both, event in shares)
    return Bcubed(precision / len(gold), recall / len(gold))


def _members(group_of: Mapping[str, str]) -> dict[str, set[str]]:
    members: dict[str, set[str]] = defaultdict(set)
    for event, group in group_of.items():
        members[group].add(event)
    return members


def measure_given(articles: Sequence[GoldArticle]) -> Bcubed:
    """B-cubed of joining the gold events themselves."""
    groups = group_articles({gold.id: gold.text for gold in articles})
    codebook = load_codebook()
    reports = [_report(gold, number, event, groups[gold.id], codebook) for gold in articles for number, event in enumerate(gold.events)]
    return b_cubed(_stories(articles), join_reports(reports))


def measure_raw(articles: Sequence[GoldArticle], coder: Coder) -> Bcubed:
    """B-cubed of joining the records that the coder makes of the texts: each gold event counts with the incident of the record found for it.

    An event that is not found stands alone: it costs recall. Records that are no gold events are joined too, and not counted.
    """
    groups = group_articles({gold.id: gold.text for gold in articles})
    outcomes = list(coder.code(gold.article() for gold in articles))
    reports = [
        report_of(event, gold.article(), groups[gold.id]) for gold, outcome in zip(articles, outcomes, strict=True) for event in outcome.events
    ]
    incidents, guess = join_reports(reports), dict[str, str]()
    for gold, outcome in zip(articles, outcomes, strict=True):
        pairs = pair_events([from_gold(event) for event in gold.events], [from_event(event) for event in outcome.events])
        guess |= {f"{gold.id}/{pair.gold}": incidents[outcome.events[pair.guess].id] for pair in pairs if pair.found}
    return b_cubed(_stories(articles), guess)


def measure_stories(path: Path, coder: Coder) -> tuple[Bcubed, Bcubed]:
    """Both measures on a file of gold stories: given the gold events, and from the raw text."""
    articles = read_gold(path)
    return measure_given(articles), measure_raw(articles, coder)


def _stories(articles: Sequence[GoldArticle]) -> dict[str, str]:
    """The story of each gold event; one without a story is a story of its own."""
    return {f"{gold.id}/{number}": event.story or f"{gold.id}/{number}" for gold in articles for number, event in enumerate(gold.events)}


def _report(gold: GoldArticle, number: int, event: GoldEvent, group: str, codebook: Codebook) -> Report:
    """The gold event as a report."""
    counts = {name: (count, count) if isinstance(count, int) else count for name, count in event.figures.items()}
    return Report(
        id=f"{gold.id}/{number}",
        article=gold.id,
        group=group,
        event=event.type,
        mode=event.modes,
        status=event.status,
        reciprocal=event.reciprocal,
        actor=tuple(map(_actor, event.actors)),
        recipient=tuple(map(_actor, event.recipients)),
        date=event.when.first,
        enddate=event.when.last,
        date_basis=event.when.basis,
        place=_place(event.where) if event.where else None,
        words=event.trigger,
        sentence=event.evidence[0],
        size=Size(**counts),
        said_by=tuple(Voice(speaker.name or speaker.text) for speaker in event.said_by),
        published=gold.published,
        publisher=gold.publisher,
        quad_code=codebook.types[event.type].quad,
    )


def _place(where: GoldWhere) -> Place:
    """The place with the coordinates that the coder's gazetteer has for it in that country."""
    name, country = where.name or where.text, where.country or None
    known = Places.load().find(name.split(",")[0], countries=(country,)) if country else None
    if known is None or known.country != country:
        return Place(name, country)
    return Place(name, country, known.lat, known.lon, known.resolution)


def _actor(party: GoldParty) -> Actor:
    return Actor(party.name or party.text, party.country or None, party.sectors)
