"""A YAML file whose every value knows its line, so that a mistake can be shown where it stands."""

from collections.abc import Collection, Iterable, Mapping
from difflib import get_close_matches
from typing import Any

import yaml

from dragoman.errors import CodebookError
from dragoman.knowledge.frames import Frame, FrameError, read_frame

Path = tuple[str | int, ...]
Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Tree:
    """The values of a file by path; `mistakes` gathers what is wrong, each with line and path."""

    def __init__(self, name: str, values: Mapping[str, Any], lines: Mapping[Path, int]) -> None:
        self.name, self.values, self.lines = name, values, lines
        self.mistakes: list[str] = []

    def value(self, *path: str) -> Any:
        """What stands at the path; a mistake and an empty tuple where nothing does."""
        node: Any = self.values
        for step in path:
            if not isinstance(node, Mapping) or step not in node:
                self.complain(path[:-1], f"missing {path[-1]!r}")
                return ()
            node = node[step]
        return node

    def mapping(self, *path: str) -> Mapping[str, Any]:
        """The mapping at the path; a mistake and an empty one where there is none."""
        found = self.value(*path)
        if isinstance(found, Mapping):
            return found
        if found is not None and found != ():
            self.complain(path, f"a mapping is needed, not {type(found).__name__}")
        return {}

    def words(self, *path: str) -> list[str]:
        """The list of words at the path; a mistake and an empty list where there is none."""
        found = self.value(*path)
        if isinstance(found, list):
            return [str(word) for word in found]
        if found != ():
            self.complain(path, f"a list is needed, not {found!r}")
        return []

    def number(self, path: Path, low: float, high: float) -> float:
        """The number at the path; a mistake where there is none within the limits."""
        found = self.value(*[str(step) for step in path])
        if isinstance(found, int | float) and low <= found <= high:
            return float(found)
        self.complain(path, f"a number from {low} to {high} is needed, not {found!r}")
        return 0.0

    def one_of(self, path: Path, allowed: Collection[str]) -> None:
        """Notes a mistake unless the value at the path is one of those allowed."""
        found = self.value(*[str(step) for step in path])
        if found not in allowed:
            self.complain(path, f"{found!r} is none of {', '.join(allowed)}", str(found), allowed)

    def known_keys(self, path: Path, allowed: Collection[str]) -> None:
        """Notes a mistake for each key that means nothing there."""
        for key in self.mapping(*[str(step) for step in path]):
            if key not in allowed:
                self.complain((*path, key), f"unknown key {key!r}", key, allowed)

    def frames(self, path: Path, event: str, mode: str | None, classes: Mapping[str, frozenset[str]]) -> list[Frame]:
        """The frames listed at the path, those that do not read left out and noted; none where there is no list."""
        node: Any = self.values
        for step in path:
            node = node.get(step) if isinstance(node, Mapping) else None
        found: list[Frame] = []
        if node is not None and not isinstance(node, list):
            self.complain(path, f"a list of frames is needed, not {node!r}")
            return found
        for number, text in enumerate(node or ()):
            try:
                found.append(read_frame(str(text), event, mode, classes))
            except FrameError as mistake:
                self.complain((*path, number), str(mistake))
        return found

    def complain(self, path: Path, what: str, got: str = "", known: Iterable[str] = ()) -> None:
        """Notes a mistake at the path, with the nearest known word."""
        close = get_close_matches(got, list(known), 1) if got else []
        hint = f". Did you mean {close[0]!r}?" if close else ""
        place = ".".join(str(step) if isinstance(step, str) else f"[{step}]" for step in path).replace(".[", "[")
        line = next((self.lines[path[:n]] for n in range(len(path), 0, -1) if path[:n] in self.lines), 1)
        self.mistakes.append(f"{self.name}: line {line}: {place or 'top'}: {what}{hint}")


def read_tree(text: str, name: str) -> Tree:
    """The file's values with their lines; raises CodebookError where it is not YAML."""
    try:
        root = yaml.compose(text, Loader=Loader)
    except yaml.YAMLError as error:
        raise CodebookError(f"{name}: not YAML: {error}") from error
    lines: dict[Path, int] = {}
    values = _plain(root, (), lines) if root is not None else {}
    if not isinstance(values, Mapping):
        raise CodebookError(f"{name}: line 1: a mapping with 'types', 'classes' and so on is needed at the top")
    return Tree(name, values, lines)


def _plain(node: Any, path: Path, lines: dict[Path, int]) -> Any:
    lines[path] = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        return {key.value: _plain(value, (*path, key.value), lines) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(value, (*path, number), lines) for number, value in enumerate(node.value)]
    return _scalar(node)


def _scalar(node: Any) -> Any:
    kind = node.tag.rpartition(":")[2]
    if kind == "null":
        return None
    if kind == "bool":
        return node.value.lower() in ("true", "yes", "on")
    if kind in ("int", "float"):
        return float(node.value) if kind == "float" or "." in node.value else int(node.value)
    return node.value
