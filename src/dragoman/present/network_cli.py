"""`dragoman network`: who stands with whom."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.errors import InputError
from dragoman.present import ledger_options as given
from dragoman.present.screen import screen

if TYPE_CHECKING:
    from dragoman.present.api import Ledger


def network(
    *,
    ledger: given.LedgerPath = given.DEFAULT_PATH,
    month: Annotated[str | None, typer.Option(help="One month, YYYY-MM; in place of --since and --until.")] = None,
    since: given.Since = None,
    until: given.Until = None,
    among: Annotated[str, typer.Option(help="Only between these: a bloc or a list, such as ASEAN or CHN,RUS,PRK.")] = "",
    bodies: Annotated[bool, typer.Option("--bodies", help="With bodies that belong to no country, beside states.")] = False,
    least: Annotated[int, typer.Option(min=1, help="Leave out pairs with fewer incidents.")] = 1,
    by: Annotated[
        str | None, typer.Option(help="Follow the blocs from day, week, month, quarter or year to the next; with --since and --until.")
    ] = None,
    as_of: given.AsOf = None,
    plot: Annotated[Path | None, typer.Option(help="Draw it into this file: .svg, .png or .html.")] = None,
    matrix: Annotated[Path | None, typer.Option(help="Draw the pairs as a matrix into this file.")] = None,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Write the ties there: .csv or .parquet.")] = None,
) -> None:
    """Show who stands with whom: blocs and brokers from the incidents of a time."""
    from dragoman.present.frames import deliver_frame
    from dragoman.present.network import show_network

    _check_options({"--by": by, "--month": month}, {"--since": since, "--until": until}, {"--plot": plot, "--matrix": matrix}, output)
    days = given.filters(month or since, month or until)
    ledger_then = given.open_ledger(ledger, as_of)
    if by is not None:
        _follow(ledger_then, days, by, among, bodies=bodies, least=least, output=output)
        return
    ties, found = ledger_then.network(days["since"], days["until"], among=among, states_only=not bodies, least=least)
    deliver_frame(ties, output)
    if output is None:
        show_network(found, screen())
    if plot or matrix:
        from dragoman.present.plots import plot_matrix, plot_network

        title = f"Who stands with whom, {month or ' to '.join(str(day) for day in (days['since'], days['until']) if day) or 'all time'}"
        if plot:
            plot_network(ties, found, plot, title)
        if matrix:
            plot_matrix(ties, matrix, title)


def _check_options(chosen: dict[str, str | None], days: dict[str, str | None], charts: dict[str, Path | None], output: Path | None) -> None:
    """Raises InputError for options that do not go together, for a month that is none, and for files that could not be written."""
    from dragoman.present.frames import check_chart, check_table

    given.refuse_together(["--by"] if chosen["--by"] else [], charts)
    if chosen["--month"] is not None:
        given.refuse_together(["--month"], days)
        given.read_month(chosen["--month"])
    check_table(output)
    for option, path in charts.items():
        check_chart(option, path)


def _follow(book: "Ledger", days: dict[str, Any], by: str, among: str, *, bodies: bool, least: int, output: Path | None) -> None:
    """Shows who stood together in each period."""
    from dragoman.present.frames import deliver_frame

    if days["since"] is None or days["until"] is None:
        raise InputError("--by: from when to when? Give --since and --until")
    deliver_frame(book.blocs(days["since"], days["until"], by=by, among=among, states_only=not bodies, least=least), output)
