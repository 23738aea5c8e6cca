"""What a later word means by what was told before it."""

import pytest
from tests.actors.hands import told

from dragoman.actors.discourse import Discourse
from dragoman.actors.told import WINDOW, Told
from dragoman.model.event import Actor
from dragoman.model.mention import Mention

NORWAY, PERU, CHILE = Actor("Norway", "NOR", ("GOV",)), Actor("Peru", "PER", ("GOV",)), Actor("Chile", "CHL", ("GOV",))
DAHL, LIMA = Actor("Per Dahl", "NOR", ("GOV",)), Actor("Ana Lima", "PER", ("GOV",))
REBELS, PAPER = Actor("Red Front", "PER", ("REB",)), Actor("Tidende", "NOR", ("JRN",))


def story(*entries: Told) -> Discourse:
    """A discourse of these mentions."""
    discourse = Discourse()
    for entry in entries:
        discourse.add(entry)
    return discourse


def names(mention: Mention | None) -> list[str]:
    """Whom the mention stands for."""
    return [actor.name for actor in mention.actors] if mention else []


def test_he_is_the_subject_before_others() -> None:
    """In "Dahl met Lima. He ..." he is Dahl."""
    assert names(story(told(0, 0, DAHL, subject=True, person=True), told(3, 0, LIMA, person=True)).person(1, 6)) == ["Per Dahl"]


def test_he_is_the_nearest_sentence_s_person() -> None:
    """A person of the last sentence comes before the subject of an older one."""
    assert names(story(told(0, 0, DAHL, subject=True, person=True), told(9, 2, LIMA, person=True)).person(3, 12)) == ["Ana Lima"]


def test_he_is_no_state_and_it_no_person() -> None:
    """Persons for "he", bodies for "it"."""
    discourse = story(told(0, 0, NORWAY, subject=True), told(3, 0, LIMA, person=True))
    assert names(discourse.person(1, 6)) == ["Ana Lima"]
    assert names(discourse.body(1, 6)) == ["Norway"]


def test_it_is_no_mere_place() -> None:
    """ "In Peru" is not who acts next."""
    assert names(story(told(0, 0, NORWAY, subject=True), told(5, 0, PERU, kind="place")).body(1, 6)) == ["Norway"]


def test_they_are_the_last_several() -> None:
    """ "They" is a plural before any single state."""
    discourse = story(told(0, 0, NORWAY, subject=True), told(3, 0, REBELS, plural=True, kind="body"))
    assert names(discourse.several(1, 6)) == ["Red Front"]
    assert names(story(told(0, 0, NORWAY, subject=True)).several(1, 6)) == ["Norway"]


def test_a_pronoun_does_not_look_ahead_or_far_back() -> None:
    """Only what came before, and within a few sentences."""
    discourse = story(told(9, 0, DAHL, person=True))
    assert discourse.person(0, 5) is None
    assert discourse.person(WINDOW + 1, 99) is None


def test_a_pronoun_object_is_not_its_subject() -> None:
    """ "Norway told it" means another than Norway."""
    discourse = story(told(0, 0, PERU), told(4, 1, NORWAY, subject=True))
    assert names(discourse.body(1, 6, told(4, 1, NORWAY).mention)) == ["Peru"]


def test_a_mention_of_nobody_is_not_remembered() -> None:
    """What stands for no actor cannot be meant later."""
    assert story(told(0, 0)).told == []


def test_the_insurgents_are_the_last_armed_group() -> None:
    """A kind of actor is looked up by its sector."""
    discourse = story(told(0, 0, REBELS, kind="body"), told(4, 1, NORWAY, subject=True))
    assert names(discourse.of_sector(frozenset({"REB", "IMG"}), 2, 9)) == ["Red Front"]
    assert discourse.of_sector(frozenset({"IGO"}), 2, 9) is None


@pytest.mark.parametrize(
    ("role", "plural", "found"),
    [("foreign minister", False, ["Per Dahl"]), ("minister", False, ["Per Dahl"]), ("minister", True, []), ("defence minister", False, [])],
)
def test_the_minister_is_the_last_of_that_role(role: str, plural: bool, found: list[str]) -> None:
    """A bare role means the last of its kind, singular for singular."""
    discourse = story(told(0, 0, DAHL, person=True, role="foreign minister"))
    assert names(discourse.same_role(role, 2, 20, plural=plural)) == found


def test_both_sides_are_the_last_two() -> None:
    """In text order, each country once, media left out."""
    discourse = story(told(0, 0, NORWAY, subject=True), told(2, 0, PERU), told(5, 1, PAPER), told(8, 1, DAHL, person=True))
    assert [actor.name for actor in discourse.pair(2, 12)] == ["Norway", "Peru"]


def test_both_sides_need_two() -> None:
    """One country is no pair."""
    assert story(told(0, 0, NORWAY), told(3, 0, DAHL, person=True)).pair(1, 9) == ()


def test_the_countries_of_the_story_make_the_pair() -> None:
    """Of three told together, the two that the article is about are both sides."""
    discourse = story(told(0, 0, NORWAY), told(2, 0, CHILE), told(4, 0, PERU))
    assert {actor.name for actor in discourse.pair(1, 9, among=("NOR", "PER"))} == {"Norway", "Peru"}


def test_a_counterpart_is_of_another_country() -> None:
    """His counterpart is the nearest person of another country."""
    discourse = story(told(0, 0, DAHL, subject=True, person=True), told(3, 0, PERU), told(5, 0, LIMA, person=True))
    assert names(discourse.other_than(["NOR"], 1, 9, persons=True)) == ["Ana Lima"]
    assert names(discourse.other_than(["PER"], 1, 9)) == ["Per Dahl"]


def test_the_country_is_the_last_land() -> None:
    """ "The country" is the last state or place but for the clause's own."""
    discourse = story(told(0, 0, NORWAY), told(4, 0, PERU, kind="place"))
    assert names(discourse.land(1, 9, [])) == ["Peru"]
    assert names(discourse.land(1, 9, ["PER"])) == ["Norway"]


def test_the_others_are_of_the_last_assembly() -> None:
    """Three or more that were told together."""
    discourse = story(told(0, 0, NORWAY, PERU, CHILE, plural=True, kind="group"), told(5, 1, DAHL, person=True))
    assert names(discourse.assembly(2, 9)) == ["Norway", "Peru", "Chile"]
