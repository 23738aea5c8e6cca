"""A relation as numbers over time: how many incidents, of which kind, how good or bad."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from dragoman.errors import InputError
from dragoman.relate.intervals import mean_intervals
from dragoman.relate.question import STEPS, Question, chosen_sql
from dragoman.store.database import Connection

if TYPE_CHECKING:
    import polars as pl

SPLITS = {
    "quad": "i.quad_code",
    "type": "i.event",
    "context": "unnest(i.context)",
    "status": "i.status",
    "speaker": "unnest(voices)",
}
"""What a series may be split by: the expression that names an incident's part or parts."""

MOST_PERIODS = 20_000  # 54 years of days; a table that is longer is read by nobody, and one of all days since the year 1 took minutes
QUADS = ("VC", "MC", "VX", "MX")


def series_sql(question: Question, step: str | None, split: str | None = None) -> tuple[str, list[object]]:
    """The query for one row a period and part: counts, sums of scores and of their squares; and its values. Without a step all time is one."""
    chosen, values = chosen_sql(question)
    part = f"{SPLITS[split]} AS part," if split else ""
    quads = ", ".join(f"count(*) FILTER (quad_code = '{quad}') AS {quad.lower()}" for quad in QUADS)
    sql = f"""
    WITH chosen AS ({chosen}), {_VOICES_SQL if split == "speaker" else ""}
    parts AS (SELECT {part} i.* FROM incidents i SEMI JOIN chosen USING (incident_no) {_VOICED_SQL if split == "speaker" else ""})
    SELECT {f"CAST(date_trunc('{step}', day) AS DATE)" if step else "CAST(NULL AS DATE)"} AS period, {"part," if split else ""} count(*) AS incidents,
           CAST(sum(reports) AS BIGINT) AS reports, {quads}, sum(event_scale) AS total, sum(event_scale * event_scale) AS squares,
           CAST(sum(state_reports) AS BIGINT) AS state_reports
    FROM parts WHERE day IS NOT NULL GROUP BY ALL ORDER BY ALL"""
    return sql, values


_VOICES_SQL = """voiced AS (
    SELECT m.incident_no, list(DISTINCT coalesce(s.country, s.name)) AS voices
    FROM incident_members m SEMI JOIN chosen USING (incident_no) JOIN speakers s USING (event_no) WHERE s.ordinal = 0 GROUP BY m.incident_no),"""
_VOICED_SQL = "JOIN voiced USING (incident_no)"


def read_series(connection: Connection, question: Question, step: str, split: str | None = None) -> "pl.DataFrame":
    """One row a period, empty ones too (and a part, with `split`): incidents, reports, quads, mean with interval, total, state share.

    Without incidents there are rows only where the question tells both its first and its last day.
    `mean`, `low` and `high` are of the scores of the period's incidents, -10 to 10, none where there are none.
    `state_share` is the part of the reports that media owned by a state gave.
    Raises InputError for an unknown step or split and for too many periods.
    """
    import polars as pl

    check_step(step, split)
    sql, values = series_sql(question, step, split)
    frame = connection.frame(sql, values)
    days = frame["period"].to_list()
    since, until = question.since or next(iter(days), None), question.until or next(reversed(days), None)
    if split is None and since and until:
        span = pl.DataFrame({"period": periods_between(since, until, step)}, schema={"period": pl.Date})
        frame = span.join(frame, on="period", how="left").with_columns(pl.exclude("period").fill_null(0))
    return _with_means(frame)


def read_total(connection: Connection, question: Question) -> "pl.DataFrame":
    """The question's whole time as one row like those of a series, none where there is nothing."""
    return _with_means(connection.frame(*series_sql(question, None)))


def check_step(step: str, split: str | None = None) -> None:
    """Raises InputError for a step or a split that is none."""
    if step not in STEPS:
        raise InputError(f"--by {step}: unknown step; the steps are {', '.join(STEPS)}")
    if split is not None and split not in SPLITS:
        raise InputError(f"--split {split}: unknown; a series splits by {', '.join(SPLITS)}")


def _with_means(frame: "pl.DataFrame") -> "pl.DataFrame":
    import polars as pl

    mean, low, high = mean_intervals(frame["incidents"].to_numpy(), frame["total"].to_numpy(), frame["squares"].to_numpy())
    told = [pl.Series(name, values).fill_nan(None).round(3) for name, values in (("mean", mean), ("low", low), ("high", high))]
    share = (pl.col("state_reports") / pl.when(pl.col("reports") > 0).then(pl.col("reports"))).round(3).alias("state_share")
    return frame.with_columns(*told, share).drop("state_reports")


def periods_between(since: date, until: date, step: str) -> list[date]:
    """The first days of the periods from the one that holds `since` to the one that holds `until`.

    Raises InputError for more than MOST_PERIODS of them.
    """
    if first_day(since, step) > until:
        return []
    periods, last = [first_day(since, step)], first_day(until, step)
    while periods[-1] < last:
        periods.append(next_period(periods[-1], step))
        if len(periods) > MOST_PERIODS:
            raise InputError(f"{since} to {until}: more than {MOST_PERIODS:,} periods of a {step}; choose a longer step (--by) or a later --since")
    return periods


def first_day(day: date, step: str) -> date:
    """The first day of the period that holds the day; weeks begin on Monday."""
    if step == "week":
        return day - timedelta(days=day.weekday())
    if step == "quarter":
        return day.replace(month=3 * ((day.month - 1) // 3) + 1, day=1)
    return day if step == "day" else day.replace(day=1) if step == "month" else day.replace(month=1, day=1)


def next_period(day: date, step: str) -> date:
    """The first day of the period after the one that begins on the day."""
    if step in ("day", "week"):
        return day + timedelta(days=1 if step == "day" else 7)
    months = day.year * 12 + day.month - 1 + {"month": 1, "quarter": 3, "year": 12}[step]
    return date(months // 12, months % 12 + 1, 1)
