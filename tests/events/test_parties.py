"""The sides of an event: who did it to whom, also where the sentence does not say."""

import pytest
from tests.events.trees import act, cast_of, fill, grown, names, word

from dragoman.model.candidate import Candidate


def filled(sentence: str, trigger: str, label: str, *, anchor: str | None = None, without: tuple[str, ...] = (), **more: object) -> Candidate:
    """The candidate at the word with its sides filled."""
    parsed = grown(sentence)
    slots = {name: [word(parsed, str(text)) for text in more.pop(name, ())] for name in ("recipients", "actors", "complements")}  # type: ignore[attr-defined]
    candidate = act(parsed, trigger, label, anchor=anchor, **slots, **more)
    fill([candidate], parsed, cast_of(parsed, *without))
    return candidate


def sides(candidate: Candidate) -> tuple[list[str], list[str]]:
    """The names of the two sides."""
    return names(candidate.actor), names(candidate.recipient)


PERUVIAN = "Peruvian envoy"
CASES: list[tuple[str, str, str, str, list[str], list[str]]] = [
    ("active", "Norway expelled the envoy.", "expelled", "SANCTION/expel", ["Norway"], [PERUVIAN]),
    ("passive", "The envoy was expelled by Norway.", "expelled", "SANCTION/expel", ["Norway"], [PERUVIAN]),
    ("relative", "The envoy that Norway expelled left.", "expelled", "SANCTION/expel", ["Norway"], [PERUVIAN]),
    ("participle", "The envoy expelled by Norway left.", "expelled", "SANCTION/expel", ["Norway"], [PERUVIAN]),
    ("dative", "Norway gave Peru money.", "gave", "AID", ["Norway"], ["Peru"]),
    ("to somebody", "Norway gave money to Peru.", "gave", "AID", ["Norway"], ["Peru"]),
    ("possessor", "Norway's attack on Peru failed.", "attack", "ASSAULT", ["Norway"], ["Peru"]),
    ("adjective", "Norway was critical of Peru.", "critical", "ACCUSE", ["Norway"], ["Peru"]),
]


