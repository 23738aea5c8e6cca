"""A candidate becomes a record whose every word is quoted and whose every field follows from it."""

from datetime import date
from typing import Any

import pytest
from tests.events.trees import NORWAY, PERU, act, cast_of, fill, grown, word

from dragoman.errors import EvidenceError
from dragoman.events.contexts import Contexts
from dragoman.knowledge.codebook import load_codebook
from dragoman.model.candidate import Candidate
from dragoman.model.event import Actor, Event, Size
from dragoman.model.mention import Cast, Mention
from dragoman.model.parsed import Parsed
from dragoman.model.text import Evidence
from dragoman.model.trace import Reason, Run
from dragoman.record import Recorder, confidence

BOOK = load_codebook()
RUN = Run("0", "test-0", "none")
SENTENCE = "Norway expelled the envoy, the minister said."


def recorder(parsed: Parsed, cast: Cast | None = None) -> Recorder:
    """A recorder of the sentence."""
    return Recorder(parsed, cast or cast_of(parsed), BOOK, Contexts(BOOK), RUN)


def recorded(sentence: str, trigger: str, label: str, **more: Any) -> Event:
    """The record of the candidate at the word."""
    parsed = grown(sentence)
    words = [word(parsed, text) for text in more.pop("words", ())]
    candidate = act(parsed, trigger, label, words=words, **more)
    fill([candidate], parsed)
    return recorder(parsed).record(candidate)


def test_every_field_follows_from_the_candidate() -> None:
    """Type, mode, sides, speakers, scores and versions; the sentence is the evidence."""
    event = recorded(SENTENCE, "expelled", "SANCTION/expel")
    assert (event.event, event.mode, event.status, event.reciprocal) == ("SANCTION", ("expel",), "actual", False)
    assert [(p.text, p.name, p.country, p.sector) for p in event.actor] == [("Norway", "Norway", "NOR", ("GOV",))]
    assert [(p.text, p.name, p.country) for p in event.recipient] == [("envoy", "Peruvian envoy", "PER")]
    assert (event.quad_code, event.event_scale) == ("MX", BOOK.types["SANCTION"].modes["expel"].score)
    assert (event.event_text.text, event.evidence[0].text, event.run) == ("expelled", grown(SENTENCE).article.text.strip(), RUN)
    assert (event.date, event.enddate, event.date_basis) == (None, date(2024, 3, 14), "published")


def test_the_trigger_is_all_the_words_of_the_frame() -> None:
    """From the first to the last word that the frame used."""
    assert recorded("Norway laid out a plan.", "laid", "AGREE", words=("out", "plan"), flags=frozenset({"solo"})).event_text.text == "laid out a plan"


def test_a_light_verb_belongs_to_the_trigger() -> None:
    """The carrier of an event noun is quoted with it."""
    assert recorded("Norway launched an attack on Peru.", "attack", "ASSAULT", anchor="launched").event_text.text == "launched an attack"


@pytest.mark.parametrize(
    ("sentence", "name", "party"),
    [(SENTENCE, "Norwegian minister", True), ("According to TASS, Norway expelled the envoy.", "TASS", False)],
    ids=["own minister", "foreign agency"],
)
def test_a_speaker_of_a_side_is_a_party(sentence: str, name: str, party: bool) -> None:
    """Who works for a side speaks for it; who does not is a witness."""
    (speaker,) = recorded(sentence, "expelled", "SANCTION/expel").said_by
    assert (speaker.name, speaker.party) == (name, party)


def test_an_unknown_speaker_is_its_words() -> None:
    """A speaker whom no table knows is named as the text names it."""
    event = recorded("KCNA reported that Xi said Norway expelled the envoy.", "expelled", "SANCTION/expel")
    assert [(row.text, row.name, row.country) for row in event.said_by] == [("KCNA", "KCNA", None), ("Xi", "Xi", None)]


def test_words_between_states_are_diplomatic() -> None:
    """One government's words to another are diplomacy."""
    assert "diplomatic" in recorded("Norway condemned Peru and expelled the envoy.", "condemned", "ACCUSE/disapprove").context


