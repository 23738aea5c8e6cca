"""A codebook that extends the package's: a short file that holds only what is new."""

from collections.abc import Mapping
from typing import Any

from dragoman.knowledge.yaml_tree import Tree

BASE = "plover.yaml"
ADDS = ("classes", "types", "contexts")  # mappings to which a file that extends may add


def add_to(base: Tree, own: Tree) -> Tree:
    """The base's values with the own file's added; mistakes are noted with the lines of the own file.

    What the base already has cannot be changed so: that takes a whole copy.
    """
    values: dict[str, Any] = {**base.values, "version": own.value("version")}
    merged = Tree(own.name, values, own.lines)
    merged.mistakes += own.mistakes
    if own.values["extends"] != BASE:
        merged.complain(("extends",), f"{own.values['extends']!r} cannot be extended; write {BASE}")
    for key, value in own.values.items():
        if key in ADDS:
            values[key] = _added(merged, key, value, base.values[key])
        elif key not in ("extends", "version"):
            merged.complain((key,), f"a file that extends adds to version, {', '.join(ADDS)} alone", key, ADDS)
    return merged


def _added(merged: Tree, key: str, own: Any, base: Mapping[str, Any]) -> Mapping[str, Any]:
    if not isinstance(own, Mapping):
        merged.complain((key,), f"a mapping is needed, not {own!r}")
        return base
    for name in own:
        if name in base:
            merged.complain((key, name), f"{name!r} is in {BASE}; to change what is there, take a whole copy")
    return {**base, **own}
