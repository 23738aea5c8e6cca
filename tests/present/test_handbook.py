"""The codebook can be read at the command line, by any name that a type has."""

from io import BytesIO

import pytest

from dragoman.errors import InputError
from dragoman.knowledge.codebook import load_codebook
from dragoman.present.handbook import find_labels, show_codebook
from dragoman.present.screen import screen

BOOK = load_codebook()


def shown(label: str | None) -> str:
    """What is printed for a label, on one line."""
    out = BytesIO()
    show_codebook(BOOK, label, screen(out))
    return " ".join(out.getvalue().decode().split())


@pytest.mark.parametrize(
    ("label", "found"),
    [
        ("consult", [("CONSULT", None)]),
        ("SANCTION/expel", [("SANCTION", "expel")]),
        ("DEMAND", [("REQUEST", None)]),
        ("yield", [("CONCEDE", None), ("RETREAT", None)]),
        ("yield/withdraw", [("RETREAT", "withdraw")]),
        ("166", [("SANCTION", "expel")]),
        ("04", [("CONSULT", None)]),
        ("16699", [("SANCTION", "expel")]),
    ],
    ids=["type", "mode", "older name", "two types", "one of them", "code with mode", "root", "longer code"],
)
def test_a_label_leads_to_its_types(label: str, found: list[tuple[str, str | None]]) -> None:
    """Types, modes, older names and CAMEO codes, in any case."""
    assert find_labels(BOOK, label) == found


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("sancton", "no such type, older name, context or CAMEO code. Did you mean SANCTION?"),
        ("expel", "Did you mean THREATEN/expel or SANCTION/expel?"),
        ("consult/vist", "no such mode. Did you mean CONSULT/visit?"),
        ("aid/food", "no such mode. The modes are none"),
        ("99", "no such CAMEO code; the roots are 01 to 20"),
        ("010", "has no type here"),
        ("militari", "Did you mean military?"),
        ("qqq", "no such type, older name, context or CAMEO code."),
        ("", "no such type"),
    ],
    ids=["type", "mode alone", "mode", "no modes", "code", "statement", "context", "nothing like it", "empty"],
)
def test_an_unknown_label_is_told_with_the_nearest(label: str, words: str) -> None:
    """The error says what was given and what may be meant."""
    with pytest.raises(InputError) as error:
        show_codebook(BOOK, label, screen(BytesIO()))
    assert str(error.value).startswith(f"codebook {label}: ")
    assert words in str(error.value)


@pytest.mark.parametrize("name", [*BOOK.types, *BOOK.contexts])
def test_the_overview_shows_every_type_and_context(name: str) -> None:
    """None is left out."""
    assert f" {name} " in shown(None)


def test_a_type_is_shown_whole() -> None:
    """Quad, score, definition, what it is not, modes, examples, CAMEO and frames."""
    text, entry = shown("CONSULT"), BOOK.types["CONSULT"]
    wanted = [entry.definition, *entry.is_not, *entry.examples, *(mode.definition for mode in entry.modes.values())]
    wanted += ["verbal cooperation, score 2.5", "written as 040", "of which 8)"]
    assert [words for words in wanted if words not in text] == []


def test_a_mode_is_shown_with_its_own_score_and_frames() -> None:
    """The mode's definition and score, and none of the other modes'."""
    text, mode = shown("SANCTION/expel"), BOOK.types["SANCTION"].modes["expel"]
    assert f"score {mode.score:g}" in text
    assert mode.definition in text
    assert BOOK.types["SANCTION"].modes["convict"].definition not in text


def test_older_names_are_shown_with_the_type() -> None:
    """REQUEST says that it was DEMAND."""
    assert "DEMAND" in shown("REQUEST")


def test_a_context_is_shown_with_its_words() -> None:
    """The definition, the types that imply it and the words that show it."""
    text, context = shown("military"), BOOK.contexts["military"]
    assert context.definition in text
    assert f"shown by ({len(context.words)})" in text
