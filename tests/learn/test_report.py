"""The report counts before it rates, and says how little it knows."""

import pytest

from dragoman.learn.judged import Judged
from dragoman.learn.report import Score, changes, confused, new_type, warnings_for, wilson


def judged(right: str, before: str, after: str, kind: str = "candidate") -> Judged:
    """An example with its three types."""
    return Judged("a", kind, right, before, after)


ROWS = [
    judged("CONSULT", "CONSULT", "CONSULT"),
    judged("CONSULT", "CONSULT", "NONE"),
    judged("CONSULT", "NONE", "CONSULT"),
    judged("NONE", "CONSULT", "NONE"),
    judged("LEASE", "AGREE", "LEASE"),
    judged("LEASE", "NONE", "AGREE"),
]


def test_a_type_has_counts_before_and_after() -> None:
    """Two of three found before and after, one gained and one lost."""
    row = changes(ROWS, ["CONSULT", "AID"])
    assert [change.name for change in row] == ["CONSULT"]
    assert (row[0].before, row[0].after, row[0].gained, row[0].lost) == (Score(3, 3, 2), Score(3, 2, 2), 1, 1)


def test_rates_follow_from_counts() -> None:
    """Precision by what was given, recall by what is told, F1 by both."""
    score = Score(told=4, given=2, right=1)
    assert (score.precision, score.recall) == (0.5, 0.25)
    assert score.f1 == pytest.approx(1 / 3)


def test_a_rate_of_nothing_is_none() -> None:
    """A type never given has no precision, and none told no recall."""
    score = Score(told=0, given=0, right=0)
    assert (score.precision, score.recall, score.f1) == (None, None, None)


def test_a_new_type_tells_where_its_examples_went() -> None:
    """Found, missed and before by type, and what is wrongly taken for it here and there."""
    back = [judged("NONE", "NONE", "LEASE"), judged("LEASE", "NONE", "LEASE"), judged("NONE", "NONE", "NONE", "told")]
    row = new_type("LEASE", "candidate", ROWS, back)
    assert (row.told, row.found, row.missed, row.before) == (2, 1, {"AGREE": 1}, {"AGREE": 1, "NONE": 1})
    assert (row.false_own, row.other_own, row.false_back, row.other_back) == (0, 4, 1, 1)


@pytest.mark.parametrize(("right", "of"), [(0, 5), (3, 5), (5, 5), (50, 100)])
def test_the_interval_holds_the_share_and_narrows(right: int, of: int) -> None:
    """Between nothing and all, around what was seen, narrower with more examples."""
    low, high = wilson(right, of)
    wide_low, wide_high = wilson(right * 10, of * 10)
    assert 0 <= low <= right / of <= high <= 1
    assert wide_high - wide_low < high - low


def test_no_example_says_nothing() -> None:
    """From 0 to 1."""
    assert wilson(0, 0) == (0.0, 1.0)


def test_the_most_confused_come_first() -> None:
    """No event, given or right, is left aside."""
    assert confused([*ROWS, judged("AID", "AID", "AGREE"), judged("AID", "AID", "AGREE")]) == (("AID", "AGREE", 2), ("LEASE", "AGREE", 1))


def test_few_events_are_warned_of() -> None:
    """Nineteen are few, twenty are not; so are no negatives, and a base that may have seen what is held back."""
    assert warnings_for([("LEASE", 20)], 3, unseen=True) == ()
    told = warnings_for([("LEASE", 19)], 0, unseen=False)
    assert [line.split()[0] for line in told] == ["LEASE:", "no", "corpus,"]
