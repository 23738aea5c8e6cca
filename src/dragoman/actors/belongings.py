"""Things that belong to somebody: "Russia's plan", "a Peruvian air force plane"."""

from itertools import pairwise

from msgspec.structs import replace

from dragoman.actors.phrases import Phrase, modifiers
from dragoman.actors.scene import Scene
from dragoman.actors.whose import nations_in, owners_after, owners_of
from dragoman.knowledge.actors import bare
from dragoman.model.mention import Mention

ARMS = frozenset(  # what only an army, a navy or a coast guard has, and acts with
    "aircraft warplane jet fighter bomber drone helicopter gunship warship frigate destroyer corvette cutter vessel submarine carrier "
    "tank artillery howitzer gun battery missile rocket mortar convoy patrol armour armor gunboat".split()
)


def belonging(scene: Scene, phrase: Phrase) -> Mention | None:
    """`Russia's plan`, `U.S. calls`, `the offer of Iran`: nobody itself, but somebody's."""
    owners = owners_of(scene, phrase.head) or nations_in(scene, phrase) or owners_after(scene, phrase.head, ("of",))
    if not owners:
        return None
    force = ("MIL",) if phrase.head.lemma_.lower() in ARMS else _force_before(scene, phrase)
    if force:
        owners = [replace(a, sectors=force) if a.sectors[:1] == ("GOV",) else a for a in owners]
    return scene.mention(phrase, tuple(owners), "belongs to", direct=False, kind="belonging")


def _force_before(scene: Scene, phrase: Phrase) -> tuple[str, ...]:
    """The sectors of the force named before a thing that is its own: "a Peruvian air force plane", "police vans"."""
    words = [bare(word.text) for word in sorted(modifiers(phrase.head), key=lambda word: word.i)]
    keys = (*(" ".join(pair) for pair in pairwise(words)), *words)
    roles = [role for role in (scene.directory.roles.get(key) for key in keys) if role is not None and role.kind != "person"]
    return next((role.sectors for role in roles if role.sectors[:1] in (("MIL",), ("COP",), ("SPY",))), ())
