"""Items of the corpus that may be of a new type: they were annotated before there was one."""

from dragoman.events.classify import Classifier
from dragoman.learn.course import Course, Sources
from dragoman.learn.extend import KINDS
from dragoman.learn.instances import Item
from dragoman.learn.voters import Lesson

LIKELY = 0.3  # probability of a new type from which an item deserves a look


def to_review(sources: Sources, course: Course, after: Classifier) -> list[Item]:
    """The items of the corpus without a new type that the new rules or the new model take for one, the likeliest first."""
    found: dict[str, float] = {}
    for row in (*course.learn, *course.back):
        if row.example.event not in sources.new:
            found[row.example.item] = max(found.get(row.example.item, 0.0), _likeness(row, sources.new, after))
    items = {item["id"]: item for item in sources.corpus}
    return [items[name] for name in sorted(found, key=lambda name: (-found[name], name)) if found[name] >= LIKELY]


def _likeness(row: Lesson, new: tuple[str, ...], after: Classifier) -> float:
    """How much the lesson looks like a new type: 1 where the rules propose one, else the model's probability."""
    if row.example.instance.rule in new:
        return 1.0
    verdict = after.weigh(row.encoded, row.example.instance, pair=row.example.kind in KINDS["pair"])
    return max((chance for name, chance in verdict.types if name in new), default=0.0)
