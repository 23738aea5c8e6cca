"""The algebra of acts about acts: what a promise, a demand or a denial makes of what it is about."""

import pytest
from tests.events.trees import act, grown, texts, word

from dragoman.events.compose import compose
from dragoman.knowledge.codebook import load_codebook
from dragoman.model.candidate import Candidate

BOOK = load_codebook()
COMPLEMENTS = {"REQUEST": {"meet": frozenset({"envoy"})}, "REJECT": {"yield": frozenset({"town"})}}


def composed(operator: str, label: str, sentence: str = "Norway promised to expel the envoy.") -> list[Candidate]:
    """What the operator makes of an act of this type that is its complement."""
    outer, inner = ("promised", "expel") if "promised" in sentence else ("denied", "attacking")
    parsed = grown(sentence)
    complement = word(parsed, inner)
    return compose([act(parsed, outer, f"@{operator}", complements=[complement]), act(parsed, inner, label)], {})


def told(candidates: list[Candidate]) -> list[str]:
    """The kept candidates: type, mode where there is one, status where it is not actual."""
    rows = []
    for candidate in candidates:
        if candidate.kept:
            mode = f"/{candidate.mode}" if candidate.mode else ""
            rows.append(f"{candidate.event}{mode}" + (f" {candidate.status}" if candidate.status != "actual" else ""))
    return rows


ALGEBRA: dict[str, dict[str, str]] = {
    "commit": {
        "AGREE": "AGREE", "CONSULT/visit": "AGREE", "SUPPORT": "AGREE", "COOPERATE": "AGREE", "AID": "AGREE", "CONCEDE": "CONCEDE",
        "RETREAT/release": "CONCEDE", "RETREAT/access": "AGREE", "ASSAULT": "THREATEN/violence", "COERCE": "THREATEN/restrict",
        "COERCE/arrest": "THREATEN/arrest", "COERCE/seize": "THREATEN/territory", "COERCE/deport": "THREATEN/expel",
        "SANCTION": "THREATEN/relations", "SANCTION/expel": "THREATEN/expel", "PROTEST/demo": "THREATEN", "REJECT/meet": "REJECT/meet",
        "MOBILIZE": "MOBILIZE future",
    },
    "ask": {
        "AID": "REQUEST/assist", "COOPERATE": "REQUEST/assist", "RETREAT/release": "REQUEST/yield", "CONCEDE": "REQUEST/yield",
        "CONSULT": "REQUEST/meet", "SANCTION": "REQUEST/change",
    },
    "refuse": {
        "AID": "REJECT/assist", "COOPERATE": "REJECT/assist", "RETREAT/release": "REJECT/yield", "CONCEDE": "REJECT/yield",
        "CONSULT": "REJECT/meet", "SUPPORT": "REJECT",
    },
    "threaten": {
        "ASSAULT/drone": "THREATEN/violence", "MOBILIZE": "THREATEN/violence", "COERCE": "THREATEN/restrict", "COERCE/arrest": "THREATEN/arrest",
        "COERCE/seize": "THREATEN/territory", "SANCTION/expel": "THREATEN/expel", "SANCTION/discontinue": "THREATEN/relations",
        "PROTEST/strike": "THREATEN", "RETREAT/withdraw": "THREATEN/relations",
    },
    "accuse": {"ASSAULT": "ACCUSE/allege", "COERCE/arrest": "ACCUSE/allege", "AID": "ACCUSE/allege"},
    "consider_future": {"ASSAULT": "ASSAULT future", "CONSULT": "CONSULT future"},
    "consider_hypothetical": {"SANCTION/expel": "SANCTION/expel hypothetical", "AID": "AID hypothetical"},
    "stop": {
        "ASSAULT": "CONCEDE", "COERCE/curfew": "CONCEDE", "PROTEST/strike": "CONCEDE", "SANCTION": "CONCEDE", "MOBILIZE": "CONCEDE",
        "THREATEN": "CONCEDE", "CONSULT": "REJECT/meet", "COOPERATE": "SANCTION/discontinue", "AID": "SANCTION/discontinue",
    },
    "fail": {"ASSAULT": "ASSAULT negated", "CONSULT": "CONSULT negated", "AGREE": "REJECT"},
    "say": {"ASSAULT": "ASSAULT", "CONSULT": "CONSULT"},
    "occur": {"CONSULT": "CONSULT"},
    "transparent": {"ASSAULT/heavy-weapons": "ASSAULT/heavy-weapons"},
    "cancel": {"CONSULT": "CONSULT negated"},
}  # fmt: skip
CASES = [pytest.param(operator, label, result, id=f"{operator}({label})") for operator, row in ALGEBRA.items() for label, result in row.items()]


@pytest.mark.parametrize(("operator", "label", "result"), CASES)
def test_an_operator_makes_one_act_of_another(operator: str, label: str, result: str) -> None:
    """The table is the ontology's: promises are AGREE, CONCEDE or THREATEN, demands REQUEST, refusals REJECT, and so on."""
    assert told(composed(operator, label)) == [result]


@pytest.mark.parametrize("label", ["CONSULT", "AID", "RETREAT/withdraw", "MOBILIZE"])
def test_a_denied_dealing_did_not_happen(label: str) -> None:
    """Who denies talks or a withdrawal tells that there were none."""
    assert told(composed("deny", label, "Norway denied attacking the town.")) == [f"{label} negated"]


