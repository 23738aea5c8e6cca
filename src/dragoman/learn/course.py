"""What is learnt from: corpus and examples of one's own, read, encoded, and split into what teaches and what is held back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import InputError
from dragoman.events.classify import Classifier
from dragoman.learn.instances import Item
from dragoman.learn.readings import read_examples
from dragoman.learn.split import FOLDS, deal_folds, held_back
from dragoman.learn.vectors import Vectors, Watch
from dragoman.learn.voters import Lesson
from dragoman.pipeline import Tools

OWN_WEIGHT = 15.0  # of an own example against one of the corpus: 25 events weigh as much as a type there; 5, 15 and 50 found as many


@dataclass(frozen=True)
class Sources:
    """What is learnt from: corpus and own items, the tools of the own codebook and of the base's, and the base model."""

    corpus: Sequence[Item]
    own: Sequence[Item]
    tools: Tools
    before: Tools
    base: Classifier

    @property
    def types(self) -> tuple[str, ...]:
        """The types that the model will give, NONE first."""
        return ("NONE", *self.tools.codebook.types)

    @property
    def new(self) -> tuple[str, ...]:
        """The types that the base model does not give."""
        return tuple(name for name in self.types if name not in self.base.types)

    @property
    def seed(self) -> int:
        """The base model's, so that the same items are held back."""
        return int(self.base.card["seed"])


@dataclass(frozen=True)
class Course:
    """The lessons: of the corpus to learn from and held back, of one's own with the fold of each item.

    `asked` are the lessons that the base model's own codebook makes of the same items. `unseen` says
    whether what is held back is known to be what the base model held back.
    """

    learn: Sequence[Lesson]
    back: Sequence[Lesson]
    own: Sequence[Lesson]
    folds: Mapping[str, int]
    asked: Sequence[Lesson]
    unseen: bool


def check(sources: Sources) -> None:
    """Raises InputError where nothing can be learnt from these sources."""
    if not sources.corpus:
        raise InputError("the corpus has no items; give the folder training/corpus of the repository")
    gone = [name for name in sources.base.types[1:] if name not in sources.types]
    if gone:
        raise InputError(f"the codebook lacks {', '.join(gone)}, which the corpus has; add to the types of plover.yaml and take none away")
    if not sources.new:
        raise InputError("the codebook has no type that the model does not know; add one under types")
    for name in sources.new:
        told = count_events([*sources.corpus, *sources.own], name)
        if told < FOLDS:
            raise InputError(f"{told} events of {name} in the examples; {FOLDS} are the least to learn from, twenty or more are better")


def count_events(items: Iterable[Item], name: str) -> int:
    """How many events of the type the items have."""
    return sum(event["type"] == name for item in items for event in item["events"])


def make_course(sources: Sources, cache: Path, watch: Watch) -> Course:
    """Every item read and encoded; an own item with the id of one of the corpus takes its place."""
    cache.mkdir(parents=True, exist_ok=True)
    vectors = Vectors(cache / "vectors.npz", sources.base.digest, sources.base.runner)
    asked_corpus, asked_own = _lessons(sources, sources.before, vectors, cache, watch)
    corpus, own = _lessons(sources, sources.tools, vectors, cache, watch)
    known, mine = {item["id"] for item in sources.corpus}, {item["id"] for item in sources.own}
    back = held_back(sources.base.card, [row.example for row in asked_corpus])
    rows = [row for row in corpus if row.example.item not in mine] + own
    return Course(
        learn=[row for row in rows if row.example.item in known - back],
        back=[row for row in rows if row.example.item in back],
        own=[row for row in rows if row.example.item not in known],
        folds=deal_folds([item for item in sources.own if item["id"] not in known], sources.new, sources.seed),
        asked=[row for row in asked_corpus if row.example.item not in mine] + asked_own,
        unseen="back" in sources.base.card or sum(row.example.item not in back for row in asked_corpus) == sources.base.card["examples"],
    )


def _lessons(sources: Sources, tools: Tools, vectors: Vectors, cache: Path, watch: Watch) -> tuple[list[Lesson], list[Lesson]]:
    """The lessons of the corpus and of the own items, as these tools read them."""
    found = []
    for items, weight in ((sources.corpus, 1.0), (sources.own, OWN_WEIGHT)):
        examples = read_examples(items, tools, cache, watch)
        encoded = vectors.encode([example.instance for example in examples], watch)
        found.append([Lesson(*row, weight) for row in zip(examples, encoded, strict=True)])
    return found[0], found[1]
