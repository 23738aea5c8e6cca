"""What a release says of itself: a README to read and a CITATION.cff for machines."""

import json
from collections.abc import Sequence
from datetime import date

from msgspec import Struct

CITED_AS = "1.2.0"  # the version of the Citation File Format


class About(Struct, frozen=True, forbid_unknown_fields=True):
    """What a release is: its title, version and day, who made it, under which licence, from what, by which versions.

    `counts` are numbers by name, in the order to show them. `losses` are the lines of `Loss.lines`.
    """

    title: str
    version: str
    released: date
    authors: tuple[str, ...] = ()
    licence: str | None = None
    description: str = ""
    period: tuple[date, date] | None = None
    program: str = ""
    codebook: str = ""
    model: str = ""
    counts: dict[str, int] = {}
    losses: tuple[str, ...] = ()
    doi: str | None = None
    url: str | None = None


class TableFacts(Struct, frozen=True):
    """A file of the release: its name, bytes, and lines where it is text."""

    name: str
    size: int
    lines: int | None


def readme(about: About, tables: Sequence[TableFacts]) -> str:
    """The README: what it is, the files, the counts, what the formats left out, how to check it and how to cite it."""
    parts = [f"# {about.title}", about.description, _facts(about), "## Files", _files(tables)]
    if about.counts:
        parts += ["## Counts", _table(("what", "number"), [(name, f"{number:,}") for name, number in about.counts.items()])]
    if about.losses:
        parts += ["## What the formats left out", "\n".join(f"- {line}" for line in about.losses)]
    parts += ["## Check", "```sh\nsha256sum -c checksums.txt\n```", "## Cite", cite(about), "## Licence", licence_line(about)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _facts(about: About) -> str:
    rows = [("version", about.version), ("released", about.released.isoformat())]
    if about.period:
        rows.append(("events from, to", f"{about.period[0]} to {about.period[1]}"))
    told = (("program", about.program), ("codebook", about.codebook), ("model", about.model))
    return _table(("", ""), [*rows, *(row for row in told if row[1])])


def _files(tables: Sequence[TableFacts]) -> str:
    rows = [(f"`{table.name}`", f"{table.size:,}", "" if table.lines is None else f"{table.lines:,}") for table in tables]
    rows += [("`codebook.yaml`", "", ""), ("`CITATION.cff`", "", ""), ("`checksums.txt`", "", "")]
    return _table(("file", "bytes", "lines"), rows)


def _table(header: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    lines = [header, ("---",) * len(header), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def cite(about: About) -> str:
    """The citation in one sentence.

    >>> cite(About("Neighbours", "1.0", date(2026, 3, 1), ("Ada Maro", "Iko Ren")))
    'Ada Maro and Iko Ren (2026). Neighbours, version 1.0.'
    """
    who = " and ".join(about.authors) or about.title
    title = f"{about.title}, version {about.version}." if about.authors else f"Version {about.version}."
    where = f" https://doi.org/{about.doi}" if about.doi else f" {about.url}" if about.url else ""
    return f"{who} ({about.released.year}). {title}{where}"


def licence_line(about: About) -> str:
    """The licence in one line; that none is given, where none is."""
    return f"{about.licence}." if about.licence else "No licence is given: ask the authors before you use or share the data."


def citation_cff(about: About) -> str:
    """The Citation File Format: YAML, each value quoted as JSON is, which YAML reads alike."""
    rows = [
        ("cff-version", CITED_AS),
        ("message", "If you use these data, please cite them as below."),
        ("type", "dataset"),
        ("title", about.title),
        ("version", about.version),
        ("date-released", about.released.isoformat()),
    ]
    rows += [(key, value) for key, value in (("license", about.licence), ("doi", about.doi), ("url", about.url)) if value]
    lines = [f"{key}: {_quoted(value)}" for key, value in rows]
    names = [f"  - name: {_quoted(name)}" for name in about.authors or (about.title,)]
    return "\n".join([*lines, "authors:", *names]) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
