"""The reference under docs/, written from the program itself: `python -m dragoman.present.reference docs/reference`.

--check writes nothing and ends with status 1 when a page is not what would be written.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from dragoman.errors import InputError
from dragoman.present.chapters import cli_page, codebook_page, records_page, settings_page
from dragoman.present.ledger_page import ledger_page

PAGES: dict[str, Callable[[], Iterator[str]]] = {
    "cli.md": cli_page,
    "codebook.md": codebook_page,
    "ledger.md": ledger_page,
    "records.md": records_page,
    "settings.md": settings_page,
}
NOTE = "<!-- Written by `make docs`; edit the program, not this page. -->"


def write(folder: Path) -> None:
    """Writes every page into the folder, which is made where it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, page in PAGES.items():
        (folder / name).write_text(text_of(page), encoding="utf-8")


def stale(folder: Path) -> list[str]:
    """The names of pages that are missing or not what the program would write today."""
    paths = {name: folder / name for name in PAGES}
    return [name for name, path in paths.items() if not path.exists() or path.read_text(encoding="utf-8") != text_of(PAGES[name])]


def text_of(page: Callable[[], Iterator[str]]) -> str:
    """The page as it is written."""
    return "\n".join([NOTE, "", *page()]).rstrip() + "\n"


def main(arguments: Sequence[str]) -> int:
    """Writes or, with --check, compares the pages; the exit status."""
    folders = [Path(word) for word in arguments if word != "--check"]
    if len(folders) != 1:
        raise InputError("usage: python -m dragoman.present.reference [--check] FOLDER")
    if "--check" not in arguments:
        write(folders[0])
        return 0
    names = stale(folders[0])
    for name in names:
        print(f"{folders[0] / name} is stale; run `make docs`", file=sys.stderr)  # noqa: T201 - a command of its own
    return 1 if names else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
