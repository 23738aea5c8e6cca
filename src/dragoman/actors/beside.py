"""Names beside a role: "the bloc, ECOWAS", "the Islamic State group", "the heads of the two services, A and B"."""

from dataclasses import replace

from dragoman.actors.find import NATION_KINDS
from dragoman.actors.in_role import sectors_in_role
from dragoman.actors.listed import actors_listed, names_listed
from dragoman.actors.names import actor_of, kind_of
from dragoman.actors.phrases import Phrase
from dragoman.actors.scene import Scene
from dragoman.actors.whose import nations_in, owners_after, owners_around, owners_of
from dragoman.model.event import Actor
from dragoman.model.mention import Mention


def town_with_title(scene: Scene, phrase: Phrase) -> Mention | None:
    """`Khan Younis`, `Sheikh Zuweid`: a town whose name begins like a person's."""
    if not phrase.name or phrase.role is None or phrase.role.kind != "person" or phrase.head.dep_ != "pobj":
        return None
    country = scene.country_of_town(scene.doc[phrase.role_at.start : phrase.end].text) if phrase.role_at else None
    if country is None or country not in scene.focus:
        return None
    return scene.mention(phrase, (Actor(scene.directory.state_name(country), country, ("GOV",)),), "place", kind="place")


def listed(scene: Scene, phrase: Phrase) -> Mention | None:
    """`the heads of the two services, A and B`: the persons named, each with the role."""
    names = names_listed(phrase) if phrase.role is not None and phrase.role.kind == "person" else []
    if not names or phrase.role is None:
        return None
    head = phrase.head
    owners = nations_in(scene, phrase) or owners_of(scene, head) or owners_after(scene, head) or owners_around(scene, phrase, named=True)
    sectors = sectors_in_role(phrase, phrase.role, owners[0] if owners else None)
    actors = actors_listed(scene, names, sectors, (*(owner.country for owner in owners), *scene.focus[:2]))
    mention = scene.mention(phrase, actors, f"listed:{phrase.role.word}", plural=True, kind="person")
    for actor in actors:
        scene.register(actor.name, replace(mention, actors=(actor,), plural=False), actor.country)
    return mention


def named_after(scene: Scene, phrase: Phrase, twin: Phrase) -> Mention | None:
    """`the bloc, ECOWAS`: a known name put beside the word for what it is."""
    hit = scene.hits.get(twin.head.i)
    if hit is not None and hit.best.kind == "medium" and hit.best.country not in scene.focus:
        return None  # "the media regulator, the CNC" is no news site of another country
    if hit is None or hit.best.kind in ("adjective", "demonym") or (phrase.role is None and hit.best.kind in NATION_KINDS):
        return None
    return scene.mention(phrase, (actor_of(scene, hit.best, twin),), "apposition:known", kind=kind_of(hit.best, twin.head))


def named_body(scene: Scene, phrase: Phrase) -> Mention | None:
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
