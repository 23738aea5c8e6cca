"""Records are measured against gold by what they share with it."""

from typing import Any

import pytest
from tests.records import NORWAY, RUSSIA, event, gold, party, quote

from dragoman.evaluate.coded import GoldEvent, GoldParty
from dragoman.evaluate.measures import Measures, Miss, ratio
from dragoman.evaluate.score import score, shares_text
from dragoman.evaluate.told import from_event, from_gold
from dragoman.model.event import Event

SWEDEN = party("Sweden", "SWE", "GOV")
FINLAND = party("Finland", "FIN", "GOV")
ELSEWHERE = quote("The envoys left in the evening.", "The envoys left in the evening.")


def measured(told: list[GoldEvent], guesses: list[Event]) -> tuple[Measures, list[Miss]]:
    """The measures of the guesses on one article."""
    return score({"a": list(map(from_gold, told))}, {"a": list(map(from_event, guesses))})


def test_the_same_record_is_exact() -> None:
    """A record that tells what gold tells has full marks in everything."""
    measures, misses = measured([gold()], [event()])
    assert measures.exact.f1 == measures.found.f1 == measures.spotted.f1 == 1
    assert set(measures.fields.values()) == {1.0}
    assert misses == []


def test_no_record_is_a_miss() -> None:
    """What was not seen lowers recall and stands among the misses."""
    measures, misses = measured([gold()], [])
    assert (measures.found.p, measures.found.r, measures.found.f1) == (0, 0, 0)
    assert [(miss.kind, miss.type, miss.words) for miss in misses] == [("missed", "SANCTION", "expelled")]


def test_a_record_too_many_is_an_extra() -> None:
    """What gold does not tell lowers precision alone."""
    measures, misses = measured([gold()], [event(), event(event="CONSULT", mode=())])
    assert (measures.found.p, measures.found.r) == (0.5, 1)
    assert [(miss.kind, miss.type) for miss in misses] == [("extra", "CONSULT")]


def test_a_wrong_type_is_spotted_only() -> None:
    """The right parties under another type were seen, and not found."""
    measures, _ = measured([gold()], [event(event="ACCUSE")])
    assert (measures.spotted.f1, measures.found.f1) == (1, 0)


@pytest.mark.parametrize(
    ("actors", "spotted", "exact"),
    [((NORWAY,), 1, 1), ((NORWAY, SWEDEN), 1, 0), ((NORWAY, SWEDEN, FINLAND), 0, 0), ((SWEDEN,), 0, 0)],
    ids=["same", "half", "a third", "another"],
)
def test_half_a_side_is_enough_to_be_found(actors: tuple[Any, ...], spotted: int, exact: int) -> None:
    """A side counts from a Jaccard of one half on; only the same side is exact."""
    measures, _ = measured([gold()], [event(actor=actors)])
    assert (measures.spotted.f1, measures.exact.f1) == (spotted, exact)


def test_swapped_sides_are_not_found() -> None:
    """Who did it to whom matters."""
    assert measured([gold()], [event(actor=(RUSSIA,), recipient=(NORWAY,))])[0].spotted.f1 == 0


def test_sides_of_a_reciprocal_event_are_one_pool() -> None:
    """Two actors without a recipient equal an actor and a recipient."""
    both = gold().actors + gold().recipients
    assert measured([gold(reciprocal=True, actors=both, recipients=())], [event()])[0].exact.f1 == 1


def test_a_party_without_country_is_its_sector_and_name() -> None:
    """The countryless are told apart by what they are and what they are called."""
    told = gold(actors=(GoldParty("the union", "African Union", "", ("IGO",)),))
    assert measured([told], [event(actor=(party("African Union", None, "IGO"),))])[0].exact.f1 == 1
    assert measured([told], [event(actor=(party("African Union", None, "NGO"),))])[0].spotted.f1 == 0


def test_records_of_another_sentence_do_not_pair() -> None:
    """A pair must share a place in the text."""
    assert measured([gold()], [event(event_text=ELSEWHERE, evidence=(ELSEWHERE,))])[0].spotted.f1 == 0


def test_short_words_tie_nothing() -> None:
    """A trigger of seven letters stands in too many sentences."""
    short = event(event_text=quote("Tuesday"), evidence=(ELSEWHERE,))
    assert not shares_text(from_gold(gold()), from_event(short))


def test_white_space_does_not_part_quotes() -> None:
    """A line break inside a sentence leaves it the same sentence."""
    broken = quote("expelled two\nRussian diplomats", "expelled two\nRussian diplomats")
    assert shares_text(from_gold(gold()), from_event(event(event_text=broken, evidence=(broken,))))


def test_an_event_pairs_once() -> None:
    """Two records of one gold event: the better is found, the other extra."""
    measures, misses = measured([gold()], [event(actor=(NORWAY, SWEDEN)), event(id="a/2")])
    assert measures.counts == {"gold": 1, "guess": 2, "found": 1, "exact": 1, "spotted": 1}
    assert len(misses) == 1


def test_old_names_are_their_types() -> None:
    """A record of an older ontology is measured by the type that its name became."""
    assert measured([gold(type="REQUEST")], [event(event="DEMAND")])[0].found.f1 == 1


def test_types_have_their_own_rows() -> None:
    """Each type's row counts its gold, its guesses and its hits."""
    measures, _ = measured([gold(), gold(type="ACCUSE")], [event(), event(event="REJECT", actor=(SWEDEN,), recipient=(FINLAND,))])
    rows = {name: (row.n, row.guessed, row.f1) for name, row in measures.types.items()}
    assert rows == {"ACCUSE": (1, 0, 0), "REJECT": (0, 1, 0), "SANCTION": (1, 1, 1)}


def test_fields_no_pair_tells_are_none() -> None:
    """Without a found pair there is nothing to measure fields on."""
    assert set(measured([gold()], [])[0].fields.values()) == {None}


@pytest.mark.parametrize(("hits", "told", "guessed", "f1"), [(0, 0, 0, 0), (1, 1, 1, 1), (1, 2, 2, 0.5), (2, 4, 2, 2 / 3)])
def test_f1_is_the_harmonic_mean(hits: int, told: int, guessed: int, f1: float) -> None:
    """F1 of hits, gold and guesses, 0 where there are none."""
    assert ratio(hits, told, guessed).f1 == pytest.approx(f1)
