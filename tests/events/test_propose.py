"""What the codebook's own lines propose for plain sentences."""

import pytest
from tests.events.trees import grown

from dragoman.events.propose import Proposer
from dragoman.events.syntax import Clauses
from dragoman.knowledge.codebook import load_codebook

PROPOSER = Proposer(load_codebook())
PROPOSALS = {
    "Norway withdrew the observers from Peru.": "SANCTION/withdraw",
    "Norway withdrew the battalion from Peru.": "RETREAT/withdraw",
    "Norway violated the truce.": "ASSAULT",
    "Norway gave Peru until Friday to leave.": "THREATEN",
    "Norway said no.": "REJECT",
}


@pytest.mark.parametrize(("sentence", "label"), PROPOSALS.items(), ids=PROPOSALS)
def test_close_cases_have_the_type_of_the_ontology(sentence: str, label: str) -> None:
    """Observers pulled out are a relation reduced, troops pulled out a retreat; a truce broken is force, a deadline a threat, a "no" a refusal."""
    found = [c for c in PROPOSER.propose(Clauses(grown(sentence).doc)) if not c.event.startswith("@")]
    assert label in [f"{c.event}/{c.mode}" if c.mode else c.event for c in found]
