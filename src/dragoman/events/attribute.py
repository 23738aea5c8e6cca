"""According to whom: the chain of speakers that the text names for a claim, outermost first."""

from spacy.tokens import Token

from dragoman.events.syntax import Clauses, is_parted
from dragoman.model.mention import Cast, Mention
from dragoman.model.parsed import Parsed

CARRIERS = frozenset("carry quote cite publish broadcast release issue report obtain see".split())


class Attribution:
    """Finds the speakers of a word's claim in one article."""

    def __init__(self, parsed: Parsed, clauses: Clauses, cast: Cast, say: frozenset[str]) -> None:
        self.parsed, self.clauses, self.cast, self.say = parsed, clauses, cast, say

    def speakers(self, token: Token) -> list[Token]:
        """The heads of the speakers named for the claim that the word stands in, outermost first."""
        chain: list[Token] = []
        node = token
        for _ in range(25):
            chain[:0] = [speaker for speaker in self._beside(node) if speaker not in chain]
            parent = node.head
            if parent.i == node.i:
                break
            if self._introduces(parent, node):
                chain[:0] = [speaker for speaker in self._subjects(parent) if speaker not in chain]
                chain[:0] = [medium for medium in self._carriers(parent) if medium not in chain]
            node = parent
        if not chain and self.parsed.quoted[token.i]:
            chain = self._running(token)
        return chain

    def _introduces(self, verb: Token, clause: Token) -> bool:
        """Whether the clause is what the verb of saying says."""
        if verb.lemma_ in ("quote", "cite") and clause.dep_ == "prep" and clause.lower_ == "as":
            return True
        if verb.lemma_ not in self.say or clause.dep_ not in ("ccomp", "xcomp", "dep", "advcl", "parataxis", "conj"):
            return False
        if is_parted(verb, clause):
            return False
        if clause.dep_ in ("ccomp", "xcomp", "dep") or _is_put_in(verb, clause):
            return True
        return self.parsed.quoted[clause.i] and not self.parsed.quoted[verb.i]

    def _beside(self, node: Token) -> list[Token]:
        """Speakers told in passing: ", the minister said,", "according to the agency"."""
        found: list[Token] = []
        for child in node.children:
            if child.dep_ == "prep" and child.lower_ == "according":
                found += [noun for to in child.children for noun in to.children if noun.dep_ == "pobj"]
            elif child.dep_ in ("parataxis", "advcl", "ccomp") and child.lemma_ in self.say and self._is_aside(child, node):
                found += self._subjects(child)
        return found

    def _is_aside(self, verb: Token, node: Token) -> bool:
        """Whether the verb of saying is put in or after its claim, with no other claim of its own."""
        if is_parted(verb, node):
            return False
        return verb.dep_ == "parataxis" or not any(child.dep_ in ("ccomp", "xcomp", "dobj") for child in verb.children)

    def _subjects(self, verb: Token) -> list[Token]:
        node = self.clauses.node(verb)
        said = node.subjects[:1] or node.agents[:1]
        return [subject for subject in said if subject.lower_ not in ("it", "there") or subject.dep_ == "nsubj"]

    def _carriers(self, verb: Token) -> list[Token]:
        """`in a statement carried by TASS`, `quoted by the newspaper`: who passes the words on."""
        found = []
        for word in verb.subtree:
            if word.lemma_ in CARRIERS and word.tag_ == "VBN" and word.dep_ in ("acl", "advcl") and abs(word.i - verb.i) < 12:
                found += self.clauses.node(word).agents[:1]
        return found

    def _running(self, token: Token) -> list[Token]:
        """The speaker of a quote that runs over sentences: of the nearest one told in the same paragraph."""
        here = self.parsed.sentence_of[token.i]
        for number in (here, here - 1, here + 1, here - 2):
            if not 0 <= number < len(self.parsed.sentences):
                continue
            sent = self.parsed.sentences[number]
            if self.parsed.paragraph_of[sent.start] != self.parsed.paragraph_of[token.i]:
                continue
            for word in sent:
                if word.lemma_ in self.say and word.pos_ == "VERB" and not self.parsed.quoted[word.i]:
                    subjects = self._subjects(word)
                    if subjects:
                        return subjects
        return []

    def mention(self, token: Token) -> Mention:
        """The speaker as a mention; one that nobody knows keeps the words that name it."""
        known = self.cast.at(token.i)
        if known is not None and known.direct:
            return known
        start = min((child.left_edge.i for child in token.children if child.i < token.i and child.dep_ != "punct"), default=token.i)
        return Mention(token.i, start, token.i + 1, known.actors if known else (), direct=False, kind="speaker", reason="speaker")


def _is_put_in(verb: Token, clause: Token) -> bool:
    """`On Monday, he recalled, vendors struck`: a clause joined to a verb of saying by a comma alone is what it says."""
    if clause.dep_ != "conj" or not any(child.dep_ in ("nsubj", "nsubjpass") for child in clause.children):
        return False
    return not any(child.dep_ in ("cc", "ccomp", "xcomp", "dobj") for child in verb.children)