@pytest.mark.parametrize(("label", "size"), [("ASSAULT", Size(dead=(12, 12))), ("SUPPORT", Size())], ids=["counted", "not counted"])
def test_only_types_with_victims_count_them(label: str, size: Size) -> None:
    """The dead belong to an assault, not to a speech."""
    parsed = grown("Troops killed 12 people in 2019.")
    candidate = act(parsed, "killed", label)
    candidate.actor = [Mention(0, 0, 1, (NORWAY,))]
    assert recorder(parsed).record(candidate).size == size


def test_what_is_long_past_is_history() -> None:
    """An attack of 2019 told in 2024 is background."""
    parsed = grown("Troops killed 12 people in 2019.")
    candidate = act(parsed, "killed", "ASSAULT")
    candidate.actor = [Mention(0, 0, 1, (NORWAY,))]
    event = recorder(parsed).record(candidate)
    assert (event.status, event.date, event.enddate) == ("historical", date(2019, 1, 1), date(2019, 12, 31))


def test_records_are_numbered() -> None:
    """The article's id and a running number."""
    parsed = grown("Norway condemned Peru and expelled the envoy.")
    candidates = [act(parsed, "condemned", "ACCUSE"), act(parsed, "expelled", "SANCTION/expel")]
    fill(candidates, parsed)
    maker = recorder(parsed)
    assert [maker.record(candidate).id for candidate in candidates] == ["t/1", "t/2"]


def test_a_side_named_twice_is_one_party() -> None:
    """Of two mentions of one actor the first is quoted."""
    parsed = grown("Norway condemned Peru and expelled the envoy.")
    candidate = act(parsed, "condemned", "ACCUSE")
    candidate.actor = [Mention(0, 0, 1, (NORWAY,)), Mention(2, 2, 3, (NORWAY, PERU))]
    assert [(party.name, party.text) for party in recorder(parsed).record(candidate).actor] == [("Norway", "Norway"), ("Peru", "Peru")]


class Shouting(Parsed):
    """A parse that quotes a name in capitals, which the article does not have."""

    def quote(self, start: int, end: int) -> Evidence:
        """The words of the tokens, "Norway" in capitals."""
        words = super().quote(start, end)
        return Evidence(words.text.upper(), words.span) if words.text == "Norway" else words


def test_words_that_are_not_at_their_offsets_make_no_record() -> None:
    """Evidence that is not there stops the record."""
    parsed = grown(SENTENCE)
    shouting = Shouting(parsed.article, parsed.doc, parsed.starts, parsed.paragraph_of)
    candidate = act(parsed, "expelled", "SANCTION/expel")
    fill([candidate], parsed)
    with pytest.raises(EvidenceError, match="t/1: 'NORWAY' does not stand at its offsets"):
        recorder(shouting, cast_of(parsed)).record(candidate)


def sure(**changes: Any) -> float:
    """The confidence of a candidate with changes."""
    candidate = act(grown(SENTENCE), "expelled", "SANCTION/expel")
    candidate.actor = [Mention(0, 0, 1, (NORWAY,))]
    for name, value in changes.items():
        setattr(candidate, name, value)
    return confidence(candidate)


@pytest.mark.parametrize(
    "changes",
    [
        {"reasons": [Reason("parties", "agent understood", 0.5)]},
        {"actor": [Mention(0, 0, 1, (Actor("Norway", "NOR"),), direct=False)]},
        {"weight": 0.5},
    ],
    ids=["understood", "indirect", "light frame"],
)
def test_what_is_understood_is_less_sure(changes: dict[str, Any]) -> None:
    """A side from the story, a phrase that only belongs to an actor, a frame of one word: each costs."""
    assert sure(**changes) < sure()


@pytest.mark.parametrize("weight", [0.0, 1.0, 3.0, 99.0])
def test_confidence_is_between_nothing_and_certainty(weight: float) -> None:
    """No frame is ever certain."""
    assert 0 < sure(weight=weight) < 1


def test_a_candidate_survives_being_recorded() -> None:
    """Recording changes nothing in the candidate."""
    parsed = grown(SENTENCE)
    candidate: Candidate = act(parsed, "expelled", "SANCTION/expel")
    fill([candidate], parsed)
    before = (candidate.event, candidate.mode, candidate.status, list(candidate.actor), list(candidate.recipient), list(candidate.reasons))
    recorder(parsed).record(candidate)
    assert before == (candidate.event, candidate.mode, candidate.status, candidate.actor, candidate.recipient, candidate.reasons)
