"""An event takes the place that its own words give, and no other."""

from tests.builders import Row, plain, tree

from dragoman.locate.where import choose_where, find_places

MARCHED: list[Row] = [
    ("Miners", "NNS", "NOUN", "nsubj", 1),
    ("marched", "VBD", "VERB", "ROOT", 1),
    ("in", "IN", "ADP", "prep", 1),
    ("Niamey", "NNP", "PROPN", "pobj", 2),
]
CONDEMNED: list[Row] = [
    ("Leaders", "NNS", "NOUN", "nsubj", 1),
    ("condemned", "VBD", "VERB", "ROOT", 1),
    ("shelling", "NN", "NOUN", "dobj", 1),
    ("in", "IN", "ADP", "prep", 2),
    ("Niamey", "NNP", "PROPN", "pobj", 3),
]
LEMMAS = {"marched": "march", "condemned": "condemn"}


def test_a_locative_phrase_on_the_verb_is_the_place() -> None:
    """They marched in Niamey: it was there."""
    parsed = tree(MARCHED, lemmas=LEMMAS)
    where = choose_where(parsed, parsed.doc[1], find_places(parsed, ["NER"]))
    assert where is not None
    assert (where.name, where.country, where.resolution) == ("Niamey", "NER", 4)


def test_the_place_of_what_is_condemned_is_not_where_it_is_condemned() -> None:
    """The shelling was in Niamey, the condemning is anywhere."""
    parsed = tree(CONDEMNED, lemmas=LEMMAS)
    assert choose_where(parsed, parsed.doc[1], find_places(parsed, ["NER"])) is None


def test_a_capital_that_speaks_is_no_place() -> None:
    """ "Moscow said" names a government."""
    assert find_places(plain("Moscow said no."), ["RUS"]) == ()


def test_a_country_adjective_and_capital_name_a_city() -> None:
    """ "In the Kyrgyz capital" is in Bishkek."""
    (mention,) = find_places(plain("They met in the Kyrgyz capital."), ["UZB"])
    assert mention.place.name == "Bishkek"


def test_there_is_the_last_place_named() -> None:
    """ "There" after Niamey is Niamey."""
    mentions = find_places(plain("They met in Niamey. They stayed there."), ["NER"])
    assert [mention.place.name for mention in mentions] == ["Niamey", "Niamey"]


def test_a_palace_is_known_by_its_city() -> None:
    """Aso Rock is in Abuja."""
    (mention,) = find_places(plain("They met at Aso Rock."), ["NGA"])
    assert mention.place.city == "Abuja"
