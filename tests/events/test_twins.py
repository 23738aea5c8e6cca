"""Two records where two things happen."""

import pytest
from tests.events.trees import act, grown

from dragoman.events.twins import twin_of


@pytest.mark.parametrize(
    ("sentence", "twin"),
    [("The court gave the envoy nine years.", "COERCE/arrest"), ("Norway gave Peru money.", None)],
    ids=["years", "money"],
)
def test_a_term_of_years_is_verdict_and_arrest(sentence: str, twin: str | None) -> None:
    """A court that gives somebody years convicts and jails him; giving anything else has no twin."""
    found = twin_of(act(grown(sentence), "gave", "SANCTION/convict"))
    assert (f"{found.event}/{found.mode}" if found else None) == twin