@pytest.mark.parametrize("label", ["ASSAULT", "COERCE/arrest", "SANCTION", "PROTEST"])
def test_a_denied_accusation_is_no_event(label: str) -> None:
    """Who denies an attack leaves no negated twin of it."""
    assert told(composed("deny", label, "Norway denied attacking the town.")) == []


def test_what_was_told_inside_is_remembered() -> None:
    """The act that a promise is about is dropped by name and stays inside the promise."""
    inner, outer = sorted(composed("commit", "AID"), key=lambda candidate: candidate.kept)
    assert inner.dropped == "told inside commit"
    assert outer.inner == [inner]


def test_an_operator_without_an_act_still_speaks() -> None:
    """A promise to do something that is no event is a promise; a demand is for change."""
    parsed = grown("Norway promised to expel the envoy.")
    complement = [word(parsed, "expel")]
    assert told(compose([act(parsed, "promised", "@commit", complements=complement)], {})) == ["AGREE"]
    assert told(compose([act(parsed, "promised", "@ask", complements=complement)], {})) == ["REQUEST/change"]
    assert told(compose([act(parsed, "promised", "@stop", complements=complement)], {})) == []


def leave(sentence: str, label: str | None, to: str = "Peru") -> list[Candidate]:
    """What leave makes of an act of this type, or of what no rule knows."""
    parsed = grown(sentence)
    inside = [act(parsed, "expel", label)] if label else []
    return compose([act(parsed, "allowed", "@allow", recipients=[word(parsed, to)], complements=[word(parsed, "expel")]), *inside], {})


@pytest.mark.parametrize(
    ("label", "made"),
    [(None, ["CONCEDE"]), ("SANCTION/expel", ["CONCEDE"]), ("AID", ["AID"])],
    ids=["nothing known", "a hostile act", "a friendly act"],
)
def test_leave_is_a_concession(label: str | None, made: list[str]) -> None:
    """Letting somebody do what no rule knows, or what is hostile, is CONCEDE; a friendly act that is allowed is told as itself."""
    assert told(leave("Norway allowed Peru to expel the envoy.", label)) == made


def test_leave_that_is_not_given_is_no_concession() -> None:
    """ "Never allowed" gives nobody anything."""
    assert told(leave("Norway never allowed Peru to expel the envoy.", None)) == []


def test_leave_that_is_promised_is_agreed() -> None:
    """A promise to let somebody do what no rule knows is AGREE, not the concession of something barred."""
    parsed = grown("Norway promised to allow Peru to land.")
    promise = act(parsed, "promised", "@commit", complements=[word(parsed, "allow")])
    permit = act(parsed, "allow", "@allow", recipients=[word(parsed, "Peru")], complements=[word(parsed, "land")])
    assert told(compose([promise, permit], {})) == ["AGREE"]


def test_a_duty_said_of_another_is_a_demand() -> None:
    """Who says that somebody must do a thing asks it of him, though no rule knows the thing; what he merely did is no demand."""
    parsed = grown("Norway said that Peru must leave.")
    (made,) = compose([act(parsed, "said", "@say", complements=[word(parsed, "leave")])], {})[:1]
    assert told([made]) == ["REQUEST/change"]
    assert texts(made.recipients) == ["Peru"]
    plain = grown("Norway said that Peru left.")
    assert told(compose([act(plain, "said", "@say", complements=[word(plain, "left")])], {})) == []


def test_the_words_of_a_demand_decide_its_mode() -> None:
    """Words of the complement vote where no act inside does."""
    parsed = grown("Norway promised to expel the envoy.")
    operator = act(parsed, "promised", "@ask", complements=[word(parsed, "expel")])
    assert told(compose([operator], COMPLEMENTS)) == ["REQUEST/meet"]


def test_operators_nest_from_the_inside() -> None:
    """Urging somebody to promise to release is one REQUEST, and for yielding."""
    parsed = grown("Norway urged Peru to promise to release the envoy.")
    candidates = [
        act(parsed, "urged", "@ask", complements=[word(parsed, "promise")]),
        act(parsed, "promise", "@commit", complements=[word(parsed, "release")]),
        act(parsed, "release", "RETREAT/release"),
    ]
    assert told(compose(candidates, {})) == ["REQUEST/yield"]


def test_an_act_outside_the_complement_is_left_alone() -> None:
    """ "Met and signed": the second verb is no complement of the first."""
    parsed = grown("Norway condemned Peru and expelled the envoy.")
    candidates = compose([act(parsed, "condemned", "@accuse"), act(parsed, "expelled", "SANCTION/expel")], {})
    assert sorted(told(candidates)) == ["ACCUSE/allege", "SANCTION/expel"]


@pytest.mark.parametrize("operator", ["commit", "ask", "refuse", "threaten", "accuse", "stop"])
@pytest.mark.parametrize("event", sorted(BOOK.types))
def test_what_is_made_is_in_the_codebook(operator: str, event: str) -> None:
    """Every type and mode that the algebra makes of any type exists."""
    for candidate in composed(operator, event):
        assert candidate.event in BOOK.types
        assert candidate.mode is None or candidate.mode in BOOK.types[candidate.event].modes
