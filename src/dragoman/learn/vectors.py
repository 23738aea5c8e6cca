"""What the encoder makes of every instance, kept in a file, since the encoder stays as it is while others learn."""

from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from dragoman.events.classify import Array, Encoded, Runner
from dragoman.model.instance import Instance

Watch = Callable[[str, int, int], None]  # what is being done, how many are done, of how many
PARTS = ("types", "modes", "statuses", "vector")


class Vectors:
    """The encoder's answers by instance; those that are in the file are not asked for again.

    `model` is the digest of the encoder's model: the answers of another are not taken.
    """

    def __init__(self, path: Path, model: str, runner: Runner) -> None:
        self._path, self._model, self._runner = path, model, runner
        self._known: dict[str, Encoded] = dict(_read(path, model))

    def encode(self, instances: Sequence[Instance], watch: Watch) -> list[Encoded]:
        """An answer for each instance, in order; what was new is in the file afterwards."""
        keys = [key_of(instance) for instance in instances]
        new = {key: instance for key, instance in zip(keys, instances, strict=True) if key not in self._known}
        for done, (key, instance) in enumerate(new.items(), 1):
            self._known[key] = self._runner.encode(instance)
            watch("encoding", done, len(new))
        if new:
            self._write()
        return [self._known[key] for key in keys]

    def _write(self) -> None:
        columns: dict[str, Any] = {part: np.stack([getattr(row, part) for row in self._known.values()]) for part in PARTS}
        partial = self._path.with_suffix(".part.npz")  # renamed when whole: an interrupted run leaves no half of a file
        np.savez(partial, keys=np.array(list(self._known)), model=np.array(self._model), **columns)
        partial.replace(self._path)


def _read(path: Path, model: str) -> Iterable[tuple[str, Encoded]]:
    if not path.is_file():
        return ()
    with np.load(path) as held:
        if str(held["model"]) != model:
            return ()
        columns: list[Array] = [held[part] for part in PARTS]
        keys = [str(key) for key in held["keys"]]
    return zip(keys, (Encoded(*row) for row in zip(*columns, strict=True)), strict=True)


def key_of(instance: Instance) -> str:
    """The name of what the encoder sees of the instance: its text and its marks."""
    seen = (instance.text, instance.actor, instance.recipient, instance.trigger)
    return sha256(msgspec.json.encode(seen)).hexdigest()[:24]
