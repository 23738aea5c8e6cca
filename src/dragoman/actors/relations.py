"""Phrases that are known by somebody else: "both sides", "his counterpart", "the enclave", "a group of scholars"."""

from dragoman.actors.names import actor_of
from dragoman.actors.phrases import Phrase
from dragoman.actors.scene import LOCATIVE, Scene
from dragoman.actors.whose import nations_in, owner_of
from dragoman.model.event import Actor
from dragoman.model.mention import Mention

RELATIONAL = frozenset(
    "counterpart neighbour neighbor ally host guest colleague opponent rival partner foe enemy interlocutor adversary patron visitor opposite".split()
)
PEERS = frozenset(("colleague", "counterpart"))
LANDS = frozenset(
    "country nation kingdom emirate republic sultanate island territory enclave strip archipelago sheikhdom principality "
    "state atoll exclave capital".split()
)
HONORIFICS = frozenset(("highness", "majesty", "excellency", "holiness", "honour", "honor", "eminence", "beatitude"))


def relation(scene: Scene, phrase: Phrase) -> Mention | None:
    """`his counterpart`, `the host`, `its neighbour`, `the enclave`, `His Highness`: known by somebody else."""
    head, lemma = phrase.head, phrase.head.lemma_.lower()
    sentence = scene.parsed.sentence_of[head.i]
    singular = head.tag_ == "NN" or (head.tag_ == "NNP" and head.text.islower())
    if lemma in LANDS and singular and not nations_in(scene, phrase) and owner_of(head) is None:
        return _land(scene, phrase, sentence)
    nations = nations_in(scene, phrase) if lemma in RELATIONAL else []
    if lemma in PEERS and nations and not phrase.name and (phrase.role is None or phrase.role.word in PEERS):
        return _foreign_peer(scene, phrase, nations)
    if lemma not in RELATIONAL or nations or phrase.name:
        return None
    owner = owner_of(head)
    side = scene.resolve(owner) if owner is not None else scene.clause_subject(head)
    mine = [actor.country or actor.name for actor in side.actors] if side else []
    if head.tag_ == "NNS" and lemma in ("colleague", "counterpart", "neighbour", "neighbor", "partner"):
        everybody = scene.discourse.assembly(sentence, head.i)
        others = tuple(actor for actor in everybody.actors if (actor.country or actor.name) not in mine) if everybody else ()
        if others:
            return scene.mention(phrase, others, f"relation:{lemma}", plural=True, kind="group")
    if head.tag_ == "NNS" and lemma == "colleague" and side is not None and side.actors:
        return _colleagues(scene, phrase, side.actors[0])
    persons = lemma in ("counterpart", "host", "guest", "colleague")
    found = scene.discourse.other_than(mine, sentence, head.i, window=6, persons=persons, among=scene.focus) or scene.discourse.other_than(
        mine, sentence, head.i, window=6, persons=persons
    )
    if found is None:
        return None
    actors = found.actors if head.tag_ != "NN" or len(found.actors) == 1 else found.actors[:1]
    return scene.mention(phrase, actors, f"relation:{lemma}", kind=found.kind)


def _foreign_peer(scene: Scene, phrase: Phrase, nations: list[Actor]) -> Mention | None:
    """`his Kyrgyz colleague`: of the country told and of his own calling."""
    owner = owner_of(phrase.head)
    side = scene.resolve(owner) if owner is not None else scene.clause_subject(phrase.head)
    sectors = side.actors[0].sectors if side is not None and side.actors and side.actors[0].sectors[:1] not in ((), ("UNK",)) else ("GOV",)
    word = phrase.head.lemma_.lower()
    actors = tuple(Actor(f"{scene.directory.adjectives.get(a.country or '', a.name)} {word}", a.country, sectors) for a in nations)
    return scene.mention(phrase, actors, f"relation:{word}", plural=phrase.head.tag_ == "NNS", kind="person")


def _colleagues(scene: Scene, phrase: Phrase, one: Actor) -> Mention | None:
    """`her colleagues`: people of her country and calling."""
    if one.country is None or one.sectors[:1] in ((), ("UNK",)):
        return None
    return scene.mention(phrase, (Actor(f"colleagues of {one.name}", one.country, one.sectors),), "relation:colleague", plural=True, kind="crowd")


def honoured(scene: Scene, phrase: Phrase) -> Mention | None:
    """`His Highness`, `Their Majesties`: the bearer of the honour."""
    lemma = phrase.head.lemma_.lower()
    return _honorific(scene, phrase, lemma, scene.parsed.sentence_of[phrase.head.i]) if lemma in HONORIFICS else None


def _honorific(scene: Scene, phrase: Phrase, lemma: str, sentence: int) -> Mention | None:
    """`His Highness` with the name behind it, and alone ever after."""
    bearer = next((scene.resolve(c) for c in phrase.head.children if c.dep_ == "appos" and c.pos_ == "PROPN"), None)
    named = [scene.hits[i] for i in range(phrase.head.i + 1, min(phrase.head.i + 4, len(scene.doc))) if i in scene.hits and scene.doc[i].text != ","]
    if bearer is None and named and named[0].best.kind == "official":
        bearer = scene.mention(phrase, (actor_of(scene, named[0].best, phrase),), "honorific", kind="person")
    found = bearer or scene.people.get(lemma) or scene.discourse.person(sentence, phrase.head.i)
    if found is None:
        return None
    if bearer is not None:
        scene.people[lemma] = bearer
    return scene.mention(phrase, found.actors, "honorific", kind="person")


def _land(scene: Scene, phrase: Phrase, sentence: int) -> Mention | None:
    """`the country`, `the enclave`: the other land of the sentence, else the last one told."""
    if scene.doc[phrase.start].lower_ not in ("the", "this", "that"):
        return None
    subject = scene.clause_subject(phrase.head)
    mine = [actor.country for actor in subject.actors] if subject else []
    kin = scene.directory.lands.get(phrase.head.lemma_.lower(), frozenset())
    told = scene.discourse.land_among(kin, sentence, phrase.head.i, mine)
    if told is not None:
        return scene.mention(phrase, (Actor(scene.directory.state_name(told), told, ("GOV",)),), "land", kind="state")
    found = scene.discourse.other_than(mine, sentence, phrase.head.i, window=0) if mine else None
    found = found if found and found.actors[0].country else scene.discourse.land(sentence, phrase.head.i, mine)
    country = found.actors[0].country if found else next(iter(scene.focus), None)
    if country is None:
        return None
    locative = phrase.head.lemma_ == "capital" or (phrase.head.dep_ == "pobj" and phrase.head.head.lower_ in LOCATIVE)
    actor = Actor(scene.directory.state_name(country), country, ("GOV",))
    return scene.mention(phrase, (actor,), "land", kind="place" if locative else "state")
