"""Several named at once: "the foreign ministers, Ann Berg and Luis Rojas", each of their own country."""

from collections.abc import Iterable

from spacy.tokens import Token

from dragoman.actors.names import actor_of
from dragoman.actors.phrases import Phrase, read_phrase
from dragoman.actors.scene import Scene
from dragoman.knowledge.actors import bare
from dragoman.model.event import Actor


def names_listed(phrase: Phrase) -> list[Token]:
    """The heads of two or more names put beside a plural noun; empty where there are fewer."""
    head = phrase.head
    if head.tag_ not in ("NNS", "NNPS") or phrase.name:
        return []
    first = next((child for child in head.children if child.dep_ == "appos" and child.pos_ == "PROPN" and child.i > head.i), None)
    names = [] if first is None else [first]
    while names and (joined := next((c for c in names[-1].children if c.dep_ == "conj" and c.pos_ == "PROPN"), None)) is not None:
        names.append(joined)
    return names if len(names) > 1 else []


def actors_listed(scene: Scene, names: Iterable[Token], sectors: tuple[str, ...], countries: Iterable[str | None]) -> tuple[Actor, ...]:
    """An actor for each name: whom the tables or the article know, else one of the sectors, of a country that is not taken yet."""
    heads = list(names)
    known = {name.i: _known(scene, name) for name in heads}
    taken = {actor.country for actor in known.values() if actor is not None}
    free = [country for country in dict.fromkeys(countries) if country and country not in taken]
    actors = []
    for name in heads:
        actor = known[name.i]
        if actor is None:
            country = free.pop(0) if free else next(iter(taken), None)
            actor = Actor(_name_of(scene, name), country, sectors)
        actors.append(actor)
    return tuple(actors)


def _known(scene: Scene, name: Token) -> Actor | None:
    hit = scene.hits.get(name.i)
    if hit is not None and hit.best.kind in ("official", "surname"):
        return actor_of(scene, hit.best, read_phrase(name, scene.directory, scene.hits))
    earlier = scene.people.get(bare(_name_of(scene, name)))
    return earlier.actors[0] if earlier is not None and earlier.actors else None


def _name_of(scene: Scene, name: Token) -> str:
    phrase = read_phrase(name, scene.directory, scene.hits)
    return phrase.name or name.text
