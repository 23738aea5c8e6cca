"""What must hold of an item, and what a reader should look at: two tables of named rules.

A rule yields one sentence for each breach: which field, what stands there, what to do.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches

from item import CorpusEvent, CorpusItem

from dragoman.knowledge.codebook import Codebook

PASSAGE, ARTICLE = (3, 70), (90, 160)  # words, fewest and most
TRIGGER = 6  # words, most
MUTUAL = frozenset(("CONSULT", "COOPERATE"))  # one phrase may name all parties: "the presidents of Algeria and Libya met"
JOINT = frozenset(("multilateral", "third-party"))  # modes of CONSULT in which everybody present is an actor
SIDES = ("actor", "recipient", "said_by")

Rule = Callable[[CorpusItem, Codebook], Iterator[str]]


def has_its_length(item: CorpusItem, _: Codebook) -> Iterator[str]:
    """The text is as long as its kind: one to three sentences, or a short article."""
    kind, (fewest, most) = ("an article", ARTICLE) if item.article else ("a passage", PASSAGE)
    words = len(item.text.split())
    if not fewest <= words <= most:
        yield f"text: {words} words; {kind} has {fewest} to {most}"


def labels_are_known(item: CorpusItem, codebook: Codebook) -> Iterator[str]:
    """Types and modes are the codebook's."""
    for where, event in _events(item):
        if event.type not in codebook.types:
            yield f"{where}.type: unknown type {event.type!r}.{_hint(event.type, codebook.types)}"
            continue
        known = codebook.types[event.type].modes
        yield from (f"{where}.modes: {event.type} has no mode {mode!r}.{_hint(mode, known)}" for mode in event.modes if mode not in known)


def quotes_are_verbatim(item: CorpusItem, _: Codebook) -> Iterator[str]:
    """Every phrase stands in the text, letter by letter, as whole words."""
    for where, phrase in _phrases(item):
        if phrase != phrase.strip() or not phrase:
            yield f"{where}: {phrase!r} is empty or has blanks around it; quote the words alone"
        elif phrase not in item.text:
            yield f"{where}: {phrase!r} is not in the text; quote it letter by letter"
        elif not any(_whole(item.text, phrase)):
            yield f"{where}: {phrase!r} stands only inside longer words; quote whole words"


def lists_name_once(item: CorpusItem, _: Codebook) -> Iterator[str]:
    """No list holds anything twice."""
    lists = [("actors", item.actors)]
    for where, event in _events(item):
        lists += [(f"{where}.{name}", getattr(event, name)) for name in (*SIDES, "modes")]
    for where, values in lists:
        yield from (f"{where}: {value!r} stands there {n} times; name it once" for value, n in Counter(values).items() if n > 1)


def somebody_acts(item: CorpusItem, _: Codebook) -> Iterator[str]:
    """An event has an actor."""
    yield from (f"{where}.actor: nobody; without an actor there is no event" for where, event in _events(item) if not event.actor)


def sides_are_actors(item: CorpusItem, _: Codebook) -> Iterator[str]:
    """Parties and speakers are among the item's actors."""
    for where, event in _events(item):
        for name in SIDES:
            yield from (f"{where}.{name}: {phrase!r} is not in actors; add it there" for phrase in getattr(event, name) if phrase not in item.actors)


def sides_are_apart(item: CorpusItem, _: Codebook) -> Iterator[str]:
    """Nobody stands on both sides, and of joint talks everybody is an actor."""
    for where, event in _events(item):
        for phrase in sorted(set(event.actor) & set(event.recipient)):
            yield f"{where}: {phrase!r} is on both sides; a reciprocal event has all parties as actors and no recipient"
        if event.type == "CONSULT" and event.recipient and JOINT & set(event.modes):
            yield f"{where}.recipient: {event.recipient[0]!r}; of {'/'.join(event.modes)} talks all parties are actors"


def recipient_is_told(item: CorpusItem, codebook: Codebook) -> Iterator[str]:
    """Types that need a recipient have one; the reciprocal ones are looked at by `party_is_alone`."""
    for where, event in _events(item):
        entry = codebook.types.get(event.type)
        if entry is not None and entry.recipient == "required" and not event.recipient and event.type not in MUTUAL:
            yield f"{where}.recipient: nobody; {event.type} needs one"


def party_is_alone(item: CorpusItem, _: Codebook) -> Iterator[str]:
    """A reciprocal event has several parties; right where one phrase names them all."""
    for where, event in _events(item):
        if event.type in MUTUAL and not event.recipient and len(event.actor) == 1:
            yield f"{where}.actor: {event.type} of {event.actor[0]!r} alone"


def recipient_is_odd(item: CorpusItem, codebook: Codebook) -> Iterator[str]:
    """COOPERATE is mostly reciprocal, and some types have no recipient in the codebook."""
    for where, event in _events(item):
        entry = codebook.types.get(event.type)
        if event.recipient and entry is not None and (event.type == "COOPERATE" or entry.recipient == "none"):
            yield f"{where}.recipient: {event.type} towards {event.recipient[0]!r}"


def place_is_unsure(item: CorpusItem, _: Codebook) -> Iterator[str]:
    """A phrase stands first inside a longer word ("Niger" in "Nigeria"), or a trigger in two places."""
    for phrase, where in {phrase: where for where, phrase in _phrases(item) if phrase}.items():
        if not next(_whole(item.text, phrase), True):
            yield f"{where}: {phrase!r} stands first inside a longer word"
    for where, event in _events(item):
        if event.trigger and item.text.count(event.trigger) > 1:
            yield f"{where}.trigger: {event.trigger!r} stands in {item.text.count(event.trigger)} places"


def trigger_is_long(item: CorpusItem, _: Codebook) -> Iterator[str]:
    """A trigger is a few words."""
    yield from (f"{where}.trigger: more than {TRIGGER} words" for where, event in _events(item) if len(event.trigger.split()) > TRIGGER)


MUST: tuple[Rule, ...] = (
    has_its_length, labels_are_known, quotes_are_verbatim, lists_name_once, somebody_acts, sides_are_actors, sides_are_apart, recipient_is_told,
)  # fmt: skip
LOOK: tuple[Rule, ...] = (party_is_alone, recipient_is_odd, place_is_unsure, trigger_is_long)


def _events(item: CorpusItem) -> Iterator[tuple[str, CorpusEvent]]:
    for number, event in enumerate(item.events):
        yield f"events[{number}]", event


def _phrases(item: CorpusItem) -> Iterator[tuple[str, str]]:
    """Everything that is quoted from the text, with the name of its field."""
    yield from (("actors", phrase) for phrase in item.actors)
    for where, event in _events(item):
        for name in SIDES:
            yield from ((f"{where}.{name}", phrase) for phrase in getattr(event, name))
        yield f"{where}.trigger", event.trigger
        yield from ((f"{where}.{name}", phrase) for name, phrase in (("when", event.when), ("where", event.where)) if phrase)


def _whole(text: str, phrase: str) -> Iterator[bool]:
    """For each place of the phrase, whether no letter or digit continues it on either side."""
    for found in re.finditer(re.escape(phrase), text):
        before, after = text[: found.start()][-1:], text[found.end() :][:1]
        yield not (before.isalnum() and phrase[0].isalnum()) and not (after.isalnum() and phrase[-1].isalnum())


def _hint(name: str, known: Iterable[str] | Mapping[str, object]) -> str:
    near = get_close_matches(name, list(known), n=1)
    return f" Did you mean {near[0]!r}?" if near else f" Known: {', '.join(known) or 'none'}"
