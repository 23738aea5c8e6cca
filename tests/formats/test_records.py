"""What every writer does with a record, and how its loss is told."""

import csv

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.records import NORWAY, RUSSIA, event, party

from dragoman.formats.cameo_rows import number_of, sentence_number
from dragoman.formats.loss import Loss, Lost, Tally
from dragoman.formats.records import cell, pair_sides
from dragoman.model.text import Article

PERU = party("Peru", "PER", "GOV")


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text(max_size=12), min_size=2, max_size=4))
def test_cells_are_the_same_to_every_reader(values: list[str]) -> None:
    """A reader that minds quotes and one that does not see the same cells, and one line."""
    line = "\t".join(cell(value) for value in values)
    assert len(line.splitlines()) <= 1
    quoting = next(csv.reader([line], delimiter="\t"), [""])
    assert line.split("\t") == (quoting or [""])
    assert len(line.split("\t")) == len(values)


def test_all_pairs_of_several_parties_are_written() -> None:
    """Two against one are two rows; nobody stands where a side is empty."""
    tally = Tally("t")
    assert list(pair_sides(event(actor=(NORWAY, PERU)), tally)) == [(NORWAY, RUSSIA), (PERU, RUSSIA)]
    assert list(pair_sides(event(recipient=()), tally)) == [(NORWAY, None)]
    assert tally.loss().count("actor") == 1


def test_a_mutual_event_of_one_is_one_row() -> None:
    """Nobody meets himself."""
    assert list(pair_sides(event(recipient=(), reciprocal=True), Tally("t"))) == [(NORWAY, None)]


def test_loss_is_told_in_words() -> None:
    """The totals first, then a line a field, in order of field."""
    loss = Loss("gdelt", 1200, 14, 2000, (Lost("said_by", "speakers dropped", 40), Lost("size", "dropped", 1)))
    assert loss.lines() == [
        "gdelt: 1,200 records, 14 left out, 2,000 rows",
        "said_by: speakers dropped in 40 records",
        "size: dropped in 1 record",
    ]
    assert (loss.count("said_by"), loss.count("mode")) == (40, 0)


@given(st.text(max_size=20), st.text(max_size=20))
def test_numbers_for_ids_are_exact_everywhere(one: str, other: str) -> None:
    """Below 2 to the 53rd, the same each time, and different for different ids."""
    assert 0 <= number_of(one) < 2**53
    assert (number_of(one) == number_of(other)) == (one == other)


def test_sentences_are_counted_by_end_marks_and_paragraphs() -> None:
    """The words of the event stand in the third sentence."""
    text = "Talks ended\n\nIt rained. Norway expelled two."
    start = text.index("expelled")
    record = event()
    moved = type(record.event_text)("expelled", (start, start + 8))
    assert sentence_number(event(event_text=moved), Article(id="a", text=text)) == 3
