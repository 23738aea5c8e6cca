"""Answers of the ledger drawn into files."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.model.incident import Incident
from dragoman.present.api import Ledger
from dragoman.present.charts.events_map import draw_map
from dragoman.present.charts.matrix import draw_matrix
from dragoman.present.charts.network import draw_network
from dragoman.present.charts.relation import draw_relation
from dragoman.present.charts.save import save
from dragoman.present.sentences import headline
from dragoman.relate.network import Network
from dragoman.relate.phases import Phase
from dragoman.relate.sides import find_side

if TYPE_CHECKING:
    import polars as pl


def plot_relation(
    ledger: Ledger,
    sides: tuple[str, str],
    series: "pl.DataFrame",
    phases: Sequence[Phase],
    path: Path,
    filters: Mapping[str, Any],
    size: str = "large",
) -> None:
    """The series is drawn into the file, with its phases and the incidents that made its turning points."""
    import polars as pl

    levels = [{name: getattr(phase, name) for name in ("first", "last", "mean", "confidence")} for phase in phases]
    named = [
        {"date": _day_of(entry.incident), "label": headline(entry.incident), "score": entry.incident.event_scale}
        for entries in ledger.turning_points(*sides, phases=phases, **filters).values()
        for entry in entries[:1]
    ]
    schema = {"first": pl.Date, "last": pl.Date, "mean": pl.Float64, "confidence": pl.Float64}
    labels = pl.DataFrame(named, schema={"date": pl.Date, "label": pl.String, "score": pl.Float64})
    save(draw_relation(series, pl.DataFrame(levels, schema=schema), labels, _title(sides), size=size), path)


def _day_of(incident: Incident) -> date | None:
    """The last day that the incident tells, else the day when it was first reported."""
    return incident.enddate or incident.date or incident.first_seen


def _title(sides: tuple[str, str]) -> str:
    return " and ".join(find_side(text).name for text in sides if text)


def plot_network(ties: "pl.DataFrame", network: Network, path: Path, title: str, size: str = "large") -> None:
    """The network is drawn into the file."""
    import polars as pl

    rows = [{"actor": actor, "block": block, "broker": network.brokers.get(actor, 0.0)} for actor, block in sorted(network.blocks.items())]
    blocks = pl.DataFrame(rows, schema={"actor": pl.String, "block": pl.Int64, "broker": pl.Float64})
    save(draw_network(_scored(ties), blocks, title, size=size), path)


def plot_matrix(ties: "pl.DataFrame", path: Path, title: str, size: str = "large") -> None:
    """The pairs are drawn as a matrix into the file."""
    save(draw_matrix(_scored(ties), title, size=size), path)


def plot_map(ledger: Ledger, sides: tuple[str, str], path: Path, filters: Mapping[str, Any], size: str = "large") -> None:
    """The places of the relation's incidents are drawn as a map into the file."""
    save(draw_map(ledger.places(*sides, **filters), _title(sides), size=size), path)


def _scored(ties: "pl.DataFrame") -> "pl.DataFrame":
    return ties.rename({"mean": "score"}).select("one", "other", "score", "incidents")
