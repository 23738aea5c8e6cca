"""From noun phrases to actors: whom each phrase of an article stands for, and why."""

from datetime import date

from spacy.tokens import Token

from dragoman.actors.discourse import (
    BODY_PRONOUNS,
    PERSON_PRONOUNS,
    PLURAL_PRONOUNS,
    SPEAKER_PRONOUNS,
    Discourse,
    Told,
)
from dragoman.actors.find import NATION_KINDS, PLACE_KINDS, Hit, count_countries, find_in_text, find_names
from dragoman.actors.phrases import Phrase, is_head, modifiers, read_phrase
from dragoman.knowledge.actors import Directory, Known, bare, surnames, units
from dragoman.knowledge.places import Places
from dragoman.model.event import Actor
from dragoman.model.mention import Cast, Mention
from dragoman.model.parsed import Parsed

LOCATIVE = frozenset("in at near outside inside around from through across over into throughout".split())
PAIR_WORDS = frozenset(
    "side country neighbour neighbor leader nation party government capital two both pair minister president foe rival ally state enemy army force troop".split()
)
PAIR_SIGNS = frozenset(("two", "both", "neighbouring", "rival", "warring"))
LOCALS = frozenset(("CVL", "COP", "OPP", "LAB", "MED", "EDU", "AGR", "REL", "BUS", "JRN", "SOC", "CRM", "UAF", "REF"))
RELATIONAL = frozenset(
    "counterpart neighbour neighbor ally host guest colleague opponent rival partner foe enemy interlocutor adversary patron visitor opposite".split()
)
LANDS = frozenset(
    "country nation kingdom emirate republic sultanate island territory enclave strip archipelago sheikhdom principality state atoll exclave".split()
)
HONORIFICS = frozenset(("highness", "majesty", "excellency", "holiness", "honour", "honor", "eminence", "beatitude"))
CONTAINERS = frozenset(
    "group number dozen hundred thousand million crowd score handful host member one two three some most many band party team delegation majority half bunch series".split()
)
AFFLICTED = frozenset("bereaved wounded injured displaced homeless sick needy hungry poor elderly jailed detained arrested accused condemned".split())
ARMED = frozenset(("REB", "IMG", "UAF"))
GROUPS = frozenset(("REB", "IMG", "UAF", "PRM", "PTY", "OPP", "CRM", "NGO", "LAB", "ISM", "IGO"))
AGENCIES = frozenset(("JRN", "IGO", "NGO"))
GROUP_WORDS = frozenset("agency group movement organisation organization faction outfit party militia force body".split())
ENVOYS = frozenset("ambassador envoy chargé consul attaché diplomat high commissioner embassy nuncio".split())
NO_PLACES = frozenset(("PERSON", "DATE", "TIME", "MONEY", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE", "NORP"))
BODIES = frozenset(("IGO", "NGO", "MNC", "ISM", "IMG"))


def cast_actors(parsed: Parsed, directory: Directory, places: Places) -> Cast:
    """Every phrase of the article that names somebody, resolved in text order."""
    return _Casting(parsed, directory, places).run()


class _Casting:
    def __init__(self, parsed: Parsed, directory: Directory, places: Places) -> None:
        self.parsed, self.doc, self.directory, self.places = parsed, parsed.doc, directory, places
        self.on: date | None = parsed.article.published
        found = find_names(self.doc, directory, self.on)
        self.hits: dict[int, Hit] = {i: hit for hit in found for i in range(hit.start, hit.end)}
        title = find_in_text(parsed.article.title or "", directory, self.on)
        counts = count_countries(found, title)
        self.focus = tuple(code for code, _ in counts.most_common(4))
        self.discourse = Discourse()
        self.people: dict[str, Mention] = {}
        self.memo: dict[int, Mention | None] = {}
        self.home = self._home()
        self.setting = self._settings(found)

    def run(self) -> Cast:
        for token in self.doc:
            if token.i not in self.memo and (is_head(token) or token.pos_ == "PRON"):
                self.resolve(token)
        mentions = {i: mention for i, mention in self.memo.items() if mention is not None}
        return Cast(mentions, self.focus, self.setting)

    def _settings(self, found: list[Hit]) -> dict[int, str]:
        """For each sentence the country it is set in: the last locative place of its paragraph, else the one before."""
        places: dict[int, str] = {}
        for token in self.doc:
            if token.pos_ != "ADP" or token.lower_ not in LOCATIVE:
                continue
            for noun in token.children:
                if noun.dep_ == "pobj" and noun.pos_ == "PROPN":
                    country = self._country_of_place(noun)
                    if country:
                        places.setdefault(self.parsed.sentence_of[token.i], country)
        settings, last, paragraph = {}, "", -1
        for number, sent in enumerate(self.parsed.sentences):
            if self.parsed.paragraph_of[sent.start] != paragraph:
                paragraph, last = self.parsed.paragraph_of[sent.start], ""
            last = places.get(number, last)
            if last:
                settings[number] = last
        return settings

    def _country_of_place(self, noun: Token) -> str | None:
        hit = self.hits.get(noun.i)
        if hit is not None:
            return hit.best.country if hit.best.kind in PLACE_KINDS else None
        part = next((self.hits[c.i] for c in noun.children if c.dep_ == "compound" and c.i in self.hits), None)
        if part is not None and part.best.kind in PLACE_KINDS:
            return part.best.country
        if noun.ent_type_ in NO_PLACES:
            return None
        name = self.doc[min((c.i for c in noun.children if c.dep_ == "compound" and c.i < noun.i), default=noun.i) : noun.i + 1].text
        place = self.places.find(name, countries=self.focus)
        return place.country if place else None

    def _home(self) -> str | None:
        """The country the report was written from, by its dateline."""
        for name in (self.parsed.article.dateline or "").replace("/", ",").split(","):
            known = [k for k in self.directory.look_up(" ".join(units(name))) if k.kind in PLACE_KINDS]
            place = None if known else self.places.find(name.strip().title(), countries=self.focus)
            country = known[0].country if known else place.country if place else None
            if country:
                return country
        return None

    def resolve(self, token: Token) -> Mention | None:
        """The mention headed by the token; also remembered, so that later words can mean it."""
        if token.i in self.memo:
            return self.memo[token.i]
        self.memo[token.i] = None  # a phrase that owns itself in a broken parse ends here
        mention = self._resolve(token)
        self.memo[token.i] = mention
        return mention

    def _resolve(self, token: Token) -> Mention | None:
        if token.pos_ == "PRON" or token.tag_ in ("PRP", "PRP$"):
            return self._pronoun(token)
        if token.dep_ == "appos" and token.head.lemma_.lower() not in HONORIFICS:
            named = self.resolve(token.head)
            if named is not None and named.direct and token.i > token.head.i:
                return named
        phrase = read_phrase(token, self.directory, self.hits)
        mention = None
        for rule in (
            self._honoured,
            self._pair,
            self._known,
            self._person_again,
            self._relation,
            self._contained,
            self._titled,
            self._placed,
            self._named,
            self._belonging,
        ):
            mention = rule(phrase)
            if mention is not None:
                self._remember(token, mention, phrase)
                break
        return mention

    def _remember(self, token: Token, mention: Mention, phrase: Phrase) -> None:
        person = mention.kind == "person" or bool(phrase.role and phrase.role.kind == "person" and mention.direct)
        subject = token.dep_ in ("nsubj", "nsubjpass") and mention.direct
        words = phrase.role_word if mention.direct else ""
        end = mention.end if mention.end > token.i else token.i + 1
        if (
            mention.direct
            and end + 2 < len(self.doc)
            and self.doc[end].text == "("
            and self.doc[end + 2].text == ")"
            and self.doc[end + 1].text.isupper()
        ):
            self.people.setdefault(bare(self.doc[end + 1].text), mention)
        self.discourse.add(Told(token.i, self.parsed.sentence_of[token.i], mention, subject, person, words))

    # ---- pronouns and pairs -------------------------------------------------------------

    def _pronoun(self, token: Token) -> Mention | None:
        word, sentence = token.lower_, self.parsed.sentence_of[token.i]
        found: Mention | None = None
        other = self._co_argument(token)
        if word in PERSON_PRONOUNS:
            found = self.discourse.person(sentence, token.i, other)
        elif word in BODY_PRONOUNS:
            found = self.discourse.body(sentence, token.i, other)
        elif word in PLURAL_PRONOUNS:
            found = self.discourse.several(sentence, token.i, other)
        elif word in SPEAKER_PRONOUNS:
            found = self._voice(token)
        elif word == "both":
            actors = self.discourse.pair(sentence, token.i, among=self.focus[:2])
            return Mention(token.i, token.i, token.i + 1, actors, plural=True, kind="group", reason="pair") if actors else None
        if found is None or not found.actors:
            return None
        mention = Mention(token.i, token.i, token.i + 1, found.actors, plural=found.plural, kind="pronoun", reason=f"pronoun:{word}")
        if token.tag_ != "PRP$":
            person = word in PERSON_PRONOUNS or found.kind == "person"
            self.discourse.add(Told(token.i, sentence, mention, token.dep_ in ("nsubj", "nsubjpass"), person))
        return mention

    def _co_argument(self, token: Token) -> Mention | None:
        """The subject of the pronoun's own clause, whom an object pronoun cannot mean ("police let them go")."""
        if token.dep_ in ("nsubj", "nsubjpass") and token.head.dep_ == "ccomp" and token.head.head.lemma_ in ("let", "help", "make", "have"):
            subject = next((c for c in token.head.head.children if c.dep_ == "nsubj"), None)
            return self.memo.get(subject.i) if subject is not None else None
        if token.dep_ not in ("dobj", "dative", "pobj") or token.tag_ == "PRP$" or token.lower_.endswith(("self", "selves")):
            return None
        return self._clause_subject(token)

    def _voice(self, token: Token) -> Mention | None:
        """Who says "we": the subject of the verb of saying above the quote."""
        node = token
        while node.head.i != node.i:
            node = node.head
            if node.pos_ == "VERB" and not self.parsed.quoted[node.i]:
                for child in node.children:
                    if child.dep_ == "nsubj" and not self.parsed.quoted[child.i]:
                        return self.resolve(child)
        return self.discourse.person(self.parsed.sentence_of[token.i], token.i)

    def _pair(self, phrase: Phrase) -> Mention | None:
        """`the two sides`, `both leaders`, `the neighbours`: the last two sides told."""
        head = phrase.head
        signs = {self.doc[i].lower_ for i in range(phrase.start, head.i)}
        plural = head.tag_ in ("NNS", "NNPS") or head.lower_ in ("two", "pair", "both")
        lemma = head.lemma_.lower()
        owner = self._owner(head)
        if not plural or self._nations(phrase) or phrase.name:
            return None
        if owner is not None:
            owned = self.resolve(owner)
            if owned is None or owned.reason != "pair":
                return None
        elif not (
            (signs & PAIR_SIGNS
            and (lemma in PAIR_WORDS or phrase.role))
            or (lemma in ("side", "neighbour", "neighbor", "pair", "two")
            and "the" in signs)
        ):
            return None
        actors = self.discourse.pair(self.parsed.sentence_of[head.i], head.i, self._clause_subject(head), self.focus[:2])
        if phrase.role and (owner is not None or phrase.role.sectors[:1] not in (("GOV",), ("UNK",), ("CVL",))):
            actors = tuple(
                Actor(f"{self.directory.adjectives.get(a.country or '', a.name)} {phrase.role.word}", a.country, phrase.role.sectors, a.id)
                for a in actors
            )
        return self._mention(phrase, actors, "pair", plural=True, kind="group") if actors else None

    def _relation(self, phrase: Phrase) -> Mention | None:
        """`his counterpart`, `the host`, `its neighbour`, `the enclave`, `His Highness`: known by somebody else."""
        head, lemma = phrase.head, phrase.head.lemma_.lower()
        sentence = self.parsed.sentence_of[head.i]
        if lemma in LANDS and head.tag_ == "NN" and not self._nations(phrase) and self._owner(head) is None:
            return self._land(phrase, sentence)
        if lemma not in RELATIONAL or self._nations(phrase) or phrase.name:
            return None
        owner = self._owner(head)
        side = self.resolve(owner) if owner is not None else self._clause_subject(head)
        mine = [actor.country or actor.name for actor in side.actors] if side else []
        if head.tag_ == "NNS" and lemma in ("colleague", "counterpart", "neighbour", "neighbor", "partner"):
            everybody = self.discourse.assembly(sentence, head.i)
            others = tuple(actor for actor in everybody.actors if (actor.country or actor.name) not in mine) if everybody else ()
            if others:
                return self._mention(phrase, others, f"relation:{lemma}", plural=True, kind="group")
        persons = lemma in ("counterpart", "host", "guest", "colleague")
        found = self.discourse.other_than(mine, sentence, head.i, window=6, persons=persons, among=self.focus) or self.discourse.other_than(
            mine, sentence, head.i, window=6, persons=persons
        )
        if found is None:
            return None
        actors = found.actors if head.tag_ != "NN" or len(found.actors) == 1 else found.actors[:1]
        return self._mention(phrase, actors, f"relation:{lemma}", kind=found.kind)

    def _honoured(self, phrase: Phrase) -> Mention | None:
        lemma = phrase.head.lemma_.lower()
        return self._honorific(phrase, lemma, self.parsed.sentence_of[phrase.head.i]) if lemma in HONORIFICS else None

    def _honorific(self, phrase: Phrase, lemma: str, sentence: int) -> Mention | None:
        """`His Highness` with the name behind it, and alone ever after."""
        bearer = next((self.resolve(c) for c in phrase.head.children if c.dep_ == "appos" and c.pos_ == "PROPN"), None)
        named = [self.hits[i] for i in range(phrase.head.i + 1, min(phrase.head.i + 4, len(self.doc))) if i in self.hits and self.doc[i].text != ","]
        if bearer is None and named and named[0].best.kind == "official":
            bearer = self._mention(phrase, (self._actor(named[0].best, phrase),), "honorific", kind="person")
        found = bearer or self.people.get(lemma) or self.discourse.person(sentence, phrase.head.i)
        if found is None:
            return None
        if bearer is not None:
            self.people[lemma] = bearer
        return self._mention(phrase, found.actors, "honorific", kind="person")

    def _land(self, phrase: Phrase, sentence: int) -> Mention | None:
        if self.doc[phrase.start].lower_ not in ("the", "this", "that"):
            return None
        subject = self._clause_subject(phrase.head)
        mine = [actor.country for actor in subject.actors] if subject else []
        found = self.discourse.other_than(mine, sentence, phrase.head.i, window=0) if mine else None
        found = found if found and found.actors[0].country else self.discourse.land(sentence, phrase.head.i, mine)
        country = found.actors[0].country if found else next(iter(self.focus), None)
        if country is None:
            return None
        locative = phrase.head.dep_ == "pobj" and phrase.head.head.lower_ in LOCATIVE
        actor = Actor(self.directory.state_name(country), country, ("GOV",))
        return self._mention(phrase, (actor,), "land", kind="place" if locative else "state")

    def _clause_subject(self, token: Token) -> Mention | None:
        node = token
        while node.head.i != node.i and node.pos_ not in ("VERB", "AUX"):
            node = node.head
        while node.dep_ == "conj" and node.head.pos_ in ("VERB", "AUX") and not any(c.dep_ in ("nsubj", "nsubjpass") for c in node.children):
            node = node.head
        for child in node.children:
            if child.dep_ in ("nsubj", "nsubjpass") and child.i < token.i:
                return self.memo.get(child.i) or (self.resolve(child) if child.i not in self.memo else None)
        return None

    def _contained(self, phrase: Phrase) -> Mention | None:
        """`a group of Nigerian scholars`, `one of its deputies`, `members of the union`: who is inside."""
        head = phrase.head
        if head.lemma_.lower() not in CONTAINERS and head.pos_ != "NUM" and head.lower_ not in AFFLICTED:
            return None
        for child in head.children:
            if child.dep_ == "prep" and child.lower_ == "of":
                for noun in child.children:
                    inside = self.resolve(noun) if noun.dep_ == "pobj" else None
                    if inside is not None and inside.direct:
                        return Mention(
                            head.i, phrase.start, max(phrase.end, inside.end), inside.actors, plural=True, kind=inside.kind, reason="contained"
                        )
        if head.pos_ == "NUM" or head.lower_ in AFFLICTED or head.lemma_ in ("thousand", "hundred", "dozen", "score", "ten"):
            return self._crowd(phrase)
        return None

    def _crowd(self, phrase: Phrase) -> Mention | None:
        """`Thousands marched`, `four were shot`: people of the country it happens in."""
        if phrase.head.dep_ not in ("nsubj", "nsubjpass", "dobj", "pobj", "conj") or phrase.head.ent_type_ in (
            "DATE",
            "TIME",
            "MONEY",
            "PERCENT",
            "QUANTITY",
        ):
            return None
        country = self.setting.get(self.parsed.sentence_of[phrase.head.i]) or next(iter(self.focus), None)
        actor = Actor(f"people ({country})" if country else "people", country, ("CVL",))
        return self._mention(phrase, (actor,), "crowd", plural=True, kind="crowd")

    # ---- names the tables know ----------------------------------------------------------

    def _known(self, phrase: Phrase) -> Mention | None:
        head = phrase.head
        hit = self.hits.get(head.i)
        if hit is None or hit.end <= head.i:
            return None
        known = self._choose(hit, phrase)
        if known is None or (known.kind == "adjective" and head.pos_ not in ("ADJ", "PROPN", "NOUN")):
            return None
        if known.kind == "surname" and phrase.name and len(phrase.name.split()) > hit.end - hit.start and not self._same_person(phrase.name, known):
            return None
        owner = self._other_owner(known, phrase)
        if owner is not None:
            if phrase.role is not None and phrase.role_at:
                return None  # "the National Assembly" of a country that is not the table's
            return self._mention(phrase, (Actor(known.name, owner, known.sectors),), "name of another country's", start=min(hit.start, phrase.start))
        if known.members:
            actors = tuple(Actor(self.directory.state_name(code), code, ("GOV",)) for code in known.members)
            if known.kind == "group":
                return self._mention(phrase, actors, "group", plural=True, kind="group")
        actor = self._actor(known, phrase)
        mention = self._mention(phrase, (actor,), f"known:{known.kind}", kind=self._kind_of(known, head), start=min(hit.start, phrase.start))
        if known.kind in ("official", "surname"):
            self._register(known.name, mention, known.country)
        return mention

    def _other_owner(self, known: Known, phrase: Phrase) -> str | None:
        """The country that a common name belongs to here ("Burundi's National Intelligence Service"), if not the table's."""
        if known.kind != "agency" or known.country is None:
            return None
        told = [a.country for a in self._nations(phrase) or self._owners(phrase.head) if a.country]
        if told:
            return told[0] if told[0] != known.country else None
        return self.focus[0] if self.focus and known.country not in self.focus else None

    def _same_person(self, name: str, known: Known) -> bool:
        return bare(name.split(maxsplit=1)[0]) == bare(known.name.split()[0])

    def _kind_of(self, known: Known, head: Token) -> str:
        if known.kind in ("official", "surname"):
            return "person"
        if known.kind == "demonym":
            return "people"
        if known.kind in PLACE_KINDS and head.dep_ == "pobj" and head.head.lower_ in LOCATIVE and known.kind != "seat":
            return "place"
        return "state" if known.kind in NATION_KINDS else "body"

    def _choose(self, hit: Hit, phrase: Phrase) -> Known | None:
        """The meaning that fits: in force on the day, of a country the article speaks of, of the title that stands before it."""
        meanings = hit.meanings
        if len({known.name for known in meanings}) == 1:
            return meanings[0]
        if meanings[0].kind in ("state", "capital") and self._kind_of(meanings[0], phrase.head) != "place":
            bodies = [known for known in meanings if known.sectors[:1] == ("IGO",)]
            if bodies:
                return bodies[0]
        people = [known for known in meanings if known.kind in ("surname", "official")]
        if people and len(people) == len(meanings):
            local = [known for known in people if known.country in self.focus and known.holds_on(self.on)]
            office = [known for known in local or people if phrase.role_word and phrase.role_word in known.office]
            current = office or local or [known for known in people if known.holds_on(self.on)]
            names = {known.name for known in current}
            return current[0] if current and (len(names) == 1 or office or local) else None
        return meanings[0]

    def _actor(self, known: Known, phrase: Phrase) -> Actor:
        sectors = known.sectors
        if known.kind in ("official", "surname") and not known.holds_on(self.on):
            sectors = phrase.role.sectors if phrase.role and not phrase.former else ("ELI",) if self._has_left(known) else known.sectors
        elif (
            known.kind == "demonym"
            and phrase.head.tag_ in ("NNS", "NNPS")
            and self.doc[phrase.start].lower_ == "the"
            and phrase.start == phrase.head.i - 1
        ) or known.kind == "adjective":
            sectors = ("GOV",)
        return Actor(known.name, known.country, sectors)

    def _has_left(self, known: Known) -> bool:
        return bool(self.on and known.last and known.last < self.on)

    # ---- names only the text knows ------------------------------------------------------

    def _person_again(self, phrase: Phrase) -> Mention | None:
        """A surname that the article gave in full before."""
        if not phrase.name:
            return None
        earlier = self.people.get(bare(phrase.name)) or self.people.get(bare(phrase.name.split()[-1]))
        if earlier is None:
            return None
        return self._mention(phrase, earlier.actors, "named before", kind=earlier.kind)

    def _titled(self, phrase: Phrase) -> Mention | None:
        """A role with or without a name: "Foreign Minister Jeenbek Kulubaev", "its foreign ministry", "police"."""
        head = phrase.head
        twin = self._apposition(head)
        if twin is not None and not phrase.name:
            hit = self.hits.get(twin.head.i)
            if hit is not None and hit.best.kind not in ("adjective", "demonym") and (phrase.role or hit.best.kind not in NATION_KINDS):
                return self._mention(phrase, (self._actor(hit.best, twin),), "apposition:known", kind=self._kind_of(hit.best, twin.head))
            if twin.role is not None and twin.name:
                phrase = Phrase(head, phrase.start, phrase.end, twin.role, twin.role_word, "", phrase.former or twin.former)
        if (
            head.lemma_.lower() in GROUP_WORDS
            and not phrase.name
            and self.doc[phrase.start].lower_ in ("the", "this")
            and not self._nations(phrase)
            and not self._after(head)
            and self._owner(head) is None
        ):
            sectors = AGENCIES if head.lemma_ == "agency" else GROUPS
            group = self.discourse.of_sector(sectors, self.parsed.sentence_of[head.i], head.i)
            if group is not None:
                return self._mention(phrase, group.actors, "group again")
        role = phrase.role
        if role is not None and role.sectors[:1] == ("UNK",) and not phrase.name and (twin is None or twin.role is None):
            role = None
        if phrase.name and twin is not None and twin.role is not None and (role is None or role.sectors[:1] in (("CVL",), ("UNK",))):
            return self._named_by_role(phrase, twin)
        if role is None:
            return None
        name = phrase.name or (twin.name if twin is not None else "")
        body = self._named_body(phrase)
        if body is not None:
            return body
        nations = self._nations(phrase) or self._after(head) or (self._nations(twin) or self._after(twin.head) if twin else [])
        again = None if nations or name or self._owner(head) is not None else self._again(phrase)
        if again is not None:
            return self._mention(phrase, again.actors, "role again", plural=again.plural, kind="person" if role.kind == "person" else again.kind)
        owners = nations or self._owners(head) or self._sent_by(phrase) or self._around(phrase, named=bool(name))
        actors = tuple(self._from_role(phrase, name, owner) for owner in owners) or (self._from_role(phrase, name, None),)
        mention = self._mention(
            phrase,
            actors,
            f"role:{role.word}",
            plural=role.plural or head.tag_ in ("NNS", "NNPS"),
            kind="person" if role.kind == "person" else "body",
        )
        if name:
            self._register(name, mention, actors[0].country)
        return mention

    def _named_body(self, phrase: Phrase) -> Mention | None:
        """`the Islamic State group`, `the Jaish-e-Mohammad movement`: the name stands before the word for what it is."""
        if phrase.role is None or phrase.role.kind not in ("body", "group") or phrase.head.i == 0:
            return None
        hit = self.hits.get(phrase.head.i - 1)
        if hit is None or hit.best.kind in NATION_KINDS or hit.best.kind in ("official", "surname") or phrase.role.sectors[:1] == ("GOV",):
            return None
        if phrase.head.lemma_.lower() not in (
            "group",
            "movement",
            "party",
            "organisation",
            "organization",
            "bloc",
            "union",
            "agency",
            "alliance",
            "network",
            "militia",
            "front",
            "body",
            "force",
        ):
            return None
        return self._mention(phrase, (self._actor(hit.best, phrase),), f"known:{hit.best.kind}")

    def _named_by_role(self, phrase: Phrase, twin: Phrase) -> Mention | None:
        """`Artur Melkumian, one of its deputies`: the name first, the role after."""
        if twin.role is None:
            return None
        owners = self._nations(phrase) or self._nations(twin) or self._after(twin.head) or self._owners(twin.head) or self._around(twin, named=True)
        actor = self._from_role(twin, phrase.name, owners[0] if owners else None)
        mention = self._mention(phrase, (actor,), f"apposition:{twin.role.word}", kind="person" if twin.role.kind == "person" else "body")
        self._register(phrase.name, mention, actor.country)
        return mention

    def _from_role(self, phrase: Phrase, name: str, owner: Actor | None) -> Actor:
        role = phrase.role
        assert role is not None
        sectors = ("ELI",) if phrase.former and role.kind == "person" and role.sectors[:1] in (("GOV",), ("LEG",), ("MIL",)) else role.sectors
        country = owner.country if owner else None
        if owner is not None and country is None and owner.sectors[:1] and owner.sectors[0] in BODIES:
            extra = tuple(sector for sector in sectors if sector in ("COP", "MIL", "JUD", "EUR"))
            return Actor(name or owner.name, None, tuple(dict.fromkeys((*owner.sectors, *extra))))
        if not name:
            name = f"{self.directory.adjectives.get(country, country)} {role.word}" if country else phrase.head.doc[phrase.start : phrase.end].text
        return Actor(name, country, sectors)

    def _again(self, phrase: Phrase) -> Mention | None:
        """`the ministry`, `the bloc`: the last one of that role, where the article has one."""
        if self.doc[phrase.start].lower_ not in ("the", "this", "that", "both") or phrase.role is None:
            return None
        sentence = self.parsed.sentence_of[phrase.head.i]
        if phrase.role.sectors[:1] and phrase.role.sectors[0] in BODIES:
            return self._last_body(phrase, sentence)
        if phrase.role.kind == "crowd" or phrase.role.sectors[:1] == ("COP",):
            return None
        if phrase.role_word in ("head of state", "head of government"):
            return None
        if phrase.role.sectors[0] in ARMED:
            return self.discourse.of_sector(ARMED, sentence, phrase.head.i)
        plural = phrase.head.tag_ in ("NNS", "NNPS")
        return self.discourse.same_role(phrase.role_word, sentence, phrase.head.i, plural=plural)

    def _last_body(self, phrase: Phrase, sentence: int) -> Mention | None:
        wanted = phrase.role.sectors[0] if phrase.role else ""
        for entry in self.discourse.recent(sentence, 12):
            if entry.token < phrase.head.i and any(actor.sectors[:1] == (wanted,) for actor in entry.mention.actors):
                return entry.mention
        return None

    def _placed(self, phrase: Phrase) -> Mention | None:
        """A town or region the gazetteer knows: no actor, but its country is somebody's."""
        head = phrase.head
        if head.ent_type_ not in ("GPE", "LOC", "FAC") and head.dep_ != "pobj":
            return None
        if (
            not phrase.name
            or head.pos_ != "PROPN"
            or phrase.role is not None
            or (head.ent_type_ in NO_PLACES
            and (head.ent_type_ != "PERSON" or " " in phrase.name))
        ):
            return None
        place = self.places.find(phrase.name, countries=self.focus)
        if place is None or place.country is None:
            return None
        actor = Actor(self.directory.state_name(place.country), place.country, ("GOV",))
        return self._mention(phrase, (actor,), "place", kind="place")

    def _named(self, phrase: Phrase) -> Mention | None:
        """A proper name without a role: a person or body the tables do not know."""
        head = phrase.head
        if not phrase.name or head.pos_ != "PROPN":
            return None
        nations = self._nations(phrase) or self._after(head)
        person = head.ent_type_ == "PERSON" and len(phrase.name.split()) > 1
        if not person and head.ent_type_ != "ORG" and not nations:
            return None
        if person and not nations:
            nations = self._around(phrase, named=True)
        actor = Actor(phrase.name, nations[0].country if nations else None, ("UNK",))
        mention = self._mention(phrase, (actor,), "unlisted name", kind="person" if person else "body", direct=True)
        if person:
            self._register(phrase.name, mention, actor.country)
        return mention

    def _belonging(self, phrase: Phrase) -> Mention | None:
        """`Russia's plan`, `U.S. calls`, `the offer of Iran`: nobody itself, but somebody's."""
        owners = self._owners(phrase.head) or self._nations(phrase) or self._after(phrase.head, ("of",))
        if not owners:
            return None
        return self._mention(phrase, tuple(owners), "belongs to", direct=False, kind="belonging")

    # ---- whose --------------------------------------------------------------------------

    def _nations(self, phrase: Phrase) -> list[Actor]:
        """The countries or bodies named before the head: "Indian and Pakistani troops", "NATO-led force"."""
        found: list[Actor] = []
        name_start = phrase.end - len(phrase.name.split()) if phrase.name else phrase.head.i
        seen: set[int] = set()
        for token in sorted(modifiers(phrase.head), key=lambda word: word.i):
            hit = self.hits.get(token.i)
            if (
                hit is None
                or hit.start in seen
                or (hit.start in phrase.role_at
                and hit.best.kind not in NATION_KINDS
                and hit.best.sectors[:1] != ("IGO",))
                or token.i > max(name_start, phrase.head.i - 1)
                or hit.end > phrase.head.i
            ):
                continue
            seen.add(hit.start)
            known = hit.best
            if known.kind in ("official", "surname", "medium"):
                continue
            actor = Actor(known.name, known.country, known.sectors if known.kind not in ("adjective", "demonym") else ("GOV",))
            if not any(actor == other for other in found):
                found.append(actor)
        return found

    def _owner(self, head: Token) -> Token | None:
        return next((child for child in head.children if child.dep_ == "poss"), None)

    def _owners(self, head: Token) -> list[Actor]:
        owner = self._owner(head)
        mention = self.resolve(owner) if owner is not None else None
        return list(mention.actors) if mention else []

    def _after(self, head: Token, prepositions: tuple[str, ...] = ("of", "for", "from", "in", "at", "to", "with")) -> list[Actor]:
        """The country or body in a phrase after the head: "of Uzbekistan", "for the Thai army", "in Garoua"."""
        found: list[Actor] = []
        for child in head.children:
            if child.dep_ != "prep" or child.lower_ not in prepositions:
                continue
            for noun in child.children:
                if noun.dep_ != "pobj":
                    continue
                for place in (noun, *(c for c in noun.children if c.dep_ == "conj")):
                    mention = self.resolve(place)
                    if (
                        mention
                        and mention.actors
                        and (mention.actors[0].country or (mention.actors[0].sectors[:1] and mention.actors[0].sectors[0] in BODIES))
                    ):
                        found.extend(mention.actors)
            if found:
                return found
        return found

    def _around(self, phrase: Phrase, *, named: bool = False) -> list[Actor]:
        """The country of a role that names none.

        Locals belong where the sentence is set; a named person to the article's first country unless the
        sentence is set elsewhere; an office or body to whom the paragraph was just about.
        """
        sentence = self.parsed.sentence_of[phrase.head.i]
        sectors = phrase.role.sectors if phrase.role else ()
        focus = next(iter(self.focus), None)
        setting = self.setting.get(sentence)
        same_paragraph = (
            sentence > 0 and self.parsed.paragraph_of[self.parsed.sentences[sentence - 1].start] == self.parsed.paragraph_of[phrase.head.i]
        )
        told = self.discourse.country(sentence, phrase.head.i, window=1 if same_paragraph else 0)
        if told != focus and phrase.head.dep_ not in ("nsubj", "nsubjpass") and self._is_foreign_subject(phrase.head, told):
            told = setting or focus
        if (bool(sectors) and sectors[0] in LOCALS) or named or (phrase.role is not None and phrase.role_word.startswith("head of ")):
            country = setting or self.home or focus or told
        else:
            country = told or setting or focus
        return [Actor(self.directory.state_name(country), country, ("GOV",))] if country else []

    def _is_foreign_subject(self, token: Token, country: str | None) -> bool:
        """Whether the country is that of the clause's subject, a guest in the story: "the embassy praised the rescuers"."""
        subject = self._clause_subject(token)
        return subject is not None and any(actor.country == country for actor in subject.actors)

    def _sent_by(self, phrase: Phrase) -> list[Actor]:
        """An envoy whose country is not told is of the side that the clause's subject is not."""
        if phrase.role is None or phrase.role_word.split()[-1] not in ENVOYS or phrase.head.dep_ not in ("dobj", "pobj", "nsubjpass", "dative"):
            return []
        subject = self._clause_subject(phrase.head)
        if subject is None:
            return []
        sentence = self.parsed.sentence_of[phrase.head.i]
        other = self.discourse.other_than([a.country for a in subject.actors], sentence, phrase.head.i, window=8, among=self.focus)
        return list(other.actors[:1]) if other else []

    def _apposition(self, head: Token) -> Phrase | None:
        for child in head.children:
            if child.dep_ == "appos" and child.pos_ in ("PROPN", "NOUN", "NUM") and child.ent_type_ not in ("DATE", "TIME"):
                twin = child
                if child.lower_ in ("one", "two") or child.pos_ == "NUM":
                    inner = [n for p in child.children if p.dep_ == "prep" and p.lower_ == "of" for n in p.children if n.dep_ == "pobj"]
                    twin = inner[0] if inner else child
                return read_phrase(twin, self.directory, self.hits)
        return None

    def _register(self, name: str, mention: Mention, country: str | None) -> None:
        for key in (name, name.rsplit(maxsplit=1)[-1], *surnames(name, country)):
            self.people.setdefault(bare(key), mention)

    def _mention(
        self,
        phrase: Phrase,
        actors: tuple[Actor, ...],
        reason: str,
        *,
        plural: bool = False,
        kind: str = "body",
        direct: bool = True,
        start: int | None = None,
    ) -> Mention:
        first = phrase.start if start is None else start
        return Mention(phrase.head.i, first, phrase.end, actors, direct, plural or len(actors) > 1, kind, reason)
