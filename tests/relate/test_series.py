"""A series in SQL counts what a plain loop over the timeline counts."""

from collections import defaultdict
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ledger_stories import RUN, told

from dragoman.config import Settings
from dragoman.ledger.add import settings_of, store_outcomes
from dragoman.model.incident import Incident
from dragoman.present.api import Ledger
from dragoman.relate.series import first_day, next_period, periods_between
from dragoman.store.database import Database

KINDS: dict[str, dict[str, Any]] = {
    "met": {"event": "CONSULT", "mode": ("visit",), "quad_code": "VC", "event_scale": 4.0},
    "accused": {"event": "ACCUSE", "mode": ("disapprove",), "quad_code": "VX", "event_scale": -2.0, "context": ("legal", "diplomatic")},
    "struck": {"event": "ASSAULT", "mode": ("aerial",), "quad_code": "MX", "event_scale": -9.5, "context": ("military",)},
}
DEEDS = st.tuples(
    st.sampled_from(("NOR", "RUS", "SWE")), st.sampled_from(list(KINDS)), st.sampled_from(("RUS", "FIN")),
    st.dates(date(2023, 1, 1), date(2023, 6, 30)), st.sampled_from(("actual", "actual", "future")), st.sampled_from(("TASS", "Fjord Times")),
).filter(lambda deed: deed[0] != deed[2])  # fmt: skip


def keep(folder: str, deeds: list[tuple[Any, ...]]) -> Ledger:
    """A ledger of the deeds, an article each."""
    path = Path(folder) / "l.duckdb"
    stories = [
        told(f"s{i}", f"{one} {verb} {other}", published=day, publisher=publisher, status=status, **KINDS[verb])
        for i, (one, verb, other, day, status, publisher) in enumerate(deeds)
    ]
    store_outcomes(Database(path), stories, RUN, settings_of(Settings()))
    return Ledger(path)


def count(incidents: list[Incident], step: str) -> dict[date, list[float]]:
    """Incidents, reports and the sum of scores of each period, counted one by one."""
    periods: dict[date, list[float]] = defaultdict(lambda: [0, 0, 0.0])
    for incident in incidents:
        row = periods[first_day(incident.enddate or date.min, step)]
        row[0] += 1
        row[1] += len(incident.reports)
        row[2] += incident.event_scale
    return periods


@settings(max_examples=12, deadline=None)
@given(
    st.lists(DEEDS, min_size=1, max_size=12), st.sampled_from(("day", "week", "month", "quarter", "year")), st.sampled_from(("both", "forth", "back"))
)
def test_the_series_is_a_plain_count(deeds: list[tuple[Any, ...]], step: str, direction: str) -> None:
    """Whatever the step and direction, SQL and a loop over the timeline agree, and no period between is left out."""
    with TemporaryDirectory() as folder:
        ledger = keep(folder, deeds)
        frame = ledger.relations("NOR", "RUS,FIN", by=step, direction=direction)
        entries = ledger.timeline("NOR", "RUS,FIN", limit=1000, direction=direction)
    told_by_sql = {row["period"]: [row["incidents"], row["reports"], row["total"]] for row in frame.iter_rows(named=True) if row["incidents"]}
    assert told_by_sql == count([entry.incident for entry in entries], step)
    assert all(entry.incident.status == "actual" for entry in entries)
    if frame.height:
        assert frame["period"].to_list() == periods_between(frame["period"][0], frame["period"][-1], step)


@pytest.mark.parametrize(
    ("split", "parts"),
    [
        ("type", {"CONSULT": 1, "ASSAULT": 1}),
        ("quad", {"VC": 1, "MX": 1}),
        ("context", {"diplomatic": 1, "military": 1}),
        ("status", {"actual": 2, "future": 1}),
    ],
)
def test_a_split_counts_each_part(tmp_path: Path, split: str, parts: dict[str, int]) -> None:
    """A series split by a field has the incidents of each of its values; by status, those of every status asked for."""
    day = date(2023, 2, 3)
    deeds = [
        ("NOR", "met", "RUS", day, "actual", "TASS"),
        ("NOR", "struck", "RUS", day, "actual", "TASS"),
        ("NOR", "met", "RUS", day, "future", "TASS"),
    ]
    ledger = keep(str(tmp_path), deeds)
    statuses = ("actual", "future") if split == "status" else ("actual",)
    frame = ledger.relations("NOR", "RUS", split=split, status=statuses)
    assert dict(frame.select("part", "incidents").rows()) == parts


def test_state_media_have_their_share(tmp_path: Path) -> None:
    """Of one incident in a state agency and a private paper, half of the reports are from media owned by a state."""
    day = date(2023, 2, 3)
    ledger = keep(str(tmp_path), [("NOR", "met", "RUS", day, "actual", name) for name in ("TASS", "Fjord Times")])
    frame = ledger.relations("NOR", "RUS")
    assert frame.select("incidents", "reports", "state_share").rows() == [(1, 2, 0.5)]
    assert ledger.outlets("NOR", "RUS").select("publisher", "reports").rows() == [("Fjord Times", 1), ("TASS", 1)]


def test_one_side_alone_is_everything_it_took_part_in(tmp_path: Path) -> None:
    """With one side, both directions are what it did and what was done to it."""
    day = date(2023, 2, 3)
    ledger = keep(str(tmp_path), [("NOR", "met", "RUS", day, "actual", "TASS"), ("RUS", "struck", "FIN", day, "actual", "TASS")])
    counts = {way: ledger.relations("RUS", direction=way)["incidents"].sum() for way in ("both", "forth", "back")}
    assert counts == {"both": 2, "forth": 1, "back": 1}


@pytest.mark.parametrize(
    ("day", "step", "first", "following"),
    [
        (date(2024, 2, 29), "week", date(2024, 2, 26), date(2024, 3, 4)),
        (date(2024, 12, 31), "quarter", date(2024, 10, 1), date(2025, 1, 1)),
        (date(2024, 12, 31), "month", date(2024, 12, 1), date(2025, 1, 1)),
        (date(2024, 7, 1), "year", date(2024, 1, 1), date(2025, 1, 1)),
    ],
)
def test_periods_begin_where_the_calendar_has_them(day: date, step: str, first: date, following: date) -> None:
    """Weeks begin on Monday; quarters and years with their first month."""
    assert first_day(day, step) == first
    assert next_period(first, step) == following
