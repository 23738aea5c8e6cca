"""Who is subject, object and complement of a word, whatever the construction it stands in.

Passives, relatives, participles, control, coordination and light verbs are undone here, so that the
frames of the codebook can be written once, in the active voice.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

OBJECT_CONTROL = frozenset(
    "ask urge order tell force persuade allow permit let help make invite press push advise want require "
    "authorise authorize instruct compel oblige beg beseech encourage enable warn command direct expect get".split()
)
INTO = frozenset("engage enter go be participate resort come subject bring put place embark".split())  # "engaged in talks", "went on strike"
RELATIVE = frozenset(("WDT", "WP", "WP$"))
ADVERBIAL = frozenset(("prt", "advmod", "acomp", "oprd", "npadvmod", "attr", "intj"))


@dataclass(slots=True)
class Node:
    """The dependents of one word, by what they are to it in meaning; tokens in text order.

    `subjects` act, `objects` undergo, whatever the voice; `phrases` are (preposition, its object),
    those of the objects included; `complements` are clauses and infinitives.
    """

    token: Token
    passive: bool = False
    subjects: list[Token] = field(default_factory=list)
    objects: list[Token] = field(default_factory=list)
    datives: list[Token] = field(default_factory=list)
    agents: list[Token] = field(default_factory=list)
    phrases: list[tuple[str, Token]] = field(default_factory=list)
    gerunds: list[tuple[str, Token]] = field(default_factory=list)
    adverbs: list[Token] = field(default_factory=list)
    complements: list[Token] = field(default_factory=list)


class Clauses:
    """The nodes of a document, each made when first asked for."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self._nodes: dict[int, Node] = {}
        self._surface: dict[int, list[Token]] = {}

    def node(self, token: Token) -> Node:
        """The node of a verb, noun or adjective."""
        node = self._nodes.get(token.i)
        if node is None:
            node = self._nodes[token.i] = self._build(token)
        return node

    def surface_subjects(self, token: Token) -> list[Token]:
        """The subject of the verb as it stands (of a passive: what undergoes), inherited where it is understood."""
        if token.i not in self._surface:
            self._surface[token.i] = []  # a loop in a broken parse ends here
            self._surface[token.i] = self._find_surface(token)
        return self._surface[token.i]

    def _find_surface(self, token: Token) -> list[Token]:
        own = [child for child in token.children if child.dep_ in ("nsubj", "nsubjpass", "expl")]
        if own:
            return [self._antecedent(child, token) for child in own]
        dep, head = token.dep_, token.head
        clausal = [noun for child in token.children if child.dep_ == "csubj" for noun in child.children if noun.dep_ == "nsubj"]
        if clausal:
            return clausal  # "growers belonging to the League have refused", read as a clause
        if dep == "advcl" and (mistaken := _after_conjunction(token)):
            return [mistaken]
        owner = next((child for child in head.children if child.dep_ == "poss"), None)
        if dep == "acl" and owner is not None and _is_bare(token):
            return [owner]  # "Norway's decision to expel the envoy"
        if dep in ("acl", "relcl"):
            return [head] if head.pos_ != "VERB" else self.surface_subjects(head)
        if dep == "xcomp" or (dep == "ccomp" and _is_bare(token)):
            return self._controller(token)
        if dep in ("conj", "advcl", "dep", "ccomp", "parataxis") and head.pos_ in ("VERB", "AUX", "ADJ"):
            return self.surface_subjects(head)
        if dep == "pcomp":
            return self._of_gerund(head)
        return []

    def _antecedent(self, child: Token, verb: Token) -> Token:
        if child.tag_ in RELATIVE or (child.lower_ == "that" and child.pos_ == "PRON"):
            node = verb
            while node.dep_ in ("conj", "ccomp", "xcomp") and node.head.i != node.i:
                node = node.head
            if node.dep_ in ("relcl", "acl") and node.head.i < child.i:
                return node.head
        return child

    def _controller(self, token: Token) -> list[Token]:
        matrix = token.head
        if matrix.lemma_ in OBJECT_CONTROL or (matrix.pos_ == "VERB" and matrix.lemma_ == "call"):
            objects = [c for c in matrix.children if c.dep_ in ("dobj", "dative") and c.i < token.i]
            on = [p for c in matrix.children if c.dep_ == "prep" and c.lower_ in ("on", "upon") for p in c.children if p.dep_ == "pobj"]
            if objects or on:
                return objects or on
        return self.surface_subjects(matrix)

    def _of_gerund(self, preposition: Token) -> list[Token]:
        anchor = preposition.head
        if anchor.pos_ in ("VERB", "AUX"):
            objects = [c for c in anchor.children if c.dep_ == "dobj" and c.i < preposition.i]
            return (
                objects
                if anchor.lemma_ in ("accuse", "suspect", "stop", "prevent", "ban", "bar", "keep", "quote", "cite") and objects
                else self.surface_subjects(anchor)
            )
        owners = [c for c in anchor.children if c.dep_ == "poss"]
        if owners:
            return owners
        if anchor.dep_ == "dobj" and anchor.head.pos_ == "VERB":
            return self.surface_subjects(anchor.head)
        return []

    def _build(self, token: Token) -> Node:
        node = Node(token, passive=_is_passive(token))
        for child in token.children:
            self._place(child, node)
        if token.pos_ in ("VERB", "AUX"):
            self._settle_voice(node)
            self._share_objects(node)
            self._take_phrases_of_objects(node)
        return node

    def _place(self, child: Token, node: Node) -> None:
        dep = child.dep_
        if dep in ("dobj", "attr", "oprd"):
            node.objects.append(self._antecedent(child, node.token))
        elif dep == "dative":
            node.datives.extend(pobj for pobj in child.children if pobj.dep_ == "pobj") if child.pos_ == "ADP" else node.datives.append(child)
            if child.pos_ == "ADP":
                node.phrases.extend((child.lower_, pobj) for pobj in child.children if pobj.dep_ == "pobj")
        elif dep == "agent":
            node.agents.extend(pobj for pobj in child.children if pobj.dep_ == "pobj")
            node.gerunds.extend(("by", verb) for verb in child.children if verb.dep_ == "pcomp")
        elif dep == "prep":
            self._place_phrase(child, node)
        elif (
            dep in ("xcomp", "ccomp")
            or (dep == "advcl" and any(aux.lower_ == "to" for aux in child.children if aux.dep_ == "aux"))
            or (dep in ("acl", "relcl") and node.token.pos_ == "NOUN" and _is_bare(child))
        ):
            node.complements.append(child)
            if node.passive:  # "were let go by the rebels": the agent hangs on the inner verb
                node.agents += [noun for by in child.children if by.lower_ == "by" for noun in by.children if noun.dep_ == "pobj"]
        if dep in ADVERBIAL:
            node.adverbs.append(child)

    def _place_phrase(self, child: Token, node: Node) -> None:
        node.adverbs.append(child)
        names = (child.lower_,) if child.head.dep_ != "prep" else (child.lower_, child.head.lower_)
        for inner in child.children:
            if inner.dep_ == "pobj":
                node.phrases.extend((name, inner) for name in names)
            elif inner.dep_ == "pcomp":
                node.gerunds.extend((name, inner) for name in names)
            elif inner.dep_ == "prep":
                self._place_phrase(inner, node)

    def _settle_voice(self, node: Node) -> None:
        token = node.token
        surface = self.surface_subjects(token)
        if node.passive:
            node.objects = surface + node.objects
            node.subjects = node.agents
        else:
            node.subjects = surface
            if token.dep_ == "relcl" and not node.objects and token.head not in surface and token.head.pos_ != "VERB":
                node.objects = [token.head]

    def _share_objects(self, node: Node) -> None:
        """`attacked and looted the town`: the first verb has the second's object when it has none."""
        if node.passive or node.objects or node.datives:
            return
        for child in node.token.children:
            if child.dep_ == "conj" and child.pos_ == "VERB" and not _is_passive(child) and child.i - node.token.i <= 3:
                node.objects.extend(c for c in child.children if c.dep_ == "dobj")

    def _take_phrases_of_objects(self, node: Node) -> None:
        """A phrase after the object may hang on either; both readings are offered."""
        for noun in [joined for top in node.objects for joined in conjuncts(top)]:
            if noun.i < node.token.i and not node.passive:
                continue
            for child in noun.children:
                if child.dep_ == "prep":
                    before = len(node.adverbs)
                    self._place_phrase(child, node)
                    del node.adverbs[before:]
                elif child.dep_ in ("acl", "relcl") and _is_bare(child):
                    node.complements.append(child)


