"""`dragoman add`: articles into the ledger."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec.structs import replace

from dragoman.errors import InputError
from dragoman.present.ledger_options import DEFAULT_PATH, LedgerPath
from dragoman.present.screen import complaints

if TYPE_CHECKING:
    from dragoman.ledger.add import Added

Paths = Annotated[list[str] | None, typer.Argument(help="Text, Markdown, HTML, JSON Lines, CSV, folders; - is standard input.")]


def add(
    paths: Paths = None,
    *,
    parts: Annotated[Path | None, typer.Option(help="Take in a folder that `dragoman export --format ledger` wrote.", file_okay=False)] = None,
    ledger: LedgerPath = DEFAULT_PATH,
    events: Annotated[Path | None, typer.Option(help="Take in an event file of POLECAT, ICEWS, Phoenix or GDELT.", dir_okay=False)] = None,
    published: Annotated[str | None, typer.Option(help="Publication day of articles that name none, YYYY-MM-DD.")] = None,
    publisher: Annotated[str | None, typer.Option(help="Publisher of articles that name none.")] = None,
    codebook: Annotated[Path | None, typer.Option(help="A codebook of your own.", exists=True, dir_okay=False)] = None,
    settings: Annotated[Path | None, typer.Option(help="A TOML file of settings.")] = None,
    workers: Annotated[int, typer.Option(min=1, help="Processes that code in parallel.")] = 1,
) -> None:
    """Code articles and store them in the ledger; what is stored already is passed over."""
    if parts is not None:
        _take(ledger, parts)
    failed = 0 if events is None else _import(ledger, events)
    if paths:
        failed += _add(paths, ledger, published, publisher, codebook, settings, workers)
    elif parts is None and events is None:
        raise InputError("nothing to add; give files or folders, --parts FOLDER, or --events FILE")
    raise typer.Exit(1 if failed else 0)


def _take(ledger: Path, parts: Path) -> None:
    """The folder's articles and events stand in the ledger."""
    from dragoman.ledger.exchange import take_parquet
    from dragoman.store.database import Database

    articles, events = take_parquet(Database(ledger), parts)
    complaints().print(f"{ledger}: {articles:,} articles and {events:,} events in force taken from {parts}")


def _import(ledger: Path, events: Path) -> int:
    """The rows of the file stand in the ledger as records of its project; returns how many could not be read."""
    from dragoman.formats.table import read_events
    from dragoman.ledger.add import Added
    from dragoman.ledger.foreign import take_events
    from dragoman.store.database import Database

    total, console, reading = Added(), complaints(), read_events(events)
    with console.status("reading") as progress:
        for added, failures in take_events(Database(ledger), reading):
            total += added
            progress.update(tell(total))
            for failure in failures:
                console.print(f"not read: {failure.place}: {failure.reason}")
    for what, count in reading.passed.most_common():
        console.print(f"passed over, no event of ours: {what} in {count:,} rows")
    console.print(f"{ledger}: {tell(total)}")
    return total.failed


def _add(
    paths: list[str], ledger: Path, published: str | None, publisher: str | None, codebook: Path | None, settings: Path | None, workers: int
) -> int:
    """The articles stand in the ledger; returns how many failed."""
    from dragoman.batch import Coder
    from dragoman.config import Settings, read_settings
    from dragoman.ledger.add import Added, add_articles
    from dragoman.read.files import read_articles
    from dragoman.store.database import Database

    chosen = read_settings(settings) if settings else Settings()
    chosen = replace(chosen, codebook=codebook or chosen.codebook)
    articles = read_articles(paths, published=published, publisher=publisher, max_words=chosen.max_words)
    total, console = Added(), complaints()
    with console.status("reading") as progress:
        for added, failures in add_articles(Database(ledger), articles, Coder(chosen, workers=workers)):
            total += added
            progress.update(tell(total))
            for failure in failures:
                console.print(f"not coded: {failure.place}: {failure.reason}")
    console.print(f"{ledger}: {tell(total)}")
    return total.failed


def tell(added: "Added") -> str:
    """What became of the articles, in numbers."""
    return f"{added.articles:,} articles added, {added.events:,} events, {added.known:,} known before, {added.failed:,} failed"
