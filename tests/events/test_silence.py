"""One passage, one record: what is told only inside another act gives way."""

from tests.events.trees import act, grown

from dragoman.events.silence import silence


def test_what_is_condemned_is_no_second_event() -> None:
    """Condemning an expulsion tells the condemnation alone."""
    parsed = grown("Norway condemned the expulsion of the envoy.")
    outer, inner = act(parsed, "condemned", "ACCUSE"), act(parsed, "expulsion", "SANCTION/expel")
    silence([outer, inner])
    assert (outer.dropped, inner.dropped) == (None, "told inside ACCUSE")


def test_a_relative_clause_tells_its_own_act() -> None:
    """ "Condemned Peru, which expelled the envoy" tells both."""
    parsed = grown("Norway condemned Peru, which expelled the envoy.")
    candidates = [act(parsed, "condemned", "ACCUSE"), act(parsed, "expelled", "SANCTION/expel")]
    silence(candidates)
    assert all(candidate.kept for candidate in candidates)


def test_a_second_verb_tells_its_own_act() -> None:
    """ "Condemned Peru and expelled the envoy" tells both."""
    parsed = grown("Norway condemned Peru and expelled the envoy.")
    candidates = [act(parsed, "condemned", "ACCUSE"), act(parsed, "expelled", "SANCTION/expel")]
    silence(candidates)
    assert all(candidate.kept for candidate in candidates)


def test_material_acts_silence_nothing_inside() -> None:
    """Only words contain other acts: a meeting does not swallow what is told in its complement."""
    parsed = grown("Norway accused Peru of expelling the envoy.")
    outer, inner = act(parsed, "accused", "CONSULT"), act(parsed, "expelling", "SANCTION/expel")
    silence([outer, inner])
    assert inner.kept


def test_of_rivals_at_one_verb_the_most_specific_stays() -> None:
    """A verb and the noun it carries are one act, that of the heavier frame."""
    parsed = grown("Norway launched an attack on Peru.")
    light = act(parsed, "launched", "MOBILIZE", weight=1.0)
    heavy = act(parsed, "attack", "ASSAULT", anchor="launched", weight=2.0)
    silence([light, heavy])
    assert (light.dropped, heavy.dropped) == ("same words as ASSAULT", None)


def test_a_frame_with_a_recipient_beats_one_without() -> None:
    """Of equal weight, the frame that found its recipient stays."""
    parsed = grown("Norway paid a visit to Peru.")
    bare = act(parsed, "paid", "AID")
    bound = act(parsed, "visit", "CONSULT/visit", anchor="paid", recipients=[parsed.doc[5]])
    silence([bare, bound])
    assert (bare.kept, bound.kept) == (False, True)


def test_what_is_only_named_is_no_event() -> None:
    """ "What it called a massacre" gives a name."""
    parsed = grown("Norway described what it called a massacre.")
    candidate = act(parsed, "called", "ACCUSE")
    silence([candidate])
    assert candidate.dropped == "words of naming or asking"


def test_a_question_tells_nothing() -> None:
    """What is asked about did not happen by being asked."""
    candidate = act(grown("Did Norway expel the envoy?"), "expel", "SANCTION/expel")
    silence([candidate])
    assert candidate.dropped == "words of naming or asking"


def test_the_dead_are_the_strikes() -> None:
    """ "Struck a camp, killing nine" is one attack; a killing of its own stays."""
    parsed = grown("Norwegian jets struck a camp, killing nine people.")
    strike, toll = act(parsed, "struck", "ASSAULT"), act(parsed, "killing", "ASSAULT")
    silence([strike, toll])
    assert (strike.dropped, toll.dropped) == (None, "the toll of ASSAULT")
    parsed = grown("Norway condemned Peru and killed nine people.")
    candidates = [act(parsed, "condemned", "ACCUSE"), act(parsed, "killed", "ASSAULT")]
    silence(candidates)
    assert all(candidate.kept for candidate in candidates)


def test_a_semicolon_parts_two_acts() -> None:
    """What stands before the semicolon is not told inside what stands after it, whatever the parser hangs on what."""
    parsed = grown("Norway expelled the envoy; Peru condemned it.")
    candidates = [act(parsed, "expelled", "SANCTION/expel"), act(parsed, "condemned", "ACCUSE")]
    silence(candidates)
    assert all(candidate.kept for candidate in candidates)


def test_what_help_is_for_is_no_second_act() -> None:
    """ "Sent money to help Peru" is one AID; backing in a clause of its own stays."""
    parsed = grown("Norway sent money to help Peru.")
    gift, backing = act(parsed, "sent", "AID"), act(parsed, "help", "SUPPORT")
    silence([gift, backing])
    assert (gift.dropped, backing.dropped) == (None, "the purpose of AID")
    other, stays = act(parsed, "sent", "CONSULT"), act(parsed, "help", "SUPPORT")
    silence([other, stays])
    assert stays.kept


def test_a_threat_that_says_with_what_needs_no_recipient() -> None:
    """A warning that tells the act threatened is a threat though nobody is named; a mere warning still needs somebody."""
    parsed = grown("Norway warned that it would attack Peru.")
    need = frozenset({"need"})
    threat, mere = act(parsed, "warned", "THREATEN", flags=need), act(parsed, "warned", "THREATEN", flags=need)
    silence([threat, act(parsed, "attack", "ASSAULT")])
    silence([mere, act(parsed, "attack", "CONSULT")])
    assert ("need" in threat.flags, "need" in mere.flags) == (False, True)
