"""Sentences with their trees, drawn by hand in treebank.tsv, and candidates and casts on them.

A tree is one word after the other, each `word/tag/dependency/head`, or `word=lemma/...` where the lemma
is not the word itself; the head is the number of a word.
"""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from spacy.tokens import Token
from tests.builders import Row, tree

from dragoman.events.attribute import Attribution
from dragoman.events.parties import Parties
from dragoman.events.syntax import Clauses
from dragoman.knowledge.codebook import load_codebook
from dragoman.model.candidate import Candidate
from dragoman.model.event import Actor
from dragoman.model.mention import Cast, Mention
from dragoman.model.parsed import Parsed

SPEECH = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "MD": "AUX", "IN": "ADP", "RP": "ADP", "DT": "DET", "PRP": "PRON", "PRP$": "PRON",
    "WP": "PRON", "WDT": "PRON", "JJ": "ADJ", "JJR": "ADJ", "RB": "ADV", "CC": "CCONJ", "CD": "NUM", "TO": "PART", "POS": "PART",
}  # fmt: skip
SAY = frozenset("say add report tell announce".split())


@cache
def _treebank() -> dict[str, str]:
    lines = Path(__file__).with_name("treebank.tsv").read_text(encoding="utf-8").splitlines()
    return {line.partition("\t")[0]: line.partition("\t")[2] for line in lines}


def grown(sentence: str) -> Parsed:
    """The sentence of the treebank with its tree; raises KeyError for one that is not there."""
    rows: list[Row] = []
    lemmas: dict[str, str] = {}
    for word in _treebank()[sentence].split(" "):
        text, tag, dependency, head = word.rsplit("/", 3)
        form, _, lemma = text.partition("=")
        lemmas[form] = lemma or (form if tag.startswith("NNP") else form.lower())
        rows.append((form, tag, _part_of_speech(tag, dependency, lemma), dependency, int(head)))
    return tree(rows, lemmas=lemmas)


def _part_of_speech(tag: str, dependency: str, lemma: str) -> str:
    if tag.startswith("VB"):
        return "AUX" if dependency in ("aux", "auxpass") or lemma == "be" else "VERB"
    if dependency == "mark":
        return "SCONJ"
    return SPEECH.get(tag, "PUNCT")


def word(parsed: Parsed, text: str) -> Token:
    """The first token with this text."""
    return next(token for token in parsed.doc if token.text == text)


def texts(tokens: Iterable[Token]) -> list[str]:
    """The words of the tokens."""
    return [token.text for token in tokens]


def act(parsed: Parsed, trigger: str, label: str, *, anchor: str | None = None, **more: Any) -> Candidate:
    """A candidate of TYPE or TYPE/mode at the word."""
    event, _, mode = label.partition("/")
    carrier = word(parsed, anchor or trigger)
    weight = more.pop("weight", 1.0)
    return Candidate(event, mode or None, word(parsed, trigger), carrier, frame=f"{trigger} R", weight=weight, **more)


NORWAY, PERU = Actor("Norway", "NOR", ("GOV",)), Actor("Peru", "PER", ("GOV",))
KNOWN = {
    "Norway": NORWAY,
    "Peru": PERU,
    "envoy": Actor("Peruvian envoy", "PER", ("GOV",)),
    "minister": Actor("Norwegian minister", "NOR", ("GOV",)),
    "TASS": Actor("TASS", "RUS", ("JRN",)),
    "It": NORWAY,
    "We": NORWAY,
}


def cast_of(parsed: Parsed, *without: str) -> Cast:
    """A cast of the words that this file knows, but for those left out."""
    cast = Cast(focus=("NOR",))
    for token in parsed.doc:
        if token.text in KNOWN and token.text not in without:
            reason = "pronoun:we" if token.text == "We" else ""
            kind = "state" if token.text in ("Norway", "Peru") else "person"
            cast.mentions[token.i] = Mention(token.i, token.i, token.i + 1, (KNOWN[token.text],), kind=kind, reason=reason)
    return cast


def attribution(parsed: Parsed, cast: Cast | None = None) -> Attribution:
    """The attribution of the sentence, with a few verbs of saying."""
    return Attribution(parsed, Clauses(parsed.doc), cast or cast_of(parsed), SAY)


def fill(candidates: Iterable[Candidate], parsed: Parsed, cast: Cast | None = None) -> None:
    """Fills the sides of the candidates, in their order, as the pipeline does."""
    cast = cast or cast_of(parsed)
    parties = Parties(parsed, Clauses(parsed.doc), cast, load_codebook(), attribution(parsed, cast))
    for candidate in candidates:
        parties.read(candidate)
        parties.settle(candidate)


def names(mentions: Iterable[Mention]) -> list[str]:
    """The names of the actors that the mentions stand for."""
    return [actor.name for mention in mentions for actor in mention.actors]
