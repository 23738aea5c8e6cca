"""`dragoman relations`: a relation as numbers over time."""

from pathlib import Path
from typing import Annotated, Any

import typer

from dragoman.present import ledger_options as given
from dragoman.present.frames import check_chart, check_table, deliver_frame
from dragoman.present.screen import complaints, screen
from dragoman.present.sentences import headline

STEP_HELP = "day, week, month, quarter or year; month when left out."
SPLIT_HELP = "A row for each quad, type, context, status or speaker of a period."


def relations(
    one: given.One,
    other: given.Other = "",
    *,
    ledger: given.LedgerPath = given.DEFAULT_PATH,
    since: given.Since = None,
    until: given.Until = None,
    by: Annotated[str | None, typer.Option(help=STEP_HELP)] = None,
    split: Annotated[str | None, typer.Option(help=SPLIT_HELP)] = None,
    direction: given.Way = "both",
    status: given.Status = None,
    type: given.Types = None,  # noqa: A002 - the option's name
    context: given.Contexts = None,
    min_confidence: given.Sure = 0.0,
    as_of: given.AsOf = None,
    voices: Annotated[bool, typer.Option("--voices", help="Who speaks of whom, in place of the series.")] = False,
    outlets: Annotated[bool, typer.Option("--outlets", help="In whose papers it is told, in place of the series.")] = False,
    plot: Annotated[Path | None, typer.Option(help="Draw it into this file: .svg, .png or .html.")] = None,
    map: Annotated[Path | None, typer.Option(help="Draw where it happened into this file: .svg, .png or .html.")] = None,  # noqa: A002
    small: Annotated[bool, typer.Option("--small", help="Draw for a phone's width.")] = False,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Write the table there: .csv or .parquet.")] = None,
) -> None:
    """Count what two sides did to each other, by day, week, month, quarter or year, with turning points."""
    lists = [name for name, wanted in (("--voices", voices), ("--outlets", outlets)) if wanted]
    given.refuse_together(lists[:1], {"--outlets": voices and outlets, "--by": by, "--split": split, "--plot": plot, "--map": map})
    given.refuse_together(["--split"] if split else [], {"--plot": plot})
    _check_files(output, plot, map)
    by, book = by or "month", given.open_ledger(ledger, as_of)
    chosen = given.filters(since, until, status, type, context, min_confidence, direction, book=book)
    if voices or outlets:
        deliver_frame(book.voices(one, other, **chosen) if voices else book.outlets(one, other, **chosen), output)
        return
    frame = book.relations(one, other, by=by, split=split, **chosen)
    deliver_frame(frame, output)
    size = "small" if small else "large"
    phases = book.phases(one, other, by=by, **chosen) if split is None else ()
    for phase, makers in book.turning_points(one, other, phases=phases, **chosen).items():
        complaints().print(f"turning point: {phase.reason}")
        for entry in makers:
            complaints().print(
                f"    {headline(entry.incident)}, {entry.incident.enddate or entry.incident.date or entry.incident.first_seen} [{entry.number}]"
            )
    if plot:
        from dragoman.present.plots import plot_relation

        plot_relation(book, (one, other), frame, phases, plot, chosen, size)
    if map:
        from dragoman.present.plots import plot_map

        plot_map(book, (one, other), map, chosen, size)


def _check_files(output: Path | None, plot: Path | None, map: Path | None) -> None:  # noqa: A002 - the option's name
    """Raises InputError for a file that could not be written, before anything is asked."""
    check_table(output)
    check_chart("--plot", plot)
    check_chart("--map", map)


def timeline(
    one: given.One,
    other: given.Other = "",
    *,
    ledger: given.LedgerPath = given.DEFAULT_PATH,
    since: given.Since = None,
    until: given.Until = None,
    direction: given.Way = "both",
    status: given.AnyStatus = None,
    type: given.Types = None,  # noqa: A002 - the option's name
    context: given.Contexts = None,
    min_confidence: given.Sure = 0.0,
    as_of: given.AsOf = None,
    limit: Annotated[int, typer.Option(min=1, help="How many incidents.")] = 25,
    skip: Annotated[int, typer.Option(min=0, help="Leave out so many of the newest.")] = 0,
) -> None:
    """List incidents, newest first, with words and speakers."""
    from dragoman.present.timeline import show_timeline

    book = given.open_ledger(ledger, as_of)
    chosen: dict[str, Any] = given.filters(since, until, status or list(given.STATUSES), type, context, min_confidence, direction, book=book)
    show_timeline(book.timeline(one, other, limit=limit, skip=skip, **chosen), screen())


def brief(
    one: given.One,
    other: given.One,
    *,
    ledger: given.LedgerPath = given.DEFAULT_PATH,
    since: given.Since = None,
    until: given.Until = None,
    as_of: given.AsOf = None,
    min_confidence: given.Sure = 0.0,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Write there: .md or .html.")] = None,
) -> None:
    """Write a page on a relation: what happened, was said, changed and is disputed, footnoted to the words."""
    from dragoman.present.brief import lay_out, to_markdown, write_page

    book = given.open_ledger(ledger, as_of)
    page = lay_out(book.brief(one, other, **given.filters(since, until, min_confidence=min_confidence)))
    if output is None:
        screen().print(to_markdown(page), markup=False, soft_wrap=True, end="")
    else:
        write_page(page, output)


def search(
    words: Annotated[str, typer.Argument(help='Words that must all stand in it; a "phrase" in quotation marks.')],
    *,
    ledger: given.LedgerPath = given.DEFAULT_PATH,
    limit: Annotated[int, typer.Option(min=1, help="How many of each.")] = 20,
) -> None:
    """Find words in the stored articles and in the evidence of their events."""
    from dragoman.present.found import show_found

    show_found(given.open_ledger(ledger), words, limit, screen())
