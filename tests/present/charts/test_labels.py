"""Labels never lie on one another."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.present.charts.labels import Box, box_around, overlap, place_around, place_flags
from dragoman.present.charts.words import cut_lines, cut_word, text_width, wrap_text

WORDS = st.text(alphabet="abcdefgh WMil", max_size=80)
FLAGS = st.lists(st.tuples(st.floats(0, 800), st.floats(20, 180), st.floats(14, 60)), max_size=9)
DISCS = st.lists(st.tuples(st.floats(0, 400), st.floats(0, 300), st.floats(2, 20), st.floats(20, 90)), max_size=12)


@settings(max_examples=60, deadline=None)
@given(FLAGS, st.booleans())
def test_flags_stand_free(drawn: list[tuple[float, float, float]], leftward: bool) -> None:
    """No two flags share ground, none is outside the strip, and no pole runs through another's flag."""
    flags = place_flags([pole for pole, _, _ in drawn], [(wide, tall) for _, wide, tall in drawn], 800, 190, leftward=leftward)
    standing = [flag for flag in flags if flag]
    assert all(flag.box.left >= 0 and flag.box.right <= 800 and flag.box.top >= 0 and flag.box.bottom <= 190 for flag in standing)
    for one, other in combinations(standing, 2):
        assert not overlap(one.box, other.box)
        assert not overlap(one.box, Box(other.pole, other.box.top, other.pole, 190))
        assert not overlap(other.box, Box(one.pole, one.box.top, one.pole, 190))


def test_lone_flag_stands_on_the_ground() -> None:
    """A flag with room flies to the right of its pole, at the strip's foot."""
    flag = place_flags([100], [(80, 30)], 400, 190)[0]
    assert flag is not None
    assert (flag.box.bottom, flag.leftward, flag.box.left > 100) == (190, False, True)


def test_flag_at_the_right_end_flies_left() -> None:
    """At the right end the words stand to the left of the pole."""
    flag = place_flags([390], [(80, 30)], 400, 190)[0]
    assert flag is not None
    assert flag.leftward


@settings(max_examples=60, deadline=None)
@given(DISCS)
def test_names_stand_free(drawn: list[tuple[float, float, float, float]]) -> None:
    """No name lies on another, on a disc, or outside the bounds."""
    points = [(x, y, radius) for x, y, radius, _ in drawn]
    boxes = [box for box in place_around(points, [(wide, 14) for *_, wide in drawn], Box(0, 0, 400, 300)) if box]
    assert not any(overlap(one, other) for one, other in combinations(boxes, 2))
    assert not any(overlap(box, box_around(*point)) for box in boxes for point in points)
    assert all(box.left >= 0 and box.right <= 400 and box.top >= 0 and box.bottom <= 300 for box in boxes)


@given(WORDS, st.integers(30, 300))
def test_lines_fit_and_keep_the_words(text: str, width: int) -> None:
    """Wrapping keeps every word in order, and a line of two words or more is no wider than allowed."""
    lines = wrap_text(text, width, 12)
    assert " ".join(lines).split() == text.split()
    assert all(text_width(line, 12) <= width for line in lines if " " in line)


@given(WORDS.filter(bool), st.integers(20, 200))
def test_cut_words_fit(text: str, width: int) -> None:
    """A cut word is no wider than its room, and whole where it fits."""
    cut = cut_word(text, width, 12)
    assert text_width(cut, 12) <= width
    assert cut == text or cut.endswith("…")


def test_lines_left_off_are_told() -> None:
    """Where lines are left off the last one kept ends in an ellipsis."""
    assert cut_lines(["one", "two,", "three"], 2) == ["one", "two…"]
    assert cut_lines(["one"], 2) == ["one"]
