"""Options that the commands over a ledger share."""

import re
from datetime import date
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
Status = Annotated[
    list[str] | None, typer.Option(help="actual, future, hypothetical, negated, historical; several by repeating. Actual when left out.")
]
Types = Annotated[list[str] | None, typer.Option("--type", help="Only these types; several by repeating.")]
Contexts = Annotated[list[str] | None, typer.Option("--context", help="Only these contexts; several by repeating.")]
Sure = Annotated[float, typer.Option(min=0, max=1, help="Leave out incidents below this confidence.")]
AsOf = Annotated[str | None, typer.Option(help="The ledger as it stood at the end of this day.")]
Way = Annotated[str, typer.Option(help="both; forth: what the first did to the other; back: the reverse.")]
STATUSES = ("actual", "future", "hypothetical", "negated", "historical")
WAYS = ("both", "forth", "back")
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
) -> dict[str, Any]:
    """The options as the fields of a question; raises InputError for a day or a status that cannot be."""
    for word in status or ():
        if word not in STATUSES:
            raise InputError(f"--status {word}: unknown; a status is {', '.join(STATUSES)}")
    if direction not in WAYS:
        raise InputError(f"--direction {direction}: unknown; it is {', '.join(WAYS)}")
    fields = {
        "since": _day("--since", since),
        "until": _day("--until", until, last=True),
        "event": tuple(type or ()),
        "context": tuple(context or ()),
    }
    return fields | {"status": tuple(status or ("actual",)), "min_confidence": min_confidence, "direction": direction}


def _day(option: str, text: str | None, *, last: bool = False) -> date | None:
    """The day that an option gives; of a year or a month its first or last one."""
    if text is None:
        return None
    if re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2]))?", text):
        return last_day(text) if last else first_day(text)
    day = read_day(text)
    if isinstance(day, ValueError):
        raise InputError(f"{option} {text}: {day}")
    return day
