"""Phrases that are known by somebody else: "both sides", "his counterpart", "the enclave", "a group of scholars"."""

from dragoman.actors.names import actor_of
from dragoman.actors.phrases import Phrase
from dragoman.actors.scene import LOCATIVE, Scene
from dragoman.actors.whose import nations_in, owner_of
from dragoman.model.event import Actor
from dragoman.model.mention import Mention

PAIR_WORDS = frozenset(
    "side country neighbour neighbor leader nation party government capital two both pair minister "
    "president foe rival ally state enemy army force troop".split()
)
STATES = frozenset("country neighbour neighbor nation state government capital".split())
PAIR_SIGNS = frozenset(("two", "both", "neighbouring", "rival", "warring"))
RELATIONAL = frozenset(
    "counterpart neighbour neighbor ally host guest colleague opponent rival partner foe enemy interlocutor adversary patron visitor opposite".split()
)
LANDS = frozenset(
    "country nation kingdom emirate republic sultanate island territory enclave strip archipelago sheikhdom principality "
    "state atoll exclave capital".split()
)
HONORIFICS = frozenset(("highness", "majesty", "excellency", "holiness", "honour", "honor", "eminence", "beatitude"))
CONTAINERS = frozenset(
    "group number dozen hundred thousand million crowd score handful host member one two three "
    "some most many band party team delegation majority half bunch series".split()
)
AFFLICTED = frozenset("bereaved wounded injured displaced homeless sick needy hungry poor elderly jailed detained arrested accused condemned".split())


def pair(scene: Scene, phrase: Phrase) -> Mention | None:
    """`the two sides`, `both leaders`, `the neighbours`: the last two sides told."""
    head = phrase.head
    signs = {scene.doc[i].lower_ for i in range(phrase.start, head.i)}
    plural = head.tag_ in ("NNS", "NNPS") or head.lower_ in ("two", "pair", "both")
    lemma = head.lemma_.lower()
    owner = owner_of(head)
    if not plural or nations_in(scene, phrase) or phrase.name:
        return None
    if owner is not None:
        owned = scene.resolve(owner)
        if owned is None or owned.reason != "pair":
            return None
    elif not (
        (signs & PAIR_SIGNS and (lemma in PAIR_WORDS or phrase.role))
        or (lemma in ("side", "neighbour", "neighbor", "pair", "two") and "the" in signs)
    ):
        return None
    actors = scene.discourse.pair(scene.parsed.sentence_of[head.i], head.i, scene.clause_subject(head), scene.focus[:2])
    if phrase.role and (owner is not None or phrase.role.sectors[:1] not in (("GOV",), ("UNK",), ("CVL",), ("PTY",))):
        actors = tuple(
            Actor(f"{scene.directory.adjectives.get(a.country or '', a.name)} {phrase.role.word}", a.country, phrase.role.sectors, a.id)
            for a in actors
        )
    elif lemma in STATES:
        actors = tuple(Actor(scene.directory.state_name(a.country), a.country, ("GOV",)) if a.country else a for a in actors)
    return scene.mention(phrase, actors, "pair", plural=True, kind="group") if actors else None


def relation(scene: Scene, phrase: Phrase) -> Mention | None:
    """`his counterpart`, `the host`, `its neighbour`, `the enclave`, `His Highness`: known by somebody else."""
    head, lemma = phrase.head, phrase.head.lemma_.lower()
    sentence = scene.parsed.sentence_of[head.i]
    singular = head.tag_ == "NN" or (head.tag_ == "NNP" and head.text.islower())
    if lemma in LANDS and singular and not nations_in(scene, phrase) and owner_of(head) is None:
        return _land(scene, phrase, sentence)
    if lemma not in RELATIONAL or nations_in(scene, phrase) or phrase.name:
        return None
    owner = owner_of(head)
    side = scene.resolve(owner) if owner is not None else scene.clause_subject(head)
    mine = [actor.country or actor.name for actor in side.actors] if side else []
    if head.tag_ == "NNS" and lemma in ("colleague", "counterpart", "neighbour", "neighbor", "partner"):
        everybody = scene.discourse.assembly(sentence, head.i)
        others = tuple(actor for actor in everybody.actors if (actor.country or actor.name) not in mine) if everybody else ()
        if others:
            return scene.mention(phrase, others, f"relation:{lemma}", plural=True, kind="group")
    persons = lemma in ("counterpart", "host", "guest", "colleague")
    found = scene.discourse.other_than(mine, sentence, head.i, window=6, persons=persons, among=scene.focus) or scene.discourse.other_than(
        mine, sentence, head.i, window=6, persons=persons
    )
    if found is None:
        return None
    actors = found.actors if head.tag_ != "NN" or len(found.actors) == 1 else found.actors[:1]
    return scene.mention(phrase, actors, f"relation:{lemma}", kind=found.kind)


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


def contained(scene: Scene, phrase: Phrase) -> Mention | None:
    """`a group of Nigerian scholars`, `one of its deputies`, `members of the union`: who is inside."""
    head = phrase.head
    if head.lemma_.lower() not in CONTAINERS and head.pos_ != "NUM" and head.lower_ not in AFFLICTED:
        return None
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            for noun in child.children:
                inside = scene.resolve(noun) if noun.dep_ == "pobj" else None
                if inside is not None and inside.direct:
                    return Mention(
                        head.i, phrase.start, max(phrase.end, inside.end), inside.actors, plural=True, kind=inside.kind, reason="contained"
                    )
    if head.pos_ == "NUM" or head.lower_ in AFFLICTED or head.lemma_ in ("thousand", "hundred", "dozen", "score", "ten"):
        return crowd(scene, phrase)
    return None


def crowd(scene: Scene, phrase: Phrase) -> Mention | None:
    """`Thousands marched`, `four were shot`: people of the country it happens in."""
    if phrase.head.dep_ not in ("nsubj", "nsubjpass", "dobj", "pobj", "conj") or phrase.head.ent_type_ in (
        "DATE",
        "TIME",
        "MONEY",
        "PERCENT",
        "QUANTITY",
    ):
        return None
    country = scene.setting.get(scene.parsed.sentence_of[phrase.head.i]) or next(iter(scene.focus), None)
    actor = Actor(f"people ({country})" if country else "people", country, ("CVL",))
    return scene.mention(phrase, (actor,), "crowd", plural=True, kind="crowd")
