"""Where the incidents of a relation were."""

from typing import TYPE_CHECKING

from dragoman.relate.question import Question, chosen_sql
from dragoman.store.database import Connection

if TYPE_CHECKING:
    import polars as pl

_PLACES_SQL = """
SELECT lat, lon, place, place_country AS country, count(*) AS incidents, round(avg(event_scale), 3) AS score, mode(quad_code) AS quad, place AS label
FROM incidents WHERE lat IS NOT NULL AND lon IS NOT NULL AND incident_no IN ({chosen})
GROUP BY lat, lon, place, place_country ORDER BY incidents DESC, place
"""


def read_places(connection: Connection, question: Question) -> "pl.DataFrame":
    """One row a place with coordinates: country, incidents, mean score, and the quad that most of its incidents have."""
    chosen, values = chosen_sql(question)
    return connection.frame(_PLACES_SQL.format(chosen=chosen), values)
