"""Our directory together with what the user knows: own tables, which win, and dictionaries, which are added."""

from collections.abc import Iterable
from pathlib import Path

from dragoman.errors import CodebookError
from dragoman.knowledge.actors import Directory, load_directory
from dragoman.knowledge.own_tables import add_row, read_own_table
from dragoman.knowledge.petrarch import read_dictionary


def extended_directory(tables: Iterable[str | Path] = (), dictionaries: Iterable[str | Path] = ()) -> tuple[Directory, tuple[str, ...]]:
    """Our directory with the user's tables and dictionaries, in a copy of it, and warnings of unknown codes.

    Raises CodebookError listing every line of every file that cannot be read.
    """
    own, others = [Path(path) for path in tables], [Path(path) for path in dictionaries]
    if not own and not others:
        return load_directory(), ()
    directory = load_directory().copied()
    mistakes: list[str] = []
    warnings: list[str] = []
    for path in own:
        rows, wrong = read_own_table(path, directory)
        mistakes += wrong
        for row in rows:
            add_row(directory, row)
    for path in others:
        found = read_dictionary(path, directory)
        mistakes += found.mistakes
        warnings += found.warnings
        found.add_to(directory)
    if mistakes:
        raise CodebookError("\n".join(mistakes))
    return directory, tuple(warnings)


def directory_with(paths: Iterable[Path]) -> tuple[Directory, tuple[str, ...]]:
    """Our directory with the files of a setting: `.txt` are dictionaries, all others own tables."""
    files = tuple(paths)
    return extended_directory([path for path in files if path.suffix != ".txt"], [path for path in files if path.suffix == ".txt"])
