"""Read news, keep a ledger of political events: who did what to whom, when, where, according to whom.

Exit status: 0 all coded, 1 some articles failed or a score fell, 2 wrong usage or input.
"""

import sys
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from dragoman.errors import DragomanError, InputError
from dragoman.present.actors_cli import actors
from dragoman.present.add_cli import add
from dragoman.present.deliver import FORMATS, deliver
from dragoman.present.export_cli import export
from dragoman.present.incident_cli import incident_app
from dragoman.present.measure import evaluate_app
from dragoman.present.network_cli import network
from dragoman.present.relations_cli import brief, relations, search, timeline
from dragoman.present.runs_cli import diff, runs
from dragoman.present.screen import close_quietly, complaints, screen
from dragoman.present.train_cli import train

app = typer.Typer(add_completion=False, no_args_is_help=True, help=__doc__, rich_markup_mode=None, pretty_exceptions_enable=False)
app.add_typer(evaluate_app, name="evaluate")
app.add_typer(incident_app, name="incident")
for command in (add, relations, timeline, brief, search, network, runs, diff, export, actors, train):
    app.command()(command)

OwnCodebook = Annotated[Path | None, typer.Option(help="A codebook of your own.", exists=True, dir_okay=False)]


def main(arguments: list[str] | None = None) -> None:
    """Runs the command line and exits; what is wrong with input or output is printed and ends it with status 2."""
    try:
        app(arguments)
    except DragomanError as error:
        complaints().print(f"dragoman: {error}")
        sys.exit(2)
    except BrokenPipeError:
        close_quietly()
        sys.exit(0)
    except OSError as error:
        complaints().print(f"dragoman: {error.filename or 'the output'}: {error.strerror or error}; make room, or write elsewhere with -o FILE")
        sys.exit(2)


@app.callback(invoke_without_command=True)
def version(*, version: Annotated[bool, typer.Option("--version", help="Print the version and exit.")] = False) -> None:
    """Nothing but the version; the program's help is the module's docstring."""
    if version:
        from dragoman import __version__

        screen().print(f"dragoman {__version__}")
        raise typer.Exit


@app.command()
def code(
    paths: Annotated[list[str], typer.Argument(help="Text, Markdown, HTML, JSON Lines, CSV, folders; - is standard input.")],
    *,
    published: Annotated[str | None, typer.Option(help="Publication day of articles that name none, YYYY-MM-DD.")] = None,
    publisher: Annotated[str | None, typer.Option(help="Publisher of articles that name none.")] = None,
    title: Annotated[str | None, typer.Option(help="Title of articles that have none.")] = None,
    format: Annotated[str, typer.Option(help=" | ".join(FORMATS))] = "table",  # noqa: A002 - the option's name
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Write there instead of standard output.")] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Also show why, and what was proposed and dropped.")] = False,
    min_confidence: Annotated[float | None, typer.Option(min=0, max=1, help="Leave out records below this confidence.")] = None,
    codebook: OwnCodebook = None,
    settings: Annotated[Path | None, typer.Option(help="A TOML file of settings; options given here go before it.")] = None,
    workers: Annotated[int, typer.Option(min=1, help="Processes that code in parallel.")] = 1,
) -> None:
    """Code articles into events."""
    from dragoman.batch import Coder
    from dragoman.config import Settings, read_settings
    from dragoman.read.files import read_articles

    if format not in FORMATS:
        raise InputError(f"--format {format}: unknown format; the formats are {', '.join(FORMATS)}")
    given = {"explain": explain or None, "min_confidence": min_confidence, "codebook": codebook}
    base = read_settings(settings) if settings else Settings()
    chosen = msgspec.structs.replace(base, **{name: value for name, value in given.items() if value is not None})
    articles = read_articles(paths, published=published, publisher=publisher, title=title, max_words=chosen.max_words)
    failed = deliver(Coder(chosen, workers=workers).code(articles), format, output, explain=chosen.explain)
    raise typer.Exit(1 if failed else 0)


@app.command()
def codebook(
    type: Annotated[str | None, typer.Argument(help="A type, TYPE/mode, an older name, a context or a CAMEO code; all without it.")] = None,  # noqa: A002
    *,
    file: Annotated[Path | None, typer.Option(help="A codebook of your own, which is also checked.", exists=True, dir_okay=False)] = None,
) -> None:
    """Show the types, modes, contexts, rules and examples in force."""
    from dragoman.knowledge.codebook import load_codebook
    from dragoman.present.handbook import show_codebook

    show_codebook(load_codebook(file), type, screen())


if __name__ == "__main__":
    main()
