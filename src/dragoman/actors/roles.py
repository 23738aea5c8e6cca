"""Roles: "Foreign Minister X", "its foreign ministry", "the insurgents", with the country they act for."""

from dataclasses import replace

from dragoman.actors.find import NATION_KINDS
from dragoman.actors.names import actor_of, kind_of
from dragoman.actors.phrases import Phrase
from dragoman.actors.scene import Scene
from dragoman.actors.whose import BODIES, apposition, nations_in, owner_of, owners_after, owners_around, owners_of, place_before, sent_by
from dragoman.knowledge.actors import Role
from dragoman.model.event import Actor
from dragoman.model.mention import Mention

ARMED = frozenset(("REB", "IMG", "UAF"))
GROUPS = frozenset(("REB", "IMG", "UAF", "PRM", "PTY", "OPP", "CRM", "NGO", "LAB", "ISM", "IGO"))
AGENCIES = frozenset(("JRN", "IGO", "NGO"))
GROUP_WORDS = frozenset("agency group movement organisation organization faction outfit party militia force body".split())


OFFICES = frozenset(("GOV", "LEG", "MIL", "SPY", "JUD", "COP"))
COLLECTIVE = {"person": "people", "man": "men", "woman": "women", "child": "children"}
OF_BODIES = frozenset(
    "spokesman spokeswoman spokesperson chairman chairwoman chair chief head director leader member official representative source "
    "negotiator envoy delegate deputy secretary commander figure".split()
) | {"secretary general", "secretary-general", "general secretary"}


def titled(scene: Scene, phrase: Phrase) -> Mention | None:
    """A role with or without a name: "Foreign Minister Jeenbek Kulubaev", "its foreign ministry", "police"."""
    twin = apposition(scene, phrase.head)
    if twin is not None and not phrase.name:
        named = _named_after(scene, phrase, twin)
        if named is not None:
            return named
        if twin.role is not None and twin.name:
            phrase = replace(phrase, role=twin.role, role_word=twin.role_word, name="", former=phrase.former or twin.former)
    return _group_again(scene, phrase) or _by_role(scene, phrase, twin)


def _named_after(scene: Scene, phrase: Phrase, twin: Phrase) -> Mention | None:
    """`the bloc, ECOWAS`: a known name put beside the word for what it is."""
    hit = scene.hits.get(twin.head.i)
    if hit is not None and hit.best.kind == "medium" and hit.best.country not in scene.focus:
        return None  # "the media regulator, the CNC" is no news site of another country
    if hit is None or hit.best.kind in ("adjective", "demonym") or (phrase.role is None and hit.best.kind in NATION_KINDS):
        return None
    return scene.mention(phrase, (actor_of(scene, hit.best, twin),), "apposition:known", kind=kind_of(hit.best, twin.head))


def _group_again(scene: Scene, phrase: Phrase) -> Mention | None:
    """`the group`, `the agency`: the last one told, where the phrase says nothing of its own."""
    head = phrase.head
    if head.lemma_.lower() not in GROUP_WORDS or phrase.name or scene.doc[phrase.start].lower_ not in ("the", "this"):
        return None
    if nations_in(scene, phrase) or owners_after(scene, head) or owner_of(head) is not None:
        return None
    sectors = AGENCIES if head.lemma_ == "agency" else GROUPS
    group = scene.discourse.of_sector(sectors, scene.parsed.sentence_of[head.i], head.i)
    return scene.mention(phrase, group.actors, "group again") if group is not None else None


def _by_role(scene: Scene, phrase: Phrase, twin: Phrase | None) -> Mention | None:
    twin_role = twin.role if twin is not None else None
    role = phrase.role
    if role is not None and role.sectors[:1] == ("UNK",) and not phrase.name and twin_role is None:
        role = None
    if phrase.name and twin is not None and twin_role is not None and (role is None or role.sectors[:1] in (("CVL",), ("UNK",))):
        return _named_by_role(scene, phrase, twin)
    if role is None:
        return None
    return _named_body(scene, phrase) or _with_country(scene, phrase, twin, role)


def _with_country(scene: Scene, phrase: Phrase, twin: Phrase | None, role: Role) -> Mention:
    """The role with whom it acts for: told in the phrase, told before, or understood."""
    head = phrase.head
    kind = "person" if role.kind == "person" else "body"
    name = phrase.name or (twin.name if twin is not None else "")
    nations = nations_in(scene, phrase) or owners_of(scene, head) or ([] if phrase.end > head.i + 1 else owners_after(scene, head))
    nations = nations or place_before(scene, phrase)
    if not nations and twin is not None:
        nations = nations_in(scene, twin) or owners_after(scene, twin.head)
    again = None if nations or name or owner_of(head) is not None else _role_again(scene, phrase)
    if again is not None:
        return scene.mention(phrase, again.actors, "role again", plural=again.plural, kind=kind if kind == "person" else again.kind)
    owners = nations or sent_by(scene, phrase) or owners_around(scene, phrase, named=bool(name))
    actors = tuple(_from_role(scene, phrase, name, owner) for owner in owners) or (_from_role(scene, phrase, name, None),)
    mention = scene.mention(phrase, actors, f"role:{role.word}", plural=role.plural or head.tag_ in ("NNS", "NNPS"), kind=kind)
    if name:
        scene.register(name, mention, actors[0].country)
    return mention