@pytest.mark.parametrize(("sentence", "trigger", "label", "actor", "recipient"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_the_sides_are_found(sentence: str, trigger: str, label: str, actor: list[str], recipient: list[str]) -> None:
    """Who acts is the actor and who undergoes the recipient, in every construction."""
    anchor = "was" if trigger == "critical" else None
    assert sides(filled(sentence, trigger, label, anchor=anchor)) == (actor, recipient)


def test_a_light_verb_lends_its_subject() -> None:
    """Who launches an attack attacks."""
    assert sides(filled("Norway launched an attack on Peru.", "attack", "ASSAULT", anchor="launched")) == (["Norway"], ["Peru"])


def test_a_visit_has_two_sides() -> None:
    """The visitor is the actor, the host the recipient."""
    found = filled("Norway paid a visit to Peru.", "visit", "CONSULT/visit", anchor="paid")
    assert (sides(found), found.reciprocal) == ((["Norway"], ["Peru"]), False)


@pytest.mark.parametrize("label", ["CONSULT", "COOPERATE", "CONSULT/phone"])
def test_a_mutual_event_pools_its_sides(label: str) -> None:
    """Everybody is among the actors and nobody the recipient."""
    found = filled("Norway met Peru.", "met", label)
    assert (sides(found), found.reciprocal) == ((["Norway", "Peru"], []), True)


def test_both_makes_any_type_mutual() -> None:
    """The frame's option pools the sides of a clash."""
    found = filled("Norway met Peru.", "met", "ASSAULT", flags=frozenset({"both"}))
    assert (sides(found), found.reciprocal) == ((["Norway", "Peru"], []), True)


def test_two_that_agree_together_are_mutual() -> None:
    """ "Norway and Peru signed" has both among the actors."""
    found = filled("Norway and Peru met and signed the pact.", "signed", "SUPPORT")
    assert (sides(found), found.reciprocal) == ((["Norway", "Peru"], []), True)


def test_swap_turns_the_sides_around() -> None:
    """Who receives aid is helped by the other."""
    assert sides(filled("Norway received aid from Peru.", "received", "AID", flags=frozenset({"swap"}))) == (["Peru"], ["Norway"])


def test_solo_has_no_recipient() -> None:
    """A frame that never has a recipient takes none."""
    assert sides(filled("Norway launched an attack on Peru.", "attack", "MOBILIZE", anchor="launched", flags=frozenset({"solo"}))) == (["Norway"], [])


def test_need_asks_for_a_recipient_in_the_sentence() -> None:
    """A loose verb without a named recipient is no event."""
    found = filled("Norway praised the visit.", "praised", "SUPPORT", flags=frozenset({"need"}))
    assert found.dropped == "needs a named recipient"


def test_a_required_recipient_that_nobody_is_drops_the_event() -> None:
    """AID to nobody is none."""
    assert filled("Norway sent tanks.", "sent", "AID").dropped == "no recipient"


def test_without_an_actor_there_is_no_event() -> None:
    """What nobody did is not recorded."""
    assert filled("The envoy was expelled.", "expelled", "ASSAULT").dropped == "no actor"


def test_an_agentless_arrest_is_the_police_s() -> None:
    """Who was arrested was arrested by the police of the country, understood and less certain."""
    found = filled("The envoy was arrested.", "arrested", "COERCE/arrest")
    (police,) = found.actor[0].actors
    assert (police.country, police.sectors) == ("PER", ("COP",))
    assert (found.actor[0].kind, found.actor[0].direct) == ("understood", False)
    assert any(reason.name == "agent understood" and reason.score < 1 for reason in found.reasons)


def test_a_speaker_acts_where_nobody_else_does() -> None:
    """ "The talks will be held, Norway said" is Norway's promise, and then Norway is no speaker."""
    found = filled("The talks will be held, Norway said.", "talks", "AGREE", anchor="held")
    assert names(found.actor) == ["Norway"]
    assert found.speakers == []


def test_we_is_the_speaker_s_own_act() -> None:
    """ "We will not meet Peru" is told by nobody but the one who refuses."""
    found = filled("“ We will not meet Peru , ” Norway said .", "meet", "REJECT/meet")
    assert (sides(found), found.speakers) == ((["Norway"], ["Peru"]), [])


def test_a_speaker_of_a_claim_is_kept() -> None:
    """The minister says what Norway did."""
    found = filled("Norway expelled the envoy, the minister said.", "expelled", "SANCTION/expel")
    assert (sides(found), names(found.speakers)) == ((["Norway"], [PERUVIAN]), ["Norwegian minister"])


def test_a_demand_is_made_by_the_speaker_of_the_one_who_must() -> None:
    """Who must release is asked; without a speaker nobody asks."""
    assert filled("Peru must release the envoy.", "release", "REQUEST/yield", flags=frozenset({"demanded"})).dropped == "no actor"


def test_the_story_gives_the_partner_of_talks() -> None:
    """ "It held talks" after an arrest is with the other side of that arrest."""
    parsed = grown("Norway arrested the envoy. It held talks.")
    first, second = act(parsed, "arrested", "COERCE/arrest"), act(parsed, "talks", "CONSULT", anchor="held")
    fill([first, second], parsed)
    assert sides(second) == (["Norway", PERUVIAN], [])
    assert any(reason.name == "partner from the story" for reason in second.reasons)


def test_talks_with_nobody_are_dropped() -> None:
    """A mutual event needs two."""
    assert filled("Norway's attack on Peru failed.", "attack", "CONSULT", without=("Peru",)).dropped == "reciprocal with one party"


def test_nobody_acts_on_himself() -> None:
    """A recipient that is the actor again is none."""
    assert sides(filled("Norway said that Peru left.", "said", "ACCUSE", recipients=["Norway"])) == (["Norway"], ["Peru"])
