"""The codebook: types, modes, contexts, rules and the frames that propose them, from one YAML.

Everything that decides what an event is stands in `data/plover.yaml` or in a researcher's own file,
of the same form or with `extends: plover.yaml` and only what is new. It is validated on load: every mistake at once, each with its line and path.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any

from dragoman.errors import CodebookError
from dragoman.knowledge.additions import BASE, add_to
from dragoman.knowledge.frames import Frame
from dragoman.knowledge.yaml_tree import Tree, read_tree


@dataclass(frozen=True, slots=True)
class Mode:
    """One way of doing what the type says; `score` replaces the type's."""

    name: str
    score: float
    definition: str
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EventType:
    """A type of event: quad (VC, MC, VX, MX), score -10 to 10, whether a recipient is required."""

    name: str
    quad: str
    score: float
    recipient: str
    definition: str
    is_not: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    modes: Mapping[str, Mode] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Context:
    """A setting: the words that show it, and the types (or TYPE/mode) that imply it."""

    name: str
    definition: str
    words: frozenset[str]
    types: frozenset[str]
    misleading: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Codebook:
    """All of it, read and checked. `digest` changes whenever the file does."""

    version: str
    digest: str
    types: Mapping[str, EventType]
    contexts: Mapping[str, Context]
    frames: tuple[Frame, ...]
    operators: tuple[Frame, ...]
    light_verbs: frozenset[str]
    complements: Mapping[str, Mapping[str, frozenset[str]]]
    instruments: Mapping[str, Mapping[str, frozenset[str]]]
    aliases: Mapping[str, tuple[str, ...]]
    from_cameo: Mapping[str, tuple[str | None, str | None]]
    to_cameo: Mapping[str, str]

    def score(self, event: str, modes: tuple[str, ...]) -> float:
        """The score of a type with its modes: the strongest mode's, else the type's."""
        entry = self.types[event]
        scores = [entry.modes[mode].score for mode in modes if mode in entry.modes]
        return max(scores, key=abs) if scores else entry.score

    def canonical(self, label: str) -> tuple[str, ...]:
        """The types that a label stands for: itself, an old name's, or a CAMEO code's; empty if unknown."""
        name = label.strip().upper()
        if name in self.types:
            return (name,)
        if name in self.aliases:
            return self.aliases[name]
        for length in range(len(name), 1, -1):
            found = self.from_cameo.get(name[:length])
            if found is not None:
                return (found[0],) if found[0] else ()
        return ()


@cache
def load_codebook(path: Path | None = None) -> Codebook:
    """The codebook at `path`, by default the one in the package; raises CodebookError with every mistake."""
    source = path.read_bytes() if path else _shipped()
    tree = _read(source, path.name if path else BASE)
    if "extends" in tree.values:
        source, tree = _shipped() + source, add_to(_read(_shipped(), BASE), tree)
    book = _build(tree, sha256(source).hexdigest()[:12])
    if tree.mistakes:
        raise CodebookError("\n".join(tree.mistakes))
    return book


def _shipped() -> bytes:
    return (files("dragoman") / "data" / BASE).read_bytes()


def _read(source: bytes, name: str) -> Tree:
    try:
        return read_tree(source.decode("utf-8"), name)
    except UnicodeDecodeError as error:
        raise CodebookError(f"{name}: byte {error.start}: not UTF-8; save the file as UTF-8") from error


