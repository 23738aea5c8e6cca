"""Roles: "Foreign Minister X", "its foreign ministry", "the insurgents", with the country they act for."""

from dataclasses import replace

from dragoman.actors.again import role_again, told_again
from dragoman.actors.beside import listed, named_after, named_body, town_with_title
from dragoman.actors.in_role import OF_BODIES, actor_in_role
from dragoman.actors.phrases import Phrase
from dragoman.actors.scene import Scene
from dragoman.actors.whose import apposition, nations_in, owner_of, owners_after, owners_around, owners_of, place_before, sent_by
from dragoman.knowledge.actors import Role
from dragoman.model.event import Actor
from dragoman.model.mention import Mention

SIGNED = frozenset("sign ink initial draft adopt ratify countersign exchange".split())
DETERMINERS = frozenset("the both these those all its their his her our".split())


def titled(scene: Scene, phrase: Phrase) -> Mention | None:
    """A role with or without a name: "Foreign Minister Jeenbek Kulubaev", "its foreign ministry", "police"."""
    special = town_with_title(scene, phrase) or listed(scene, phrase)
    if special is not None:
        return special
    twin = apposition(scene, phrase.head)
    if twin is not None and not phrase.name:
        named = named_after(scene, phrase, twin)
        if named is not None:
            return named
        if twin.role is not None and twin.name:
            phrase = replace(phrase, role=twin.role, role_word=twin.role_word, name="", former=phrase.former or twin.former)
    return told_again(scene, phrase) or _by_role(scene, phrase, twin)


def _by_role(scene: Scene, phrase: Phrase, twin: Phrase | None) -> Mention | None:
    twin_role = twin.role if twin is not None else None
    role = phrase.role
    if role is not None and role.word == "side" and phrase.head.tag_ == "NNS" and scene.doc[phrase.start].lower_ not in DETERMINERS:
        role = None  # "shelled from two sides"
    if role is not None and role.word == "paper" and phrase.head.dep_ in ("nsubjpass", "dobj") and phrase.head.head.lemma_ in SIGNED:
        return None  # a paper that is signed is no newspaper
    if role is not None and role.sectors[:1] == ("UNK",) and not phrase.name and twin_role is None:
        again = role_again(scene, phrase)  # "the chiefs" after "the hereditary chiefs"
        if again is not None:
            return scene.mention(phrase, again.actors, "role again", plural=again.plural, kind=again.kind)
        role = None
    if phrase.name and twin is not None and twin_role is not None and (role is None or role.sectors[:1] in (("CVL",), ("UNK",))):
        return _named_by_role(scene, phrase, twin)
    if role is None:
        return None
    return named_body(scene, phrase) or _with_country(scene, phrase, twin, role)


def _with_country(scene: Scene, phrase: Phrase, twin: Phrase | None, role: Role) -> Mention:
    """The role with whom it acts for: told in the phrase, told before, or understood."""
    head = phrase.head
    kind = "person" if role.kind == "person" else "body"
    name = phrase.name or (twin.name if twin is not None else "")
    nations = nations_in(scene, phrase) or owners_of(scene, head) or ([] if phrase.end > head.i + 1 else owners_after(scene, head))
    nations = nations or place_before(scene, phrase)
    if not nations and twin is not None:
        nations = nations_in(scene, twin) or owners_after(scene, twin.head)
    again = None if nations or name or owner_of(head) is not None else role_again(scene, phrase)
    if again is not None:
        return scene.mention(phrase, again.actors, "role again", plural=again.plural, kind=kind if kind == "person" else again.kind)
    owners = nations or sent_by(scene, phrase) or owners_around(scene, phrase, named=bool(name))
    actors = _each_for(scene, phrase, name, owners)
    mention = scene.mention(phrase, actors, f"role:{role.word}", plural=role.plural or head.tag_ in ("NNS", "NNPS"), kind=kind)
    if name:
        scene.register(name, mention, actors[0].country)
    return mention


def _each_for(scene: Scene, phrase: Phrase, name: str, owners: list[Actor]) -> tuple[Actor, ...]:
    """One actor for each owner; "negotiators of the government and of the rebels" act under the name of each."""
    countries = {owner.country for owner in owners}
    apart = phrase.role is not None and phrase.role.word in OF_BODIES and len({owner.name for owner in owners}) > len(countries)
    actors = tuple(actor_in_role(scene, phrase, name or (owner.name if apart else ""), owner) for owner in owners)
    return actors or (actor_in_role(scene, phrase, name, None),)


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
    actor = actor_in_role(scene, twin, phrase.name, owners[0] if owners else None)
    mention = scene.mention(phrase, (actor,), f"apposition:{twin.role.word}", kind="person" if twin.role.kind == "person" else "body")
    scene.register(phrase.name, mention, actor.country)
    return mention
