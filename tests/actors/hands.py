"""A directory and mentions made by hand, so that the rules about names are tested without tables."""

from datetime import date

from spacy.tokens import Doc
from tests.builders import BLANK

from dragoman.actors.told import Told
from dragoman.knowledge.actors import Directory, Known, Role, units
from dragoman.model.event import Actor
from dragoman.model.mention import Mention

DAY = date(2024, 3, 14)
GOV = ("GOV",)


def directory() -> Directory:
    """A small world: two states, a capital, two leaders of one surname, a body, a medium, some roles."""
    found = Directory()
    for alias, known in (
        ("Norway", Known("state", "Norway", "NOR", GOV)),
        ("Norwegian", Known("adjective", "Norway", "NOR", GOV)),
        ("Norwegian", Known("demonym", "Norway", "NOR", ("CVL",))),
        ("Guinea", Known("state", "Guinea", "GIN", GOV)),
        ("Papua New Guinea", Known("state", "Papua New Guinea", "PNG", GOV)),
        ("Oslo", Known("capital", "Norway", "NOR", GOV)),
        ("Paris", Known("capital", "France", "FRA", GOV)),
        ("Kari Holm", Known("official", "Kari Holm", "NOR", GOV, "prime minister", date(2021, 1, 1), date(2023, 6, 30))),
        ("Holm", Known("surname", "Kari Holm", "NOR", GOV, "prime minister", date(2021, 1, 1), date(2023, 6, 30))),
        ("Ola Holm", Known("official", "Ola Holm", "NOR", GOV, "foreign minister", date(2023, 7, 1), None)),
        ("Holm", Known("surname", "Ola Holm", "NOR", GOV, "foreign minister", date(2023, 7, 1), None)),
        ("WHO", Known("IGO", "World Health Organization", None, ("IGO",))),
        ("Unity party", Known("party", "Unity", "NOR", ("PTY",))),
        ("Quai d'Orsay", Known("seat", "France", "FRA", GOV)),
        ("The Diplomat", Known("medium", "The Diplomat", "USA", ("JRN",))),
        ("Tidende", Known("medium", "Tidende", "NOR", ("JRN",))),
    ):
        found.add(alias, known)
    for role, sectors, kind in (
        ("minister", GOV, "person"),
        ("foreign minister", GOV, "person"),
        ("police", ("COP",), "group"),
        ("rebel", ("REB",), "group"),
        ("head of state", GOV, "person"),
        ("president", GOV, "person"),
    ):
        found.roles[" ".join(units(role))] = Role(role, sectors, kind, kind == "group")
    return found


def words(text: str, tags: str = "") -> Doc:
    """The words with parts of speech (N noun, P proper, V verb, A adjective, D determiner, else X), without a tree."""
    names = {"N": "NOUN", "P": "PROPN", "V": "VERB", "A": "ADJ", "D": "DET", "X": "X", "S": "ADP"}
    split = text.split()
    return Doc(BLANK.vocab, words=split, pos=[names[tag] for tag in (tags or "P" * len(split))])


def told(
    token: int, sentence: int, *actors: Actor, subject: bool = False, person: bool = False, plural: bool = False, kind: str = "state", role: str = ""
) -> Told:
    """An earlier mention of the actors."""
    return Told(token, sentence, Mention(token, token, token + 1, actors, plural=plural, kind=kind), subject, person, role)
