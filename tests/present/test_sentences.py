"""An incident is told in a sentence that is true and reads as English."""

from collections.abc import Iterator
from datetime import date
from itertools import product
from typing import Any

import pytest
from msgspec.structs import replace
from tests.records import SOUND, STORY

from dragoman.errors import CodebookError
from dragoman.knowledge.codebook import load_codebook
from dragoman.model.event import Actor, Speaker
from dragoman.model.incident import Figure, Incident
from dragoman.present import sentences
from dragoman.present.brief import lay_out
from dragoman.present.sentences import COLUMNS, count_publishers, headline, load_phrases, name_voice, tell, write_span
from dragoman.relate.brief import Brief, Totals
from dragoman.relate.timeline import Entry
from dragoman.store.events import Stored

DAY = date(2024, 3, 4)
CHINA, RUSSIA, UKRAINE = Actor("China", "CHN"), Actor("Russia", "RUS"), Actor("Ukraine", "UKR")
SHELLING = Incident(
    id="a/1",
    event="ASSAULT",
    mode=("heavy-weapons",),
    context=(),
    status="actual",
    reciprocal=False,
    actor=(RUSSIA,),
    recipient=(UKRAINE,),
    date=DAY,
    enddate=DAY,
    date_basis="stated",
    place=None,
    words="",
    quad_code="MX",
    event_scale=-9.0,
    confidence=0.9,
    reports=("a/1",),
    publishers=(),
    corroboration=1,
    first_seen=DAY,
)
NONE = Totals(0, 0, None, None, None, None)
EMPTY = Brief("Norway", "Russia", None, None, NONE, None, (), (), (), (), (), 0)


def incident(event: str = "ASSAULT", *mode: str, **changes: Any) -> Incident:
    """The shelling as another deed, with some fields changed."""
    return replace(SHELLING, event=event, mode=mode, **changes)


def speaker(name: str, *sector: str, party: bool) -> Speaker:
    """Somebody of Russia who says so."""
    return Speaker(name, (0, 1), name, "RUS", sector, party)


def test_every_type_and_mode_has_its_words() -> None:
    """The table has one row for each type and each mode of the codebook, and none besides."""
    wanted = {(name, mode) for name, entry in load_codebook().types.items() for mode in ("", *entry.modes)}
    assert set(load_phrases()) == wanted


def test_no_phrase_needs_a_number() -> None:
    """No words say "its" or "their": whether a name is of one or of many is not known."""
    words = {word for row in load_phrases().values() for column in COLUMNS[2:] for word in row[column].split()}
    assert not words & {"its", "their", "his", "her"}


