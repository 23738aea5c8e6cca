"""What happened, will, may or did not happen, and what a plan is worth."""

import pytest
from tests.events.trees import act, grown, word

from dragoman.events.status import settle_status
from dragoman.model.candidate import Candidate


def settled(sentence: str, trigger: str, label: str, anchor: str | None = None) -> Candidate:
    """The candidate at the word after its status was settled."""
    candidate = act(grown(sentence), trigger, label, anchor=anchor)
    settle_status(candidate)
    return candidate


def shown(candidate: Candidate) -> str:
    """Type, mode and status in a few words."""
    if not candidate.kept:
        return "dropped"
    return f"{candidate.event}/{candidate.mode} {candidate.status}" if candidate.mode else f"{candidate.event} {candidate.status}"


EXPEL, MEET, RELEASE = "SANCTION/expel", "CONSULT", "RETREAT/release"
CASES: list[tuple[str, str, str, str]] = [
    ("Norway expelled the envoy.", "expelled", EXPEL, "SANCTION/expel actual"),
    ("Norway may expel the envoy.", "expel", EXPEL, "SANCTION/expel hypothetical"),
    ("Norway will leave if Peru expels the envoy.", "expels", EXPEL, "SANCTION/expel hypothetical"),
    ("Norway never expelled the envoy.", "expelled", EXPEL, "SANCTION/expel negated"),
    ("Nobody expelled the envoy.", "expelled", EXPEL, "SANCTION/expel negated"),
    ("Nobody was expelled.", "expelled", EXPEL, "dropped"),
    ("Norway did not meet Peru.", "meet", MEET, "CONSULT negated"),
    ("Norway will meet Peru.", "meet", MEET, "AGREE actual"),
    ("Norway will meet Peru.", "meet", "AID", "AGREE actual"),
    ("Norway will meet Peru.", "meet", "COOPERATE", "AGREE actual"),
    ("Norway will meet Peru.", "meet", "SUPPORT", "AGREE actual"),
    ("Norway will release the envoy.", "release", RELEASE, "CONCEDE actual"),
    ("Norway would release the envoy.", "release", RELEASE, "CONCEDE actual"),
    ("Norway will expel the envoy.", "expel", EXPEL, "THREATEN/expel actual"),
    ("Norway will expel the envoy.", "expel", "COERCE/arrest", "THREATEN/arrest actual"),
    ("Unless Peru leaves, Norway will attack Peru.", "attack", "ASSAULT", "THREATEN/violence actual"),
    ("Norway will condemn Peru.", "condemn", "ACCUSE/disapprove", "ACCUSE/disapprove actual"),
    ("Norway will not meet Peru.", "meet", MEET, "REJECT/meet actual"),
    ("Norway will not meet Peru.", "meet", "AID", "REJECT/assist actual"),
    ("Norway will not meet Peru.", "meet", RELEASE, "REJECT/yield actual"),
    ("Norway did not agree.", "agree", "AGREE", "REJECT actual"),
    ("Norway did not condemn Peru.", "condemn", "ACCUSE", "dropped"),
    ("Peru must release the envoy.", "release", RELEASE, "REQUEST/yield actual"),
    ("Peru must release the envoy.", "release", MEET, "REQUEST/meet actual"),
    ("Peru must release the envoy.", "release", "AID", "REQUEST/assist actual"),
    ("Norway will ban the envoy.", "ban", "REJECT", "THREATEN/restrict actual"),
    ("Norway will meet Peru.", "meet", "REJECT", "REJECT actual"),
    ("Unless Peru leaves, we strike.", "strike", "PROTEST/strike", "THREATEN actual"),
    ("Unless Peru leaves, Norway will strike.", "strike", "PROTEST/strike", "THREATEN actual"),
    ("We strike.", "strike", "PROTEST/strike", "PROTEST/strike actual"),
]


@pytest.mark.parametrize(("sentence", "trigger", "label", "result"), CASES, ids=[f"{case[2]}: {case[0]}" for case in CASES])
def test_tense_and_negation_settle_type_and_status(sentence: str, trigger: str, label: str, result: str) -> None:
    """Plans become AGREE, CONCEDE or THREATEN, refusals REJECT, what must be done REQUEST; the rest keeps its type."""
    assert shown(settled(sentence, trigger, label)) == result


def test_a_protest_announced_against_somebody_is_a_threat() -> None:
    """A coming march is a protest ahead; a boycott of somebody that the actor announces is THREATEN."""
    parsed = grown("Norway will meet Peru.")
    march, boycott = act(parsed, "meet", "PROTEST"), act(parsed, "meet", "PROTEST/boycott", recipients=[word(parsed, "Peru")])
    settle_status(march)
    settle_status(boycott)
    assert [shown(march), shown(boycott)] == ["PROTEST future", "THREATEN actual"]


def test_no_talks_held_is_no_talk() -> None:
    """A negated noun negates the event of the verb that carries it."""
    assert shown(settled("No talks were held.", "talks", MEET, anchor="held")) == "CONSULT negated"


def test_talks_that_will_be_held_are_agreed() -> None:
    """The tense of the light verb is that of its noun."""
    assert shown(settled("The talks will be held, Norway said.", "talks", MEET, anchor="held")) == "AGREE actual"


def test_a_demand_turns_its_sides_around() -> None:
    """Who must do something is the one it is asked of."""
    assert "demanded" in settled("Peru must release the envoy.", "release", RELEASE).flags


def test_a_status_given_before_stays() -> None:
    """What an operator made hypothetical is not made actual again."""
    candidate = act(grown("Norway expelled the envoy."), "expelled", EXPEL, status="hypothetical")
    settle_status(candidate)
    assert shown(candidate) == "SANCTION/expel hypothetical"


def test_each_change_of_type_is_noted() -> None:
    """The reasons say which rule made a threat of a plan."""
    assert [reason.name for reason in settled("Norway will expel the envoy.", "expel", EXPEL).reasons] == ["future: THREATEN"]
