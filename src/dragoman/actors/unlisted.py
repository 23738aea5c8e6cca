"""Names that no table has: a person or body, by its own words and by what the text says of it."""

from spacy.tokens import Token

from dragoman.actors.members import band_of, sectors_by_name
from dragoman.actors.phrases import Phrase
from dragoman.actors.scene import Scene
from dragoman.actors.whose import nations_in, owners_after, owners_around
from dragoman.model.event import Actor
from dragoman.model.mention import Mention

SIDES = frozenset(("nsubj", "nsubjpass", "dobj", "pobj", "dative", "appos", "conj", "poss", "agent", "npadvmod", "attr"))
WAYS = frozenset(
    "avenida avenue boulevard bridge road street highway motorway river lake square plaza route lane strait canal mountain mountains valley "
    "island islands airport stadium palace park beach bay hill hills crossing peninsula desert shoal reef".split()
)
BODY_WORDS = {
    "BUS": "energy corp corporation inc ltd limited llc plc gmbh holdings industries petroleum oil mining minerals resources airlines airways "
    "motors technologies pharmaceuticals steel logistics shipping electric foods breweries textiles cement timber insurance ventures telecom "
    "lithium uranium pipelines refinery mines semiconductors aerospace bank",
    "JRN": "radio tv fm television times post herald tribune gazette news daily weekly telegraph chronicle courier",
    "PTY": "democrats patriots republicans socialists liberals greens nationalists conservatives communists labour alliance rally",
    "EDU": "university polytechnic academy lyceum",
    "REL": "diocese archdiocese cathedral parish synod monastery ummah",
    "MIL": "battalion brigade regiment division corps squadron flotilla legion",
    "NGO": "watch observatory foundation amnesty",
}
SECTOR_OF = {word: sector for sector, words in BODY_WORDS.items() for word in words.split()}
TITLES = {title: sector for sector, titles in (
    ("REL", "rev reverend fr msgr imam ayatollah hojjatoleslam rabbi sister"), ("MIL", "gen col lt maj capt brig adm"), ("EDU", "prof"),
) for title in titles.split()}  # fmt: skip
MERCHANT = frozenset("tanker bulker freighter carrier ferry coaster reefer".split())
MEDICINE = frozenset("doctor physician surgeon nurse hospital clinic patient medic paediatrician pediatrician ward".split())
TRADED = frozenset("share stock profit revenue shareholder investor turnover dividend".split())
LEADING = frozenset("lead head chair command represent run found direct captain".split())


def named(scene: Scene, phrase: Phrase) -> Mention | None:
    """A proper name without a role: a person or body the tables do not know."""
    head = phrase.head
    if not phrase.name or head.pos_ != "PROPN" or _is_place(scene, phrase):
        return None
    nations = nations_in(scene, phrase) or owners_after(scene, head)
    person = head.ent_type_ in ("PERSON", "") and len(phrase.name.split()) > 1 and head.dep_ in SIDES
    people = head.dep_ == "dative" and not head.ent_type_ and scene.doc[phrase.start].lower_ == "the" and phrase.start == head.i - 1
    if not person and head.ent_type_ != "ORG" and not nations and not people:
        return None
    if not nations:
        nations = owners_around(scene, phrase, named=True)
    sectors = (
        _by_clause(scene, head)
        or _by_title(scene, phrase)
        or band_of(scene, phrase)
        or sectors_by_name(scene, phrase)
        or _by_own_words(phrase)
        or (("CVL",) if people else ("UNK",))
    )
    actor = Actor(phrase.name, nations[0].country if nations else None, sectors)
    mention = scene.mention(phrase, (actor,), "unlisted name", kind="person" if person else "body", direct=True)
    if person:
        scene.register(phrase.name, mention, actor.country)
    return mention


def _is_place(scene: Scene, phrase: Phrase) -> bool:
    """`Avenida Uruguay`, `Highway 16`, a name that things happen at: a road, a water, a town that no gazetteer has."""
    words = phrase.name.lower().split()
    if words[-1] in WAYS or words[0] in WAYS:
        return True
    head = phrase.head
    if len(words) > 1 or head.ent_type_ in ("PERSON", "NORP") or head.dep_ != "pobj":
        return False
    return head.text in scene.stayed_at


def _by_own_words(phrase: Phrase) -> tuple[str, ...]:
    """The sector that a body's own name tells: "Boreal Energy", "Radio Horizon"."""
    words = phrase.name.lower().replace(".", "").split()
    found = [SECTOR_OF[word] for word in (*reversed(words),) if word in SECTOR_OF] if len(words) > 1 else []
    return tuple(found[:1])


def _by_clause(scene: Scene, head: Token) -> tuple[str, ...]:
    """The sectors of the body that he leads or speaks for: "X, who heads the teachers' union"."""
    for clause in head.children:
        if clause.dep_ not in ("relcl", "acl"):
            continue
        if any(word.lemma_.lower() in TRADED and any(c.lower_ == "whose" for c in word.children) for word in clause.subtree):
            return ("BUS",)
        if clause.lemma_ in ("edit", "anchor"):
            return ("JRN",)
        for noun in _led(clause):
            mention = scene.resolve(noun)
            if mention is not None and mention.actors and mention.actors[0].sectors not in ((), ("UNK",)):
                return mention.actors[0].sectors
    return ()


def _by_title(scene: Scene, phrase: Phrase) -> tuple[str, ...]:
    """`Dr.` is a physician where the article speaks of medicine, a people's name ("the Ashanti") stands for the people."""
    head = phrase.head
    if head.ent_type_ == "NORP":
        return ("CVL",)
    first = head.i - len(phrase.name.split()) + 1
    before = (*(word for word in head.children if word.i < head.i), *scene.doc[max(first - 2, 0) : first])  # the parser may cut "Fr." off
    titles = {word.lower_.rstrip(".") for word in before}
    for title in titles:
        if title in TITLES:
            return (TITLES[title],)
    if titles & MERCHANT:
        return ("BUS",)
    told = sum(token.lemma_.lower() in MEDICINE for token in scene.doc) if "dr" in titles else 0
    return ("MED",) if told > 1 else ()


def _led(verb: Token) -> list[Token]:
    """What the verb says that somebody leads, or speaks for."""
    if verb.lemma_ in LEADING:
        return [child for child in verb.children if child.dep_ == "dobj"]
    if verb.lemma_ == "speak":
        return [noun for child in verb.children if child.dep_ == "prep" and child.lower_ == "for" for noun in child.children if noun.dep_ == "pobj"]
    return []
