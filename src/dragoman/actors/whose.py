"""Whose: the country or body that a phrase belongs to, by what stands before it, after it or around it."""

from spacy.tokens import Token

from dragoman.actors.find import NATION_KINDS, Hit
from dragoman.actors.phrases import Phrase, modifiers, read_phrase
from dragoman.actors.scene import Scene
from dragoman.model.event import Actor

LOCALS = frozenset(("CVL", "COP", "OPP", "LAB", "MED", "EDU", "AGR", "REL", "BUS", "JRN", "SOC", "CRM", "UAF", "REF"))
ENVOYS = frozenset("ambassador envoy chargé consul attaché diplomat high commissioner embassy nuncio".split())
BODIES = frozenset(("IGO", "NGO", "MNC", "ISM", "IMG"))


def nations_in(scene: Scene, phrase: Phrase) -> list[Actor]:
    """The countries or bodies named before the head: "Indian and Pakistani troops", "NATO-led force"."""
    found: list[Actor] = []
    name_start = phrase.end - len(phrase.name.split()) if phrase.name else phrase.head.i
    seen: set[int] = set()
    for token in sorted(modifiers(phrase.head), key=lambda word: word.i):
        hit = scene.hits.get(token.i)
        if (
            hit is None
            or hit.start in seen
            or (hit.start in phrase.role_at and hit.best.kind not in NATION_KINDS and hit.best.sectors[:1] != ("IGO",))
            or token.i > max(name_start, phrase.head.i - 1)
            or hit.end > phrase.head.i
        ):
            continue
        if _only_backs(scene, hit):
            continue
        seen.add(hit.start)
        known = hit.best
        if known.kind in ("official", "surname", "medium"):
            continue
        actor = Actor(known.name, known.country, known.sectors if known.kind not in ("adjective", "demonym") else ("GOV",))
        if not any(actor == other for other in found):
            found.append(actor)
    return found


def place_before(scene: Scene, phrase: Phrase) -> list[Actor]:
    """The country of the town or region named before the role: "Kharkiv region", "Lagos police"."""
    start = min(phrase.role_at, default=phrase.head.i)
    names = [t for t in modifiers(phrase.head) if t.i < start and t.pos_ == "PROPN" and t.ent_type_ in ("GPE", "LOC") and t.i not in scene.hits]
    if not names:
        return []
    name = scene.doc[min(t.i for t in names) : max(t.i for t in names) + 1].text
    country = scene.country_of_town(name)
    return [Actor(scene.directory.state_name(country), country, ("GOV",))] if country else []


def _only_backs(scene: Scene, hit: Hit) -> bool:
    """`Iran-backed rebels`, `a Russian-born minister`: the country stands behind them, they are not its own."""
    after = [token.lower_ for token in scene.doc[hit.end : hit.end + 2]]
    return len(after) == 2 and after[0] == "-" and after[1] in BEHIND


BEHIND = frozenset(
    "backed aligned allied born supported funded financed trained armed sponsored occupied held friendly leaning trained speaking registered "
    "flagged bound educated style brokered mediated drafted made built supplied".split()
)


def owner_of(head: Token) -> Token | None:
    """The possessor that stands before the head."""
    return next((child for child in head.children if child.dep_ == "poss"), None)


def owners_of(scene: Scene, head: Token) -> list[Actor]:
    """The actors that the possessor stands for."""
    owner = owner_of(head)
    mention = scene.resolve(owner) if owner is not None else None
    return list(mention.actors) if mention else []


def owners_after(scene: Scene, head: Token, prepositions: tuple[str, ...] = ("of", "for", "from", "in", "at", "to", "with")) -> list[Actor]:
    """The country or body in a phrase after the head: "of Uzbekistan", "for the Thai army", "in Garoua"."""
    found: list[Actor] = []
    preps = [child for child in head.children if child.dep_ == "prep"]
    preps += [joined for child in preps for joined in child.children if joined.dep_ == "conj" and joined.pos_ == "ADP"]
    for child in preps:
        if child.lower_ not in prepositions or (found and scene.doc[child.i - 1].pos_ != "CCONJ"):
            continue
        for noun in child.children:
            if noun.dep_ != "pobj":
                continue
            for place in (noun, *(c for c in noun.children if c.dep_ == "conj")):
                mention = scene.resolve(place)
                if (
                    mention
                    and mention.actors
                    and (mention.actors[0].country or (mention.actors[0].sectors[:1] and mention.actors[0].sectors[0] in BODIES))
                ):
                    found.extend(mention.actors)
    return found


