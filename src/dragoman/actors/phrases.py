"""The parts of a noun phrase that say who it is: titles, roles, nationalities, owners, names."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from dragoman.actors.find import Hit
from dragoman.knowledge.actors import Directory, Role, bare

HEAD_DEPS = frozenset(
    "nsubj nsubjpass dobj pobj attr dative conj appos ROOT poss oprd npadvmod dep agent nmod ccomp advcl xcomp acl relcl parataxis".split()
)
NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
OUSTED = frozenset(("ousted", "deposed", "toppled", "overthrown"))
NO_TITLES = frozenset("national democrat liberal patriot citizen youth labor labour native veteran".split())  # first words of bodies' names
FORMER = frozenset(("former", "ex", "erstwhile", "ousted", "deposed", "toppled", "exiled", "late", "retired", "one-time", "onetime"))


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase without its post-modifiers: tokens `start` to `head`, its role word and its proper name."""

    head: Token
    start: int
    end: int
    role: Role | None
    role_word: str
    name: str
    former: bool
    role_at: range = range(0)


def is_ousted(phrase: Phrase) -> bool:
    """Whether the phrase tells of a leader driven out, whom the day of it still counts as in office."""
    return any(phrase.head.doc[i].lower_ in OUSTED for i in range(phrase.start, phrase.head.i))


def is_head(token: Token) -> bool:
    """Whether the token heads a noun phrase (a nominal, or an adjective or number used as one)."""
    if token.dep_ in ("compound", "amod", "nummod", "det", "case", "punct", "aux", "advmod") and token.pos_ != "PRON":
        return False
    if token.pos_ in NOMINAL:
        return token.dep_ in HEAD_DEPS or token.dep_ in ("nmod", "meta", "intj")
    if token.pos_ == "ADJ":
        return token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "poss", "dative") or (token.dep_ == "conj" and is_head(token.head))
    return token.pos_ == "DET" and token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj")


def modifiers(head: Token) -> Iterator[Token]:
    """The words before the head that belong to it directly: adjectives, compounds, titles, with what is joined to them."""
    for child in head.children:
        if child.i < head.i and child.dep_ in (
            "amod",
            "compound",
            "nmod",
            "nummod",
            "det",
            "advmod",
            "appos",
            "dep",
            "poss",
            "quantmod",
            "punct",
            "predet",
            "conj",
            "cc",
            "npadvmod",
            "intj",
        ):
            if child.dep_ == "poss":
                continue
            yield from (word for word in child.subtree if word.i < head.i)


def read_phrase(head: Token, directory: Directory, hits: dict[int, Hit]) -> Phrase:
    """The phrase of the head, split into title or role and proper name.

    An entity that the parser calls an organisation is one name, "of" phrases included; a person's
    name is what follows the title.
    """
    doc = head.doc
    own = sorted({word.i for word in modifiers(head)} | {head.i})
    start = own[-1]
    while start - 1 in own:
        start -= 1
    end = head.i + 1
    former = any(doc[i].lower_ in FORMER or doc[i].lower_.startswith("ex-") for i in range(start, end))
    entity = _entity(head)
    if entity is not None and head.head.i != head.i and entity[0] <= head.head.i < entity[1] and head.dep_ in ("poss", "pobj"):
        entity = None  # the farmers in "Farmers' Party" are not the party
    if head.pos_ == "PROPN" and entity is not None and doc[entity[0]].ent_type_ == "ORG" and not _is_titled_person(head, start, directory):
        first, end = entity
        start = min(start, first)
        first += doc[first].pos_ == "DET"
        role, word, _, _ = _last_role(doc, start, min(end, head.i + 1), directory)
        return Phrase(head, start, end, role, word, doc[first:end].text if end > first else "", former)
    role, role_word, role_start, role_end = _last_role(doc, start, end, directory)
    longer = _role_beyond(doc, head, directory)
    if longer is not None:
        role, role_word, end = longer
        return Phrase(head, start, end, role, role_word, "", former)
    name = _proper_name(doc, role_end if role else start, end, hits)
    if role and role_end <= head.i and not name and head.pos_ in ("NOUN", "PROPN"):
        role, role_word = None, ""  # "president" in "the president election plan" says nothing of the head
    return Phrase(head, start, end, role, role_word, name, former, range(role_start, role_end) if role else range(0))


def _entity(head: Token) -> tuple[int, int] | None:
    """The tokens of the named entity that holds the head."""
    if not head.ent_type_:
        return None
    doc, start, end = head.doc, head.i, head.i + 1
    while start > 0 and doc[start].ent_iob_ == "I":
        start -= 1
    while end < len(doc) and doc[end].ent_iob_ == "I":
        end += 1
    if doc[end - 1].tag_ == "POS":
        end -= 1
    return start, end


def _is_titled_person(head: Token, start: int, directory: Directory) -> bool:
    """Whether a title of persons stands before the name, which the parser took for a body's."""
    role, _, _, role_end = _last_role(head.doc, start, head.i, directory)
    return role is not None and role.kind == "person" and role_end <= head.i and not role.plural and role.word not in NO_TITLES


def _role_beyond(doc: Doc, head: Token, directory: Directory) -> tuple[Role, str, int] | None:
    """A role that runs on after its head: "head of state", "chief of staff"."""
    if head.i + 2 >= len(doc) or doc[head.i + 1].lower_ not in ("of", "for"):
        return None
    for end in (head.i + 4, head.i + 3):
        if end <= len(doc):
            key = " ".join(_unit(doc[j]) for j in range(head.i, end))
            role = directory.roles.get(key)
            if role is not None:
                return role, role.word, end
    return None


def _last_role(doc: Doc, start: int, end: int, directory: Directory) -> tuple[Role | None, str, int, int]:
    for i in range(end - 1, start - 1, -1):
        for length in range(min(5, i - start + 1), 0, -1):
            key = " ".join(_unit(doc[j]) for j in range(i - length + 1, i + 1) if doc[j].text != "-")
            role = directory.roles.get(key)
            if role is not None and not (length == 1 and doc[i].pos_ in ("ADJ", "VERB")):
                return role, role.word, i - length + 1, i + 1
    return None, "", start, start


def _unit(token: Token) -> str:
    return bare(token.text).replace("-", " ").replace("'", " ").strip()


def _proper_name(doc: Doc, start: int, end: int, hits: dict[int, Hit]) -> str:
    words: list[Token] = []
    for i in range(start, end):
        token = doc[i]
        hit = hits.get(i)
        if hit and hit.best.kind == "adjective":
            words = []
        elif (
            token.pos_ == "PROPN"
            or (token.text[:1].isupper() and token.pos_ not in ("DET", "PRON") and not token.is_sent_start)
            or (words and (token.text == "-" or token.lower_ in PARTICLE_WORDS))
        ):
            words.append(token)
        elif words:
            words = []
    while words and words[0].lower_.rstrip(".") in COURTESY:
        words = words[1:]
    if not words or words[-1].i != end - 1:
        return ""
    return doc[words[0].i : words[-1].i + 1].text


COURTESY = frozenset(
    "mr mrs ms miss mx dr sir dame lord lady "
    "rev reverend sheikh sheik shaikh prof gen col lt maj capt sgt hon madam mme ayatollah hojjatoleslam imam fr msgr".split()
)
PARTICLE_WORDS = frozenset("al el bin ibn ben ould von van de da dos del la".split())
