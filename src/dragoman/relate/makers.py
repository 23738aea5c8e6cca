"""The incidents that made a turning point."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise

from dragoman.knowledge.publishers import Publishers
from dragoman.relate.phases import Phase
from dragoman.relate.question import Question, chosen_sql
from dragoman.relate.timeline import Entry, read_entries
from dragoman.store.database import Connection

OPENING_DAYS = 92  # how far into a phase an incident can have begun it

_MAKERS_SQL = """
SELECT incident_no FROM incidents WHERE incident_no IN ({chosen}) AND day BETWEEN ? AND ?
ORDER BY (event_scale - ?) * sign(?) * ln(1 + corroboration + reports) DESC, day, incident_no LIMIT ?
"""


def read_makers(
    connection: Connection, question: Question, phases: Sequence[Phase], publishers: Publishers, *, most: int = 3
) -> dict[Phase, list[Entry]]:
    """For each phase that began with a turning point the incidents of its opening that drew the relation its way, the strongest first."""
    return {phase: _read(connection, question, before, phase, publishers, most) for before, phase in pairwise(phases)}


def _read(connection: Connection, question: Question, before: Phase, phase: Phase, publishers: Publishers, most: int) -> list[Entry]:
    """Those farthest from the old mean in the direction of the new one, weighed by how well they are told."""
    chosen, values = chosen_sql(question)
    until = min(phase.last, phase.first + timedelta(days=OPENING_DAYS))
    old = before.mean if before.mean is not None else 0.0
    way = (phase.mean if phase.mean is not None else 0.0) - old
    rows = connection.rows(_MAKERS_SQL.format(chosen=chosen), [*values, phase.earliest or phase.first, until, old, way or -1.0, most])
    return read_entries(connection, [row[0] for row in rows], publishers)
