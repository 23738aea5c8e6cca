"""How many were killed, hurt or arrested is read off the sentence."""

import pytest
from tests.events.trees import grown

from dragoman.events.size import find_size
from dragoman.model.event import Size

ALL = ("dead", "injured", "arrested")
CASES: list[tuple[str, Size]] = [
    ("Troops killed 12 people and wounded some 30.", Size(dead=(12, 12), injured=(30, 30))),
    ("Police arrested more than 40 people.", Size(arrested=(40, 40))),
    ("Troops killed 12 people in 2019.", Size(dead=(12, 12))),
    ("Twelve people were killed; rebels said 15 died.", Size(dead=(12, 15))),
    ("Police arrested people for three days.", Size()),
    ("Norway expelled the envoy.", Size()),
]


@pytest.mark.parametrize(("sentence", "size"), CASES, ids=[case[0] for case in CASES])
def test_counts_are_read(sentence: str, size: Size) -> None:
    """Rough counts are their number, rival counts a range, years and days no counts."""
    parsed = grown(sentence)
    for token in parsed.doc:
        if token.text == "2019":
            token.ent_type_ = "DATE"
    assert find_size(parsed.sentences, ALL) == size


def test_only_the_counts_asked_for_are_kept() -> None:
    """An arrest has no dead."""
    assert find_size(grown("Troops killed 12 people and wounded some 30.").sentences, ("injured",)) == Size(injured=(30, 30))
