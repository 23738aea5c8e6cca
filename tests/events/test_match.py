"""A line of the codebook fits exactly the words it describes."""

import pytest
from spacy.tokens import Span
from tests.events.trees import grown, texts, word

from dragoman.events.match import FrameIndex, Match, match_all, match_frame
from dragoman.events.syntax import Clauses
from dragoman.knowledge.frames import read_frame

CLASSES = {"plan": frozenset({"plan", "scheme"}), "tank": frozenset({"tank"}), "troops": frozenset({"troop"})}


def fitted(line: str, sentence: str) -> Match | None:
    """The line matched at the word of the sentence that is its head, if it fits."""
    frame = read_frame(line, "AGREE", None, CLASSES)
    clauses = Clauses(grown(sentence).doc)
    heads = [token for token in clauses.doc if frame in FrameIndex([frame]).at(token)]
    return match_frame(frame, clauses.node(heads[0]), clauses) if heads else None


RECIPIENTS: list[tuple[str, str, list[str]]] = [
    ("expel R", "Norway expelled the envoy.", ["envoy"]),
    ("expel R", "The envoy was expelled by Norway.", ["envoy"]),
    ("expel R", "The envoy that Norway expelled left.", ["envoy"]),
    ("expel R", "Norway expelled the envoy and the consul.", ["envoy", "consul"]),
    ("give R", "Norway gave Peru money.", ["Peru"]),
    ("give R money", "Norway gave money to Peru.", ["Peru"]),
    ("accuse R of -ing", "Norway accused Peru of expelling the envoy.", ["Peru"]),
    ("accuse R of -ing", "Peru was accused of expelling the envoy.", ["Peru"]),
    ("launch attack on|against R", "Norway launched an attack on Peru.", ["Peru"]),
    ("pull {troops} out of R", "Norway pulled troops out of Peru.", ["Peru"]),
    ("n: visit to R", "Norway paid a visit to Peru.", ["Peru"]),
    ("n: talk with|between R", "Norway engaged in talks with Peru.", ["Peru"]),
    ("a: critical of R", "Norway was critical of Peru.", ["Peru"]),
    ("call on|upon R to", "Norway called on Peru to expel the envoy.", ["Peru"]),
]


def test_a_day_is_no_party() -> None:
    """ "Called the minister on Friday" is no call on anybody, where the parser knows the day."""
    parsed = grown("Norway called the minister on Friday.")
    frame = read_frame("call on R", "REQUEST", None, CLASSES)
    clauses = Clauses(parsed.doc)
    assert match_frame(frame, clauses.node(word(parsed, "called")), clauses) is not None
    parsed.doc.set_ents([Span(parsed.doc, 5, 6, label="DATE")])
    assert match_frame(frame, clauses.node(word(parsed, "called")), clauses) is None


@pytest.mark.parametrize(("line", "sentence", "recipients"), RECIPIENTS, ids=[f"{row[0]}: {row[1]}" for row in RECIPIENTS])
def test_the_recipient_stands_where_the_line_says(line: str, sentence: str, recipients: list[str]) -> None:
    """R is the object after a verb, the noun of its phrase after a preposition, in every construction."""
    match = fitted(line, sentence)
    assert match is not None
    assert texts(match.recipients) == recipients


FITS: list[tuple[str, str, bool]] = [
    ("promise to", "Norway promised to expel the envoy.", True),
    ("promise to expel|leave", "Norway promised to expel the envoy.", True),
    ("promise to leave", "Norway promised to expel the envoy.", False),
    ("promise that", "Norway promised to expel the envoy.", False),
    ("say that", "Norway said that Peru left.", True),
    ("say that", "The minister said Norway expelled the envoy.", True),
    ("say to", "Norway said that Peru left.", False),
    ("begin -ing", "Norway began shelling the town.", True),
    ("begin to", "Norway began shelling the town.", False),
    ("leave without -ing", "Norway left without expelling the envoy.", True),
    ("leave after -ing", "Norway left without expelling the envoy.", False),
    ("lay out {plan}", "Norway laid out a plan.", True),
    ("lay {plan}", "Norway laid out a plan.", True),
    ("lay down {plan}", "Norway laid out a plan.", False),
    ("send {tank}", "Norway sent tanks.", True),
    ("send {tank}", "Norway sent dozens of tanks.", True),
    ("send {plan}", "Norway sent tanks.", False),
    ("sign peace", "Norway signed a peace pact.", True),
    ("sign war", "Norway signed a peace pact.", False),
    ("n: pact", "Norway signed a peace pact.", True),
    ("n: peace pact", "Norway signed a peace pact.", True),
    ("pact", "Norway signed a peace pact.", False),
    ("n: expel", "Norway expelled the envoy.", False),
    ("receive aid from R", "Norway gave Peru money.", False),
    ("meet by video", "Norway met Peru by video.", True),
    ("expel R ; not envoy|consul", "Norway expelled the envoy.", False),
    ("expel R ; not consul", "Norway expelled the envoy.", True),
    ("expel R ; if envoy", "Norway expelled the envoy.", True),
    ("expel R ; if consul", "Norway expelled the envoy.", False),
    ("expel R ; if rebel", "The rebels who were expelled by Norway left.", True),
]


@pytest.mark.parametrize(("line", "sentence", "fits"), FITS, ids=[f"{row[0]}: {row[1]}" for row in FITS])
def test_a_line_fits_what_it_describes_and_nothing_else(line: str, sentence: str, fits: bool) -> None:
    """Every element must be there, forbidden words must not, required ones stand in the clause."""
    assert (fitted(line, sentence) is not None) == fits


def test_the_actor_stands_where_the_line_says() -> None:
    """What angers Norway makes Norway the one that acts."""
    match = fitted("anger A", "The plan angered Norway.")
    assert match is not None
    assert (texts(match.actors), texts(match.recipients)) == (["Norway"], [])


def test_a_day_is_no_recipient() -> None:
    """In "promised Friday to leave" nobody was promised anything."""
    parsed = grown("Norway promised Friday to leave.")
    word(parsed, "Friday").ent_type_ = "DATE"
    clauses = Clauses(parsed.doc)
    frame = read_frame("promise R to", "AGREE", None, CLASSES)
    assert match_frame(frame, clauses.node(word(parsed, "promised")), clauses) is None


def test_a_match_keeps_its_words_and_its_complement() -> None:
    """What satisfied the line is kept, so that the trigger can be quoted and the act inside found."""
    found = fitted("lay out {plan}", "Norway laid out a plan.")
    promise = fitted("promise to", "Norway promised to expel the envoy.")
    assert found is not None
    assert promise is not None
    assert texts(found.words) == ["out", "plan"]
    assert texts(promise.complements) == ["expel"]


def test_matches_come_in_text_order() -> None:
    """Each word is asked once, the first first."""
    frames = [read_frame(line, "AGREE", None, CLASSES) for line in ("sign", "meet", "n: pact")]
    clauses = Clauses(grown("Norway and Peru met and signed the pact.").doc)
    assert [match.token.text for match in match_all(clauses, FrameIndex(frames))] == ["met", "signed", "pact"]


def test_half_of_the_tanks_are_tanks() -> None:
    """A share of something counts as the thing in a frame's word; so does "no" after "say"."""
    assert fitted("pull {tank}", "Norway pulled half of the tanks.") is not None
    assert fitted("say no", "Norway said no.") is not None
