"""Bodies and groups told again: "the group", "the ministry", "the coalition", "the nine"."""

from spacy.tokens import Token

from dragoman.actors.epithets import epithet
from dragoman.actors.phrases import Phrase, modifiers
from dragoman.actors.scene import Scene
from dragoman.actors.told import WINDOW, Told
from dragoman.actors.whose import BODIES, nations_in, owner_of, stands_alone
from dragoman.model.mention import Mention

ARMED = frozenset(("REB", "IMG", "UAF"))
NAMED_ARMED = frozenset(("REB", "IMG"))
GROUPS = frozenset(("REB", "IMG", "UAF", "PRM", "PTY", "OPP", "CRM", "NGO", "LAB", "ISM", "IGO"))
AGENCIES = frozenset(("JRN", "IGO", "NGO"))
GROUP_WORDS = frozenset("agency group movement organisation organization faction outfit party militia force body".split())
NAMED_WORDS = frozenset(
    "alliance assembly association bloc church coalition commission committee company confederation conference congress council court directorate "
    "federation "
    "forum front fund guild league mission movement observatory party service society syndicate union university watchdog".split()
)
SAME = frozenset(
    "the this that same armed militant rebel terrorist terror insurgent guerrilla islamist jihadist extremist separatist opposition criminal "
    "news state outlawed banned shadowy once very rights aid international global regional".split()
)
RULING_RANKS = frozenset("soldier general officer colonel putschist mutineer".split())
COUNTED = 30  # sentences that "the nine" still means the nine told before; as long as a role does
DEFINITE = frozenset(("the", "this", "that", "these", "those"))


def told_again(scene: Scene, phrase: Phrase) -> Mention | None:
    """The body that the phrase means again, where it says nothing of its own."""
    if phrase.name or scene.doc[phrase.start].lower_ not in DEFINITE:
        return None
    return _named_again(scene, phrase) or _group_again(scene, phrase) or epithet(scene, phrase)


def _named_again(scene: Scene, phrase: Phrase) -> Mention | None:
    """`the coalition`: the last body that has the word in its name ("Coalition of Patriots for Change")."""
    head = phrase.head
    word = head.lemma_.lower()
    if word not in NAMED_WORDS or head.tag_ == "NNS" or head.i - phrase.start != 1 or nations_in(scene, phrase) or owner_of(head) is not None:
        return None
    for entry in sorted(scene.discourse.told, key=lambda entry: -entry.token):
        if entry.token < head.i and _has_in_name(entry, word):
            return scene.mention(phrase, entry.mention.actors, "name again", kind=entry.mention.kind)
    return None


def _has_in_name(entry: Told, word: str) -> bool:
    mention = entry.mention
    if len(mention.actors) != 1 or not mention.direct or mention.kind in ("person", "pronoun"):
        return False
    return word.capitalize() in mention.actors[0].name.split()[:6] and len(mention.actors[0].name.split()) > 1


def _group_again(scene: Scene, phrase: Phrase) -> Mention | None:
    """`the group`, `the agency`: the last one told."""
    head = phrase.head
    if head.lemma_.lower() not in GROUP_WORDS or not stands_alone(scene, phrase):
        return None
    if any(word.lower_ not in SAME for word in modifiers(head)):
        return None  # "the electoral body" says what it is itself
    sectors = AGENCIES if head.lemma_ == "agency" else GROUPS
    group = scene.discourse.of_sector(sectors, scene.parsed.sentence_of[head.i], head.i)
    return scene.mention(phrase, group.actors, "group again") if group is not None else None


