"""Both of two: "the two sides", "both leaders", "the neighbours", "the two countries' border guards"."""

from spacy.tokens import Token

from dragoman.actors.phrases import Phrase
from dragoman.actors.scene import Scene
from dragoman.actors.whose import nations_in, owner_of
from dragoman.model.event import Actor
from dragoman.model.mention import Mention

PAIR_WORDS = frozenset(
    "side country neighbour neighbor leader nation party government capital two both pair minister "
    "president foe rival ally state enemy army force troop".split()
)
DETERMINED = frozenset(("the", "both", "warring", "these", "those"))  # "shelled from two sides" is about directions
STATES = frozenset("country neighbour neighbor nation state government capital".split())
PAIR_SIGNS = frozenset(("two", "both", "neighbouring", "rival", "warring"))
SIDED = frozenset(("side", "party"))
OFFICIAL = frozenset(("GOV", "MIL", "SPY", "COP", "CVL", "LEG", "JUD"))


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
        if owned is None or (owned.reason != "pair" and not _is_of_two(owned)):
            return None
    elif ((lemma == "side" or lemma not in PAIR_WORDS) and not signs & DETERMINED and head.lower_ not in ("two", "both", "pair")) or not (
        (signs & PAIR_SIGNS and (lemma in PAIR_WORDS or phrase.role))
        or (lemma in ("side", "neighbour", "neighbor", "pair", "two") and "the" in signs)
    ):
        return None
    actors = _two_owners(scene, owner) or _last_two(scene, head)
    if lemma in SIDED:
        actors = _as_sides(scene, actors)
    elif phrase.role and (owner is not None or phrase.role.sectors[:1] not in (("GOV",), ("UNK",), ("CVL",), ("PTY",))):
        actors = tuple(
            Actor(f"{scene.directory.adjectives.get(a.country or '', a.name)} {phrase.role.word}", a.country, phrase.role.sectors, a.id)
            for a in actors
        )
    elif lemma in STATES:
        actors = tuple(Actor(scene.directory.state_name(a.country), a.country, ("GOV",)) if a.country else a for a in actors)
    return scene.mention(phrase, actors, "pair", plural=True, kind="group") if actors else None


def _two_owners(scene: Scene, owner: Token | None) -> tuple[Actor, ...]:
    owned = scene.resolve(owner) if owner is not None else None
    return owned.actors if owned is not None and _is_of_two(owned) else ()


def _last_two(scene: Scene, head: Token) -> tuple[Actor, ...]:
    """The last two sides told; in an opening that has named none, the two countries that the article is about."""
    told = scene.discourse.pair(scene.parsed.sentence_of[head.i], head.i, scene.clause_subject(head), scene.focus[:2])
    return told or _two_of_focus(scene, head.lemma_.lower())


def _is_of_two(owned: Mention) -> bool:
    """Whether the owner is two countries at once ("the two neighbours' border guards")."""
    return len({actor.country for actor in owned.actors}) == 2


def _two_of_focus(scene: Scene, lemma: str) -> tuple[Actor, ...]:
    """The two countries that the article is about, where it opens with "the two neighbours" and has named none yet."""
    if lemma not in STATES or len(scene.focus) < 2:
        return ()
    return tuple(Actor(scene.directory.state_name(code), code, ("GOV",)) for code in scene.focus[:2])


def _as_sides(scene: Scene, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The sides that persons speak for: of two countries each is its state, but for who is in arms or in opposition."""
    if len({actor.country for actor in actors}) < len(actors):
        return actors
    return tuple(
        Actor(scene.directory.state_name(a.country), a.country, ("GOV",)) if a.country and a.sectors[:1] and a.sectors[0] in OFFICIAL else a
        for a in actors
    )