def _after_conjunction(verb: Token) -> Token | None:
    """The subject that the parser took for the object of "as" or "after": "as the union staged a walkout"."""
    for child in verb.head.children:
        if child.dep_ == "prep" and child.lower_ in ("as", "after", "before", "since", "until", "while") and child.i < verb.i:
            noun = next((c for c in child.children if c.dep_ == "pobj"), None)
            if noun is not None and 0 < verb.left_edge.i - noun.right_edge.i <= 2:
                return noun
    return None


def _is_bare(token: Token) -> bool:
    """Whether the verb is an infinitive with `to`."""
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in token.children)


def _is_passive(token: Token) -> bool:
    if token.pos_ not in ("VERB", "AUX"):
        return False
    for child in token.children:
        if child.dep_ in ("auxpass", "nsubjpass", "agent"):
            return True
        if child.dep_ in ("nsubj", "dobj", "aux") and child.lower_ != "to":
            return False
    if token.tag_ != "VBN":
        return False
    if token.dep_ in ("acl", "relcl", "amod", "advcl"):
        return True
    return token.dep_ == "conj" and _is_passive(token.head)


def is_parted(token: Token, anchor: Token) -> bool:
    """Whether a semicolon stands between the two words, so that neither is told inside the other."""
    first, last = sorted((token.i, anchor.i))
    return any(word.text == ";" for word in token.doc[first:last])


def conjuncts(token: Token) -> Iterator[Token]:
    """The token and what is coordinated with it, in text order."""
    yield token
    for child in token.children:
        if child.dep_ == "conj" and child.pos_ != "VERB":
            yield from conjuncts(child)


def light_verb(noun: Token, light: frozenset[str]) -> Token | None:
    """The verb that carries an event noun ("paid a visit", "talks were held"), if it is one of `light`."""
    for child in noun.children:  # "the curfew that the government imposed", "a request filed by Helsinki"
        if child.dep_ in ("relcl", "acl") and child.lemma_ in light and child.pos_ == "VERB" and child.tag_ != "VBG":
            return child
    node = noun
    while node.dep_ == "conj" and node.head.pos_ in ("NOUN", "PROPN"):
        node = node.head
    head = node.head
    if head.pos_ in ("VERB", "AUX") and node.dep_ in ("dobj", "nsubjpass", "nsubj", "attr") and head.lemma_ in light:
        return head
    if node.dep_ == "pobj" and head.dep_ == "prep" and head.head.pos_ in ("VERB", "AUX") and head.head.lemma_ in INTO:
        return head.head
    return None
