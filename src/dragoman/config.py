"""Settings, frozen, from keyword arguments or a TOML file; nothing else reads the environment."""

import tomllib
from pathlib import Path

import msgspec

from dragoman.errors import SettingsError

LEDGER = Path("dragoman.duckdb")
"""Where a ledger is kept when nobody says where."""


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a run is done.

    codebook: a YAML of one's own, None for the one in the package. batch_size: articles parsed
    together. max_words: an article longer than this fails with a message. min_confidence: records
    below it are dropped. explain: keep what was proposed and dropped.
    actors: tables and dictionaries of one's own, which win over the package's (`.txt` are PETRARCH dictionaries).
    model: a folder with a model of one's own, None for the one in the package.
    classifier: let the trained classifier decide with the rules; without it the rules decide alone.
    """

    codebook: Path | None = None
    batch_size: int = 16
    max_words: int = 20_000
    min_confidence: float = 0.0
    explain: bool = False
    actors: tuple[Path, ...] = ()
    model: Path | None = None
    classifier: bool = True


def read_settings(path: Path) -> Settings:
    """The settings of a TOML file; raises SettingsError naming the file, the key and the fix."""
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Settings, dec_hook=_make)
    except (OSError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        known = ", ".join(Settings.__struct_fields__)
        raise SettingsError(f"{path}: {error}. The settings are {known}.") from error


def _make(kind: type, value: object) -> object:
    """A path from its text: what TOML has no value for."""
    if kind is Path and isinstance(value, str):
        return Path(value)
    raise NotImplementedError(f"a {kind.__name__} cannot be made of {value!r}")
