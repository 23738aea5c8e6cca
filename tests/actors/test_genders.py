"""She is no man and he no woman, where the text or the given name tells."""

import pytest
from tests.actors.hands import told

from dragoman.actors.discourse import Discourse
from dragoman.actors.genders import FEMALE, MALE, NAMES, WORDS, gender_of
from dragoman.actors.told import Told
from dragoman.model.event import Actor

ANNA, TOMAS = Actor("Anna Berg", "NOR", ("GOV",)), Actor("Tomas Ruiz", "PER", ("MIL",))


@pytest.mark.parametrize(
    ("words", "role", "name", "gender"),
    [
        ("Mrs Berg", "", "Berg", FEMALE),
        ("Mr. Ruiz", "", "Ruiz", MALE),
        ("the spokeswoman", "spokeswoman", "", FEMALE),
        ("Prime Minister Anna Berg", "prime minister", "Anna Berg", FEMALE),
        ("General Tomas Ruiz", "general", "Tomas Ruiz", MALE),
        ("Queen Carlos", "queen", "Carlos", FEMALE),
        ("Minister Qwerty Uiop", "minister", "Qwerty Uiop", None),
        ("Anna", "", "Anna", None),
    ],
)
def test_the_gender_is_told_by_words_then_role_then_name(words: str, role: str, name: str, gender: str | None) -> None:
    """A courtesy says more than a given name, and a lone word may be a surname."""
    assert gender_of(words, role, name) == gender


def test_no_name_is_of_both() -> None:
    """The table of names and that of words hold single words in lower case, each once."""
    assert all(name == name.lower() and " " not in name for name in (*NAMES, *WORDS))
    assert set(NAMES.values()) == {FEMALE, MALE}


@pytest.mark.parametrize(("gender", "name"), [(FEMALE, "Anna Berg"), (MALE, "Tomas Ruiz"), (None, "Tomas Ruiz")])
def test_a_pronoun_passes_over_the_other_gender(gender: str | None, name: str) -> None:
    """The nearer person is not meant where he is of the other gender."""
    discourse = Discourse()
    for token, actor, of in ((0, ANNA, FEMALE), (9, TOMAS, MALE)):
        entry = told(token, token // 9, actor, person=True, subject=True)
        discourse.add(Told(entry.token, entry.sentence, entry.mention, entry.subject, entry.person, gender=of))
    found = discourse.person(2, 20, gender=gender)
    assert found is not None
    assert found.actors[0].name == name
