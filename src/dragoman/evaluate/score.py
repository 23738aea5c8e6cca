"""How well records agree with gold: events are paired one to one, best first, and what the pairs share is counted.

    spotted  the sides overlap (Jaccard of at least .5), whatever the type
    found    as spotted, and the type is right
    exact    as found, and both sides are the same sets of parties

A pair must share a place in the text: some evidence or trigger of the one inside the other's. Over
the found pairs each field has its accuracy: primary sector (over shared parties), modes and contexts
(mean Jaccard), status, when (the intervals overlap and neither is over twice the other's length),
where (country, and name alike), said_by (same outermost speaker, or none on both sides).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.evaluate.agree import field_scores, side_likeness, when_agrees
from dragoman.evaluate.measures import Measures, Miss, TypeRow, ratio
from dragoman.evaluate.told import Told
from dragoman.evaluate.trust import Judged, calibration_error, curve

OVERLAP = 0.5  # Jaccard of a side from which on it counts as seen
SHORTEST_QUOTE = 8  # characters; shorter words stand anywhere
FIELDS = ("sector", "modes", "contexts", "status", "when", "where", "said_by")


@dataclass(frozen=True, slots=True)
class Pairing:
    """Gold event `gold` taken for guess `guess` (numbers within the article), and how alike they are."""

    gold: int
    guess: int
    likeness: float
    same_type: bool
    actors: float
    recipients: float

    @property
    def spotted(self) -> bool:
        """Whether both sides overlap."""
        return self.actors >= OVERLAP and self.recipients >= OVERLAP

    @property
    def found(self) -> bool:
        """Whether both sides overlap and the type is right."""
        return self.spotted and self.same_type

    @property
    def exact(self) -> bool:
        """Whether both sides are the same and the type is right."""
        return self.found and self.actors == 1 and self.recipients == 1


@dataclass(slots=True)
class _Tally:
    counts: Counter[str] = field(default_factory=Counter)
    fields: dict[str, list[float]] = field(default_factory=lambda: {name: [] for name in FIELDS})
    types: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    misses: list[Miss] = field(default_factory=list)
    judged: list[Judged] = field(default_factory=list)


def score(gold: Mapping[str, Sequence[Told]], guesses: Mapping[str, Sequence[Told]]) -> tuple[Measures, list[Miss]]:
    """The measures over all articles of gold, by article id, and every miss and extra in their order."""
    tally = _Tally()
    for article, events in gold.items():
        _count_article(article, events, guesses.get(article, ()), tally)
    return _measures(tally), tally.misses


def pair_events(gold: Sequence[Told], guesses: Sequence[Told]) -> list[Pairing]:
    """The pairs, one to one, most alike first; at equal likeness the order of the text decides."""
    candidates = [_compare(i, one, j, other) for i, one in enumerate(gold) for j, other in enumerate(guesses) if shares_text(one, other)]
    candidates.sort(key=lambda pairing: (-pairing.likeness, pairing.gold, pairing.guess))
    pairs: list[Pairing] = []
    taken: set[tuple[str, int]] = set()
    for pairing in candidates:
        ends = {("gold", pairing.gold), ("guess", pairing.guess)}
        if not ends & taken:
            taken |= ends
            pairs.append(pairing)
    return pairs


def shares_text(one: Told, other: Told) -> bool:
    """Whether some words of the guess `other` stand in a gold sentence, or the other way round."""
    quotes = [words for words in other.words if len(words) >= SHORTEST_QUOTE]
    return any(words in sentence or sentence in words for words in quotes for sentence in one.words)


def _compare(i: int, gold: Told, j: int, guess: Told) -> Pairing:
    actors, recipients = side_likeness(gold.sides, guess.sides)
    same_type = gold.type == guess.type
    likeness = same_type * 2 + actors + recipients + 0.1 * when_agrees(gold, guess)
    return Pairing(i, j, likeness, same_type, actors, recipients)


def _count_article(article: str, gold: Sequence[Told], guesses: Sequence[Told], tally: _Tally) -> None:
    pairs = pair_events(gold, guesses)
    found = [pairing for pairing in pairs if pairing.found]
    tally.counts.update(gold=len(gold), guess=len(guesses), found=len(found))
    tally.counts.update(spotted=sum(p.spotted for p in pairs), exact=sum(p.exact for p in pairs))
    for pairing in found:
        for name, value in field_scores(gold[pairing.gold], guesses[pairing.guess]):
            tally.fields[name].append(value)
    right = {pairing.guess for pairing in found}
    tally.judged += [(guess.confidence, number in right) for number, guess in enumerate(guesses)]
    _count_events("missed", article, gold, {pairing.gold for pairing in found}, tally)
    _count_events("extra", article, guesses, right, tally)


def _count_events(kind: str, article: str, events: Iterable[Told], found: set[int], tally: _Tally) -> None:
    for number, event in enumerate(events):
        tally.types[event.type][kind] += 1
        if number in found:
            tally.types[event.type]["found"] += kind == "missed"
        else:
            tally.misses.append(Miss(kind, article, event.label, event.trigger, event.sentence))


def _measures(tally: _Tally) -> Measures:
    counts = {name: tally.counts[name] for name in ("gold", "guess", "found", "exact", "spotted")}
    spotted, found, exact = (ratio(counts[name], counts["gold"], counts["guess"]) for name in ("spotted", "found", "exact"))
    fields = {name: sum(values) / len(values) if values else None for name, values in tally.fields.items()}
    types = {name: _type_row(tally.types[name]) for name in sorted(tally.types)}
    return Measures(spotted, found, exact, fields, types, counts, calibration_error(tally.judged), curve(tally.judged, counts["gold"]))


def _type_row(row: Counter[str]) -> TypeRow:
    known = ratio(row["found"], row["missed"], row["extra"])
    return TypeRow(row["missed"], row["extra"], known.p, known.r, known.f1)
