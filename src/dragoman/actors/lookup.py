"""Actors alone: who a mention names, without an article and without a parser."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from dragoman.actors.alone.choose import Chooser
from dragoman.actors.alone.chunks import Cutter
from dragoman.actors.alone.reader import Reader
from dragoman.actors.alone.resolved import Resolved
from dragoman.actors.alone.terms import Offices
from dragoman.knowledge.extended import extended_directory

__all__ = ["Actors", "Resolved"]
LONGEST = 400  # characters; a mention that is longer is a paragraph, and is read this far


class Actors:
    """Everybody the tables know, and the grammar of the phrases that name them.

    tables: CSV files of one's own (name, aliases, country, sectors, from, to), which win over ours.
    dictionaries: PETRARCH `*.actors.txt` and `*.agents.txt`, or ICEWS-like CSV, added to ours. Raises
    CodebookError with every line that cannot be read; `warnings` has the codes that nobody knows.

    >>> from datetime import date
    >>> actors = Actors()
    >>> actors.resolve("the PRD", on=date(2022, 6, 1), context="Mexican").name
    'Party of the Democratic Revolution'
    >>> actors.resolve("Chinese foreign minister", on=date(2024, 5, 1)).name
    'Wang Yi'
    >>> actors.resolve("the weather")
    """

    def __init__(self, tables: Iterable[str | Path] = (), dictionaries: Iterable[str | Path] = ()) -> None:
        self.directory, self.warnings = extended_directory(tables, dictionaries)
        self._cutter = Cutter(self.directory)
        self._chooser = Chooser(self._cutter)
        self._offices = Offices(self.directory)

    def resolve(self, mention: str, *, on: date | None = None, context: str | None = None) -> Resolved | None:
        """Whom the mention means on the day, by the words around it; None where nobody is meant."""
        chunks = self._cutter.cut(mention.strip()[:LONGEST])
        around = self._chooser.around(context or "")
        return Reader(self.directory, self._chooser, self._offices, around, on).read(chunks)
