"""A folder that others can cite: the tables, the codebook, a README, checksums and a CITATION.cff."""

import shutil
from collections.abc import Iterable, Mapping
from hashlib import file_digest
from pathlib import Path
from typing import Any

import msgspec

from dragoman.errors import InputError
from dragoman.formats.about import About, TableFacts, citation_cff, readme

CODEBOOK, README, CITATION, CHECKSUMS = "codebook.yaml", "README.md", "CITATION.cff", "checksums.txt"
OWN = frozenset((CODEBOOK, README, CITATION, CHECKSUMS))
BLOCK_BYTES = 1 << 20


def write_release(folder: Path, tables: Mapping[str, Path], codebook: Path | bytes, about: About | Mapping[str, Any]) -> tuple[Path, ...]:
    """Makes the folder a release: the tables copied in, codebook.yaml, README.md, CITATION.cff and checksums.txt.

    `tables` are files by the name they get in the folder; one that stands there already is left as it is. The same input
    makes the same bytes. `sha256sum -c checksums.txt` in the folder checks all of it. Gives the files, in order of name.
    Raises InputError, before anything is written, for a table that is missing or named like one of the release's own files,
    and for a field of `about` that is unknown or of the wrong kind.
    """
    _check(tables)
    told = about if isinstance(about, About) else _about(about)
    folder.mkdir(parents=True, exist_ok=True)
    for name, path in tables.items():
        _copy(path, folder / name)
    (folder / CODEBOOK).write_bytes(codebook if isinstance(codebook, bytes) else codebook.read_bytes())
    facts = [describe_table(folder / name) for name in sorted(tables)]
    _write(folder / README, readme(told, facts))
    _write(folder / CITATION, citation_cff(told))
    names = sorted({*tables, CODEBOOK, README, CITATION})
    _write(folder / CHECKSUMS, checksums(folder, names))
    return tuple(folder / name for name in sorted((*names, CHECKSUMS)))


def _check(tables: Mapping[str, Path]) -> None:
    for name, path in tables.items():
        if name in OWN or Path(name).name != name:
            raise InputError(f"{name}: a table cannot be called that in a release; give it a plain name of its own")
        if not path.is_file():
            raise InputError(f"{path}: no such file; export {name} first")


def _about(fields: Mapping[str, Any]) -> About:
    try:
        return msgspec.convert(fields, About)
    except msgspec.ValidationError as error:
        raise InputError(f"about: {error}; the fields are {', '.join(About.__struct_fields__)}") from error


def _copy(path: Path, target: Path) -> None:
    if not (target.exists() and target.samefile(path)):
        shutil.copyfile(path, target)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def checksums(folder: Path, names: Iterable[str]) -> str:
    """A line for each file as `sha256sum` writes it: the digest, two spaces, the name."""
    return "".join(f"{_digest(folder / name)}  {name}\n" for name in names)


def _digest(path: Path) -> str:
    with path.open("rb") as content:
        return file_digest(content, "sha256").hexdigest()


def describe_table(path: Path) -> TableFacts:
    """The file's name, size in bytes, and its number of lines; None for lines where it is no text."""
    lines, is_text = 0, True
    with path.open("rb") as content:
        while block := content.read(BLOCK_BYTES):
            lines += block.count(b"\n")
            is_text = is_text and b"\0" not in block
    return TableFacts(path.name, path.stat().st_size, lines if is_text else None)
