"""The command `actors`: who a mention names, and which names in articles no table knows."""

import datetime
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.markup import escape
from rich.table import Table

from dragoman.actors.lookup import Actors, Resolved
from dragoman.errors import InputError
from dragoman.present.screen import complaints, screen


class Asked(msgspec.Struct, frozen=True):
    """One mention as it was asked for, and the answer."""

    mention: str
    on: datetime.date | None = None
    context: str | None = None
    resolved: Resolved | None = None


def actors(
    words: Annotated[list[str], typer.Argument(metavar="MENTION...", help="Mentions; - reads them a line each: mention, day, context, tab between.")],
    *,
    on: Annotated[str | None, typer.Option(help="The day that offices and names are meant on, YYYY-MM-DD.")] = None,
    context: Annotated[str | None, typer.Option(help="Words around the mention, to decide between namesakes.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="JSON Lines instead of a table.")] = False,
    unknown: Annotated[bool, typer.Option("--unknown", help="Take the words for articles: list the names in them that no table knows.")] = False,
    table: Annotated[list[Path] | None, typer.Option(help="A table of your own, which wins over ours; may be repeated.")] = None,
    dictionary: Annotated[list[Path] | None, typer.Option(help="A PETRARCH or ICEWS dictionary to add; may be repeated.")] = None,
) -> None:
    """Tell who a mention names: country, sectors and why; or list the names that no table knows."""
    if unknown:
        from dragoman.present.unknown_names import show_unknown

        show_unknown(words, table or (), dictionary or (), as_json=as_json)
        return
    known = Actors(table or (), dictionary or ())
    for warning in known.warnings:
        complaints().print(f"dragoman: {warning}")
    _show((_answer(known, asked) for asked in _asked(words, on, context)), as_json=as_json)


def _asked(words: Iterable[str], on: str | None, context: str | None) -> Iterator[Asked]:
    day = _day(on, "--on") if on else None
    for word in words:
        if word == "-":
            yield from (_line(number, line, day, context) for number, line in enumerate(sys.stdin, 1) if line.strip())
        else:
            yield Asked(word, day, context)


def _line(number: int, line: str, day: datetime.date | None, context: str | None) -> Asked:
    cells = [cell.strip() for cell in line.rstrip("\n").split("\t")]
    if len(cells) > 3:
        raise InputError(f"-: line {number}: {len(cells)} cells; write mention, day and context with a tab between")
    mention, told, around = (*cells, "", "")[:3]
    return Asked(mention, _day(told, f"-: line {number}") if told else day, around or context)


def _day(text: str, place: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as error:
        raise InputError(f"{place}: unknown day {text!r}; write YYYY-MM-DD") from error


def _answer(known: Actors, asked: Asked) -> Asked:
    return msgspec.structs.replace(asked, resolved=known.resolve(asked.mention, on=asked.on, context=asked.context))


def _show(rows: Iterable[Asked], *, as_json: bool) -> None:
    """Prints each answer as it comes in JSON, all of them in one table otherwise."""
    out = screen()
    if as_json:
        for row in rows:
            out.print(msgspec.json.encode(row).decode(), markup=False, soft_wrap=True)
        return
    shown = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for name in ("mention", "on", "who", "country", "sectors", "kind", "why", "or"):
        shown.add_column(name, overflow="fold", vertical="top")
    for row in rows:
        shown.add_row(*map(escape, _cells(row)))
    out.print(shown)


def _cells(row: Asked) -> tuple[str, ...]:
    who = row.resolved
    day = str(row.on or "")
    if who is None:
        return (row.mention, day, "nobody", "", "", "", "", "")
    others = "\n".join(" ".join(filter(None, (other.name, other.country))) for other in who.alternatives)
    return (row.mention, day, who.name, who.country or "", " ".join(who.sectors), who.kind, "; ".join(who.reasons), others)
