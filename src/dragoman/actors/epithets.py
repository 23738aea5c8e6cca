"""Persons called by what they were: "the former banker" for the minister told before."""

from spacy.tokens import Token

from dragoman.actors.phrases import Phrase
from dragoman.actors.scene import Scene
from dragoman.actors.told import WINDOW
from dragoman.actors.whose import stands_alone
from dragoman.knowledge.actors import bare
from dragoman.model.mention import Mention


def epithet(scene: Scene, phrase: Phrase) -> Mention | None:
    """`the former banker`, of nobody told as a banker: another name for the person last spoken of, not for who speaks."""
    head = phrase.head
    if not phrase.former or phrase.name or phrase.role is None or phrase.role.kind != "person" or head.tag_ != "NN":
        return None
    if (
        scene.doc[phrase.start].lower_ != "the"
        or not stands_alone(scene, phrase)
        or any(child.dep_ == "appos" and not scene.parsed.quoted[child.i] for child in head.children)
    ):
        return None
    sentence = scene.parsed.sentence_of[head.i]
    if scene.discourse.same_role(phrase.role_word, sentence, head.i, plural=False) is not None:
        return None
    others = [mention.actors for mention in _subjects_above(scene, head)]
    for entry in scene.discourse.recent(sentence, WINDOW):
        one = entry.mention.actors[0]
        known = one.sectors[:1] != ("CVL",) or bare(one.name) in scene.people  # not "a man" told in passing
        if entry.person and known and entry.token < head.i and not entry.mention.plural and entry.mention.actors not in others:
            return scene.mention(phrase, entry.mention.actors, "epithet", kind="person")
    return None


def _subjects_above(scene: Scene, token: Token) -> list[Mention]:
    """Who stands as a subject before the token in its own clause and those above it."""
    subjects = [child for node in token.ancestors for child in node.children if child.dep_ in ("nsubj", "nsubjpass") and child.i < token.i]
    return [mention for mention in map(scene.resolve, subjects) if mention is not None]
