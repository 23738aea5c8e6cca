"""Which names are persons', who are each one, and which are states', who are no more than their code."""

from functools import lru_cache

from dragoman.knowledge.actors import load_directory, units

BODIES = frozenset(
    "action administration agency alliance armed army assembly assembly association authority bank board border brigade bureau cabinet "
    "center central centre church coalition command commission committee communist community company confederation conference congress "
    "council country court democracy democratic department directorate embassy european executive federal federation fleet force forces "
    "forum foundation front government group guard guards high house independent institute intelligence international islamic joint "
    "justice labour league legion liberation militia ministry mission movement national navy network office organisation organization "
    "parliament party patriots people peoples police popular post press republic republican resistance revolutionary rights security "
    "senate service services social socialist society special squad state supreme syndicate the times treasury tribunal troops union "
    "united unity university workers".split()
)
PARTICLES = frozenset("van von de da di del della dos le la bin ibn ben al el".split())
MANY_WORDS = 5  # names of as many words are bodies'


def is_land(name: str) -> bool:
    """Whether the name is a state's, which says no more than its code does."""
    return any(meaning.kind == "state" for meaning in load_directory().look_up(" ".join(units(name))))


@lru_cache(maxsize=1 << 16)
def is_person(name: str) -> bool:
    """Whether the name is a person's: the tables say so, or it looks like one and no word of it is a land's or a body's.

    >>> is_person("Celeste Mutombene"), is_person("Tajik Border Troops"), is_person("South Korea")
    (True, False, False)
    """
    known = load_directory().look_up(" ".join(units(name)))
    if known:
        return any(meaning.kind == "official" for meaning in known)
    words = [word for word in name.split() if word.lower() not in PARTICLES]
    return 1 < len(words) < MANY_WORDS and all(map(_may_be_personal, words))


def _may_be_personal(word: str) -> bool:
    return word[:1].isupper() and word.lower() not in BODIES and not load_directory().look_up(" ".join(units(word)))
