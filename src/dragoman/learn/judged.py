"""Every lesson that was not learnt from, with what the base model says to it and what the new one says."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from dragoman.events.classify import Array, Classifier, mix
from dragoman.learn.course import Course
from dragoman.learn.extend import KINDS, Parts
from dragoman.learn.vectors import key_of
from dragoman.learn.voters import Lesson

NONE = "NONE"


class Judged(Struct, frozen=True):
    """What is right for an example, and the types that the base model and the new one give it; NONE for no event."""

    item: str
    kind: str
    right: str
    before: str
    after: str


class Base:
    """The base model's types for instances, asked with what the rules of its own codebook say.

    An instance that those rules do not propose is no event to it: it would not have been asked.
    """

    def __init__(self, course: Course, classifier: Classifier) -> None:
        self._classifier = classifier
        self._asked = {_name(row): row for row in course.asked}

    def event(self, lesson: Lesson) -> str:
        """The type that it gives the lesson."""
        asked = self._asked.get(_name(lesson))
        return event_of(self._classifier, asked) if asked is not None else NONE


def _name(lesson: Lesson) -> tuple[str, str, str]:
    return lesson.example.item, lesson.example.kind, key_of(lesson.example.instance)


def event_of(classifier: Classifier, lesson: Lesson) -> str:
    """The likeliest type by the classifier, as coding asks it."""
    verdict = classifier.weigh(lesson.encoded, lesson.example.instance, pair=lesson.example.kind in KINDS["pair"])
    return verdict.event or NONE


def judge_back(course: Course, base: Base, after: Classifier) -> list[Judged]:
    """The lessons held back, judged by both models."""
    return [_judged(row, base.event(row), event_of(after, row)) for row in course.back]


def judge_own(crossed: tuple[Sequence[Lesson], Parts], types: Sequence[str], factors: Mapping[str, Array], base: Base) -> list[Judged]:
    """The own lessons, judged by the base model and by voters that have not seen their fold."""
    return [_judged(row, base.event(row), guess) for row, guess in zip(crossed[0], _guesses(*crossed, types, factors), strict=True)]


def _guesses(lessons: Iterable[Lesson], parts: Parts, types: Sequence[str], factors: Mapping[str, Array]) -> Iterator[str]:
    for place, row in enumerate(lessons):
        own = factors["candidate_factors" if row.example.kind in KINDS["candidate"] else "pair_factors"]
        yield types[int(mix(parts["encoder"][place], parts["words"][place], parts["rules"][place], own).argmax())]


def _judged(row: Lesson, before: str, after: str) -> Judged:
    return Judged(row.example.item, row.example.kind, row.example.event, before, after)
