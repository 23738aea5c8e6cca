"""According to whom: the chain of speakers that the text names."""

import pytest
from tests.events.trees import attribution, grown, texts, word

CASES: list[tuple[str, str, str, list[str]]] = [
    ("own voice", "Norway expelled the envoy.", "expelled", []),
    ("after the claim", "Norway expelled the envoy, the minister said.", "expelled", ["minister"]),
    ("before the claim", "The minister said Norway expelled the envoy.", "expelled", ["minister"]),
    ("chain", "KCNA reported that Xi said Norway expelled the envoy.", "expelled", ["KCNA", "Xi"]),
    ("link of a chain", "KCNA reported that Xi said Norway expelled the envoy.", "said", ["KCNA"]),
    ("according to", "According to TASS, Norway expelled the envoy.", "expelled", ["TASS"]),
    ("quoted as saying", "TASS quoted the minister as saying Norway expelled the envoy.", "expelled", ["TASS", "minister"]),
    ("carried by", "Norway expelled the envoy, the minister said in a statement carried by TASS.", "expelled", ["TASS", "minister"]),
    ("quote", "“ Norway left , ” the minister said . “ Peru stayed . ”", "left", ["minister"]),
    ("running quote", "“ Norway left , ” the minister said . “ Peru stayed . ”", "stayed", ["minister"]),
    ("another statement", "The minister praised Norway; Peru said the envoy left.", "praised", []),
    ("own statement", "The minister praised Norway; Peru said the envoy left.", "left", ["Peru"]),
    ("act of speech", "Norway urged Peru to expel the envoy.", "expel", []),
    ("the saying itself", "The minister said Norway expelled the envoy.", "said", []),
    ("put in", "On Friday, Norway added, Peru expelled the envoy.", "expelled", ["Norway"]),
    ("first person", "“ We will not meet Peru , ” Norway said .", "meet", ["Norway"]),
]


@pytest.mark.parametrize(("sentence", "claim", "speakers"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_the_speakers_of_a_claim(sentence: str, claim: str, speakers: list[str]) -> None:
    """Outermost first; nobody where the article speaks in its own voice."""
    parsed = grown(sentence)
    assert texts(attribution(parsed).speakers(word(parsed, claim))) == speakers


def test_it_may_be_somebody() -> None:
    """ "It added" has the speaker that "it" stands for."""
    parsed = grown("Norway expelled the envoy, it added.")
    assert texts(attribution(parsed).speakers(word(parsed, "expelled"))) == ["it"]


def test_an_unknown_speaker_keeps_its_words() -> None:
    """A speaker whom no table knows is a mention without actors, of all its words."""
    parsed = grown("KCNA reported that Xi said Norway expelled the envoy.")
    mention = attribution(parsed).mention(word(parsed, "Xi"))
    assert (mention.actors, parsed.quote(mention.start, mention.end).text) == ((), "Xi")


def test_a_known_speaker_is_its_mention() -> None:
    """A speaker of the cast is the cast's own mention."""
    parsed = grown("According to TASS, Norway expelled the envoy.")
    assert [actor.name for actor in attribution(parsed).mention(word(parsed, "TASS")).actors] == ["TASS"]
