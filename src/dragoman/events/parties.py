"""The sides of an event: from the slots of a frame to actors, with what the article told before."""

from collections.abc import Iterable

from spacy.tokens import Token

from dragoman.events.attribute import Attribution
from dragoman.events.syntax import Clauses, conjuncts
from dragoman.knowledge.codebook import Codebook
from dragoman.model.candidate import Candidate
from dragoman.model.event import Actor
from dragoman.model.mention import Cast, Mention
from dragoman.model.parsed import Parsed

TOWARDS = ("against", "to", "with", "on", "upon", "at", "toward", "towards", "from", "for", "over", "of", "between", "among")
PLACE_OK = frozenset(("to", "into", "on", "against", "for", "toward", "towards", "with", "from"))
SPOKEN = frozenset(("THREATEN", "REQUEST", "REJECT", "AGREE", "ACCUSE", "CONCEDE", "SUPPORT"))
MUTUAL = frozenset(("AGREE", "CONCEDE", "SUPPORT", "RETREAT"))
DEFAULT_AGENTS = {
    ("COERCE", "arrest"): ("police", ("COP",)),
    ("SANCTION", "convict"): ("court", ("JUD",)),
    ("COERCE", "curfew"): ("government", ("GOV",)),
    ("COERCE", "censor"): ("government", ("GOV",)),
    ("COERCE", "martial-law"): ("government", ("GOV",)),
    ("COERCE", "restrict"): ("government", ("GOV",)),
    ("COERCE", "deport"): ("government", ("GOV",)),
    ("ACCUSE", "investigate"): ("prosecutors", ("JUD",)),
}


def same_party(one: Actor, other: Actor) -> bool:
    """Whether two actors are the same side as far as the ledger can tell: country and, within it, name."""
    return one.name == other.name and one.country == other.country


