"""The slots of a frame: which mentions stand where its actor and its recipient should."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from dragoman.events.given import given_to, is_given
from dragoman.events.own import is_own
from dragoman.events.syntax import Clauses, Node, conjuncts
from dragoman.model.candidate import Candidate
from dragoman.model.mention import Cast, Mention

TOWARDS = ("against", "to", "with", "on", "upon", "at", "toward", "towards", "from", "for", "over", "of", "between", "among")
PLACE_OK = frozenset(("to", "into", "on", "against", "for", "toward", "towards", "with", "from"))


SUFFERED = frozenset("against on upon at to".split())  # "condemned the attack on X" blames somebody else than X
NOWHERE = frozenset("in at near during after before since until inside outside around".split())  # phrases that place or date a noun
BORNE = frozenset(("AID", "ASSAULT", "COERCE"))
FORCEFUL = frozenset(("ASSAULT", "COERCE", "MOBILIZE"))


class Slots:
    """Reads the mentions at the slots of one article's candidates."""

    def __init__(self, clauses: Clauses, cast: Cast) -> None:
        self.clauses, self.cast = clauses, cast

    def actor(self, candidate: Candidate) -> list[Mention]:
        """Who stands in the actor's slot: the frame's own, else the subject, the owner or the "by" phrase."""
        return self._mentions(candidate.actors) if candidate.actors else self._default_actor(candidate)

    def recipient(self, candidate: Candidate, actor: list[Mention]) -> list[Mention]:
        """Who stands in the recipient's slot: the frame's own, that of the act inside, else the usual places."""
        blamed = candidate.event == "ACCUSE"
        asked = self._sued(candidate)
        slots = [token for token in asked if not is_given(token, self.cast, candidate.event)]
        helped = [m for token in asked if token not in slots and (m := given_to(token, self.cast)) is not None]
        found = helped or [m for m in self._mentions(slots, deep=True, blamed=blamed) if m.kind != "pronoun" or not is_own(m, actor)]
        if not found and candidate.inner and candidate.event != "REQUEST":
            found = [m for act in candidate.inner for m in self._mentions(act.recipients, deep=True) if not is_own(m, actor)]
        return found or self._default_recipient(candidate, actor)

    def _sued(self, candidate: Candidate) -> list[Token]:
        """The slot's own tokens; of an accusation laid before a court, whom it is against."""
        if candidate.event == "REQUEST":
            return [token for token in candidate.recipients if not self._is_let_go(token, candidate)]
        if candidate.event != "ACCUSE":
            return candidate.recipients
        nodes = [self.clauses.node(word) for word in dict.fromkeys((candidate.trigger, candidate.anchor))]
        against = [noun for node in nodes for name, noun in node.phrases if name == "against" and self.cast.at(noun.i) is not None]
        return against[:1] or candidate.recipients

    def _is_let_go(self, token: Token, candidate: Candidate) -> bool:
        """`demanded that the doctor be freed`: whom the demand is about, and not to whom it is put."""
        return token.dep_ == "nsubjpass" and token.head.i not in (candidate.anchor.i, candidate.trigger.i)

    def _mentions(self, tokens: Iterable[Token], *, deep: bool = False, blamed: bool = False) -> list[Mention]:
        found: list[Mention] = []
        for token in tokens:
            mention = self.cast.at(token.i)
            if mention is not None and mention.actors:
                found.append(mention)
            elif deep:
                found.extend(self._within(token, blamed=blamed))
        return found

    def _within(self, token: Token, depth: int = 2, *, blamed: bool = False) -> list[Mention]:
        """Parties named inside a phrase that is none itself: "the extradition of the banker to Peru"."""
        for child in token.children:
            if child.dep_ in ("acl", "relcl") and depth == 2:
                found = self._mentions(noun for noun in self.clauses.node(child).subjects if noun.i != token.i)
                if found:
                    return found
            if child.dep_ != "prep" or depth == 0 or child.lower_ in NOWHERE or (blamed and child.lower_ in SUFFERED):
                continue
            for noun in child.children:
                if noun.dep_ == "pobj":
                    found = self._mentions(conjuncts(noun)) or self._within(noun, depth - 1, blamed=blamed)
                    if found:
                        return found
        return []

    def _default_actor(self, candidate: Candidate) -> list[Mention]:
        trigger, anchor = candidate.trigger, candidate.anchor
        found: list[Mention] = []
        if trigger.pos_ in ("NOUN", "PROPN"):
            found = self._noun_actor(candidate)
            if found or trigger.i == anchor.i:
                return found
        node = self.clauses.node(anchor)
        moved = candidate.event in ("MOBILIZE", "PROTEST") and node.passive and not node.agents
        for subject in node.objects[:1] if moved else node.subjects:  # "two battalions were moved": the moved act
            if subject.i == trigger.i:
                continue
            found.extend(
                self._mentions((_of_phrase(noun, self.cast) for noun in conjuncts(subject)), deep=subject.pos_ == "NOUN" and subject.i < anchor.i)
            )
        return found

    def _noun_actor(self, candidate: Candidate) -> list[Mention]:
        noun = candidate.trigger
        taken = {token.i for token in candidate.recipients}
        owners = [child for child in noun.children if child.dep_ == "poss" and child.i not in taken]
        if owners:
            return self._mentions(conjuncts(owners[0]))
        by = [token for name, token in self.clauses.node(noun).phrases if name in ("by", "between", "among") and token.i not in taken]
        by += self.clauses.node(noun).agents
        if by:
            return self._mentions(conjuncts(by[0]), deep=True)
        own = self.cast.at(noun.i)
        if own is not None and not own.direct and own.start < noun.i:
            return [own]
        of = [token for name, token in self.clauses.node(noun).phrases if name == "of" and token.i not in taken]
        found = self._mentions(conjuncts(of[0])) if of and noun.i == candidate.anchor.i else []
        return found or (self._governing_subject(noun) if noun.i == candidate.anchor.i else [])

    def _governing_subject(self, noun: Token) -> list[Mention]:
        """`was full of praise`, `walked out in protest`: the subject of the clause that the noun completes."""
        node = noun
        while node.dep_ in ("pobj", "prep", "acomp", "attr", "oprd", "conj") and node.head.i != node.i:
            node = node.head
            if node.pos_ in ("VERB", "AUX"):
                return self._mentions(s for subject in self.clauses.node(node).subjects for s in conjuncts(subject) if s.i != noun.i)
        return []

    def _default_recipient(self, candidate: Candidate, actor: list[Mention]) -> list[Mention]:
        if candidate.complements:
            asked = self._in_complement(candidate, actor)
            if asked:
                return asked
        nodes = [self.clauses.node(candidate.trigger)]
        if candidate.anchor.i != candidate.trigger.i:
            nodes.append(self.clauses.node(candidate.anchor))
        taken = {mention.head for mention in actor} | {candidate.trigger.i}
        for node in nodes:
            for name, noun in _places(node):
                if noun.i not in taken and not is_given(noun, self.cast, candidate.event):
                    found = [m for m in self._mentions(conjuncts(noun), deep=True) if self._may_undergo(m, name, actor, taken)]
                    if found:
                        return found
        return self._in_complement(candidate, actor) or self._where(candidate, actor)

    def _where(self, candidate: Candidate, actor: list[Mention]) -> list[Mention]:
        """`the region where Ankara sent aircraft`: the place that the relative clause is about, for what is borne there."""
        verb = candidate.anchor
        if candidate.event not in BORNE or verb.dep_ != "relcl" or not any(child.lower_ == "where" for child in verb.children):
            return []
        return [m for m in self._mentions([verb.head]) if not is_own(m, actor)]

    def _may_undergo(self, mention: Mention, preposition: str, actor: list[Mention], taken: set[int]) -> bool:
        """Whether the mention can be the recipient: no mere place, and not the actor again."""
        if mention.kind == "place" and preposition and preposition not in PLACE_OK:
            return False
        if preposition == "on" and all(actor.sectors[:1] == ("MNC",) for actor in mention.actors):
            return False  # "wrote on Telegram"
        return mention.head not in taken and not is_own(mention, actor)

    def _in_complement(self, candidate: Candidate, actor: list[Mention]) -> list[Mention]:
        """`demanded that Yerevan rewrite`, `promised to open the port to its neighbour`."""
        tops = candidate.complements
        if not tops and candidate.event in FORCEFUL:  # "fired tear gas to disperse the march"
            tops = self.clauses.node(candidate.anchor).complements
        for verb in (joined for top in tops for joined in (top, *(c for c in top.children if c.dep_ == "conj"))):
            node = self.clauses.node(verb)
            undergoes = node.passive and candidate.event == "REQUEST"  # "demanded that the doctor be let go" asks nothing of him
            surface = [] if undergoes else [s for s in self.clauses.surface_subjects(verb) if s.i not in {m.head for m in actor}]
            objects = () if undergoes else node.objects
            for noun in (*surface, *node.agents, *node.datives, *objects, *(noun for name, noun in node.phrases if name in TOWARDS)):
                found = [m for m in self._mentions(conjuncts(noun), deep=True) if not is_own(m, actor)]
                if found:
                    return found
        return []


def _places(node: Node) -> Iterator[tuple[str, Token]]:
    """Where a recipient may stand, nearest first: objects, then phrases with their prepositions."""
    yield from (("", noun) for noun in (*node.datives, *node.objects))
    yield from ((name, noun) for name, noun in node.phrases if name in TOWARDS)


def _of_phrase(noun: Token, cast: Cast) -> Token:
    """`a judge in Brussels, who charged them`: a relative clause that the parser hung on the place is the judge's."""
    mention = cast.at(noun.i)
    if mention is not None and mention.kind == "place" and noun.dep_ == "pobj" and noun.head.head.pos_ == "NOUN":
        return noun.head.head
    return noun
