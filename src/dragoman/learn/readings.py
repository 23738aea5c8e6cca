"""Items read into examples, once for each codebook: what has been read is kept in a file."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import msgspec

from dragoman.learn.instances import Example, Item, build_examples
from dragoman.learn.vectors import Watch
from dragoman.pipeline import Tools


def read_examples(items: Sequence[Item], tools: Tools, folder: Path, watch: Watch) -> list[Example]:
    """The examples of all items, from the folder where the same were read before by the same codebook, parser and program."""
    run = tools.run
    name = sha256(msgspec.json.encode((items, run.version, run.codebook, run.model))).hexdigest()[:12]
    path = folder / f"examples-{name}.msgpack"
    if path.is_file():
        return msgspec.msgpack.decode(path.read_bytes(), type=list[Example])
    examples = _watched(items, tools, watch)
    path.write_bytes(msgspec.msgpack.encode(examples))
    return examples


def _watched(items: Sequence[Item], tools: Tools, watch: Watch) -> list[Example]:
    place = {item["id"]: number for number, item in enumerate(items, 1)}
    examples = []
    for example in build_examples(items, tools):
        examples.append(example)
        watch(f"reading by {tools.codebook.version}", place[example.item], len(items))
    return examples
