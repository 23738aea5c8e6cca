"""Names: those the tables know, those the article gave before, and towns."""

from datetime import timedelta

from spacy.tokens import Token

from dragoman.actors.find import NATION_KINDS, PLACE_KINDS, Hit
from dragoman.actors.phrases import Phrase, is_ousted, read_phrase
from dragoman.actors.scene import LOCATIVE, NO_PLACES, Scene
from dragoman.actors.whose import nations_in, owners_of
from dragoman.knowledge.actors import Known, bare
from dragoman.model.event import Actor
from dragoman.model.mention import Mention

HISTORICAL = timedelta(days=425)  # fourteen months, where the ontology has history begin


def explained(scene: Scene, phrase: Phrase) -> Mention | None:
    """An abbreviation or short name that the article itself explained, whatever the tables have under it."""
    earlier = scene.explained.get(phrase.name or phrase.head.text)
    return scene.mention(phrase, earlier.actors, "named before", kind=earlier.kind) if earlier is not None else None


def known(scene: Scene, phrase: Phrase) -> Mention | None:
    """A name of the tables, in the meaning that fits the day, the title before it and the article's countries."""
    head = phrase.head
    hit = scene.hits.get(head.i)
    if hit is None or hit.end <= head.i:
        return None
    known = _choose(scene, hit, phrase)
    if known is None or (known.kind == "adjective" and head.pos_ not in ("ADJ", "PROPN", "NOUN")):
        return None
    if known.kind == "surname" and phrase.name and len(phrase.name.split()) > hit.end - hit.start and not _same_person(phrase.name, known):
        return None
    owner = _other_owner(scene, known, phrase)
    if owner is not None:
        if phrase.role is not None and phrase.role_at:
            return None  # "the National Assembly" of a country that is not the table's
        return scene.mention(phrase, (Actor(known.name, owner, known.sectors),), "name of another country's", start=min(hit.start, phrase.start))
    if known.members:
        actors = tuple(Actor(scene.directory.state_name(code), code, ("GOV",)) for code in known.members)
        if known.kind == "group":
            return scene.mention(phrase, actors, "group", plural=True, kind="group")
    actor = actor_of(scene, known, phrase)
    mention = scene.mention(phrase, (actor,), f"known:{known.kind}", kind=kind_of(known, head), start=min(hit.start, phrase.start))
    if known.kind in ("official", "surname"):
        scene.register(known.name, mention, known.country)
    return mention


def _other_owner(scene: Scene, known: Known, phrase: Phrase) -> str | None:
    """The country that a common name belongs to here ("Burundi's National Intelligence Service"), if not the table's."""
    if known.kind != "agency" or known.country is None:
        return None
    told = [a.country for a in nations_in(scene, phrase) or owners_of(scene, phrase.head) if a.country]
    if told:
        return told[0] if told[0] != known.country else None
    return scene.focus[0] if scene.focus and known.country not in scene.focus else None


def _same_person(name: str, known: Known) -> bool:
    return bare(name.split(maxsplit=1)[0]) == bare(known.name.split()[0])


def kind_of(known: Known, head: Token) -> str:
    """What kind of mention the name is where it stands: person, people, place, state or body."""
    if known.kind in ("official", "surname"):
        return "person"
    if known.kind == "demonym":
        return "people"
    if known.kind in PLACE_KINDS and head.dep_ == "pobj" and head.head.lower_ in LOCATIVE and known.kind != "seat":
        return "place"
    return "state" if known.kind in NATION_KINDS else "body"


def _choose(scene: Scene, hit: Hit, phrase: Phrase) -> Known | None:
    """The meaning that fits: in force on the day, of a country the article speaks of, of the title that stands before it."""
    meanings = hit.meanings
    if len({known.name for known in meanings}) == 1:
        return meanings[0]
    if meanings[0].kind in ("state", "capital") and kind_of(meanings[0], phrase.head) != "place":
        bodies = [known for known in meanings if known.sectors[:1] == ("IGO",)]
        if bodies:
            return bodies[0]
    people = [known for known in meanings if known.kind in ("surname", "official")]
    if people and len(people) == len(meanings):
        local = [known for known in people if known.country in scene.focus and known.holds_on(scene.on)]
        office = [known for known in local or people if phrase.role_word and phrase.role_word in known.office]
        current = office or local or [known for known in people if known.holds_on(scene.on)]
        names = {known.name for known in current}
        return current[0] if current and (len(names) == 1 or office or local) else None
    return meanings[0]


def actor_of(scene: Scene, known: Known, phrase: Phrase) -> Actor:
    """The actor that a table row stands for on the article's day; who has left office is of the elites."""
    sectors = known.sectors
    if known.kind in ("official", "surname") and not known.holds_on(scene.on):
        sectors = phrase.role.sectors if phrase.role and not phrase.former else ("ELI",) if _has_left(scene, known, phrase) else known.sectors
    elif (
        known.kind == "demonym"
        and phrase.head.tag_ in ("NNS", "NNPS")
        and scene.doc[phrase.start].lower_ == "the"
        and phrase.start == phrase.head.i - 1
    ):
        sectors = ("GOV",)
    elif known.kind == "adjective":
        sectors = _shared_role(scene, phrase) or ("GOV",)
    return Actor(known.name, known.country, sectors)


def _shared_role(scene: Scene, phrase: Phrase) -> tuple[str, ...]:
    """`Kyrgyz and Tajik border guards`: the first nation shares the role of the second."""
    for child in phrase.head.children:
        if child.dep_ == "conj" and child.i > phrase.head.i:
            twin = read_phrase(child, scene.directory, scene.hits)
            return twin.role.sectors if twin.role is not None else ()
    return ()


def _has_left(scene: Scene, known: Known, phrase: Phrase) -> bool:
    if scene.on is None or known.last is None or known.last >= scene.on:
        return False
    return not is_ousted(phrase) or scene.on - known.last > HISTORICAL


def person_again(scene: Scene, phrase: Phrase) -> Mention | None:
    """A surname that the article gave in full before."""
    if not phrase.name:
        return None
    earlier = scene.people.get(bare(phrase.name)) or scene.people.get(bare(phrase.name.split()[-1]))
    if earlier is None:
        return None
    return scene.mention(phrase, earlier.actors, "named before", kind=earlier.kind)


def placed(scene: Scene, phrase: Phrase) -> Mention | None:
    """A town or region the gazetteer knows: no actor, but its country is somebody's."""
    head = phrase.head
    if head.ent_type_ not in ("GPE", "LOC", "FAC") and head.dep_ != "pobj":
        return None
    if (
        not phrase.name
        or head.pos_ != "PROPN"
        or phrase.role is not None
        or (head.ent_type_ in NO_PLACES and (head.ent_type_ != "PERSON" or " " in phrase.name))
    ):
        return None
    country = scene.country_of_town(phrase.name)
    if country is None:
        return None
    actor = Actor(scene.directory.state_name(country), country, ("GOV",))
    return scene.mention(phrase, (actor,), "place", kind="place")
