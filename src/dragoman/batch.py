"""The same function everywhere: in this process, or in a pool of processes."""

from collections import deque
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice
from multiprocessing import get_context
from multiprocessing.pool import AsyncResult
from pathlib import Path

from msgspec.structs import replace

from dragoman.config import Settings
from dragoman.model.outcome import Outcome
from dragoman.model.text import Article
from dragoman.model.trace import Failure
from dragoman.pipeline import Tools, code_articles, load_tools, ready


class Coder:
    """Codes articles into events by a codebook; what it needs is loaded at the first article.

    >>> from dragoman import Article, Coder
    >>> story = Article(id="1", text="Norway expelled two Russian diplomats.")
    >>> [event.event for outcome in Coder().code([story]) for event in outcome.events]
    ['SANCTION']
    """

    def __init__(self, settings: Settings | None = None, *, codebook: Path | None = None, workers: int = 1) -> None:
        settings = settings or Settings()
        self.settings = replace(settings, codebook=codebook) if codebook else settings
        self.workers = workers

    @cached_property
    def tools(self) -> Tools:
        """Codebook, tables and stages; raises CodebookError when a table or the codebook is wrong."""
        return load_tools(self.settings)

    def code(self, articles: Iterable[Article | Failure]) -> Iterator[Outcome]:
        """An outcome per article, lazily and in order; what could not be read passes through as a failure.

        The same articles give the same records alone, in any batch and with any number of workers.
        """
        if self.workers == 1:
            for batch in _batches(articles, self.settings.batch_size):
                yield from _code_batch(batch, self.settings, self.tools)
            return
        with get_context("spawn").Pool(self.workers, _start_worker, (self.settings,)) as pool:
            waiting: deque[AsyncResult[list[Outcome]]] = deque()
            for batch in _batches(articles, self.settings.batch_size):
                waiting.append(pool.apply_async(_work, (batch,)))
                if len(waiting) > 2 * self.workers:  # reads ahead no further than that
                    yield from waiting.popleft().get()
            while waiting:
                yield from waiting.popleft().get()


def _batches(articles: Iterable[Article | Failure], size: int) -> Iterator[list[Article | Failure]]:
    rows = iter(articles)
    while batch := list(islice(rows, size)):
        yield batch


def _code_batch(batch: list[Article | Failure], settings: Settings, tools: Tools) -> Iterator[Outcome]:
    rows = [ready(row, settings) if isinstance(row, Article) else row for row in batch]
    coded = code_articles([row for row in rows if isinstance(row, Article)], settings, tools)
    for row in rows:
        if isinstance(row, Failure):
            yield Outcome(Article(row.article, "", place=row.place), failure=row)
        else:
            yield next(coded)


_worker: dict[str, Coder] = {}


def _start_worker(settings: Settings) -> None:
    _worker["coder"] = Coder(settings)


def _work(batch: list[Article | Failure]) -> list[Outcome]:
    coder = _worker["coder"]
    return list(_code_batch(batch, coder.settings, coder.tools))
