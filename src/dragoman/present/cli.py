"""The command line: a thin shell over the library. Exit status: 0 all coded, 1 some articles failed, 2 wrong usage or input."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Annotated

import typer
from rich.console import Console

from dragoman.errors import DragomanError, InputError
from dragoman.model.outcome import Outcome

app = typer.Typer(add_completion=False, no_args_is_help=True, help=__doc__, rich_markup_mode=None, pretty_exceptions_enable=False)
evaluate_app = typer.Typer(no_args_is_help=True, help="Measure the coder on articles or sentences whose events are known.")
FORMATS = ("table", "jsonl", "csv", "parquet")


def main() -> None:
    """Runs the command line; a DragomanError is printed and ends it with status 2."""
    try:
        app()
    except DragomanError as error:
        Console(stderr=True, soft_wrap=True, highlight=False).print(f"dragoman: {error}", markup=False)
        sys.exit(2)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)


@app.command()
def code(
    paths: Annotated[list[str], typer.Argument(help="Text, Markdown, HTML, JSON Lines, CSV, folders; - is standard input.")],
    published: Annotated[str | None, typer.Option(help="Publication day of articles that name none, YYYY-MM-DD.")] = None,
    publisher: Annotated[str | None, typer.Option(help="Publisher of articles that name none.")] = None,
    title: Annotated[str | None, typer.Option(help="Title of articles that have none.")] = None,
    format: Annotated[str, typer.Option(help=" | ".join(FORMATS))] = "table",  # noqa: A002 - the option's name
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Write there instead of standard output.")] = None,
    explain: Annotated[bool, typer.Option(help="Also show why, and what was proposed and dropped.")] = False,
    min_confidence: Annotated[float, typer.Option(min=0, max=1, help="Leave out records below this confidence.")] = 0.0,
    codebook: Annotated[Path | None, typer.Option(help="A codebook of your own.")] = None,
    settings: Annotated[Path | None, typer.Option(help="A TOML file of settings.")] = None,
    workers: Annotated[int, typer.Option(min=1, help="Processes that code in parallel.")] = 1,
) -> None:
    """Code articles into events."""
    from msgspec.structs import replace

    from dragoman.batch import Coder
    from dragoman.config import Settings, read_settings
    from dragoman.read.files import read_articles

    if format not in FORMATS:
        raise InputError(f"--format {format}: unknown format; the formats are {', '.join(FORMATS)}")
    base = read_settings(settings) if settings else Settings()
    chosen = replace(base, explain=explain or base.explain, min_confidence=max(min_confidence, base.min_confidence), codebook=codebook or base.codebook)
    articles = read_articles(paths, published=published, publisher=publisher, title=title)
    outcomes = Coder(chosen, workers=workers).code(articles)
    with _open(output, binary_only=format == "parquet") as out:
        failed = _write(outcomes, format, out, explain=explain)
    raise typer.Exit(1 if failed else 0)


def _write(outcomes: Iterator[Outcome], format: str, out: IO[bytes], *, explain: bool) -> int:  # noqa: A002
    """Writes the outcomes as they come and reports failures; returns how many articles failed."""
    from dragoman.present.export import WRITERS
    from dragoman.present.tables import LEGEND, show

    stderr = Console(stderr=True, soft_wrap=True, highlight=False)
    articles = events = failed = 0
    if format == "table":
        console = Console(file=open(out.fileno(), "w", encoding="utf-8", closefd=False), width=None)  # noqa: SIM115 - shares out's descriptor
        stream: Iterator[Outcome] = _shown(outcomes, lambda outcome: show(outcome, console, explain=explain))
    else:
        stream = WRITERS[format](outcomes, out)
    for outcome in stream:
        articles += 1
        events += len(outcome.events)
        if outcome.failure:
            failed += 1
            if format != "table":
                stderr.print(f"not coded: {outcome.failure.place}: {outcome.failure.reason}", markup=False)
    stderr.print(f"{articles} articles, {events} events, {failed} failed", markup=False)
    if format == "table" and events:
        stderr.print(LEGEND, markup=False, style="dim")
    return failed


def _shown(outcomes: Iterator[Outcome], show: Callable[[Outcome], None]) -> Iterator[Outcome]:
    for outcome in outcomes:
        show(outcome)
        yield outcome


@contextmanager
def _open(path: Path | None, *, binary_only: bool) -> Iterator[IO[bytes]]:
    if path is None:
        if binary_only and sys.stdout.isatty():
            raise InputError("--format parquet: a Parquet file is not for the screen; give -o FILE")
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    try:
        with path.open("wb") as out:
            yield out
    except OSError as error:
        raise InputError(f"-o {path}: cannot be written ({error.strerror}); choose a file in a folder that exists") from error


@app.command()
def codebook(
    type: Annotated[str | None, typer.Argument(help="A type, an older name, or a CAMEO code; all types without it.")] = None,  # noqa: A002
    file: Annotated[Path | None, typer.Option(help="A codebook of your own, which is also checked.")] = None,
) -> None:
    """Show the types, modes, contexts, rules and examples in force."""
    from dragoman.knowledge.codebook import load_codebook
    from dragoman.present.handbook import show_codebook

    show_codebook(load_codebook(file), type, Console(highlight=False))


@evaluate_app.command("gold")
def evaluate_gold(
    gold: Annotated[Path, typer.Argument(help="JSON Lines of articles with their events.")],
    misses: Annotated[int, typer.Option(help="Print this many misses and extras.")] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Print the measures as JSON.")] = False,
    codebook: Annotated[Path | None, typer.Option(help="A codebook of your own.")] = None,
) -> None:
    """Measure the coder on gold articles: spotted, found, exact, and each field."""
    from dragoman.batch import Coder
    from dragoman.evaluate.gold import evaluate_articles, report

    measures, rows = evaluate_articles(gold, Coder(codebook=codebook))
    print(json.dumps(measures, indent=1) if as_json else report(measures, rows[:misses]))  # noqa: T201 - the command's output


@evaluate_app.command("pairs")
def evaluate_pairs(
    file: Annotated[Path, typer.Argument(help="TSV with the columns type and marked_sentence.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the measures as JSON.")] = False,
    codebook: Annotated[Path | None, typer.Option(help="A codebook of your own.")] = None,
) -> None:
    """Measure the types given to sentences whose actor and recipient are marked."""
    from dragoman.batch import Coder
    from dragoman.evaluate.pairs import code_pairs, read_pairs, report, score_pairs

    tools = Coder(codebook=codebook).tools
    measures = score_pairs(code_pairs(read_pairs(file), tools), tools)
    print(json.dumps(measures, indent=1) if as_json else report(measures))  # noqa: T201 - the command's output


class _GoldFirst(typer.core.TyperGroup):
    """`dragoman evaluate GOLD.jsonl` is short for `dragoman evaluate gold GOLD.jsonl`."""

    def resolve_command(self, ctx, args):  # type: ignore[no-untyped-def]
        """The named command, or `gold` where the first word is a file."""
        if args and args[0] not in self.commands and not args[0].startswith("-"):
            args = ["gold", *args]
        return super().resolve_command(ctx, args)


evaluate_app.info.cls = _GoldFirst
app.add_typer(evaluate_app, name="evaluate")
