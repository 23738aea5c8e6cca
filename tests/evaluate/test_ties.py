"""Of the candidates of a sentence the one counts that ties the marked parties best."""

from types import SimpleNamespace
from typing import Any

import pytest
from tests.events.trees import act, grown, word

from dragoman.evaluate.link import RULE_ODDS, TIED, code_pair, is_promised
from dragoman.evaluate.marked import Pair
from dragoman.evaluate.ties import SILENCED, Tie
from dragoman.events.status import settle_status
from dragoman.events.syntax import Clauses
from dragoman.model.candidate import Candidate
from dragoman.model.instance import Instance, Verdict
from dragoman.model.parsed import Parsed
from dragoman.model.trace import Reason


def marked(parsed: Parsed, text: str) -> tuple[tuple[int, int], ...]:
    """The characters of the word."""
    token = word(parsed, text)
    return (parsed.characters(token.i, token.i + 1),)


def score(parsed: Parsed, candidate: Candidate, actor: str, recipient: str) -> float:
    """How well the candidate ties the two words."""
    return Tie(marked(parsed, actor), marked(parsed, recipient), parsed, Clauses(parsed.doc)).score(candidate)


def test_the_right_way_round_ties_best() -> None:
    """Actor as subject and recipient as object tie; crossed they hardly do."""
    parsed = grown("Norway expelled the envoy.")
    expulsion = act(parsed, "expelled", "SANCTION/expel")
    assert score(parsed, expulsion, "Norway", "envoy") > TIED > score(parsed, expulsion, "envoy", "Norway")


def test_an_act_told_inside_another_ties_less() -> None:
    """What was refused, praised or condemned counts less than the refusal, by a fixed measure."""
    parsed = grown("Norway expelled the envoy.")
    plain, inside = act(parsed, "expelled", "SANCTION"), act(parsed, "expelled", "SANCTION")
    inside.drop("told inside REJECT")
    assert score(parsed, plain, "Norway", "envoy") - score(parsed, inside, "Norway", "envoy") == pytest.approx(SILENCED)


def test_who_says_it_is_tied_where_saying_it_is_the_act() -> None:
    """ "Norway said it will not meet Peru": the refusal ties Norway, though its verb's subject is "it"."""
    parsed = grown("Norway said it will not meet Peru.")
    refusal, meeting = act(parsed, "meet", "CONSULT"), act(parsed, "meet", "CONSULT")
    settle_status(refusal)
    assert refusal.event == "REJECT"
    assert score(parsed, refusal, "Norway", "Peru") > score(parsed, meeting, "Norway", "Peru")


def test_a_demand_ties_the_speaker_to_who_must() -> None:
    """ "Norway said that Peru must leave" ties Norway to Peru, and not Peru to Norway."""
    parsed = grown("Norway said that Peru must leave.")
    demand = act(parsed, "leave", "RETREAT/withdraw")
    settle_status(demand)
    assert demand.event == "REQUEST"
    assert score(parsed, demand, "Norway", "Peru") > TIED + 2 > score(parsed, demand, "Peru", "Norway") + 2


@pytest.mark.parametrize(
    ("frame", "reason", "promised"),
    [("agree to release", "", True), ("release R", "future: CONCEDE", True), ("decide to", "commit(CONCEDE)", False), ("release R", "", False)],
    ids=["agreed", "will", "decided", "done"],
)
def test_a_promise_is_no_decision(frame: str, reason: str, promised: bool) -> None:
    """Who agrees to release or will release has promised; who has decided to or has released has not."""
    candidate = act(grown("Norway will release the envoy."), "release", "CONCEDE")
    candidate.frame, candidate.reasons = frame, [Reason("status", reason)]
    assert is_promised(candidate) is promised


def test_an_act_decided_on_is_no_promise() -> None:
    """ "Decided to release": the release is conceded, not promised, though it lies ahead."""
    candidate = act(grown("Norway decided to release the envoy."), "release", "CONCEDE")
    candidate.reasons = [Reason("status", "future: CONCEDE")]
    assert not is_promised(candidate)


class Judge:
    """A classifier that gives every pair the same verdict."""

    types = ("NONE", "AID", "SANCTION")

    def judge(self, _: Instance, *, pair: bool) -> Verdict:
        """AID, with odds against SANCTION that a rule outweighs where it ties."""
        assert pair
        ahead = RULE_ODDS / (RULE_ODDS + 2)
        return Verdict("AID", ahead, 0.0, (), (), (), (("NONE", 0.0), ("AID", ahead), ("SANCTION", 1 - ahead)))


@pytest.mark.parametrize(("actor", "recipient", "label"), [("Norway", "envoy", "SANCTION"), ("envoy", "Norway", "AID")], ids=["tied", "crossed"])
def test_a_rule_outweighs_the_classifier_where_it_ties(actor: str, recipient: str, label: str) -> None:
    """A candidate that ties the marked parties raises the odds of its type; one that does not leaves the verdict."""
    parsed = grown("Norway expelled the envoy.")
    found = [act(parsed, "expelled", "SANCTION/expel")]
    tools: Any = SimpleNamespace(classifier=Judge(), proposer=SimpleNamespace(propose=lambda _: found), codebook=SimpleNamespace(complements={}))
    pair = Pair("1", parsed.article.text, marked(parsed, actor), marked(parsed, recipient), "AID")
    assert code_pair(pair, parsed, tools) == label
