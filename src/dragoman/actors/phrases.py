"""The parts of a noun phrase that say who it is: titles, roles, nationalities, owners, names."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.actors.find import Hit
from dragoman.knowledge.actors import Directory, Role, bare

HEAD_DEPS = frozenset(
    "nsubj nsubjpass dobj pobj attr dative conj appos ROOT poss oprd npadvmod dep agent nmod ccomp advcl xcomp acl relcl parataxis".split()
)
NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
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


def is_head(token: Token) -> bool:
    """Whether the token heads a noun phrase (a nominal, or an adjective or number used as one)."""
    if token.dep_ in ("compound", "amod", "nummod", "det", "case", "punct", "aux", "advmod") and token.pos_ != "PRON":
        return False
    if token.pos_ in NOMINAL:
        return token.dep_ in HEAD_DEPS or token.dep_ in ("nmod", "meta", "intj")
    if token.pos_ == "ADJ":
        return token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "poss", "dative") or token.dep_ == "conj" and is_head(token.head)
    return token.pos_ == "DET" and token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj")


def modifiers(head: Token) -> Iterator[Token]:
    """The words before the head that belong to it directly: adjectives, compounds, titles, with what is joined to them."""
    for child in head.children:
        if child.i < head.i and child.dep_ in ("amod", "compound", "nmod", "nummod", "det", "advmod", "appos", "dep", "poss", "quantmod", "punct", "predet", "conj", "cc", "npadvmod", "intj"):
            if child.dep_ == "poss":
                continue
            yield from (word for word in child.subtree if word.i < head.i)


def read_phrase(head: Token, directory: Directory, hits: dict[int, Hit]) -> Phrase:
    """The phrase of the head, split into title or role and proper name."""
    doc = head.doc
    own = sorted({word.i for word in modifiers(head)} | {head.i})
    start = own[-1]
    while start - 1 in own:
        start -= 1
    role, role_word, role_end = _last_role(doc, start, head.i + 1, directory)
    name = _proper_name(doc, role_end if role else start, head.i + 1, hits, has_role=role is not None)
    former = any(doc[i].lower_ in FORMER or doc[i].lower_.startswith("ex-") for i in range(start, head.i + 1))
    if role and role_end <= head.i and not name and head.pos_ == "NOUN":
        role, role_word = None, ""  # "president" in "the president election plan" says nothing of the head
    return Phrase(head, start, head.i + 1, role, role_word, name, former)


def _last_role(doc, start: int, end: int, directory: Directory) -> tuple[Role | None, str, int]:  # type: ignore[no-untyped-def]
    best: tuple[Role | None, str, int] = (None, "", start)
    for i in range(end - 1, start - 1, -1):
        for length in range(min(5, i - start + 1), 0, -1):
            key = " ".join(_unit(doc[j]) for j in range(i - length + 1, i + 1) if doc[j].text != "-")
            role = directory.roles.get(key)
            if role is not None and not (length == 1 and doc[i].pos_ in ("ADJ", "VERB")):
                return role, role.word, i + 1
    return best


def _unit(token: Token) -> str:
    return bare(token.text).replace("-", " ").replace("'", " ").strip()


def _proper_name(doc, start: int, end: int, hits: dict[int, Hit], *, has_role: bool) -> str:  # type: ignore[no-untyped-def]
    words = []
    for i in range(start, end):
        token = doc[i]
        hit = hits.get(i)
        if hit and hit.best.kind == "adjective":
            words = []
            continue
        if token.pos_ == "PROPN" or token.text[:1].isupper() and i > 0 and token.pos_ != "DET" or token.text == "-" and words or token.lower_ in PARTICLE_WORDS and words:
            words.append(token)
        elif words and token.text not in ("'", "’"):
            words = []
    if not words or words[-1].i != end - 1:
        return ""
    text = doc[words[0].i : words[-1].i + 1].text
    return text


PARTICLE_WORDS = frozenset("al el bin ibn ben ould von van de da dos del la".split())
