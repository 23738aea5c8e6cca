"""When two records agree: on their sides, and on each field."""

from collections.abc import Iterator

from dragoman.evaluate.told import Sides, Told


def jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of what either set holds that both hold; two empty sets agree.

    >>> jaccard(frozenset("ab"), frozenset("bc"))
    0.3333333333333333
    """
    return len(one & other) / len(one | other) if one or other else 1.0


def side_likeness(gold: Sides, guess: Sides) -> tuple[float, float]:
    """How alike actors and recipients are; where one event is reciprocal both pools are compared as one."""
    if gold.pooled or guess.pooled:
        pooled = jaccard(gold.actors | gold.recipients, guess.actors | guess.recipients)
        return pooled, pooled
    return jaccard(gold.actors, guess.actors), jaccard(gold.recipients, guess.recipients)


def when_agrees(gold: Told, guess: Told) -> bool:
    """Whether the intervals overlap and neither is over twice the other's length; open ends must be equal."""
    if gold.first is None or guess.first is None:
        return gold.first == guess.first and gold.last == guess.last
    if gold.last is None or guess.last is None:
        return gold.first == guess.first
    if gold.first > guess.last or guess.first > gold.last:
        return False
    short, long = sorted(((gold.last - gold.first).days + 1, (guess.last - guess.first).days + 1))
    return long <= 2 * short


def where_agrees(gold: Told, guess: Told) -> bool:
    """Whether both have no place, or the same country and one name within the other."""
    if gold.place is None or guess.place is None:
        return gold.place == guess.place
    (country, name), (other_country, other_name) = gold.place, guess.place
    return country == other_country and (name in other_name or other_name in name)


def speaker_agrees(gold: Told, guess: Told) -> bool:
    """Whether both are told in the article's own voice, or by one outermost speaker."""
    if gold.speaker is None or guess.speaker is None:
        return gold.speaker == guess.speaker
    return any(one in other or other in one for one in gold.speaker for other in guess.speaker)


def field_scores(gold: Told, guess: Told) -> Iterator[tuple[str, float]]:
    """Each field's agreement, 0 to 1; the sector's only where the sides share a party."""
    shared = gold.sectors.keys() & guess.sectors.keys()
    if shared:
        yield "sector", sum(gold.sectors[key] == guess.sectors[key] for key in shared) / len(shared)
    yield "modes", jaccard(gold.modes, guess.modes)
    yield "contexts", jaccard(gold.contexts, guess.contexts)
    yield "status", float(gold.status == guess.status)
    yield "when", float(when_agrees(gold, guess))
    yield "where", float(where_agrees(gold, guess))
    yield "said_by", float(speaker_agrees(gold, guess))
