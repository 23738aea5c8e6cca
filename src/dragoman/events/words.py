"""Lexical features: what the words around a trigger and its parties say, by name."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Span, Token

LONGEST_PATH = 6
COMMON = frozenset("be have do the a an of to in on and or that".split())


def features(sentence: Span, trigger: Token | None, actors: Iterable[Token], recipients: Iterable[Token]) -> tuple[str, ...]:
    """The features of a candidate: its trigger with its company, the paths to its parties, the words of the sentence."""
    found: list[str] = []
    if trigger is not None:
        found += _around(trigger)
    anchor = trigger if trigger is not None else sentence.root
    for name, tokens in (("actor", actors), ("recipient", recipients)):
        for token in list(tokens)[:2]:
            found += _path(name, token, anchor)
    found += [f"word={token.lemma_.lower()}" for token in sentence if token.is_alpha and token.lemma_.lower() not in COMMON]
    return tuple(dict.fromkeys(found))


def _around(trigger: Token) -> Iterator[str]:
    lemma = trigger.lemma_.lower()
    yield f"trigger={lemma}"
    yield f"trigger-pos={trigger.pos_}"
    for child in trigger.children:
        word = child.lemma_.lower()
        if child.dep_ in ("dobj", "prt", "prep", "aux", "neg", "nsubjpass", "xcomp", "ccomp", "acomp", "attr", "compound", "amod", "agent"):
            yield f"{child.dep_}={word}"
            yield f"trigger+{child.dep_}={lemma}+{word}"
        if child.dep_ == "prep":
            yield from (f"pobj={noun.lemma_.lower()}" for noun in child.children if noun.dep_ == "pobj")
    if trigger.head.i != trigger.i:
        yield f"head={trigger.head.lemma_.lower()}:{trigger.dep_}"


def _path(name: str, token: Token, anchor: Token) -> Iterator[str]:
    """The words and links on the way from a party up to the anchor, or to what they hang on in common."""
    above = {anchor.i: 0}
    node, steps = anchor, 0
    while node.head.i != node.i and steps < LONGEST_PATH:
        node, steps = node.head, steps + 1
        above[node.i] = steps
    links: list[str] = []
    node, steps = token, 0
    while node.i not in above and node.head.i != node.i and steps < LONGEST_PATH:
        links.append(f"{node.dep_}")
        if node.pos_ in ("VERB", "ADP", "NOUN") and steps:
            yield f"{name}-way={node.lemma_.lower()}"
        node, steps = node.head, steps + 1
    yield f"{name}-path={'/'.join(links[:4])}^{above.get(node.i, 9)}"
    yield f"{name}-meets={node.lemma_.lower()}"
