"""One record for one passage: acts told only inside another act, and rivals for the same words, give way."""

from spacy.tokens import Token

from dragoman.events.syntax import is_parted
from dragoman.model.candidate import Candidate

SPEECH = frozenset(("ACCUSE", "REQUEST", "REJECT", "THREATEN", "AGREE", "SUPPORT", "CONCEDE"))
OWN_CLAUSE = frozenset(("relcl", "advcl", "parataxis"))
THREATS = frozenset(("THREATEN", "PROTEST", "COERCE", "ASSAULT", "SANCTION"))
TOLL = frozenset("kill wound injure maim leave claim hurt".split())


def silence(candidates: list[Candidate]) -> None:
    """Drops the candidates that another one of the same words or around them makes superfluous."""
    for candidate in candidates:
        if candidate.kept and _only_names(candidate.trigger):
            candidate.drop("words of naming or asking")
    kept = [c for c in candidates if c.kept]
    _same_clause(kept)
    _tolls(kept)
    _purposes(kept)
    for outer in kept:
        if outer.kept and outer.event in SPEECH:
            for inner in kept:
                if inner.kept and inner is not outer and _told_inside(inner.trigger, outer.anchor):
                    inner.drop(f"told inside {outer.event}")
                    if outer.event == "THREATEN" and inner.event in THREATS:
                        outer.flags = outer.flags - {"need"}  # what is threatened is said, so that it is no mere warning


def _only_names(trigger: Token) -> bool:
    """`what he called a massacre` names, and a question tells nothing."""
    if trigger.lemma_ in ("call", "describe", "term", "see", "say") and any(child.lower_ == "what" for child in trigger.children):
        return True
    sentence = trigger.sent
    return any(token.text == "?" for token in sentence[-2:])


def _same_clause(kept: list[Candidate]) -> None:
    """Of candidates carried by one verb the most specific stays, but for a noun with sides of its own."""
    by_anchor: dict[int, list[Candidate]] = {}
    for candidate in kept:
        by_anchor.setdefault(candidate.anchor.i, []).append(candidate)
        for word in candidate.words:
            if word.i != candidate.anchor.i and word.pos_ in ("NOUN", "PROPN"):
                by_anchor.setdefault(word.i, []).append(candidate)
    for rivals in by_anchor.values():
        best = max(rivals, key=lambda c: (c.weight + 0.5 * bool(c.recipients) - 1.5 * _is_nobodys(c.anchor), -c.trigger.i))
        for rival in rivals:
            if rival is not best and rival.kept:
                rival.drop(f"same words as {best.event}")


def _tolls(kept: list[Candidate]) -> None:
    """`struck a camp, killing nine`, `fired on the college and left eight dead`: the toll is the strike's, no act of its own."""
    strikes = {c.anchor.i: c for c in kept if c.kept and c.event == "ASSAULT" and c.anchor.lemma_.lower() not in TOLL}
    for candidate in kept:
        anchor = candidate.anchor
        strike = strikes.get(anchor.head.i)
        if (
            candidate.kept
            and strike is not None
            and strike is not candidate
            and candidate.event == "ASSAULT"
            and anchor.lemma_.lower() in TOLL
            and anchor.dep_ in ("advcl", "conj", "xcomp")
            and not any(child.dep_ == "nsubj" for child in anchor.children)
        ):
            candidate.drop("the toll of ASSAULT")


def _purposes(kept: list[Candidate]) -> None:
    """`provided millions to support the refugees`: what help is given for is no second act."""
    helped = {c.anchor.i for c in kept if c.kept and c.event == "AID"}
    for candidate in kept:
        anchor = candidate.anchor
        if candidate.kept and candidate.event == "SUPPORT" and _is_purpose(anchor) and helped & {above.i for above in anchor.ancestors}:
            candidate.drop("the purpose of AID")


def _is_purpose(anchor: Token) -> bool:
    return anchor.dep_ in ("advcl", "xcomp", "acl", "relcl") and any(child.dep_ == "aux" and child.lower_ == "to" for child in anchor.children)


def _is_nobodys(anchor: Token) -> bool:
    """Whether the word is a participle that names nobody who did it ("a letter sent on Monday")."""
    return anchor.dep_ == "acl" and anchor.tag_ == "VBN" and not any(child.dep_ == "agent" for child in anchor.children)


def _told_inside(token: Token, anchor: Token) -> bool:
    """Whether the word stands in the complement or object of the anchor, in no clause of its own."""
    node, edges = token, []
    for _ in range(20):
        if node.i == anchor.i:
            break
        if node.head.i == node.i:
            return False
        edges.append(node.dep_)
        node = node.head
    if node.i != anchor.i or not edges or is_parted(token, anchor):
        return False
    return not OWN_CLAUSE & set(edges) and edges[-1] not in ("conj", "nsubj", "nsubjpass", "dep")
