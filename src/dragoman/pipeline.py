"""The way of an article, as one table of stages: articles in, outcomes out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.actors.resolve import cast_actors
from dragoman.config import Settings
from dragoman.errors import DragomanError, SettingsError
from dragoman.events.attribute import Attribution
from dragoman.events.classify import Classifier, load_classifier
from dragoman.events.compose import compose
from dragoman.events.contexts import Contexts
from dragoman.events.decide import decide
from dragoman.events.open import OPEN, propose_open
from dragoman.events.parties import Parties
from dragoman.events.propose import Proposer
from dragoman.events.silence import silence
from dragoman.events.status import settle_status
from dragoman.events.syntax import Clauses
from dragoman.events.twins import twin_of
from dragoman.knowledge.actors import Directory
from dragoman.knowledge.codebook import Codebook, load_codebook
from dragoman.knowledge.extended import directory_with
from dragoman.knowledge.frames import Frame
from dragoman.knowledge.places import Places
from dragoman.merge.coreference import merge_events
from dragoman.model.candidate import Candidate
from dragoman.model.mention import Cast
from dragoman.model.outcome import Outcome
from dragoman.model.parsed import Parsed
from dragoman.model.text import Article
from dragoman.model.trace import Dropped, Failure, Run
from dragoman.parse import parse, parser_version
from dragoman.read.clean import clean_article
from dragoman.record import Recorder
from dragoman.version import __version__

ERRORS = (DragomanError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError, AssertionError, RecursionError)
"""What may go wrong with one article without ending the run: it becomes that article's Failure."""


@dataclass(frozen=True)
class Tools:
    """What every article needs, loaded once: tables, codebook, and the stages made from them."""

    codebook: Codebook
    directory: Directory
    places: Places
    proposer: Proposer
    contexts: Contexts
    say: frozenset[str]
    run: Run
    classifier: Classifier | None = None


def load_tools(settings: Settings) -> Tools:
    """The tools for these settings; raises CodebookError when a table or the codebook is wrong."""
    codebook = load_codebook(settings.codebook)
    say = frozenset(head for frame in codebook.operators if frame.event in ("@say", "@deny") and _introduces(frame) for head in frame.heads)
    directory, _ = directory_with(settings.actors)
    classifier = _load_classifier(settings, codebook)
    model = f"{parser_version()}+{classifier.digest}" if classifier is not None else parser_version()
    run = Run(__version__, f"{codebook.version}-{codebook.digest}", model)
    return Tools(codebook, directory, Places.load(), Proposer(codebook), Contexts(codebook), say, run, classifier)


def _load_classifier(settings: Settings, codebook: Codebook) -> Classifier | None:
    """The classifier that the settings name; raises SettingsError where it gives types that the codebook lacks."""
    classifier = load_classifier(settings.model) if settings.classifier else None
    unknown = [name for name in classifier.types[1:] if name not in codebook.types] if classifier is not None else []
    if unknown:
        fix = "give the codebook that the model was trained with, or set classifier = false"
        raise SettingsError(f"the model gives {', '.join(unknown)}, which the codebook {codebook.version} lacks; {fix}")
    return classifier


def _introduces(frame: Frame) -> bool:
    """Whether the verb alone introduces a claim ("said", "told them that"), without a noun ("made a statement")."""
    return frame.kind == "v" and all(element.kind in ("clause", "recipient") for element in frame.elements) and not frame.required


def ready(article: Article, settings: Settings) -> Article | Failure:
    """The article with what is not its story marked as cut, or the failure when it is too long to be one."""
    try:
        return _ready(article, settings)
    except ERRORS as error:
        return Failure(article.id, article.place, f"{type(error).__name__}: {error}")


def _ready(article: Article, settings: Settings) -> Article | Failure:
    words = len(article.text.split())
    if words > settings.max_words:
        return Failure(article.id, article.place, f"{words:,} words; the limit is {settings.max_words:,} (setting max_words)")
    return article if article.cuts else clean_article(article)


def code_articles(articles: Iterable[Article], settings: Settings, tools: Tools) -> Iterator[Outcome]:
    """An outcome per article, in order and lazily; a failing article becomes a Failure, the rest goes on."""
    for parsed in parse(articles, batch_size=settings.batch_size):
        try:
            yield code_parsed(parsed, settings, tools)
        except ERRORS as error:
            article = parsed.article
            yield Outcome(article, failure=Failure(article.id, article.place, f"{type(error).__name__}: {error}"))


def code_parsed(parsed: Parsed, settings: Settings, tools: Tools) -> Outcome:
    """The events of one parsed article."""
    cast, candidates = find_candidates(parsed, tools)
    recorder = Recorder(parsed, cast, tools.codebook, tools.contexts, tools.run)
    events = merge_events([recorder.record(c) for c in candidates if c.kept])
    kept = tuple(event for event in events if event.confidence >= settings.min_confidence)
    return Outcome(parsed.article, kept, _dropped(parsed, candidates) if settings.explain else ())


def find_candidates(parsed: Parsed, tools: Tools) -> tuple[Cast, list[Candidate]]:
    """Everything proposed in the article, each decided: kept, or dropped with the rule that dropped it."""
    cast, parties, candidates = read_candidates(parsed, tools)
    for candidate in candidates:
        if candidate.kept and parties.is_nobodys(candidate):
            candidate.drop("no actor")
        elif candidate.kept and tools.classifier is not None:
            decide(candidate, parsed, tools.classifier)
        elif candidate.event == OPEN:
            candidate.drop("no rule knows it and there is no classifier")
        if candidate.kept:
            parties.settle(candidate)
    twins = [twin_of(candidate) for candidate in candidates if candidate.kept]
    return cast, sorted([*candidates, *(twin for twin in twins if twin is not None)], key=lambda c: c.trigger.i)


def read_candidates(parsed: Parsed, tools: Tools) -> tuple[Cast, Parties, list[Candidate]]:
    """Everything proposed in the article, with status and slots read and nothing decided yet."""
    clauses = Clauses(parsed.doc)
    cast = cast_actors(parsed, tools.directory, tools.places)
    attribution = Attribution(parsed, clauses, cast, tools.say)
    parties = Parties(parsed, clauses, cast, tools.codebook, attribution)
    candidates = compose(tools.proposer.propose(clauses), tools.codebook.complements)
    for candidate in candidates:
        if candidate.kept:
            settle_status(candidate)
    candidates += propose_open(clauses, cast, candidates, tools.say)
    silence(candidates)
    candidates.sort(key=lambda candidate: candidate.trigger.i)
    for candidate in candidates:
        if candidate.kept:
            parties.read(candidate)
    return cast, parties, candidates


def _dropped(parsed: Parsed, candidates: list[Candidate]) -> tuple[Dropped, ...]:
    rows = []
    for candidate in candidates:
        if candidate.dropped is not None:
            words = parsed.quote(candidate.trigger.i, candidate.trigger.i + 1)
            rows.append(Dropped(candidate.event, words.text, words.span, candidate.dropped))
    return tuple(rows)
