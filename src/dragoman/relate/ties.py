"""Who deals with whom: one tie for each pair of states or bodies, over a stretch of time."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from dragoman.relate.intervals import mean_intervals
from dragoman.relate.network import Network, Tie, build_network
from dragoman.store.database import Connection

if TYPE_CHECKING:
    import polars as pl

_STATE = "regexp_full_match({0}, '[A-Z]{{3}}')"
_TIES_SQL = f"""
WITH pairs AS (
    SELECT DISTINCT incident_no, least(one, other) AS one, greatest(one, other) AS other, event_scale, reports FROM dyads
    WHERE status = 'actual' AND day BETWEEN coalesce(?, DATE '0001-01-01') AND coalesce(?, DATE '9999-12-31')
      AND (len(?) = 0 OR (list_contains(?, one) AND list_contains(?, other)))
      AND (NOT ? OR ({_STATE.format("one")} AND {_STATE.format("other")}))
)
SELECT one, other, count(*) AS incidents, CAST(sum(reports) AS BIGINT) AS reports,
       sum(event_scale) AS total, sum(event_scale * event_scale) AS squares
FROM pairs GROUP BY one, other HAVING count(*) >= ? ORDER BY incidents DESC, one, other
"""


def read_ties(
    connection: Connection,
    since: date | None = None,
    until: date | None = None,
    among: Sequence[str] = (),
    *,
    states_only: bool = True,
    least: int = 1,
) -> "pl.DataFrame":
    """One row a pair, most incidents first: one, other, incidents, reports, total, mean with its interval.

    `among`: only pairs within these codes. `least`: pairs with at least so many incidents.
    """
    import polars as pl

    codes = list(among)
    frame = connection.frame(_TIES_SQL, [since, until, codes, codes, codes, states_only, least])
    told = mean_intervals(frame["incidents"].to_numpy(), frame["total"].to_numpy(), frame["squares"].to_numpy())
    means = [pl.Series(name, values).fill_nan(None).round(3) for name, values in zip(("mean", "low", "high"), told, strict=True)]
    return frame.with_columns(*means).drop("squares")


def network_of(ties: "pl.DataFrame") -> Network:
    """The network that the ties make."""
    return build_network([_tie(row) for row in ties.iter_rows(named=True)])


def _tie(row: dict[str, Any]) -> Tie:
    return Tie(row["one"], row["other"], row["incidents"], row["mean"], row["low"], row["high"])