def owners_around(scene: Scene, phrase: Phrase, *, named: bool = False) -> list[Actor]:
    """The country of a role that names none.

    Locals belong where the sentence is set; a named person to the article's first country unless the
    sentence is set elsewhere; an office or body to whom the paragraph was just about.
    """
    subject = scene.clause_subject(phrase.head)
    if subject is not None and len({actor.country or actor.name for actor in subject.actors}) > 1 and phrase.head.tag_ == "NNS":
        return list(subject.actors)  # "the two countries agreed to reopen embassies"
    sentence = scene.parsed.sentence_of[phrase.head.i]
    sectors = phrase.role.sectors if phrase.role else ()
    focus = next(iter(scene.focus), None)
    setting = scene.setting.get(sentence)
    same_paragraph = (
        sentence > 0 and scene.parsed.paragraph_of[scene.parsed.sentences[sentence - 1].start] == scene.parsed.paragraph_of[phrase.head.i]
    )
    told = scene.discourse.country(sentence, phrase.head.i, window=1 if same_paragraph else 0)
    if told != focus and phrase.head.dep_ not in ("nsubj", "nsubjpass") and _is_foreign_subject(scene, phrase.head, told):
        told = setting or focus
    if (bool(sectors) and sectors[0] in LOCALS) or named or (phrase.role is not None and phrase.role_word.startswith("head of ")):
        country = setting or scene.home or focus or told
    else:
        country = told or setting or focus
    return [Actor(scene.directory.state_name(country), country, ("GOV",))] if country else []


def _is_foreign_subject(scene: Scene, token: Token, country: str | None) -> bool:
    """Whether the country is that of the clause's subject, a guest in the story: "the embassy praised the rescuers"."""
    subject = scene.clause_subject(token)
    return subject is not None and any(actor.country == country for actor in subject.actors)


def sent_by(scene: Scene, phrase: Phrase) -> list[Actor]:
    """An envoy whose country is not told is of the side that the clause's subject is not."""
    if phrase.role is None or phrase.role_word.split()[-1] not in ENVOYS or phrase.head.dep_ not in ("dobj", "pobj", "nsubjpass", "dative"):
        return []
    subject = scene.clause_subject(phrase.head)
    if subject is None or len(subject.actors) != 1:
        return []
    sentence = scene.parsed.sentence_of[phrase.head.i]
    other = scene.discourse.other_than([a.country for a in subject.actors], sentence, phrase.head.i, window=8, among=scene.focus)
    return list(other.actors[:1]) if other else []


def apposition(scene: Scene, head: Token) -> Phrase | None:
    """The phrase put beside the head: the name of a role, or the role of a name."""
    beside = [child for child in head.children if child.dep_ == "appos"]
    for child in sorted(beside, key=lambda child: not _is_known_person(scene, child)):  # "the Founder, President of the Republic, X"
        if child.pos_ in ("PROPN", "NOUN", "NUM") and child.ent_type_ not in ("DATE", "TIME"):
            twin = child
            if child.lower_ in ("one", "two") or child.pos_ == "NUM":
                inner = [n for p in child.children if p.dep_ == "prep" and p.lower_ == "of" for n in p.children if n.dep_ == "pobj"]
                twin = inner[0] if inner else child
            return read_phrase(twin, scene.directory, scene.hits)
    return None


def _is_known_person(scene: Scene, token: Token) -> bool:
    hit = scene.hits.get(token.i)
    return hit is not None and hit.best.kind in ("official", "surname")


def stands_alone(scene: Scene, phrase: Phrase) -> bool:
    """Whether the noun stands alone: of no country, no owner, no place."""
    head = phrase.head
    return not nations_in(scene, phrase) and not owners_after(scene, head) and owner_of(head) is None
