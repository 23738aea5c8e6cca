"""Turning points come with the incidents that made them."""

from datetime import date
from pathlib import Path
from typing import Any

from tests.ledger_stories import RUN, told

from dragoman.config import Settings
from dragoman.ledger.add import settings_of, store_outcomes
from dragoman.present.api import Ledger
from dragoman.present.brief import lay_out, to_markdown
from dragoman.store.database import Database

FRIENDLY: dict[str, Any] = {"event": "CONSULT", "mode": ("visit",), "quad_code": "VC", "event_scale": 4.0}
HOSTILE: dict[str, Any] = {"event": "ASSAULT", "mode": ("aerial",), "quad_code": "MX", "event_scale": -9.5}


def year_of_two_halves(path: Path) -> Ledger:
    """Visits every week from January to June, air strikes from July to December of 2023."""
    days = [date(2023, month, day) for month in range(1, 13) for day in (4, 11, 18, 25)]
    stories = [
        told(f"s{day}", "NOR met RUS" if day.month < 7 else "NOR struck RUS", published=day, **(FRIENDLY if day.month < 7 else HOSTILE))
        for day in days
    ]
    store_outcomes(Database(path), stories, RUN, settings_of(Settings()))
    return Ledger(path)


def test_a_break_is_found_and_its_makers_named(tmp_path: Path) -> None:
    """The turn from visits to strikes is found in its month, and the first of what made it are strikes of that time."""
    ledger = year_of_two_halves(tmp_path / "l.duckdb")
    phases = ledger.phases("NOR", "RUS")
    assert [phase.first for phase in phases] == [date(2023, 1, 1), date(2023, 7, 1)]
    makers = ledger.turning_points("NOR", "RUS", phases=phases)[phases[1]]
    assert {entry.incident.event for entry in makers} == {"ASSAULT"}
    assert all(date(2023, 7, 1) <= (entry.incident.date or date.min) <= date(2023, 10, 1) for entry in makers)


def test_the_brief_tells_the_turn_with_its_quotes(tmp_path: Path) -> None:
    """The page says when the phase began, with what, and footnotes it; it compares with as many days before."""
    ledger = year_of_two_halves(tmp_path / "l.duckdb")
    page = to_markdown(lay_out(ledger.brief("NOR", "RUS", since=date(2023, 7, 1), until=date(2023, 12, 31))))
    changed = page.split("## What changed")[1].split("##")[0]
    assert "mean score -9.5" in changed
    assert "mean score +4.0" in changed
    whole = to_markdown(lay_out(ledger.brief("NOR", "RUS")))
    assert "A new phase: mean fell from +4.0 to -9.5 in July 2023" in whole
    assert "It began with: On 3 July 2023, Norway (NOR) carried out air strikes on Russia (RUS)" in whole