class Parties:
    """Fills the sides of one article's candidates, in text order."""

    def __init__(self, parsed: Parsed, clauses: Clauses, cast: Cast, codebook: Codebook, attribution: Attribution) -> None:
        self.parsed, self.clauses, self.cast = parsed, clauses, cast
        self.codebook, self.attribution = codebook, attribution
        self.done: list[Candidate] = []

    def fill(self, candidate: Candidate) -> None:
        """Sets actor, recipient, speakers and reciprocity; drops a candidate without an actor or a needed recipient."""
        speakers = [self.attribution.mention(token) for token in self.attribution.speakers(candidate.anchor)]
        actor, recipient = self._slots(candidate)
        if "swap" in candidate.flags:
            actor, recipient = recipient, actor
        if "demanded" in candidate.flags:
            recipient, actor = actor, []
        candidate.actor, candidate.recipient, candidate.speakers = actor, recipient, speakers
        if speakers and any(m.reason in ("pronoun:we", "pronoun:i") and self._same_actors(m, speakers[-1]) for m in actor if speakers[-1].actors):
            candidate.speakers = speakers[:-1]  # "we will not talk" is the speaker's own act
        self._settle(candidate)
        if candidate.kept:
            self.done.append(candidate)

    # ---- slots --------------------------------------------------------------------------

    def _slots(self, candidate: Candidate) -> tuple[list[Mention], list[Mention]]:
        actor = self._mentions(candidate.actors) if candidate.actors else self._default_actor(candidate)
        if "solo" in candidate.flags or self.codebook.types[candidate.event].recipient == "none":
            return actor, []
        recipient = self._mentions(candidate.recipients, deep=True)
        if not recipient and candidate.inner and candidate.event != "REQUEST":
            recipient = [m for act in candidate.inner for m in self._mentions(act.recipients, deep=True) if not self._is_own(m, actor)]
        if not recipient:
            recipient = self._default_recipient(candidate, actor)
        return actor, recipient

    def _mentions(self, tokens: Iterable[Token], *, deep: bool = False) -> list[Mention]:
        found: list[Mention] = []
        for token in tokens:
            mention = self.cast.at(token.i)
            if mention is not None and mention.actors:
                found.append(mention)
            elif deep:
                found.extend(self._within(token))
        return found

    def _within(self, token: Token, depth: int = 2) -> list[Mention]:
        """Parties named inside a phrase that is none itself: "the extradition of the banker to Peru"."""
        for child in token.children:
            if child.dep_ in ("acl", "relcl") and depth == 2:
                found = self._mentions(noun for noun in self.clauses.node(child).subjects if noun.i != token.i)
                if found:
                    return found
            if child.dep_ != "prep" or depth == 0:
                continue
            for noun in child.children:
                if noun.dep_ == "pobj":
                    found = self._mentions(conjuncts(noun)) or self._within(noun, depth - 1)
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
        if candidate.event == "REQUEST" and candidate.complements:
            asked = self._in_complement(candidate, actor)
            if asked:
                return asked
        nodes = [self.clauses.node(candidate.trigger)]
        if candidate.anchor.i != candidate.trigger.i:
            nodes.append(self.clauses.node(candidate.anchor))
        taken = {mention.head for mention in actor}
        for node in nodes:
            for noun in (*node.datives, *node.objects):
                if noun.i in taken or noun.i == candidate.trigger.i:
                    continue
                found = self._mentions(conjuncts(noun), deep=True)
                found = [m for m in found if m.head not in taken and not self._is_own(m, actor)]
                if found:
                    return found
            for name, noun in node.phrases:
                if name in TOWARDS and noun.i not in taken:
                    found = [
                        m
                        for m in self._mentions(conjuncts(noun), deep=True)
                        if (m.kind != "place" or name in PLACE_OK) and not self._is_own(m, actor)
                    ]
                    if found:
                        return found
        return self._in_complement(candidate, actor)

    def _in_complement(self, candidate: Candidate, actor: list[Mention]) -> list[Mention]:
        """`demanded that Yerevan rewrite`, `promised to open the port to its neighbour`."""
        for verb in (joined for top in candidate.complements for joined in (top, *(c for c in top.children if c.dep_ == "conj"))):
            node = self.clauses.node(verb)
            surface = [s for s in self.clauses.surface_subjects(verb) if s.i not in {m.head for m in actor}]
            for noun in (*surface, *node.datives, *node.objects, *(noun for name, noun in node.phrases if name in TOWARDS)):
                found = [m for m in self._mentions(conjuncts(noun), deep=True) if not self._is_own(m, actor)]
                if found:
                    return found
        return []

    def _is_own(self, mention: Mention, actor: list[Mention]) -> bool:
        """Whether the mention only names the actor again ("its ambassador", "the country's own plan")."""
        mine = [a for side in actor for a in side.actors]
        if mention.direct and mention.kind not in ("state", "place"):
            return any(same_party(a, b) for a in mention.actors for b in mine)
        return all(any(a.country == b.country and (a.country or a.name == b.name) for b in mine) for a in mention.actors)

    # ---- what the clause does not say -----------------------------------------------------

    def _settle(self, candidate: Candidate) -> None:
        entry = self.codebook.types[candidate.event]
        if not candidate.actor and candidate.speakers and candidate.event in SPOKEN and not self._is_told_of(candidate):
            self._take_speaker(candidate)
        if not candidate.actor:
            self._default_agent(candidate)
        if self._is_bare_noun(candidate):
            candidate.drop("a noun with no sides of its own")
            return
        candidate.reciprocal = self._is_reciprocal(candidate)
        if candidate.reciprocal:
            self._pool(candidate)
            return
        candidate.recipient = [m for m in candidate.recipient if not self._only_again(m, candidate.actor)]
        if not candidate.actor:
            candidate.drop("no actor")
        elif not candidate.recipient and "solo" not in candidate.flags and entry.recipient in ("required", "usual"):
            if "need" in candidate.flags:
                candidate.drop("needs a named recipient")
                return
            self._from_story(candidate)
            if not candidate.recipient and entry.recipient == "required":
                candidate.drop("no recipient")

    def _is_bare_noun(self, candidate: Candidate) -> bool:
        """A noun nobody carries out, with neither side in its own phrase: "in keeping with the demand of the day"."""
        noun = candidate.trigger
        if noun.pos_ not in ("NOUN", "PROPN") or noun.i != candidate.anchor.i or noun.dep_ in ("nsubj", "nsubjpass", "ROOT"):
            return False
        own = {word.i for word in noun.subtree}
        return not any(mention.head in own or mention.start in own for mention in candidate.recipient)

    def _is_told_of(self, candidate: Candidate) -> bool:
        """`he was being investigated, police said`: a passive act of somebody unnamed, not of the speaker."""
        return candidate.event in ("ACCUSE", "SUPPORT") and self.clauses.node(candidate.anchor).passive

    def _take_speaker(self, candidate: Candidate) -> None:
        speaker = candidate.speakers[-1]
        if speaker.actors:
            candidate.actor, candidate.speakers = [speaker], candidate.speakers[:-1]
            candidate.note("parties", "the speaker acts")

    def _default_agent(self, candidate: Candidate) -> None:
        """`was detained`, `was sentenced`: the police, the court of the country it happened in."""
        agent = DEFAULT_AGENTS.get((candidate.event, candidate.mode or ""))
        country = self._country_of(candidate)
        if agent is None or not country or not self.clauses.node(candidate.anchor).passive:
            return
        word, sectors = agent
        actor = Actor(f"{word} ({country})", country, sectors)
        candidate.actor = [
            Mention(
                candidate.trigger.i,
                candidate.trigger.i,
                candidate.trigger.i + 1,
                (actor,),
                direct=False,
                kind="understood",
                reason="agentless passive",
            )
        ]
        candidate.note("parties", "agent understood", 0.5)

    def _country_of(self, candidate: Candidate) -> str | None:
        for mention in candidate.recipient:
            if mention.actors[0].country:
                return mention.actors[0].country
        return self.cast.setting.get(self.parsed.sentence_of[candidate.trigger.i]) or next(iter(self.cast.focus), None)

    def _is_reciprocal(self, candidate: Candidate) -> bool:
        if "both" in candidate.flags:
            return True
        if candidate.event == "CONSULT":
            return candidate.mode != "visit"
        if candidate.event == "COOPERATE":
            return True
        theirs = {a.country for m in candidate.recipient for a in m.actors}
        return candidate.event in MUTUAL and self._is_several(candidate.actor) and theirs <= {a.country for m in candidate.actor for a in m.actors}

    def _is_several(self, sides: list[Mention]) -> bool:
        """Whether two countries or bodies stand together on one side ("Bishkek and Dushanbe agreed")."""
        return len({actor.country or actor.name for mention in sides for actor in mention.actors}) > 1

    def _pool(self, candidate: Candidate) -> None:
        pool: list[Mention] = []
        for mention in (*candidate.actor, *candidate.recipient):
            if not any(self._same_actors(mention, other) for other in pool):
                pool.append(mention)
        if sum(len(mention.actors) for mention in pool) == 1:
            partner = self._partner(pool[0].actors[0], candidate)
            if partner is not None:
                pool.append(partner)
                candidate.note("parties", "partner from the story", 0.6)
        candidate.actor, candidate.recipient = pool, []
        if sum(len(mention.actors) for mention in pool) < 2:
            candidate.drop("reciprocal with one party")

    def _same_actors(self, one: Mention, other: Mention) -> bool:
        return all(any(same_party(a, b) for b in other.actors) for a in one.actors)

    def _only_again(self, mention: Mention, actor: list[Mention]) -> bool:
        if any(self._same_actors(mention, side) for side in actor):
            return True
        mine = {a.country for side in actor for a in side.actors}
        return mention.kind in ("place", "state") and {a.country for a in mention.actors} <= mine

    def _from_story(self, candidate: Candidate) -> None:
        partner = self._partner(candidate.actor[0].actors[0], candidate)
        if partner is not None:
            candidate.recipient = [partner]
            candidate.note("parties", "recipient from the story", 0.6)

    def _partner(self, actor: Actor, candidate: Candidate) -> Mention | None:
        """The other side: of this sentence, of the last event the actor had part in, or told just before."""
        here = candidate.trigger.i
        sentence = self.parsed.sentence_of[here]
        for earlier in reversed(self.done[-6:]):
            if sentence - self.parsed.sentence_of[earlier.trigger.i] > STORY_WINDOW:
                break
            sides = [*earlier.actor, *earlier.recipient]
            mine = [m for m in sides if any(a.country == actor.country and (a.country or a.name == actor.name) for a in m.actors)]
            others = [m for m in sides if m not in mine and m.kind != "understood"]
            if mine and others:
                return others[0]
        return self._nearest(actor, candidate, sentence)

    def _nearest(self, actor: Actor, candidate: Candidate, sentence: int) -> Mention | None:
        mine = actor.country or actor.name
        voices = {speaker.head for speaker in candidate.speakers}
        rows = []
        for mention in self.cast:
            distance = sentence - self.parsed.sentence_of[mention.head]
            if not 0 <= distance <= STORY_WINDOW or mention.kind in ("place", "belonging", "group") or not mention.direct:
                continue
            if any((a.country or a.name) == mine or a.sectors[:1] in ((), ("UNK",), ("JRN",), ("MNC",)) for a in mention.actors):
                continue
            subject = self.parsed.doc[mention.head].dep_ in ("nsubj", "nsubjpass")
            heard = mention.head in voices  # a speaker only where nobody else is near
            rows.append((distance - 0.5 * subject + 9 * heard, abs(mention.head - candidate.trigger.i), mention))
        return min(rows, key=lambda row: row[:2])[2] if rows else None


def _of_phrase(noun: Token, cast: Cast) -> Token:
    """`a judge in Brussels, who charged them`: a relative clause that the parser hung on the place is the judge's."""
    mention = cast.at(noun.i)
    if mention is not None and mention.kind == "place" and noun.dep_ == "pobj" and noun.head.head.pos_ == "NOUN":
        return noun.head.head
    return noun


STORY_WINDOW = 3  # sentences; 2 to 4 give the same on the gold articles within noise
