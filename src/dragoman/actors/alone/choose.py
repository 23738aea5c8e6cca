"""Which meaning of a name: by the words around it, the nations beside it, the title before it, and the day."""

from collections import Counter
from collections.abc import Collection
from datetime import date
from functools import lru_cache

from dragoman.actors.alone.chunks import Cutter
from dragoman.actors.alone.homonyms import Homonym, load_homonyms
from dragoman.actors.alone.resolved import NATIONS, PEOPLE
from dragoman.actors.alone.words import words_of
from dragoman.knowledge.actors import Known
from dragoman.knowledge.places import Places

KIND_ORDER = {"state": 0, "adjective": 1, "official": 2, "capital": 2, "seat": 2, "demonym": 3, "region": 5, "surname": 6, "medium": 7}
OFFICE_ORDER = {
    "president": 0, "supreme leader": 0, "prime minister": 0, "chancellor": 0, "junta leader": 0, "secretary-general": 0,
    "king": 1, "queen": 1, "foreign minister": 1, "secretary of state": 1, "crown prince": 1,
}  # fmt: skip
FIRST, BY_KIND, LAST = -1, -2, 20
Weighed = tuple[Known, int, int]
CUE = 3  # a cue of a homonym weighs as three namings of its country


class Surroundings:
    """What the words around a mention speak of: countries, and the words themselves."""

    def __init__(self, cutter: Cutter, text: str) -> None:
        self.words = f" {' '.join(word.key for word in words_of(text))} " if text else ""
        self._named = _named_countries(cutter, text) if text else []

    def countries(self, besides: str = "") -> Counter[str]:
        """How often each country is named, the name `besides` itself left out."""
        return Counter(country for key, countries in self._named if key != besides for country in countries)

    def has(self, cue: str) -> bool:
        """Whether the words of the cue stand there."""
        return f" {cue} " in self.words


def _named_countries(cutter: Cutter, text: str) -> list[tuple[str, frozenset[str]]]:
    chunks = cutter.cut(text)
    named = []
    for chunk in chunks:
        sure = [known for known in chunk.meanings if known.country and (known.kind in NATIONS or known.kind not in ("surname", "medium"))]
        countries = frozenset(known.country for known in sure or chunk.meanings if known.country)
        if countries and len(countries) <= 2:
            named.append((chunk.key, countries))
    if not named:
        towns = (Places.load().find(chunk.text) for chunk in chunks if chunk.kind == "cap" and len(chunk.text) > 3)
        named = [(town.name, frozenset((town.country,))) for town in towns if town and town.country]
    return named


class Chooser:
    """Chooses among the meanings of a name."""

    def __init__(self, cutter: Cutter) -> None:
        self.cutter = cutter
        self.around = lru_cache(maxsize=2048)(self._around)

    def _around(self, text: str) -> Surroundings:
        return Surroundings(self.cutter, text)

    def rank(
        self, key: str, meanings: list[Known], around: Surroundings, on: date | None, *, told: Collection[str] = (), title: str = ""
    ) -> list[Known]:
        """The meanings, best first."""
        hinted = load_homonyms().get(key, ())
        if len(meanings) == 1 and not hinted:
            return meanings
        counts = around.countries(key)
        rows: list[Weighed] = [(known, 0, BY_KIND) for known in meanings]
        for hint in hinted:
            weight = CUE * sum(around.has(cue) for cue in hint.cues)
            if any(_same(hint.known, other) for other in meanings):
                rows = [_cued(row, hint, weight) for row in rows]
            else:
                rows.append((hint.known, weight, FIRST if hint.first else LAST))
        return [row[0] for row in sorted(rows, key=lambda row: self._order(row, counts, on, told, title))]

    def _order(
        self, row: Weighed, counts: Counter[str], on: date | None, told: Collection[str], title: str
    ) -> tuple[bool, bool, bool, int, bool, int, int]:
        known, cues, order = row
        weight = counts.get(known.country or "", 0) + cues
        titled = bool(title) and known.kind in PEOPLE and (title in known.office or known.office in title)
        holds = known.holds_on(on)
        order = KIND_ORDER.get(known.kind, 4) if order == BY_KIND else order
        return (
            not (known.own and holds), not (known.country in told if told else False), not titled,
            -weight, not holds, order, OFFICE_ORDER.get(known.office, 5),
        )  # fmt: skip


def _same(one: Known, other: Known) -> bool:
    return one.country == other.country and one.kind == other.kind and (one.name == other.name or one.kind in ("party", "medium"))


def _cued(row: Weighed, hint: Homonym, weight: int) -> Weighed:
    return (row[0], row[1] + weight, FIRST if hint.first else row[2]) if _same(hint.known, row[0]) else row
