"""Numbers and groups of people: "a group of scholars", "thousands marched", "the bereaved", "the nine"."""

from msgspec.structs import replace

from dragoman.actors.again import counted_again
from dragoman.actors.phrases import Phrase
from dragoman.actors.scene import Scene
from dragoman.model.event import Actor
from dragoman.model.mention import Mention

CONTAINERS = frozenset(
    "group number dozen hundred thousand million crowd score handful host member one two three "
    "some most many band party team delegation majority half bunch series".split()
)
MEASURES = frozenset("to from than until till since over under above below at in before after".split())  # "by 61 votes to 22" counts nobody
AFFLICTED = frozenset("bereaved wounded injured displaced homeless sick needy hungry poor elderly jailed detained arrested accused condemned".split())


def contained(scene: Scene, phrase: Phrase) -> Mention | None:
    """`a group of Nigerian scholars`, `one of its deputies`, `members of the union`: who is inside."""
    head = phrase.head
    if head.lemma_.lower() not in CONTAINERS and head.pos_ != "NUM" and head.lower_ not in AFFLICTED:
        return None
    leaders = _led_by(scene, phrase)
    if leaders is not None:
        return leaders
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            for noun in child.children:
                inside = scene.resolve(noun) if noun.dep_ == "pobj" else None
                if inside is not None and inside.direct:
                    return Mention(
                        head.i, phrase.start, max(phrase.end, inside.end), inside.actors, plural=True, kind=inside.kind, reason="contained"
                    )
    again = counted_again(scene, phrase)
    if again is not None:
        return again
    if head.pos_ == "NUM" or head.lower_ in AFFLICTED or head.lemma_ in ("thousand", "hundred", "dozen", "score", "ten"):
        return crowd(scene, phrase)
    return None


def _led_by(scene: Scene, phrase: Phrase) -> Mention | None:
    """`delegations of both countries headed by A and B`: the persons who head them."""
    nouns = [phrase.head, *(noun for by in phrase.head.children if by.lower_ == "of" for noun in by.children)]
    verbs = [child for noun in nouns for child in noun.children if child.dep_ == "acl" and child.lemma_ in ("head", "lead")]
    agents = [noun for verb in verbs for by in verb.children if by.dep_ == "agent" for noun in by.children if noun.dep_ == "pobj"]
    names = [name for agent in agents for name in (agent, *(child for child in agent.children if child.dep_ == "conj"))]
    found = [mention for mention in map(scene.resolve, names) if mention is not None and mention.kind == "person"]
    actors = tuple(dict.fromkeys(_as_official(actor) for mention in found for actor in mention.actors))
    return scene.mention(phrase, actors, "led by", plural=True, kind="group") if actors and len(found) == len(names) else None


def _as_official(actor: Actor) -> Actor:
    """Who heads a delegation of his country, and nothing more is known of him, is an official."""
    return replace(actor, sectors=("GOV",)) if actor.country and actor.sectors[:1] == ("UNK",) else actor


def crowd(scene: Scene, phrase: Phrase) -> Mention | None:
    """`Thousands marched`, `four were shot`: people of the country it happens in."""
    if phrase.head.dep_ not in ("nsubj", "nsubjpass", "dobj", "pobj", "conj", "dative") or phrase.head.ent_type_ in (
        "DATE",
        "TIME",
        "MONEY",
        "PERCENT",
        "QUANTITY",
    ):
        return None
    if phrase.head.pos_ == "NUM" and phrase.head.dep_ == "pobj" and phrase.head.head.lower_ in MEASURES:
        return None
    country = scene.setting.get(scene.parsed.sentence_of[phrase.head.i]) or next(iter(scene.focus), None)
    actor = Actor(f"people ({country})" if country else "people", country, ("CVL",))
    return scene.mention(phrase, (actor,), "crowd", plural=True, kind="crowd")