def _build(tree: Tree, digest: str) -> Codebook:
    classes = {name: frozenset(word.lower() for word in tree.words("classes", name)) for name in tree.mapping("classes")}
    types = {name: _read_type(tree, name) for name in tree.mapping("types")}
    frames: list[Frame] = []
    for name, entry in types.items():
        frames += tree.frames(("types", name, "frames"), name, None, classes)
        for mode in entry.modes:
            frames += tree.frames(("types", name, "modes", mode, "frames"), name, mode, classes)
    operators: list[Frame] = []
    for name in tree.mapping("operators"):
        operators += tree.frames(("operators", name, "frames"), f"@{name}", None, classes)
    _check_modes(tree, frames, types)
    cameo = {str(code): _cameo(tree, str(code)) for code in tree.mapping("crosswalk", "from_cameo")}
    return Codebook(
        version=str(tree.value("version")),
        digest=digest,
        types=types,
        contexts={name: _read_context(tree, name) for name in tree.mapping("contexts")},
        frames=tuple(frames),
        operators=tuple(operators),
        light_verbs=frozenset(tree.words("light_verbs")),
        complements=_word_maps(tree, "complements", classes),
        instruments=_word_maps(tree, "instruments", classes),
        aliases={name: _names(value) for name, value in tree.mapping("crosswalk", "aliases").items()},
        from_cameo=cameo,
        to_cameo={name: str(code) for name, code in tree.mapping("crosswalk", "to_cameo").items()},
    )


def _cameo(tree: Tree, code: str) -> tuple[str | None, str | None]:
    row = tree.mapping("crosswalk", "from_cameo", code)
    return row.get("type"), row.get("mode")


QUADS = ("VC", "MC", "VX", "MX")


def _read_type(tree: Tree, name: str) -> EventType:
    path = ("types", name)
    row = tree.mapping(*path)
    tree.known_keys(path, ("quad", "score", "recipient", "definition", "is_not", "examples", "frames", "modes"))
    tree.one_of((*path, "quad"), QUADS)
    tree.one_of((*path, "recipient"), ("required", "optional", "usual", "none"))
    modes = {mode: _read_mode(tree, name, mode) for mode in row.get("modes") or {}}
    return EventType(
        name,
        str(row.get("quad")),
        tree.number((*path, "score"), -10, 10),
        str(row.get("recipient")),
        str(row.get("definition", "")),
        tuple(row.get("is_not") or ()),
        tuple(row.get("examples") or ()),
        modes,
    )


def _read_mode(tree: Tree, name: str, mode: str) -> Mode:
    path = ("types", name, "modes", mode)
    row = tree.mapping(*path)
    tree.known_keys(path, ("score", "definition", "examples", "frames"))
    return Mode(mode, tree.number((*path, "score"), -10, 10), str(row.get("definition", "")), tuple(row.get("examples") or ()))


def _read_context(tree: Tree, name: str) -> Context:
    row = tree.mapping("contexts", name)
    tree.known_keys(("contexts", name), ("definition", "words", "types", "not"))
    words = frozenset(str(word).lower() for word in row.get("words") or ())
    misleading = frozenset(str(word).lower() for word in row.get("not") or ())
    return Context(name, str(row.get("definition", "")), words, frozenset(row.get("types") or ()), misleading)


def _word_maps(tree: Tree, key: str, classes: Mapping[str, frozenset[str]]) -> dict[str, dict[str, frozenset[str]]]:
    maps: dict[str, dict[str, frozenset[str]]] = {}
    for event, modes in tree.mapping(key).items():
        maps[event] = {mode: _expand(words, classes) for mode, words in modes.items()}
    return maps


def _expand(words: list[str], classes: Mapping[str, frozenset[str]]) -> frozenset[str]:
    found: set[str] = set()
    for word in words:
        text = str(word).lower()
        found |= classes.get(text.strip("{}"), frozenset()) if text.startswith("{") else {text}
    return frozenset(found)


def _check_modes(tree: Tree, frames: list[Frame], types: Mapping[str, EventType]) -> None:
    for frame in frames:
        if frame.mode is not None and frame.mode not in types[frame.event].modes:
            tree.complain(
                ("types", frame.event, "frames"), f"frame {frame.text!r}: unknown mode {frame.mode!r}", frame.mode, types[frame.event].modes
            )


def _names(value: Any) -> tuple[str, ...]:
    return tuple(value) if isinstance(value, list) else (str(value),)
