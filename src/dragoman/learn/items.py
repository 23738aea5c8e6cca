"""Examples of a researcher's own: JSON Lines in the form of the corpus, read and checked before anything is learnt from them."""

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

import msgspec
from msgspec import Struct

from dragoman.errors import InputError
from dragoman.knowledge.codebook import Codebook
from dragoman.learn.instances import Item

STATUSES = ("actual", "future", "hypothetical", "negated", "historical")
Phrases = tuple[str, ...]


class OwnEvent(Struct, frozen=True, forbid_unknown_fields=True):
    """An event of an item, every phrase quoted from its text; what is left out is not told."""

    type: str
    actor: Phrases
    trigger: str
    recipient: Phrases = ()
    modes: Phrases = ()
    status: str = "actual"
    said_by: Phrases = ()
    when: str = ""
    where: str = ""


class OwnItem(Struct, frozen=True, forbid_unknown_fields=True):
    """A text with all its events and everybody in it who could act or undergo."""

    id: str
    text: str
    actors: Phrases
    events: tuple[OwnEvent, ...]
    style: str = ""
    article: bool = False


def read_own_items(path: Path, codebook: Codebook) -> list[Item]:
    """The items of the file; raises InputError with every mistake, each with its line, its field and what to do."""
    items: list[Item] = []
    mistakes: list[str] = []
    seen: dict[str, int] = {}
    for number, line in enumerate(path.read_bytes().split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            item = msgspec.json.decode(line, type=OwnItem)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            mistakes.append(f"{path.name}:{number}: {error}")
            continue
        mistakes += [f"{path.name}:{number}: {what}" for what in _mistakes(item, codebook)]
        if item.id in seen:
            mistakes.append(f"{path.name}:{number}: id: {item.id!r} stands in line {seen[item.id]} already; give each item its own")
        seen[item.id] = number
        items.append(msgspec.to_builtins(item))
    if mistakes:
        raise InputError("\n".join(mistakes))
    return items


def _mistakes(item: OwnItem, codebook: Codebook) -> Iterator[str]:
    for number, event in enumerate(item.events):
        where = f"events[{number}]"
        yield from (f"{where}.{what}" for what in _wrong_labels(event, codebook))
        if not event.actor:
            yield f"{where}.actor: nobody; without an actor there is no event"
        for name in ("actor", "recipient", "said_by"):
            phrases: Phrases = getattr(event, name)
            yield from (f"{where}.{name}: {phrase!r} is not in actors; add it there" for phrase in phrases if phrase not in item.actors)
        if not event.trigger or event.trigger not in item.text:
            yield f"{where}.trigger: {event.trigger!r} is not in the text; quote it letter by letter"
    yield from (f"actors: {phrase!r} is not in the text; quote it letter by letter" for phrase in item.actors if phrase not in item.text)


def _wrong_labels(event: OwnEvent, codebook: Codebook) -> Iterator[str]:
    if event.type not in codebook.types:
        yield f"type: unknown type {event.type!r}.{_hint(event.type, list(codebook.types))}"
        return
    known = codebook.types[event.type].modes
    yield from (f"modes: {event.type} has no mode {mode!r}.{_hint(mode, list(known))}" for mode in event.modes if mode not in known)
    if event.status not in STATUSES:
        yield f"status: {event.status!r} is none of {', '.join(STATUSES)}"


def _hint(word: str, known: list[str]) -> str:
    close = get_close_matches(word, known, 1)
    return f" Did you mean {close[0]!r}?" if close else ""
