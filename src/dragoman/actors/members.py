"""What a body or a crowd is by its members: imams' council, men in army uniform, men jailed for theft."""

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.actors.phrases import Phrase, modifiers
from dragoman.actors.scene import Scene
from dragoman.actors.whose import owner_of
from dragoman.knowledge.actors import Role, bare
from dragoman.model.event import Actor

GATHERINGS = frozenset(
    "council union association federation committee league group syndicate forum society network guild chamber confederation conference "
    "congress alliance coalition movement organisation organization club board fellowship assembly body collective cooperative".split()
)
UNIONS = frozenset(("union", "syndicate"))
CALLINGS = frozenset("REL MED EDU JRN BUS AGR LAB REF SOC".split())
PLAIN = frozenset("man woman person people boy youth youngster individual figure attacker assailant member passenger".split())
FORCES = frozenset("REB IMG UAF PRM MIL COP SPY CRM".split())
DRESS = frozenset("uniform fatigue fatigues camouflage vest jacket helmet mask balaclava hood".split())
ARMY = frozenset("army military federal government combat soldier camouflage".split())
CONVICTED = frozenset("jail convict imprison sentence".split())
CRIMES = frozenset(
    "theft debt murder fraud robbery drug smuggling trafficking rape burglary embezzlement killing manslaughter larceny forgery "
    "kidnapping extortion arson crime felony offence offense misdemeanour misdemeanor blackmail racketeering laundering".split()
)


def sectors_by_members(scene: Scene, phrase: Phrase, role: Role) -> tuple[str, ...]:
    """The sectors of those whose council, union or league it is, labour first for a union; empty where none are told."""
    word = role.word.split()[-1]
    if word not in GATHERINGS or (role.word in scene.directory.roles and " " in role.word):
        return ()
    for token in _members(phrase):
        found = _calling(scene, token)
        if found:
            return _with_labour(word, token, found)
    return ()


def sectors_by_name(scene: Scene, phrase: Phrase) -> tuple[str, ...]:
    """The sectors of a gathering whose own name tells its members: "League of Teachers"; empty where it does not."""
    words = [scene.doc[i] for i in range(phrase.start, phrase.end)]
    gathering = next((word.lemma_.lower() for word in words if word.lemma_.lower() in GATHERINGS), None)
    called = [(word, _calling(scene, word)) for word in words] if gathering else []
    return next((_with_labour(gathering or "", word, sectors) for word, sectors in called if sectors), ())


def _with_labour(gathering: str, member: Token, sectors: tuple[str, ...]) -> tuple[str, ...]:
    """Labour first for a union or syndicate of those who work, which pupils and students do not."""
    works = gathering in UNIONS and member.lower_.rstrip("s") not in ("student", "pupil")
    return tuple(dict.fromkeys(("LAB", *sectors))) if works else sectors


def _members(phrase: Phrase) -> Iterator[Token]:
    """The words that may name the members: the possessor, what stands before the word, and the phrase with "of"."""
    head = phrase.head
    owner = owner_of(head)
    if owner is not None:
        yield owner
    yield from sorted((word for word in modifiers(head) if word.pos_ in ("NOUN", "PROPN")), key=lambda word: -word.i)
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ in ("of", "for"):
            yield from (noun for noun in child.children if noun.dep_ == "pobj")


def _calling(scene: Scene, token: Token) -> tuple[str, ...]:
    """The sectors of a plural noun of people or houses that share a calling ("imams", "churches")."""
    role = scene.directory.roles.get(bare(token.text))
    plural = token.tag_ in ("NNS", "NNPS") or (role is not None and role.plural)
    return role.sectors if role is not None and plural and role.sectors[:1] and role.sectors[0] in CALLINGS else ()


def marked(scene: Scene, phrase: Phrase) -> Actor | tuple[str, ...]:
    """What sets plain people apart: the force whose signs they wear, its sectors, or a crime; empty where nothing does."""
    head = phrase.head
    if head.lemma_.lower() not in PLAIN or phrase.name:
        return ()
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ == "in":
            dress = next((noun for noun in child.children if noun.dep_ == "pobj" and noun.lemma_.lower() in DRESS), None)
            if dress is not None:
                return _by_dress(dress)
        if child.dep_ in ("acl", "relcl") or (child.dep_ == "prep" and child.lower_ in ("of", "from")):
            found = _by_clause(scene, child)
            if found:
                return found
    return ()


def _by_dress(dress: Token) -> tuple[str, ...]:
    words = {word.lemma_.lower() for word in dress.subtree}
    if "police" in words:
        return ("COP",)
    return ("MIL",) if words & ARMY else ("UAF",)


def _by_clause(scene: Scene, node: Token) -> Actor | tuple[str, ...]:
    """`wearing FARC armbands`, `loyal to the junta`, `convicted of fraud`: a force or a crime told in the clause itself."""
    if node.lemma_ in CONVICTED and {word.lemma_.lower() for word in node.subtree} & CRIMES:
        return ("CRM",)
    if node.dep_ != "prep" and node.lemma_ not in SIGNS:
        return ()
    for child in node.children:
        mention = scene.resolve(child) if child.dep_ in ("dobj", "pobj") else None
        if mention is not None and mention.actors and mention.actors[0].sectors[:1] and mention.actors[0].sectors[0] in FORCES:
            return mention.actors[0]
    return ()


SIGNS = frozenset("wear belong fight carry claim wield represent".split())


def band_of(scene: Scene, phrase: Phrase) -> tuple[str, ...]:
    """The sectors of a named body that no table has, by the fighters it has ("rebels of the Front for Justice")."""
    head = phrase.head
    if not phrase.name or head.dep_ != "pobj" or head.head.lower_ not in ("of", "from"):
        return ()
    role = scene.directory.roles.get(bare(head.head.head.text))
    return role.sectors if role is not None and role.kind == "person" and role.sectors[:1] and role.sectors[0] in ("REB", "IMG", "PRM") else ()
