"""From noun phrases to actors: whom each phrase of an article stands for, and why."""

from collections.abc import Callable

from spacy.tokens import Token

from dragoman.actors.belongings import belonging
from dragoman.actors.crowds import contained
from dragoman.actors.genders import gender_of
from dragoman.actors.names import explained, known, person_again, placed
from dragoman.actors.pairs import pair
from dragoman.actors.phrases import Phrase, is_head, read_phrase
from dragoman.actors.pronouns import pronoun, says
from dragoman.actors.relations import HONORIFICS, honoured, relation
from dragoman.actors.roles import titled
from dragoman.actors.scene import Scene
from dragoman.actors.told import Told
from dragoman.actors.unlisted import named
from dragoman.knowledge.actors import Directory
from dragoman.knowledge.places import Places
from dragoman.model.mention import Cast, Mention
from dragoman.model.parsed import Parsed

PREMISES = frozenset("barracks|outpost|campus|army base|air base|military base|police post|police station".split("|"))
RULES: tuple[Callable[[Scene, Phrase], Mention | None], ...] = (
    honoured, pair, explained, known, person_again, relation, contained, titled, placed, named, belonging,
)  # fmt: skip
"""The rules for a noun phrase, in the order they are asked; each may abstain."""


def cast_actors(parsed: Parsed, directory: Directory, places: Places) -> Cast:
    """Every phrase of the article that names somebody, resolved in text order."""
    scene = Scene(parsed, directory, places)
    casting = _Casting(scene)
    scene.resolve = casting.resolve
    for token in parsed.doc:
        if token.i not in scene.memo and (is_head(token) or token.pos_ == "PRON"):
            casting.resolve(token)
    mentions = {i: mention for i, mention in scene.memo.items() if mention is not None}
    return Cast(mentions, scene.focus, scene.setting)


class _Casting:
    """Asks the rules in turn for each phrase, and remembers what they answered."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene

    def resolve(self, token: Token) -> Mention | None:
        """The mention headed by the token; also remembered, so that later words can mean it."""
        if token.i in self.scene.memo:
            return self.scene.memo[token.i]
        self.scene.memo[token.i] = None  # a phrase that owns itself in a broken parse ends here
        mention = self._resolve(token)
        self.scene.memo[token.i] = mention
        return mention

    def _resolve(self, token: Token) -> Mention | None:
        if token.pos_ == "PRON" or token.tag_ in ("PRP", "PRP$"):
            return pronoun(self.scene, token)
        if token.dep_ == "appos" and token.head.lemma_.lower() not in HONORIFICS:
            named = self.resolve(token.head)
            if named is not None and named.direct and token.i > token.head.i:
                return named
        phrase = read_phrase(token, self.scene.directory, self.scene.hits)
        mention = None
        for rule in RULES:
            mention = rule(self.scene, phrase)
            if mention is not None:
                self._remember(token, mention, phrase)
                break
        return mention

    def _remember(self, token: Token, mention: Mention, phrase: Phrase) -> None:
        person = mention.kind == "person" or bool(phrase.role and phrase.role.kind == "person" and mention.direct)
        subject = token.dep_ in ("nsubj", "nsubjpass") and mention.direct
        words = phrase.role_word if mention.direct else ""
        end = mention.end if mention.end > token.i else token.i + 1
        if (
            mention.direct
            and end + 2 < len(self.scene.doc)
            and self.scene.doc[end].text == "("
            and self.scene.doc[end + 2].text == ")"
            and self.scene.doc[end + 1].text.isupper()
        ):
            self.scene.explained.setdefault(self.scene.doc[end + 1].text, mention)
        for alias in _aliases(token) if mention.direct else ():
            self.scene.explained.setdefault(alias.text, mention)
        sentence, gender = self.scene.parsed.sentence_of[token.i], self._gender(mention, phrase) if person else None
        if phrase.role_word in PREMISES and not subject:
            return  # "them", after a raid on the barracks, is not the barracks
        self.scene.discourse.add(Told(token.i, sentence, mention, subject, person, words, spoke=says(token), gender=gender))

    def _gender(self, mention: Mention, phrase: Phrase) -> str | None:
        """The gender that the phrase tells, or that it told when the person was named before."""
        name = mention.actors[0].name if mention.actors else ""
        told = gender_of(self.scene.doc[phrase.start : phrase.end].text, phrase.role_word, name)
        if told is not None and name:
            self.scene.genders.setdefault(name, told)
        return told or self.scene.genders.get(name)


def _aliases(head: Token) -> list[Token]:
    """The short name that the text gives: "the Directorate of Inquiries, known as the DOI"."""
    known = [child for child in head.children if child.dep_ in ("acl", "relcl", "amod", "appos") and child.lower_ in ("known", "called")]
    places = [*known, *(child for verb in known for child in verb.children if child.dep_ == "prep" and child.lower_ in ("as", "by"))]
    return [noun for place in places for noun in place.children if noun.dep_ in ("pobj", "oprd") and noun.pos_ == "PROPN"]
