"""An event takes the time that belongs to its own word."""

from datetime import date

from tests.builders import Row, tree

from dragoman.locate.times import find_times
from dragoman.locate.when import choose_when, is_historical
from dragoman.model.event import When

SAID_ON_THURSDAY: list[Row] = [
    ("Troops", "NNS", "NOUN", "nsubj", 1),
    ("attacked", "VBD", "VERB", "ccomp", 5),
    ("them", "PRP", "PRON", "dobj", 1),
    (",", ",", "PUNCT", "punct", 5),
    ("he", "PRP", "PRON", "nsubj", 5),
    ("said", "VBD", "VERB", "ROOT", 5),
    ("on", "IN", "ADP", "prep", 5),
    ("Thursday", "NNP", "PROPN", "pobj", 6),
]
MET_AND_SIGNED: list[Row] = [
    ("They", "PRP", "PRON", "nsubj", 1),
    ("met", "VBD", "VERB", "ROOT", 1),
    ("on", "IN", "ADP", "prep", 1),
    ("Monday", "NNP", "PROPN", "pobj", 2),
    ("and", "CC", "CCONJ", "cc", 1),
    ("signed", "VBD", "VERB", "conj", 1),
    ("pacts", "NNS", "NOUN", "dobj", 5),
]
LATER: list[Row] = [
    ("A", "DT", "DET", "det", 1),
    ("day", "NN", "NOUN", "npadvmod", 2),
    ("later", "RB", "ADV", "advmod", 4),
    ("they", "PRP", "PRON", "nsubj", 4),
    ("left", "VBD", "VERB", "ROOT", 4),
]
WILL_MEET: list[Row] = [
    ("They", "PRP", "PRON", "nsubj", 2),
    ("will", "MD", "AUX", "aux", 2),
    ("meet", "VB", "VERB", "ROOT", 2),
    ("on", "IN", "ADP", "prep", 2),
    ("Monday", "NNP", "PROPN", "pobj", 3),
]
LEMMAS = {"said": "say", "attacked": "attack", "met": "meet", "signed": "sign", "left": "leave"}


def chosen(rows: list[Row], trigger: int, previous: When | None = None, status: str = "actual") -> When:
    """What choose_when says of the word."""
    parsed = tree(rows, lemmas=LEMMAS)
    return choose_when(parsed, parsed.doc[trigger], find_times(parsed), previous=previous, status=status)


def test_the_day_of_the_statement_is_not_the_day_of_the_deed() -> None:
    """ "Troops attacked them, he said on Thursday" tells no day of the attack."""
    assert chosen(SAID_ON_THURSDAY, 1) == When(None, date(2024, 3, 14), "published")


def test_the_speech_itself_takes_its_day() -> None:
    """Where the saying is the event, its day is told."""
    when = chosen(SAID_ON_THURSDAY, 5)
    assert when.first == when.last == date(2024, 3, 14)
    assert when.basis == "stated"


def test_a_coordinated_verb_shares_the_day() -> None:
    """They met on Monday and signed: both on Monday."""
    assert chosen(MET_AND_SIGNED, 5).first == date(2024, 3, 11)


def test_a_relative_day_counts_from_the_event_before() -> None:
    """ "A day later" is the day after what was told before."""
    before = When(date(2024, 3, 2), date(2024, 3, 2), "stated")
    assert chosen(LATER, 4, before).first == date(2024, 3, 3)


def test_a_promised_day_does_not_date_the_promise() -> None:
    """ "They will meet on Monday" as an act of agreeing has no day but the paper's."""
    assert chosen(WILL_MEET, 2) == When(None, date(2024, 3, 14), "published")


def test_a_planned_event_lies_ahead() -> None:
    """As a future event it is on the next Monday."""
    assert chosen(WILL_MEET, 2, status="future").first == date(2024, 3, 18)


def test_a_hypothetical_act_with_no_day_told_has_neither_end() -> None:
    """Nothing bounds what may never happen."""
    assert chosen(SAID_ON_THURSDAY, 1, status="hypothetical") == When(None, None, "published")


def test_the_text_of_a_time_is_quoted() -> None:
    """The words that tell the day stand at their offsets."""
    when = chosen(MET_AND_SIGNED, 1)
    assert when.text is not None
    assert when.text.text == "on Monday"


def test_history_begins_at_fourteen_months() -> None:
    """420 days before publication is history, a day less is not."""
    published = date(2024, 3, 14)
    assert is_historical(When(None, date(2023, 1, 19)), published)
    assert not is_historical(When(None, date(2023, 1, 20)), published)
