"""Options that the commands over a ledger share."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.config import LEDGER
from dragoman.errors import InputError
from dragoman.knowledge.tables import first_day, last_day
from dragoman.read.dates import read_day

if TYPE_CHECKING:
    from dragoman.present.api import Ledger

LedgerPath = Annotated[Path, typer.Option(help="The ledger's file.")]
One = Annotated[str, typer.Argument(help="A country, its code, a body, a bloc, or a list: CHN, China, ASEAN, CHN,RUS.")]
Other = Annotated[str, typer.Argument(help="The other side; anybody when left out.")]
Since = Annotated[str | None, typer.Option(help="First day, YYYY, YYYY-MM or YYYY-MM-DD.")]
Until = Annotated[str | None, typer.Option(help="Last day, YYYY, YYYY-MM or YYYY-MM-DD.")]
STATUS_HELP = "actual, future, hypothetical, negated, historical; several by repeating."
Status = Annotated[list[str] | None, typer.Option("--status", help=f"{STATUS_HELP} Actual when left out.")]
AnyStatus = Annotated[list[str] | None, typer.Option("--status", help=f"{STATUS_HELP} All of them when left out.")]
Types = Annotated[list[str] | None, typer.Option("--type", help="Only these types; several by repeating.")]
Contexts = Annotated[list[str] | None, typer.Option("--context", help="Only these contexts; several by repeating.")]
Sure = Annotated[float, typer.Option(min=0, max=1, help="Leave out incidents below this confidence.")]
AsOf = Annotated[str | None, typer.Option(help="The ledger as it stood at the end of this day.")]
Way = Annotated[str, typer.Option(help="both; forth: what the first did to the other; back: the reverse.")]
STATUSES = ("actual", "future", "hypothetical", "negated", "historical")
WAYS = ("both", "forth", "back")
MONTH = r"[0-9]{4}-(?:0[1-9]|1[0-2])"
NO_YEARS = ("0000", "9999")  # the calendar has no year 0, and nothing can be counted up to its very end
DEFAULT_PATH = LEDGER


def open_ledger(path: Path, as_of: str | None = None) -> "Ledger":
    """The ledger at the path, as of the day."""
    from dragoman.present.api import Ledger

    return Ledger(path, as_of=_day("--as-of", as_of, last=True))


def filters(
    since: str | None = None,
    until: str | None = None,
    status: list[str] | None = None,
    type: list[str] | None = None,  # noqa: A002 - the option's name
    context: list[str] | None = None,
    min_confidence: float = 0.0,
    direction: str = "both",
    *,
    book: "Ledger | None" = None,
) -> dict[str, Any]:
    """The options as the fields of a question; raises InputError for a day or a name that cannot be.

    Types and contexts are those of the codebook and, with `book`, those that a codebook of one's own left in the ledger.
    """
    for word in status or ():
        if word not in STATUSES:
            raise InputError(f"--status {word}: unknown; a status is {', '.join(STATUSES)}")
    if direction not in WAYS:
        raise InputError(f"--direction {direction}: unknown; it is {', '.join(WAYS)}")
    _check_names("--type", type or (), book)
    _check_names("--context", context or (), book)
    days = {"since": _day("--since", since), "until": _day("--until", until, last=True)}
    if days["since"] and days["until"] and days["since"] > days["until"]:
        raise InputError(f"--since {since} is after --until {until}; swap the two")
    names = {"event": tuple(type or ()), "context": tuple(context or ()), "status": tuple(status or ("actual",))}
    return {**days, **names, "min_confidence": min_confidence, "direction": direction}


def read_month(text: str) -> str:
    """The month as it is given; raises InputError for anything but YYYY-MM."""
    if not re.fullmatch(MONTH, text) or text[:4] in NO_YEARS:
        raise InputError(f"--month {text}: no month of the calendar; write it as YYYY-MM")
    return text


def refuse_together(options: Iterable[str], others: Mapping[str, object]) -> None:
    """Raises InputError when one of the options, which are given, stands beside one of the others that is given too."""
    for option in options:
        for other, value in others.items():
            if value:
                raise InputError(f"{option} and {other} do not go together; leave out one of them")


def _check_names(option: str, words: Sequence[str], book: "Ledger | None") -> None:
    """Raises InputError for a word that is no type or context, with the nearest that is one."""
    from dragoman.knowledge.codebook import load_codebook

    if not words:
        return
    codebook = load_codebook()
    known = codebook.types if option == "--type" else codebook.contexts
    for word in words:
        if word in known or (book is not None and word in _recorded(option, book)):
            continue
        spelled = {name.lower(): name for name in known}
        meant = codebook.canonical(word) if option == "--type" else ()
        close = meant or [spelled[name] for name in get_close_matches(word.lower(), spelled, 1)]
        hint = f"Did you mean {' or '.join(close)}?" if close else f"The names are {', '.join(known)}."
        raise InputError(f"{option} {word}: unknown. {hint}")


def _recorded(option: str, book: "Ledger") -> frozenset[str]:
    """The types or contexts of the ledger's incidents."""
    query = "SELECT DISTINCT event FROM incidents" if option == "--type" else "SELECT DISTINCT unnest(context) FROM incidents"
    return frozenset(name for (name,) in book.sql(query).rows())


def _day(option: str, text: str | None, *, last: bool = False) -> date | None:
    """The day that an option gives; of a year or a month its first or last one."""
    if text is None:
        return None
    if text[:4] in NO_YEARS:
        raise InputError(f"{option} {text}: the year cannot be asked for; the years are 0001 to 9998")
    if re.fullmatch(rf"[0-9]{{4}}|{MONTH}", text):
        return last_day(text) if last else first_day(text)
    day = read_day(text)
    if isinstance(day, ValueError):
        raise InputError(f"{option} {text}: {day}")
    return day
