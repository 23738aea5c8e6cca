"""What became of one article: its events and what was dropped, or its failure."""

from msgspec import Struct

from dragoman.model.event import Event
from dragoman.model.text import Article
from dragoman.model.trace import Dropped, Failure


class Outcome(Struct, frozen=True):
    """One article's result. `events` is empty and `failure` set when the article could not be coded."""

    article: Article
    events: tuple[Event, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    failure: Failure | None = None
