"""One article's scene: its parse, the names found in it, what was told so far, and where it is set."""

from collections.abc import Callable
from datetime import date
from functools import cached_property

from spacy.tokens import Token

from dragoman.actors.discourse import Discourse
from dragoman.actors.find import PLACE_KINDS, Hit, count_countries, find_in_text, find_names
from dragoman.actors.phrases import Phrase
from dragoman.knowledge.actors import Directory, bare, surnames, units
from dragoman.knowledge.places import Places
from dragoman.model.event import Actor
from dragoman.model.mention import Mention
from dragoman.model.parsed import Parsed

LOCATIVE = frozenset("in at near outside inside around from through across over into throughout".split())
NO_PLACES = frozenset(("PERSON", "DATE", "TIME", "MONEY", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE", "NORP"))

REGIONS = frozenset("region province district county oblast governorate prefecture department canton state city town".split())
FAR_CITY = 150_000  # people that a city must have to be meant where its country is not spoken of

STAYS = frozenset("in at near outside around".split())


class Scene:
    """What the rules share while an article is cast.

    `hits` are the known names by token, `focus` the countries most named, `home` the dateline's country,
    `setting` the country of each sentence and `said` that of those that name a place of their own,
    `people` the names met so far, `explained` the abbreviations that the text explains,
    `genders` what was told of theirs, `memo` the phrases resolved.
    `resolve` is the casting's own, so that a rule can ask for another phrase.
    """

    resolve: Callable[[Token], Mention | None]

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
        self.explained: dict[str, Mention] = {}
        self.genders: dict[str, str] = {}
        self.memo: dict[int, Mention | None] = {}
        self.home = self._home()
        self.setting = self._settings()

    @cached_property
    def stayed_at(self) -> frozenset[str]:
        """The words that the article says somebody or something was in, at or near."""
        return frozenset(token.text for token in self.doc if token.dep_ == "pobj" and token.head.lower_ in STAYS)

    def clause_subject(self, token: Token) -> Mention | None:
        """The subject of the clause that the token stands in, when it comes before the token."""
        node = token
        while node.head.i != node.i and node.pos_ not in ("VERB", "AUX"):
            node = node.head
        while (
            (node.dep_ in ("conj", "xcomp") or (node.dep_ == "advcl" and node.tag_ == "VBG"))
            and node.head.pos_ in ("VERB", "AUX")
            and not any(c.dep_ in ("nsubj", "nsubjpass") for c in node.children)
        ):
            node = node.head
        for child in node.children:
            if child.dep_ in ("nsubj", "nsubjpass") and child.i < token.i:
                return self.memo.get(child.i) or (self.resolve(child) if child.i not in self.memo else None)
        return None

    def register(self, name: str, mention: Mention, country: str | None) -> None:
        """Makes the name, and what the person is called after it, mean the mention from here on."""
        later = [word for word in name.split()[1:] if len(word) > 3 and word[0].isupper()]  # "Tchiroma" of Issa Tchiroma Bakary
        for key in (name, name.rsplit(maxsplit=1)[-1], *surnames(name, country), *later):
            self.people.setdefault(bare(key), mention)

    def mention(
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
        """A mention of the phrase."""
        first = phrase.start if start is None else start
        return Mention(phrase.head.i, first, phrase.end, actors, direct, plural or len(actors) > 1, kind, reason)

    def country_of_town(self, name: str) -> str | None:
        """The country of a town or region, None for what no gazetteer has and for a small namesake abroad."""
        place = self.places.find(name, countries=self.focus)
        if place is None or (place.kind == "city" and place.country not in self.focus and place.population < FAR_CITY):
            return None
        return place.country

    def _settings(self) -> dict[int, str]:
        """For each sentence the country it is set in: the last locative place of its paragraph, else the one before."""
        places = self.said = dict[int, str]()
        for token in self.doc:
            if token.pos_ != "ADP" or token.lower_ not in LOCATIVE:
                continue
            for noun in token.children:
                if noun.dep_ == "pobj" and (noun.pos_ == "PROPN" or noun.lemma_.lower() in REGIONS):
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
        end = noun.i + (noun.pos_ == "PROPN" and noun.lemma_.lower() not in REGIONS)
        name = self.doc[min((c.i for c in noun.children if c.dep_ == "compound" and c.i < noun.i), default=noun.i) : end].text
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
