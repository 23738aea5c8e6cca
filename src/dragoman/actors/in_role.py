"""Who acts in a role: name, country and sectors by the role, its owner and its members."""

from dragoman.actors.members import band_of, marked, sectors_by_members
from dragoman.actors.phrases import Phrase, is_ousted
from dragoman.actors.scene import Scene
from dragoman.actors.whose import BODIES
from dragoman.knowledge.actors import Role
from dragoman.model.event import Actor

OFFICES = frozenset(("GOV", "LEG", "MIL", "SPY", "JUD", "COP"))
COLLECTIVE = {"person": "people", "man": "men", "woman": "women", "child": "children"}
OF_BODIES = frozenset(
    "spokesman spokeswoman spokesperson chairman chairwoman chair chief head director leader member official representative source "
    "negotiator envoy delegate deputy secretary commander figure candidate activist sympathiser sympathizer loyalist founder lawyer attorney "
    "supporter backer operative militant gunman militiaman fighter insurgent guerrilla office team staff aide entourage".split()
) | {"secretary general", "secretary-general", "general secretary"}


TITLED: dict[str, tuple[str, ...]] = {"chief": ("SOC",), "sister": ("REL",), "brother": ("REL",)}  # "Chief X" of a village, "Sister X" of an order
FOLLOWERS = frozenset("supporter backer activist sympathiser sympathizer loyalist".split())


def actor_in_role(scene: Scene, phrase: Phrase, name: str, owner: Actor | None) -> Actor:
    """The actor of the phrase's role, of the owner's country, under the name given, else one made of country and role."""
    role = phrase.role
    assert role is not None
    signs = marked(scene, phrase)
    if isinstance(signs, Actor):
        return signs
    sectors = signs or band_of(scene, phrase) or sectors_by_members(scene, phrase, role) or sectors_in_role(phrase, role, owner)
    sectors = TITLED.get(role.word, sectors) if name and role.word in TITLED else sectors
    country = owner.country if owner else None
    if owner is not None and country is None and owner.sectors[:1] and owner.sectors[0] in BODIES:
        extra = tuple(sector for sector in sectors if sector in ("COP", "MIL", "JUD", "EUR"))
        return Actor(name or owner.name, None, tuple(dict.fromkeys((*owner.sectors, *extra))))
    if name and country and (role.sectors[:1] == ("IGO",) or role.word == "coalition") and not signs:
        sectors = band_of(scene, phrase) or ("PTY",)  # an "Alliance of Democrats" of one country is a party
    if not name:
        name = (
            f"{scene.directory.adjectives.get(country, country)} {COLLECTIVE.get(role.word, role.word)}"
            if country
            else phrase.head.doc[phrase.start : phrase.end].text
        )
    return Actor(name, country, sectors)


def sectors_in_role(phrase: Phrase, role: Role, owner: Actor | None) -> tuple[str, ...]:
    """The role's own sectors; who has left office is of the elites, and who speaks for a body is of the body's."""
    if phrase.former and not is_ousted(phrase) and role.kind == "person" and role.sectors[:1] and role.sectors[0] in OFFICES:
        return ("ELI",)
    body = owner.sectors[:1] if owner is not None else ()
    if owner is not None and body and body[0] in ("REB", "IMG") and role.sectors[:1] and role.sectors[0] in ("MIL", "PRM", "SPY", "UAF"):
        return owner.sectors  # the navy of a rebel movement is the rebels'
    if role.word.split()[-1] in FOLLOWERS and body not in (("PTY",), ("OPP",), ("REB",), ("IMG",), ("LAB",)):
        return role.sectors  # a party's supporters are of the party, a person's or a cause's are civilians
    if owner is not None and role.word == "officer" and body in (("MIL",), ("SPY",)):
        return owner.sectors
    if (role.word in OF_BODIES or role.word.split()[-1] in OF_BODIES) and body and body[0] not in ("GOV", "UNK"):
        return owner.sectors if owner is not None else role.sectors
    return role.sectors
