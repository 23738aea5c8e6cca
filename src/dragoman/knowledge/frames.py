"""The frame language: one line of the codebook that says how words express an event.

    frame   = [ "n:" | "a:" ] head element* [ ";" option ("," option)* ]
    element = R | A | word|word | {class} | to [verb|verb] | that | PREP (R | A | {class} | word | -ing)
    option  = both | swap | solo | need R | not a|b | if a|b | mode=x

Heads and words are lemmas. `n:` is an event noun, `a:` an adjective, anything else a verb, in the
active voice; the matcher (`events/match.py`) deals with passives, relatives, control and so on.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

PREPOSITIONS = frozenset(
    "about above across after against along alongside among amongst around as at because before behind "
    "below beneath beside besides between beyond by despite during except for from in inside into near of on "
    "onto outside over past per since through throughout to toward towards under until till upon via versus "
    "with within without".split()
)
OPTIONS = frozenset(("both", "swap", "solo", "need", "not", "if", "mode"))


@dataclass(frozen=True, slots=True)
class Element:
    """One thing the matcher looks for among the head's dependents.

    kind: "recipient", "actor", "word", "infinitive", "clause" or "gerund"; `prepositions` is empty for
    a direct dependent; `words` are the lemmas that satisfy it, empty where any will do.
    """

    kind: str
    prepositions: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame, read: its head lemmas, elements and options, and the type and mode it proposes."""

    text: str
    kind: str
    heads: frozenset[str]
    elements: tuple[Element, ...]
    event: str
    mode: str | None = None
    flags: frozenset[str] = frozenset()
    forbidden: frozenset[str] = frozenset()
    required: frozenset[str] = frozenset()
    has_recipient: bool = field(default=False)
    weight: float = field(default=0.0)


class FrameError(ValueError):
    """A frame does not follow the grammar; the message says where and what would do."""


def read_frame(text: str, event: str, mode: str | None, classes: Mapping[str, frozenset[str]]) -> Frame:
    """The frame that a line of the codebook stands for; raises FrameError naming the part that is wrong."""
    body, _, tail = text.partition(";")
    kind, body = _kind(body.strip())
    words = body.split()
    if not words:
        raise FrameError(f"frame {text!r} has no head")
    heads = _words(words[0], classes)
    elements = tuple(_elements(words[1:], classes))
    options = _options(tail, classes)
    mode = options.pop("mode", mode)
    return Frame(
        text=text,
        kind=kind,
        heads=heads,
        elements=elements,
        event=event,
        mode=mode,
        flags=frozenset(name for name in options if name in ("both", "swap", "solo", "need")),
        forbidden=options.get("not", frozenset()),
        required=options.get("if", frozenset()),
        has_recipient=any(element.kind == "recipient" for element in elements),
        weight=len(elements) + 0.5 * bool(options.get("if")) - 0.5 * ("need" in options),
    )


def _kind(body: str) -> tuple[str, str]:
    for mark in ("n", "a"):
        if body.startswith(mark + ":"):
            return mark, body[2:].strip()
    return "v", body


def _words(part: str, classes: Mapping[str, frozenset[str]]) -> frozenset[str]:
    found: set[str] = set()
    for word in part.split("|"):
        if word.startswith("{"):
            name = word.strip("{}")
            if name not in classes:
                raise FrameError(f"unknown class {{{name}}}{_suggestion(name, classes)}")
            found |= classes[name]
        else:
            found.add(word.lower())
    return frozenset(found)


def _elements(words: list[str], classes: Mapping[str, frozenset[str]]) -> list[Element]:
    elements: list[Element] = []
    i = 0
    while i < len(words):
        parts = words[i].split("|")
        if words[i] == "to" and (i + 1 == len(words) or not _is_slot(words[i + 1])):
            verbs = _words(words[i + 1], classes) if i + 1 < len(words) else frozenset[str]()
            elements.append(Element("infinitive", words=verbs))
            i += 2
        elif all(part in PREPOSITIONS for part in parts) and i + 1 < len(words):
            elements.append(_slot(words[i + 1], frozenset(parts), classes))
            i += 2
        else:
            elements.append(_slot(words[i], frozenset(), classes))
            i += 1
    return elements


def _is_slot(word: str) -> bool:
    return word in ("R", "A", "-ing") or word.startswith("{")


def _slot(word: str, prepositions: frozenset[str], classes: Mapping[str, frozenset[str]]) -> Element:
    if word in ("R", "A"):
        return Element("recipient" if word == "R" else "actor", prepositions)
    if word == "-ing":
        return Element("gerund", prepositions)
    if word == "that":
        return Element("clause", prepositions)
    return Element("word", prepositions, _words(word, classes))


def _options(tail: str, classes: Mapping[str, frozenset[str]]) -> dict:  # type: ignore[type-arg]
    options: dict[str, object] = {}
    for part in tail.split(","):
        words = part.split()
        if not words:
            continue
        name = words[0].partition("=")[0]
        if name not in OPTIONS:
            raise FrameError(f"unknown option {words[0]!r}{_suggestion(name, OPTIONS)}")
        if name in ("not", "if"):
            more = frozenset().union(*(_words(word, classes) for word in words[1:]))
            options[name] = options.get(name, frozenset()) | more  # type: ignore[operator]
        else:
            options[name] = words[0].partition("=")[2] or True
    return options


def _suggestion(name: str, known: Mapping[str, object] | frozenset[str]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(name, list(known), 1)
    return f". Did you mean {close[0]!r}?" if close else ""
