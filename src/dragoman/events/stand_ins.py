"""Whom a side stands for: a shelled town for its people, whoever of another state was told last for its government."""

from collections.abc import Iterable
from dataclasses import replace

import msgspec

from dragoman.model.event import Actor
from dragoman.model.mention import Mention, same_actors

AREAS = frozenset(
    "region province district county territory enclave area zone state city town village neighbourhood neighborhood suburb settlement "
    "quarter strip island township hamlet valley department municipality camp".split()
)
SITES = frozenset(
    "street station market camp building block house home apartment flat shelter farm bazaar square settlement neighbourhood neighborhood "
    "suburb bus ferry car taxi train minibus restaurant cafe café shop tent tower queue crowd village town city wedding funeral field".split()
)
BORNE = frozenset(("ASSAULT", "AID", "COERCE"))
"""What people bear, and not the government that their town belongs to."""
BETWEEN_STATES = frozenset(("ACCUSE", "AGREE", "CONCEDE", "REJECT", "REQUEST", "SANCTION", "SUPPORT", "THREATEN"))
PREMISES = frozenset("military base|base|hospital|field hospital|clinic|school|university|barracks|prison|camp|plant|port|museum|stadium".split("|"))
CASES = frozenset("extradition return handover release surrender freedom repatriation pardon transfer".split())
BYSTANDERS = frozenset("AGR BUS CVL EDU JRN LAB MED SOC UNK".split())


def stand_for(mention: Mention, event: str, word: str) -> Mention:
    """The mention, as its people where it is a place that is shelled, helped or put under curfew; `word` is its head."""
    place = mention.kind == "place" or (mention.reason == "land" and word in AREAS)
    area = mention.reason.removeprefix("role:") in AREAS and mention.reason.startswith("role:")
    site = mention.kind == "belonging" and word in SITES
    if (event in BORNE and (place or area or site)) or (event == "SANCTION" and area):
        return replace(mention, actors=tuple(_as_people(actor) for actor in mention.actors))
    return mention


def _as_people(actor: Actor) -> Actor:
    return msgspec.structs.replace(actor, sectors=("CVL",)) if actor.sectors[:1] in (("GOV",), ("UNK",)) else actor


def as_government(mention: Mention, event: str, actors: Iterable[Actor]) -> Mention:
    """The mention, as its government where one state speaks to another and a bystander was told last."""
    mine = list(actors)
    if event not in BETWEEN_STATES or any(actor.sectors[:1] != ("GOV",) or actor.country is None for actor in mine):
        return mention
    home = {actor.country for actor in mine}
    return replace(mention, actors=tuple(_as_state(actor, home) for actor in mention.actors))


def case_as_state(mention: Mention, event: str, actors: Iterable[Actor], word: str) -> Mention:
    """The mention, as its government where a state asks another for a person's extradition, return or release; `word` is its head."""
    return as_government(mention, event, actors) if mention.kind == "belonging" and word in CASES else mention


def premises_as_state(mention: Mention, event: str, actors: Iterable[Actor]) -> Mention:
    """The mention, as its government where a foreign state thanks for, or agrees on, a base or a hospital."""
    if event == "SANCTION" or event not in BETWEEN_STATES or mention.reason.removeprefix("role:") not in PREMISES:
        return mention
    home = {actor.country for actor in actors}
    return replace(mention, actors=tuple(_as_owner(actor, home) for actor in mention.actors))


def _as_owner(actor: Actor, home: set[str | None]) -> Actor:
    return actor if actor.country is None or actor.country in home else msgspec.structs.replace(actor, sectors=("GOV",))


def _as_state(actor: Actor, home: set[str | None]) -> Actor:
    foreign = actor.country is not None and actor.country not in home
    return msgspec.structs.replace(actor, sectors=("GOV",)) if foreign and actor.sectors[:1] and actor.sectors[0] in BYSTANDERS else actor


def pooled(mentions: Iterable[Mention]) -> list[Mention]:
    """Each side of a mutual act once; who only repeats a country is left out where two countries already stand there."""
    pool: list[Mention] = []
    for mention in mentions:
        sides = {actor.country or actor.name for other in pool for actor in other.actors}
        repeated = len(sides) > 1 and {actor.country or actor.name for actor in mention.actors} <= sides
        if not repeated and not any(same_actors(mention, other) for other in pool):
            pool.append(mention)
    return pool