def role_again(scene: Scene, phrase: Phrase) -> Mention | None:
    """`the ministry`, `the bloc`: the last one of that role, where the article has one."""
    first = scene.doc[phrase.start]
    if phrase.role is None or not (first.lower_ in ("the", "this", "that", "both") or _is_all_of_them(first)):
        return None
    sentence = scene.parsed.sentence_of[phrase.head.i]
    if phrase.role.sectors[:1] and phrase.role.sectors[0] in BODIES:
        return _last_body(scene, phrase, sentence)
    plural = phrase.head.tag_ in ("NNS", "NNPS")
    rulers = _rulers_again(scene, phrase, sentence) if plural else None
    if rulers is not None:
        return rulers
    if phrase.role.kind == "crowd" or phrase.role.sectors[:1] == ("COP",):
        return None
    if phrase.role_word in ("head of state", "head of government"):
        return None
    if phrase.role.sectors[0] in ARMED:
        named = scene.discourse.of_sector(NAMED_ARMED, sentence, phrase.head.i)  # "the gunmen" of a group that the text names are the group's
        return named or scene.discourse.of_sector(ARMED, sentence, phrase.head.i)
    again = scene.discourse.same_role(phrase.role_word, sentence, phrase.head.i, plural=plural)
    if again is not None and phrase.role.kind != "person" and again.actors[0].sectors[:1] != phrase.role.sectors[:1]:
        return None  # "the army" is not the "Liberation Army" of the rebels
    elsewhere = scene.said.get(sentence)  # "In Astana, the foreign ministry" is not the one told before
    if again is not None and elsewhere and again.kind != "person" and again.actors[0].country not in (None, elsewhere):
        return None
    return again


def _is_all_of_them(first: Token) -> bool:
    """`all seven gunmen`: everybody of a number that is known."""
    return first.lower_ == "all" and first.i + 1 < len(first.doc) and first.doc[first.i + 1].pos_ == "NUM"


def _rulers_again(scene: Scene, phrase: Phrase, sentence: int) -> Mention | None:
    """`the soldiers`, `the generals`, after a junta: those who rule, where no other soldiers were told since."""
    if phrase.role_word not in RULING_RANKS or not stands_alone(scene, phrase) or phrase.head.i - phrase.start != 1:
        return None
    for entry in sorted(scene.discourse.told, key=lambda entry: -entry.token):
        if entry.token >= phrase.head.i or sentence - entry.sentence > WINDOW * 2 or not entry.mention.direct:
            continue
        if {"GOV", "MIL"} <= set(entry.mention.actors[0].sectors[:2]):
            return entry.mention
        if entry.mention.actors[0].sectors[:1] in (("MIL",), ("COP",)) and entry.mention.reason != "pronoun":
            return None
    return None


def _last_body(scene: Scene, phrase: Phrase, sentence: int) -> Mention | None:
    wanted = phrase.role.sectors[0] if phrase.role else ""
    for entry in scene.discourse.recent(sentence, 12):
        if entry.token < phrase.head.i and any(actor.sectors[:1] == (wanted,) for actor in entry.mention.actors):
            return entry.mention
    return None


def counted_again(scene: Scene, phrase: Phrase) -> Mention | None:
    """`the nine`, `the four`: those who were counted so before."""
    head = phrase.head
    before = scene.doc[head.i - 1] if head.i else None
    if head.pos_ != "NUM" or before is None or before.lower_ not in ("the", "all", "those", "these"):
        return None
    number, sentence = head.lower_, scene.parsed.sentence_of[head.i]
    for entry in sorted(scene.discourse.told, key=lambda entry: -entry.token):
        if entry.token < head.i and sentence - entry.sentence <= COUNTED and _is_counted(scene, entry, number, scene.doc[entry.token]):
            return scene.mention(phrase, entry.mention.actors, "count again", plural=True, kind=entry.mention.kind)
    return None


def _is_counted(scene: Scene, entry: Told, number: str, head: Token) -> bool:
    """Whether the mention's own phrase has the number before its noun."""
    if head.pos_ == "NUM" or entry.mention.kind == "pronoun":
        return entry.mention.reason == "contained" and head.lower_ == number
    return any(scene.doc[i].lower_ == number for i in range(max(entry.mention.start - 2, 0), head.i))
