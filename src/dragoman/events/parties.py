"""The sides of an event: from the slots of a frame to actors, with what the article told before."""

from dragoman.events.attribute import Attribution
from dragoman.events.slots import Slots
from dragoman.events.stand_ins import as_government, case_as_state, pooled, premises_as_state, stand_for
from dragoman.events.story import Story
from dragoman.events.syntax import Clauses
from dragoman.events.understood import DEFAULT_AGENTS, understood
from dragoman.knowledge.codebook import Codebook
from dragoman.model.candidate import Candidate
from dragoman.model.mention import Cast, Mention, same_actors
from dragoman.model.parsed import Parsed

SPOKEN = frozenset(("THREATEN", "REQUEST", "REJECT", "AGREE", "ACCUSE", "CONCEDE", "SUPPORT"))
ANSWERS = frozenset(("SUPPORT", "ACCUSE", "REJECT", "CONCEDE"))  # acts that may answer an act told before
MUTUAL = frozenset(("AGREE", "CONCEDE", "SUPPORT", "RETREAT"))


class Parties:
    """Fills the sides of one article's candidates, in text order."""

    def __init__(self, parsed: Parsed, clauses: Clauses, cast: Cast, codebook: Codebook, attribution: Attribution) -> None:
        self.parsed, self.clauses, self.cast = parsed, clauses, cast
        self.codebook, self.attribution = codebook, attribution
        self.slots, self.story = Slots(clauses, cast), Story(parsed, cast)

    def read(self, candidate: Candidate) -> None:
        """Sets who stands in the slots of the candidate, and who says so."""
        speakers = [self.attribution.mention(token) for token in self.attribution.speakers(candidate.anchor)]
        actor, recipient = self._sides(candidate)
        candidate.actor, candidate.recipient, candidate.speakers = actor, recipient, speakers
        if speakers and any(_is_own_voice(mention, speakers[-1]) for mention in actor):
            candidate.speakers = speakers[:-1]  # "we will not talk" is the speaker's own act

    def is_nobodys(self, candidate: Candidate) -> bool:
        """Whether no reading of the candidate can give it an actor, so that its type need not be asked for."""
        may_have = candidate.actor or candidate.speakers or len(candidate.recipient) > 1 or "both" in candidate.flags
        return not may_have and candidate.event in self.codebook.types and candidate.event not in {event for event, _ in DEFAULT_AGENTS}

    def settle(self, candidate: Candidate) -> None:
        """Fills what the slots leave open and sets reciprocity; drops a candidate without an actor or a needed recipient."""
        self._settle(candidate)
        if candidate.kept:
            self.story.done.append(candidate)

    def _sides(self, candidate: Candidate) -> tuple[list[Mention], list[Mention]]:
        actor = self.slots.actor(candidate)
        entry = self.codebook.types.get(candidate.event)
        solo = "solo" in candidate.flags or (entry is not None and entry.recipient == "none")
        recipient = [] if solo else self.slots.recipient(candidate, actor)
        if "swap" in candidate.flags:
            actor, recipient = recipient, actor
        return ([], actor) if "demanded" in candidate.flags else (actor, recipient)

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
        mine = [actor for mention in candidate.actor for actor in mention.actors]
        candidate.recipient = [premises_as_state(m, candidate.event, mine) for m in candidate.recipient]
        candidate.recipient = [case_as_state(m, candidate.event, mine, self.parsed.doc[m.head].lemma_.lower()) for m in candidate.recipient]
        candidate.recipient = [stand_for(m, candidate.event, self.parsed.doc[m.head].lemma_.lower()) for m in candidate.recipient]

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
        candidate.actor = [understood(word, sectors, country, candidate.trigger)]
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
        if candidate.event not in MUTUAL or not self._is_several(candidate.actor):
            return False
        return not candidate.recipients or theirs <= {a.country for m in candidate.actor for a in m.actors}

    def _is_several(self, sides: list[Mention]) -> bool:
        """Whether two countries or bodies stand together on one side ("Bishkek and Dushanbe agreed")."""
        return len({actor.country or actor.name for mention in sides for actor in mention.actors}) > 1

    def _pool(self, candidate: Candidate) -> None:
        sides = [*candidate.actor, *candidate.recipient]
        others = {m.head: [a for other in sides if other is not m for a in other.actors] for m in sides}
        pool = pooled(premises_as_state(m, candidate.event, others[m.head]) for m in sides)
        if sum(len(mention.actors) for mention in pool) == 1:
            partner = self.story.partner(candidate, pool[0].actors[0])
            if partner is not None:
                pool.append(partner)
                candidate.note("parties", "partner from the story", 0.6)
        candidate.actor, candidate.recipient = pool, []
        if sum(len(mention.actors) for mention in pool) < 2:
            candidate.drop("reciprocal with one party")

    def _only_again(self, mention: Mention, actor: list[Mention]) -> bool:
        if any(same_actors(mention, side) for side in actor):
            return True
        mine = {a.country for side in actor for a in side.actors}
        if mention.kind == "state" and all(a.sectors[:1] != ("GOV",) for side in actor for a in side.actors):
            return False  # chiefs or unions who "called on Ottawa" speak to their government
        return mention.kind in ("place", "state") and {a.country for a in mention.actors} <= mine

    def _from_story(self, candidate: Candidate) -> None:
        nouns = self.clauses.node(candidate.anchor).objects
        partner = self.story.doer(candidate, nouns) if candidate.event in ANSWERS else None
        if partner is None or same_actors(partner, candidate.actor[0]):
            partner = self.story.partner(candidate, candidate.actor[0].actors[0])
        if partner is not None:
            side = [actor for mention in candidate.actor for actor in mention.actors]
            candidate.recipient = [as_government(partner, candidate.event, side)]
            candidate.note("parties", "recipient from the story", 0.6)


def _is_own_voice(actor: Mention, speaker: Mention) -> bool:
    """Whether the actor is the speaker's own "we"."""
    return actor.reason in ("pronoun:we", "pronoun:i") and bool(speaker.actors) and same_actors(actor, speaker)
