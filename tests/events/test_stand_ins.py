"""A side may stand for others: a shelled town for its people, a bystander for his government."""

import pytest

from dragoman.events.stand_ins import as_government, pooled, premises_as_state, stand_for
from dragoman.model.event import Actor
from dragoman.model.mention import Mention

NORWAY = Actor("Norway", "NOR", ("GOV",))
PERU = Actor("Peru", "PER", ("GOV",))


def mention(*actors: Actor, kind: str = "body", reason: str = "") -> Mention:
    """A mention of the actors."""
    return Mention(0, 0, 1, actors, kind=kind, reason=reason)


def sectors(found: Mention) -> list[str]:
    """The primary sectors of the mention's actors."""
    return [actor.sectors[0] for actor in found.actors]


@pytest.mark.parametrize(
    ("kind", "reason", "word", "event", "sector"),
    [
        ("place", "place", "aleppo", "ASSAULT", "CVL"),
        ("place", "place", "aleppo", "CONSULT", "GOV"),
        ("body", "role:district", "district", "AID", "CVL"),
        ("body", "role:district", "district", "SANCTION", "CVL"),
        ("body", "role:district", "district", "REQUEST", "GOV"),
        ("body", "role:city", "city", "COERCE", "CVL"),
        ("state", "land", "enclave", "AID", "CVL"),
        ("state", "land", "country", "AID", "GOV"),
        ("belonging", "belongs to", "street", "COERCE", "CVL"),
        ("belonging", "belongs to", "station", "ASSAULT", "CVL"),
        ("belonging", "belongs to", "plan", "ASSAULT", "GOV"),
        ("state", "known:state", "peru", "ASSAULT", "GOV"),
    ],
)
def test_a_place_stands_for_its_people(kind: str, reason: str, word: str, event: str, sector: str) -> None:
    """What is shelled, helped, cut off or put under curfew is the people, but a state named as a side is its government."""
    assert sectors(stand_for(mention(PERU, kind=kind, reason=reason), event, word)) == [sector]


def test_who_is_no_government_keeps_the_sector() -> None:
    """Soldiers in a shelled street are no civilians."""
    soldiers = mention(Actor("troops", "PER", ("MIL",)), kind="belonging", reason="belongs to")
    assert stand_for(soldiers, "ASSAULT", "street") == soldiers


@pytest.mark.parametrize(
    ("event", "actor", "told", "sector"),
    [
        ("ACCUSE", NORWAY, Actor("traders", "PER", ("BUS",)), "GOV"),
        ("SANCTION", NORWAY, Actor("people", "PER", ("CVL",)), "GOV"),
        ("ACCUSE", NORWAY, Actor("rebels", "PER", ("REB",)), "REB"),
        ("ACCUSE", NORWAY, Actor("teachers", "NOR", ("EDU",)), "EDU"),
        ("ASSAULT", NORWAY, Actor("people", "PER", ("CVL",)), "CVL"),
        ("ACCUSE", Actor("union", "NOR", ("LAB",)), Actor("traders", "PER", ("BUS",)), "BUS"),
    ],
)
def test_a_bystander_told_last_stands_for_his_government(event: str, actor: Actor, told: Actor, sector: str) -> None:
    """A state that speaks to nobody named speaks to the other state, not to its traders; violence is left to the words."""
    assert sectors(as_government(mention(told), event, [actor])) == [sector]


@pytest.mark.parametrize(
    ("event", "reason", "country", "sector"),
    [
        ("SUPPORT", "role:field hospital", "PER", "GOV"),
        ("SUPPORT", "role:field hospital", "NOR", "MED"),
        ("SANCTION", "role:field hospital", "PER", "MED"),
        ("SUPPORT", "role:doctor", "PER", "MED"),
    ],
)
def test_premises_stand_for_the_state_that_has_them(event: str, reason: str, country: str, sector: str) -> None:
    """Thanks for another state's hospital go to that state; a doctor is thanked himself."""
    assert sectors(premises_as_state(mention(Actor("it", country, ("MED",)), reason=reason), event, [NORWAY])) == [sector]


def test_a_pool_of_two_countries_takes_no_third_mention_of_either() -> None:
    """Reinforcements that two states pull back are no more parties to their deal."""
    troops = mention(Actor("Peruvian troops", "PER", ("MIL",)))
    both = mention(NORWAY, PERU)
    assert pooled([both, troops]) == [both]


def test_a_pool_of_one_country_takes_both_sides() -> None:
    """A government and its rebels are two sides."""
    rebels, government = mention(Actor("rebels", "PER", ("REB",))), mention(PERU)
    assert pooled([rebels, government, rebels]) == [rebels, government]