def _named_body(scene: Scene, phrase: Phrase) -> Mention | None:
    """`the Islamic State group`, `the Jaish-e-Mohammad movement`: the name stands before the word for what it is."""
    if phrase.role is None or phrase.role.kind not in ("body", "group") or phrase.head.i == 0:
        return None
    hit = scene.hits.get(phrase.head.i - 1)
    if hit is None or hit.best.kind in NATION_KINDS or hit.best.kind in ("official", "surname") or phrase.role.sectors[:1] == ("GOV",):
        return None
    if phrase.head.lemma_.lower() not in (
        "group",
        "movement",
        "party",
        "organisation",
        "organization",
        "bloc",
        "union",
        "agency",
        "alliance",
        "network",
        "militia",
        "front",
        "body",
        "force",
    ):
        return None
    return scene.mention(phrase, (actor_of(scene, hit.best, phrase),), f"known:{hit.best.kind}")


def _named_by_role(scene: Scene, phrase: Phrase, twin: Phrase) -> Mention | None:
    """`Artur Melkumian, one of its deputies`: the name first, the role after."""
    if twin.role is None:
        return None
    owners = (
        nations_in(scene, phrase)
        or nations_in(scene, twin)
        or owners_after(scene, twin.head)
        or owners_of(scene, twin.head)
        or owners_around(scene, twin, named=True)
    )
    actor = _from_role(scene, twin, phrase.name, owners[0] if owners else None)
    mention = scene.mention(phrase, (actor,), f"apposition:{twin.role.word}", kind="person" if twin.role.kind == "person" else "body")
    scene.register(phrase.name, mention, actor.country)
    return mention


def _from_role(scene: Scene, phrase: Phrase, name: str, owner: Actor | None) -> Actor:
    role = phrase.role
    assert role is not None
    sectors = _sectors_of(phrase, role, owner)
    country = owner.country if owner else None
    if owner is not None and country is None and owner.sectors[:1] and owner.sectors[0] in BODIES:
        extra = tuple(sector for sector in sectors if sector in ("COP", "MIL", "JUD", "EUR"))
        return Actor(name or owner.name, None, tuple(dict.fromkeys((*owner.sectors, *extra))))
    if not name:
        name = (
            f"{scene.directory.adjectives.get(country, country)} {COLLECTIVE.get(role.word, role.word)}"
            if country
            else phrase.head.doc[phrase.start : phrase.end].text
        )
    return Actor(name, country, sectors)


def _sectors_of(phrase: Phrase, role: Role, owner: Actor | None) -> tuple[str, ...]:
    """The role's own sectors; who has left office is of the elites, and who speaks for a body is of the body's."""
    if phrase.former and role.kind == "person" and role.sectors[:1] and role.sectors[0] in OFFICES:
        return ("ELI",)
    body = owner.sectors[:1] if owner is not None else ()
    if (role.word in OF_BODIES or role.word.split()[-1] in OF_BODIES) and body and body[0] not in ("GOV", "UNK"):
        return owner.sectors if owner is not None else role.sectors
    return role.sectors


def _role_again(scene: Scene, phrase: Phrase) -> Mention | None:
    """`the ministry`, `the bloc`: the last one of that role, where the article has one."""
    if scene.doc[phrase.start].lower_ not in ("the", "this", "that", "both") or phrase.role is None:
        return None
    sentence = scene.parsed.sentence_of[phrase.head.i]
    if phrase.role.sectors[:1] and phrase.role.sectors[0] in BODIES:
        return _last_body(scene, phrase, sentence)
    if phrase.role.kind == "crowd" or phrase.role.sectors[:1] == ("COP",):
        return None
    if phrase.role_word in ("head of state", "head of government"):
        return None
    if phrase.role.sectors[0] in ARMED:
        return scene.discourse.of_sector(ARMED, sentence, phrase.head.i)
    plural = phrase.head.tag_ in ("NNS", "NNPS")
    again = scene.discourse.same_role(phrase.role_word, sentence, phrase.head.i, plural=plural)
    elsewhere = scene.said.get(sentence)  # "In Astana, the foreign ministry" is not the one told before
    if again is not None and elsewhere and again.kind != "person" and again.actors[0].country not in (None, elsewhere):
        return None
    return again


def _last_body(scene: Scene, phrase: Phrase, sentence: int) -> Mention | None:
    wanted = phrase.role.sectors[0] if phrase.role else ""
    for entry in scene.discourse.recent(sentence, 12):
        if entry.token < phrase.head.i and any(actor.sectors[:1] == (wanted,) for actor in entry.mention.actors):
            return entry.mention
    return None
