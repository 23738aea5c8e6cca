"""The decision: the classifier's verdict on a candidate, which may drop it, give it another type, or let it stand."""

from dragoman.events.ask import candidate_instance
from dragoman.events.classify import Classifier
from dragoman.events.open import OPEN
from dragoman.model.candidate import Candidate
from dragoman.model.instance import Verdict
from dragoman.model.parsed import Parsed

# Swept .85 to .99 on dev: .94 is best there. At .9 it dropped 22 candidates of rules, 8 of which told an event, three of them RETREAT.
NO_EVENT = 0.94  # probability of no event above which a rule's candidate goes
OTHER_TYPE = 0.7  # probability of another type above which it is taken
NEW = 0.45  # probability of a type above which a candidate that no rule proposed stands
# Swept .5 to .8: at .7 one verdict in seventeen is spared, and dev loses .001 of F1, as at .65.
HOPELESS = 0.7  # probability of no event by the words alone above which a candidate that no rule proposed goes unread
MODE = 0.4  # probability of a mode above which it is taken where the rules name none
TEMPERED = frozenset(("negated", "hypothetical"))


def decide(candidate: Candidate, parsed: Parsed, classifier: Classifier) -> None:
    """Settles type, mode and confidence by the verdict; drops what is no event.

    A type that the classifier has never learnt, of a codebook of one's own, stands by the rules alone.
    """
    if candidate.event not in (OPEN, *classifier.types):
        return
    instance = candidate_instance(parsed, candidate)
    if candidate.event == OPEN and classifier.by_words(instance) >= HOPELESS:
        candidate.drop("neither rules nor words see an event")
        return
    verdict = classifier.judge(instance)
    for voter, share in verdict.shares:
        candidate.note("classify", f"{voter}: {verdict.event or 'no event'}", round(share, 2))
    if candidate.event == OPEN:
        _take_new(candidate, verdict)
    elif verdict.none >= NO_EVENT:
        candidate.drop("the classifier sees no event")
    elif verdict.event not in (None, candidate.event) and verdict.probability >= OTHER_TYPE:
        _retype(candidate, verdict)
    candidate.mode = candidate.mode or _mode(candidate, verdict)
    candidate.chance = dict(verdict.types).get(candidate.event, 0.0)


def _take_new(candidate: Candidate, verdict: Verdict) -> None:
    if verdict.event is None or verdict.probability < NEW:
        candidate.drop("neither rules nor classifier see an event")
        return
    candidate.event = verdict.event
    _told_status(candidate, verdict)


def _retype(candidate: Candidate, verdict: Verdict) -> None:
    candidate.note("classify", f"{candidate.event} becomes {verdict.event}", round(verdict.probability, 2))
    candidate.event, candidate.mode = verdict.event or candidate.event, None
    candidate.flags = candidate.flags - {"both", "solo"}


def _told_status(candidate: Candidate, verdict: Verdict) -> None:
    best, chance = max(verdict.status, key=lambda row: row[1])
    if candidate.status == "actual" and best in TEMPERED and chance > 0.6:
        candidate.status = best


def _mode(candidate: Candidate, verdict: Verdict) -> str | None:
    """The likeliest mode of the type, where it is likely enough."""
    own = [(chance, name.partition("/")[2]) for name, chance in verdict.modes if name.startswith(candidate.event + "/")]
    best = max(own, default=(0.0, ""))
    return best[1] if best[0] >= MODE else None
