"""Two records for one passage, where two things happen: a verdict that sends to prison."""

from dataclasses import replace

from dragoman.model.candidate import Candidate

PRISON = frozenset("prison jail imprisonment bar behind-bars custody cell gaol penitentiary incarceration".split())
SENTENCE = frozenset("sentence jail imprison condemn give hand".split())
TERM = frozenset("year month life decade".split())


def twin_of(candidate: Candidate) -> Candidate | None:
    """The other act of a sentence to prison: the arrest of a verdict, the verdict of a court that jails; None elsewhere."""
    if (candidate.event, candidate.mode) == ("SANCTION", "convict") and _to_prison(candidate):
        return _as(candidate, "COERCE", "arrest")
    by_court = any(actor.sectors[:1] == ("JUD",) for mention in candidate.actor for actor in mention.actors)
    if (candidate.event, candidate.mode) == ("COERCE", "arrest") and by_court and _to_prison(candidate):
        return _as(candidate, "SANCTION", "convict")
    return None


def _to_prison(candidate: Candidate) -> bool:
    """Whether the clause names a prison, or a term of years after "sentenced" or "jailed"."""
    words = {token.lemma_.lower() for token in candidate.anchor.subtree}
    return bool(words & PRISON) or (candidate.anchor.lemma_ in SENTENCE and bool(words & TERM))


def _as(candidate: Candidate, event: str, mode: str) -> Candidate:
    twin = replace(candidate, event=event, mode=mode, reasons=[*candidate.reasons])
    twin.note("twins", "a sentence to prison: convict and arrest")
    return twin
