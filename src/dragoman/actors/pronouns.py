"""Pronouns: whom "he", "it", "they" and "we" mean."""

from spacy.tokens import Token

from dragoman.actors.scene import Scene
from dragoman.actors.told import Told
from dragoman.model.mention import Mention

PERSON_PRONOUNS = frozenset("he she him her his hers himself herself".split())
BODY_PRONOUNS = frozenset("it its itself".split())
PLURAL_PRONOUNS = frozenset("they them their theirs themselves".split())
GENDERS = dict.fromkeys("he him his himself".split(), "male") | dict.fromkeys("she her hers herself".split(), "female")
SPEAKER_PRONOUNS = frozenset("i me my mine we us our ours ourselves myself".split())


def pronoun(scene: Scene, token: Token) -> Mention | None:
    """Whom the pronoun means, by what was told before; never the subject of its own clause."""
    word, sentence = token.lower_, scene.parsed.sentence_of[token.i]
    found: Mention | None = None
    other = _co_argument(scene, token)
    if says(token) and word in SPEAKERS:
        found = scene.discourse.speaker(sentence, token.i, person=word != "it", gender=GENDERS.get(word))
    if found is not None:
        pass
    elif word in PERSON_PRONOUNS:
        found = scene.discourse.person(sentence, token.i, other, gender=GENDERS[word])
    elif word in BODY_PRONOUNS:
        found = scene.discourse.body(sentence, token.i, other)
    elif word in PLURAL_PRONOUNS:
        found = scene.discourse.several(sentence, token.i, other)
    elif word in SPEAKER_PRONOUNS:
        found = _voice_of(scene, token)
    elif word == "both":
        actors = scene.discourse.pair(sentence, token.i, among=scene.focus[:2])
        return Mention(token.i, token.i, token.i + 1, actors, plural=True, kind="group", reason="pair") if actors else None
    if found is None or not found.actors:
        return None
    mention = Mention(token.i, token.i, token.i + 1, found.actors, plural=found.plural, kind="pronoun", reason=f"pronoun:{word}")
    if token.tag_ != "PRP$":
        person = word in PERSON_PRONOUNS or found.kind == "person"
        scene.discourse.add(
            Told(token.i, sentence, mention, token.dep_ in ("nsubj", "nsubjpass"), person, spoke=says(token), gender=GENDERS.get(word))
        )
    return mention


SAYING = frozenset("say add tell state note report announce write continue explain reply insist".split())
SPEAKERS = frozenset(("it", "he", "she"))


def says(token: Token) -> bool:
    """Whether the token is the subject of a verb of saying."""
    return token.dep_ == "nsubj" and token.head.lemma_ in SAYING


def _co_argument(scene: Scene, token: Token) -> Mention | None:
    """The subject of the pronoun's own clause, whom an object pronoun cannot mean ("police let them go")."""
    if token.dep_ in ("nsubj", "nsubjpass") and token.head.dep_ == "ccomp" and token.head.head.lemma_ in ("let", "help", "make", "have"):
        return scene.clause_subject(token.head.head)
    if token.dep_ not in ("dobj", "dative", "pobj") or token.tag_ == "PRP$" or token.lower_.endswith(("self", "selves")):
        return None
    return scene.clause_subject(token)


def _voice_of(scene: Scene, token: Token) -> Mention | None:
    """Who says "we": the subject of the verb of saying above the quote."""
    node = token
    while node.head.i != node.i:
        node = node.head
        if node.pos_ == "VERB" and not scene.parsed.quoted[node.i]:
            for child in node.children:
                if child.dep_ == "nsubj" and not scene.parsed.quoted[child.i]:
                    return scene.resolve(child)
    return scene.discourse.person(scene.parsed.sentence_of[token.i], token.i)
