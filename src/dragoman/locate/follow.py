"""Says whether one event goes on with the scene of an earlier one, by named rules in one table."""

from collections.abc import Callable

from dragoman.locate.happening import Happening

DEEDS = frozenset("ASSAULT COERCE PROTEST MOBILIZE AID RETREAT CONSULT".split())
CLASHES = frozenset(("ASSAULT", "PROTEST", "COERCE"))
TABLE = frozenset("AGREE SUPPORT CONCEDE REQUEST REJECT CONSULT COOPERATE".split())
SUMMIT = frozenset("AGREE SUPPORT CONSULT COOPERATE".split())
NEAR_SENTENCES = 3  # 1 to 5 tried on the development articles: alike for events found, from 3 on a little better for the rest
NEAR_PARAGRAPHS = 3  # 1 to 4 tried on the development articles and stories: 1 is too few, the others are alike

Rule = Callable[[Happening, Happening], bool]


def is_at_table(told: Happening, past: Happening) -> bool:
    """Whether parties of a meeting praise, promise or refuse something in the paragraph of the meeting."""
    return _sat_there(told, past) and told.paragraph == past.paragraph


def is_at_summit(told: Happening, past: Happening) -> bool:
    """Whether parties of the meeting that the story leads with praise, promise or sign something further down."""
    return _sat_there(told, past) and past.paragraph == 0 and told.event in SUMMIT


def is_outcome(told: Happening, past: Happening) -> bool:
    """Whether exactly those who met one paragraph earlier meet or sign: "After lunch both signed a pact"."""
    return _sat_there(told, past) and told.is_joint and told.sides == past.sides and told.paragraph == past.paragraph + 1


def is_same_clash(told: Happening, past: Happening) -> bool:
    """Whether violence or a crowd is told on, a few paragraphs later, with a side of the clash before."""
    is_near = told.paragraph - past.paragraph <= NEAR_PARAGRAPHS
    return told.event in ("ASSAULT", "PROTEST") and past.event in CLASHES and is_near and bool(told.sides & past.sides)


def is_next_deed(told: Happening, past: Happening) -> bool:
    """Whether a deed follows another of a side in the paragraph: "They burned a bus. Guards shot at the crowd"."""
    return _is_close(told, past) and told.event in DEEDS and past.event in DEEDS


def speaks_on(told: Happening, past: Happening) -> bool:
    """Whether "he", "she" or "they" act on in the very next sentence: "He also thanked them"."""
    return _is_close(told, past) and told.speaks_on and told.sentence - past.sentence == 1


RULES: dict[str, Rule] = {
    "at the table": is_at_table,
    "at the summit": is_at_summit,
    "outcome of talks": is_outcome,
    "same clash": is_same_clash,
    "next deed": is_next_deed,
    "speaks on": speaks_on,
}


def rule_that_joins(told: Happening, past: Happening, is_elsewhere: bool = False) -> str | None:
    """The first rule that makes `told` part of the scene of `past`, None where none does.

    `is_elsewhere` says that the paragraph of `told` has moved to a place of its own, which ends a summit's hold.
    """
    for name, rule in RULES.items():
        if not (is_elsewhere and rule is is_at_summit) and rule(told, past):
            return name
    return None


def _sat_there(told: Happening, past: Happening) -> bool:
    is_party = bool(told.sides) and told.sides <= past.sides
    return told.event in TABLE and past.is_joint and is_party and told.is_plain and not told.is_remote


def _is_close(told: Happening, past: Happening) -> bool:
    is_near = told.paragraph == past.paragraph and told.sentence - past.sentence <= NEAR_SENTENCES
    return is_near and bool(told.sides & past.sides) and told.is_plain and not told.is_remote
