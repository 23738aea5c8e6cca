"""dragoman reads news and keeps a ledger of who did what to whom, according to whom.

>>> from dragoman import Coder, read_articles, to_pandas  # doctest: +SKIP
>>> coder = Coder()  # doctest: +SKIP
>>> frame = to_pandas(coder.code(read_articles(["news/"])))  # doctest: +SKIP
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from dragoman.version import __version__

if TYPE_CHECKING:
    from dragoman.actors.lookup import Actors
    from dragoman.batch import Coder
    from dragoman.config import Settings
    from dragoman.model.event import Event
    from dragoman.model.outcome import Outcome
    from dragoman.model.text import Article
    from dragoman.present.api import Ledger
    from dragoman.present.export import to_pandas, to_polars
    from dragoman.read.files import read_articles

__all__ = ["Actors", "Article", "Coder", "Event", "Ledger", "Outcome", "Settings", "__version__", "read_articles", "to_pandas", "to_polars"]

_HOMES = {
    "Actors": "dragoman.actors.lookup",
    "Article": "dragoman.model.text",
    "Coder": "dragoman.batch",
    "Event": "dragoman.model.event",
    "Ledger": "dragoman.present.api",
    "Outcome": "dragoman.model.outcome",
    "Settings": "dragoman.config",
    "read_articles": "dragoman.read.files",
    "to_pandas": "dragoman.present.export",
    "to_polars": "dragoman.present.export",
}


def __getattr__(name: str) -> Any:
    """The public names, each loaded when first used: the parser takes a second to import."""
    if name not in _HOMES:
        raise AttributeError(f"module 'dragoman' has no attribute {name!r}; it has {', '.join(__all__)}")
    return getattr(import_module(_HOMES[name]), name)
