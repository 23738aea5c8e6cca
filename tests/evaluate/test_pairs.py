"""Marked sentences are read with every mistake named, and their types are scored."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.batch import Coder
from dragoman.errors import InputError
from dragoman.evaluate.link import code_pairs
from dragoman.evaluate.marked import Pair, read_pair, read_pairs
from dragoman.evaluate.pairs import report, score_pairs
from dragoman.knowledge.codebook import load_codebook

TOOLS: Any = SimpleNamespace(codebook=load_codebook())
HEADER = "id\ttype\tmarked_sentence"
plain = st.text(st.characters(exclude_characters="<>\t\r\n", codec="utf-8"), min_size=1).filter(str.strip)


def written(tmp_path: Path, *lines: str) -> Path:
    """A table of the lines."""
    path = tmp_path / "pairs.tsv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def pair(label: str) -> Pair:
    """A pair of the label."""
    return Pair("1", "x", (), (), label)


@given(plain, plain, plain)
def test_marks_come_off_and_spans_quote(actor: str, verb: str, recipient: str) -> None:
    """Spans quote the words that stood between the marks."""
    found = read_pair(f"<s>{actor}</s>{verb}<t>{recipient}</t>", "AID", "1")
    assert found.text == actor + verb + recipient
    assert [found.text[start:end] for start, end in (*found.actor, *found.recipient)] == [actor, recipient]


def test_a_party_may_be_marked_twice_or_never() -> None:
    """Each marked stretch is a span; an unnamed party has none."""
    found = read_pair("<s>Oslo</s> and <s>Rome</s> marched.", "protest", "1")
    assert found.actor == ((0, 4), (9, 13))
    assert found.recipient == ()


def test_every_bad_row_is_named(tmp_path: Path) -> None:
    """All mistakes at once, each with its line."""
    path = written(tmp_path, HEADER, "1\tAID\t<s>Oslo</s> gave.", "2\tAID\t<s>Oslo gave.", "3\tAID", "4\t\tx")
    with pytest.raises(InputError) as error:
        read_pairs(path)
    assert [line.split(":")[1] for line in str(error.value).splitlines()] == ["3", "4", "5"]


@pytest.mark.parametrize(
    ("lines", "words"), [(["a,b"], ":1: the columns 'type' and 'marked_sentence'"), ([HEADER], "no pairs")], ids=["comma", "no rows"]
)
def test_a_table_of_another_form_is_bad_input(tmp_path: Path, lines: list[str], words: str) -> None:
    """What is missing is said."""
    with pytest.raises(InputError, match=words):
        read_pairs(written(tmp_path, *lines))


def test_a_missing_table_is_bad_input(tmp_path: Path) -> None:
    """A file that is not there is named."""
    with pytest.raises(InputError, match=r"none\.tsv: cannot be read"):
        read_pairs(tmp_path / "none.tsv")


def test_macro_f1_is_the_mean_over_labels_that_occur() -> None:
    """A label that is only guessed has no row, and costs precision where it was wrong."""
    measures = score_pairs([(pair("AID"), "AID"), (pair("AID"), "REJECT"), (pair("ASSAULT"), "ASSAULT")], TOOLS)
    assert set(measures.types) == {"AID", "ASSAULT"}
    assert measures.macro_f1 == pytest.approx((2 / 3 + 1) / 2)
    assert measures.accuracy == pytest.approx(2 / 3)


@pytest.mark.parametrize(("right", "guess", "share"), [("AID", "COOPERATE", 1), ("YIELD", "AGREE", 1), ("AID", "ASSAULT", 0), ("AID", "NONE", 0)])
def test_the_quad_may_be_right_where_the_type_is_not(right: str, guess: str, share: int) -> None:
    """Two types of one quad agree on it; NONE agrees with nothing."""
    assert score_pairs([(pair(right), guess)], TOOLS).quad_accuracy == share


def test_a_report_shows_each_label() -> None:
    """Three headline rows, then a row for every label."""
    lines = report(score_pairs([(pair("AID"), "AID")], TOOLS)).splitlines()
    assert [line.split()[0] for line in lines if line] == ["macro_f1", "accuracy", "quad_accuracy", "type", "AID"]


@pytest.mark.model
@pytest.mark.parametrize(
    ("marked", "label"),
    [
        ("<s>France</s> condemned <t>Russia</t>.", "ACCUSE"),
        ("<t>Russia</t> was condemned by <s>France</s>.", "ACCUSE"),
        ("<s>Troops</s> withdrew from <t>the city</t>.", "YIELD"),
        ("<s>The sun</s> shone on <t>Rome</t>.", "NONE"),
    ],
    ids=["active", "passive", "merged", "nothing"],
)
def test_a_pair_has_the_type_of_the_words_between(marked: str, label: str) -> None:
    """The candidate that links the marked parties decides; RETREAT and CONCEDE are YIELD."""
    ((_, guess),) = code_pairs([read_pair(marked, label, "1")], Coder().tools)
    assert guess == label