def test_only_together_is_it_to_each_other() -> None:
    """The words for one who acts alone or on somebody never say "each other", "exchanged" or "met"."""
    columns = ("did_to", "do_to", "did_alone", "do_alone")
    words = {word for row in load_phrases().values() for column in columns for word in row[column].split()}
    assert not words & {"other", "exchanged", "exchange", "met", "meet"}


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        (("AID", "", "gave", "", "a", "b", "c", "d"), "line 3: do_to is empty"),
        (("AGREE", "", "u", "v", "w", "x", "y", "z"), "line 3: AGREE stands twice"),
    ],
    ids=["empty", "twice"],
)
def test_a_faulty_table_is_refused(row: tuple[str, ...], complaint: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty cell and a row told twice are named with their line."""

    def rows(*_: object) -> Iterator[dict[str, str]]:
        for cells in (("AGREE", "", "a", "b", "c", "d", "e", "f"), row):
            yield dict(zip(COLUMNS, cells, strict=True))

    monkeypatch.setattr(sentences, "read_table", rows)
    with pytest.raises(CodebookError, match=complaint):
        load_phrases.__wrapped__()


@pytest.mark.parametrize(
    ("event", "mode", "told"),
    [
        ("ASSAULT", "aerial", "Russia carried out air strikes on Ukraine"),
        ("ASSAULT", "drone", "Russia carried out drone strikes on Ukraine"),
        ("ASSAULT", "primitive", "Russia used simple weapons against Ukraine"),
        ("SANCTION", "convict", "Russia gave a verdict of guilty against Ukraine"),
        ("CONSULT", "phone", "Russia spoke or wrote to Ukraine"),
    ],
)
def test_the_object_follows_its_verb(event: str, mode: str, told: str) -> None:
    """Whom it was done to comes right after the verb or its preposition."""
    assert headline(incident(event, mode)) == told


@pytest.mark.parametrize(
    ("event", "mode", "alone", "together"),
    [
        ("CONSULT", "phone", "Russia made a call or sent a letter", "China and Russia spoke or wrote to each other"),
        ("CONSULT", "visit", "Russia went on a visit", "China and Russia met on a visit"),
        ("ASSAULT", "firearms", "Russia used firearms", "China and Russia exchanged fire"),
        ("SUPPORT", "", "Russia gave backing in words", "China and Russia signed or endorsed an accord"),
        ("AGREE", "", "Russia promised to cooperate", "China and Russia agreed to cooperate"),
    ],
)
def test_one_side_alone_does_nothing_to_each_other(event: str, mode: str, alone: str, together: str) -> None:
    """With nobody named, one side acts alone; only sides of a reciprocal deed act on each other."""
    modes = (mode,) if mode else ()
    assert headline(incident(event, *modes, recipient=())) == alone
    assert headline(incident(event, *modes, recipient=(), actor=(CHINA, RUSSIA), reciprocal=True)) == together
    assert headline(incident(event, *modes, recipient=(), reciprocal=True)) == alone
    assert headline(incident(event, *modes, recipient=(), actor=(CHINA, RUSSIA))) == alone.replace("Russia", "China and Russia")


@pytest.mark.parametrize(
    ("status", "deed"),
    [
        ("actual", "visited Ukraine (UKR)"),
        ("historical", "visited Ukraine (UKR)"),
        ("future", "will visit Ukraine (UKR)"),
        ("hypothetical", "may visit Ukraine (UKR)"),
        ("negated", "did not visit Ukraine (UKR)"),
    ],
)
def test_the_verb_fits_one_and_many(status: str, deed: str) -> None:
    """A single side, a name in the plural and several sides take the same verb."""
    for actor, names in (
        ((RUSSIA,), "Russia (RUS)"),
        ((Actor("Houthis", "YEM"),), "Houthis (YEM)"),
        ((CHINA, RUSSIA), "China (CHN) and Russia (RUS)"),
    ):
        assert tell(incident("CONSULT", "visit", status=status, actor=actor)) == f"On 4 March 2024, {names} {deed}"


@pytest.mark.parametrize(
    ("status", "days"),
    [("actual", "By"), ("historical", "By"), ("future", "As of"), ("hypothetical", "As of"), ("negated", "As of")],
)
def test_a_publication_day_is_no_deadline(status: str, days: str) -> None:
    """What is still to come is told as it stood when it was printed; what happened had happened by then."""
    for enddate in (DAY, None):
        plan = incident("CONSULT", "visit", status=status, date=None, enddate=enddate, date_basis="published")
        assert tell(plan).startswith(f"{days} 4 March 2024, Russia")


def test_a_stated_end_is_a_deadline() -> None:
    """A plan with a last day in the text is to come true by that day."""
    assert tell(incident("CONSULT", "visit", status="future", date=None)) == "By 4 March 2024, Russia (RUS) will visit Ukraine (UKR)"


def test_somebody_acts() -> None:
    """An incident whose actor is not known is told of somebody."""
    assert tell(incident(actor=())) == "On 4 March 2024, somebody attacked Ukraine (UKR)"
    assert headline(incident(actor=(), recipient=())) == "Somebody carried out an attack"


def test_every_sentence_is_whole() -> None:
    """Whatever the type, status and sides: single spaces, a capital, and no gap where a name is lacking."""
    for (event, mode), status, actor, recipient in product(load_phrases(), ("actual", "future"), ((), (RUSSIA,)), ((), (UKRAINE,))):
        sentence = tell(incident(event, *((mode,) if mode else ()), status=status, actor=actor, recipient=recipient))
        assert sentence == " ".join(sentence.split())
        assert sentence.startswith("On 4 March 2024, ")


def test_a_researchers_own_type_is_named() -> None:
    """A type that the table lacks is told by its name, and an unknown mode by its type."""
    assert headline(incident("PIRACY", "ransom")) == "Russia did PIRACY towards Ukraine"
    assert headline(incident("PIRACY", status="future", recipient=())) == "Russia will do PIRACY"
    assert headline(incident("AID", "of-a-new-kind")) == "Russia gave aid to Ukraine"


@pytest.mark.parametrize(
    ("dead", "injured", "told"),
    [
        (Figure(0, 0, 0), Figure(1, 2, 3), " (1 to 3 injured)"),
        (Figure(0, 1, 2), None, " (0 to 2 dead)"),
        (Figure(0, 0, 0), Figure(0, 0, 0), ""),
        (Figure(5, 5, 5), Figure(2, 2, 2), " (5 dead, 2 injured)"),
    ],
)
def test_zeros_are_left_out(dead: Figure | None, injured: Figure | None, told: str) -> None:
    """A count that everybody gives as none is not told."""
    assert tell(incident(dead=dead, injured=injured)) == f"On 4 March 2024, Russia (RUS) attacked Ukraine (UKR){told}"


def test_a_medium_is_no_side() -> None:
    """A medium that belongs to a side is told apart from the side's own voice; others by name alone."""
    assert name_voice(speaker("TASS", "JRN", party=True)) == "TASS (medium of a side)"
    assert name_voice(speaker("Russian foreign ministry", "GOV", party=True)) == "Russian foreign ministry (a side)"
    assert name_voice(speaker("TASS", "JRN", party=False)) == "TASS"


@pytest.mark.parametrize(
    ("number", "sides", "told"),
    [
        (2, (), "Told by 2 independent publishers."),
        (1, ("TASS",), "Told by 1 independent publisher, beside media of a side (TASS)."),
        (0, ("TASS", "RT"), "Told only by media of a side (TASS, RT)."),
        (0, (), "Told by no independent publisher."),
    ],
)
def test_publishers_are_told_in_a_sentence(number: int, sides: tuple[str, ...], told: str) -> None:
    """How many tell it is a whole sentence, also where none is independent."""
    assert count_publishers(incident(corroboration=number, from_sides=sides)) == told


@pytest.mark.parametrize(
    ("since", "until", "told"),
    [
        (DAY, date(2024, 4, 1), "4 March 2024 to 1 April 2024."),
        (DAY, DAY, "4 March 2024."),
        (DAY, None, "From 4 March 2024."),
        (None, DAY, "Until 4 March 2024."),
        (None, None, ""),
    ],
)
def test_a_span_tells_the_days_that_are_known(since: date | None, until: date | None, told: str) -> None:
    """A lacking day is left out."""
    assert write_span(since, until) == told


def test_the_lead_says_no_incidents_only_where_there_are_none() -> None:
    """Without days the lead tells the numbers alone, and without incidents it says so once."""
    assert lay_out(EMPTY).lead == "No incidents that took place."
    lead = lay_out(replace(EMPTY, totals=Totals(5, 11, -2.0, -4.0, 0.5, 0.09), left_out=1)).lead
    assert lead == (
        "5 incidents in 11 reports, 9% of the reports in media owned by a state; "
        "mean score -2.0 (-4.0 to +0.5) on a scale from -10 to +10. 1 more incident is left out."
    )


def test_a_line_tells_on_whose_word() -> None:
    """A line of the brief is the incident's sentence, who says so, and how many tell it."""
    event = replace(SOUND, said_by=(speaker("TASS", "JRN", party=True),))
    entry = Entry(1, incident("ASSAULT", "aerial"), (Stored(event, STORY, "g"),))
    line = lay_out(replace(EMPTY, happened=(entry,))).sections[0][1][0]
    assert line.text == (
        "On 4 March 2024, Russia (RUS) carried out air strikes on Ukraine (UKR). "
        "According to TASS (medium of a side). Told by 1 independent publisher."
    )
    assert line.notes == (1,)
