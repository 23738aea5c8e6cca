"""Who stands together, followed from period to period."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dragoman.relate.network import follow_blocks
from dragoman.relate.series import check_step, next_period, periods_between
from dragoman.relate.ties import network_of, read_ties
from dragoman.store.database import Connection

if TYPE_CHECKING:
    import polars as pl


def read_blocs(
    connection: Connection, since: date, until: date, step: str, among: Sequence[str] = (), *, states_only: bool = True, least: int = 1
) -> "pl.DataFrame":
    """One row a period and bloc of two members or more: its number, which it keeps while most of it stays, members, and incidents among them."""
    import polars as pl

    check_step(step)
    periods = periods_between(since, until, step)
    ties = [
        read_ties(connection, max(day, since), min(next_period(day, step) - timedelta(days=1), until), among, states_only=states_only, least=least)
        for day in periods
    ]
    followed = follow_blocks([network_of(frame) for frame in ties])
    rows = [row for day, frame, blocks in zip(periods, ties, followed, strict=True) for row in _rows(day, frame, blocks)]
    return pl.DataFrame(rows, schema={"period": pl.Date, "bloc": pl.Int64, "members": pl.String, "incidents": pl.Int64}, orient="row")


def _rows(day: date, ties: "pl.DataFrame", blocks: dict[str, int]) -> list[tuple[date, int, str, int]]:
    members: dict[int, list[str]] = defaultdict(list)
    for actor, block in sorted(blocks.items()):
        members[block].append(actor)
    within: dict[int, int] = defaultdict(int)
    for one, other, incidents in ties.select("one", "other", "incidents").iter_rows():
        if blocks[one] == blocks[other]:
            within[blocks[one]] += incidents
    return [(day, block, ", ".join(actors), within[block]) for block, actors in sorted(members.items()) if len(actors) > 1]
