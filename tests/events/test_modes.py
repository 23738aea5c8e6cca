"""The means told in the clause decide the mode where the frame does not."""

import pytest
from tests.events.trees import NORWAY, PERU, act, grown

from dragoman.events.modes import modes_of
from dragoman.knowledge.codebook import load_codebook
from dragoman.model.candidate import Candidate
from dragoman.model.event import Actor
from dragoman.model.mention import Mention

BOOK = load_codebook()


def meeting(sentence: str, *actors: Actor) -> Candidate:
    """A CONSULT at "met" of these actors."""
    candidate = act(grown(sentence), "met", "CONSULT")
    candidate.actor = [Mention(0, 0, 1, (actor,)) for actor in actors]
    return candidate


def test_the_frame_s_own_mode_wins() -> None:
    """A frame that says how is not overruled by a weapon in the clause."""
    assert modes_of(act(grown("Troops attacked the town with drones."), "attacked", "ASSAULT/beat"), BOOK) == ("beat",)


@pytest.mark.parametrize(
    ("sentence", "trigger", "event", "modes"),
    [
        ("Troops attacked the town with drones.", "attacked", "ASSAULT", ("drone",)),
        ("Norway launched an attack on Peru.", "attack", "ASSAULT", ()),
        ("Norway sent tanks.", "sent", "MOBILIZE", ("weapons",)),
        ("Norway pulled troops out of Peru.", "pulled", "MOBILIZE", ("troops",)),
    ],
    ids=["drones", "no weapon", "tanks", "troops"],
)
def test_the_means_decide(sentence: str, trigger: str, event: str, modes: tuple[str, ...]) -> None:
    """The weapon or the force named in the clause is the mode; none named, none given."""
    assert modes_of(act(grown(sentence), trigger, event), BOOK) == modes


@pytest.mark.parametrize(
    ("sentence", "actors", "modes"),
    [
        ("Norway met Peru.", (NORWAY, PERU), ()),
        ("Norway met Peru.", (NORWAY, PERU, Actor("Chile", "CHL", ("GOV",))), ("multilateral",)),
        ("Norway met Peru.", (NORWAY, PERU, Actor("United Nations", None, ("IGO",))), ("multilateral",)),
        ("Norway met Peru.", (NORWAY, PERU, Actor("Peruvian army", "PER", ("MIL",))), ()),
        ("Norway met Peru by video.", (NORWAY, PERU), ("phone",)),
        ("Norway and Peru met with a mediator.", (NORWAY, PERU), ("third-party",)),
    ],
    ids=["two", "three states", "with a body", "two of one state", "remote", "mediated"],
)
def test_who_meets_how_decides(sentence: str, actors: tuple[Actor, ...], modes: tuple[str, ...]) -> None:
    """A remote medium is phone, a mediator third-party, three parties or more multilateral."""
    assert modes_of(meeting(sentence, *actors), BOOK) == modes
