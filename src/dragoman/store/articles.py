"""Articles and their codings: in once, superseded never overwritten."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from hashlib import blake2b
from typing import Any

import msgspec
import pyarrow as pa

from dragoman.model.text import Article, Cut
from dragoman.model.trace import Failure, Run
from dragoman.store.database import Connection


def now() -> datetime:
    """The time, UTC, as the ledger stores it."""
    return datetime.now(UTC).replace(tzinfo=None)


def digest_of(article: Article) -> str:
    """The same for the same text, title, day and publisher."""
    parts = (article.text, article.title or "", str(article.published or ""), article.publisher or "")
    return blake2b("\x1f".join(parts).encode(), digest_size=16).hexdigest()


def run_number(connection: Connection, run: Run, settings: str, *, add: bool = False) -> int | None:
    """The run of these versions and settings; made with `add`, else None when there is none."""
    known: int | None = connection.one(
        "SELECT run_no FROM runs WHERE (version, codebook, model, settings) = (?, ?, ?, ?)", [run.version, run.codebook, run.model, settings]
    )
    if known is None and add:
        known = connection.next_number("runs", "run_no")
        row = {"run_no": known, "began": now(), **msgspec.to_builtins(run), "settings": settings}
        connection.insert("runs", [row])
    return known


def coded_already(connection: Connection, articles: Sequence[Article], run_no: int | None) -> set[str]:
    """The ids of the articles that stand in the ledger with this very text, coded by the run, and are in force."""
    if run_no is None or not articles:
        return set()
    asked = pa.table({"id": [article.id for article in articles], "digest": [digest_of(article) for article in articles]})
    with connection.given("asked", asked):
        rows = connection.rows(
            "SELECT a.id FROM asked JOIN articles a USING (id, digest) JOIN codings c USING (article_no) WHERE c.run_no = ? AND c.superseded IS NULL",
            [run_no],
        )
    return {row[0] for row in rows}


def find_clashes(connection: Connection, articles: Sequence[Article]) -> dict[str, str]:
    """The articles whose id, made from their file's name, is that of another file's text: where that one stood, by id."""
    made = [article for article in articles if not article.own_id]
    columns = {name: [getattr(article, name) for article in made] for name in ("id", "place")}
    with connection.given("asked", pa.table({**columns, "digest": [digest_of(article) for article in made]}, schema=_CLASH_SCHEMA)):
        rows = connection.rows(
            "SELECT a.id, a.place FROM asked JOIN articles a USING (id) JOIN codings c USING (article_no) "
            "WHERE c.superseded IS NULL AND a.digest <> asked.digest AND a.place <> asked.place"
        )
    return dict(rows)


_CLASH_SCHEMA = pa.schema([("id", pa.string()), ("place", pa.string()), ("digest", pa.string())])


def store_articles(connection: Connection, articles: Sequence[Article], media: dict[str, tuple[str | None, str | None]]) -> dict[str, int]:
    """The number of each article by its id; a text not yet known is added. `media`: country and ownership by publisher."""
    asked = pa.table({"id": [article.id for article in articles], "digest": [digest_of(article) for article in articles]})
    with connection.given("asked", asked):
        numbers = dict(connection.rows("SELECT id, article_no FROM articles SEMI JOIN asked USING (id, digest)"))
    fresh = [article for article in articles if article.id not in numbers]
    first = connection.next_number("articles", "article_no")
    rows = [_article_row(article, first + i, media) for i, article in enumerate(fresh)]
    connection.insert("articles", rows)
    return numbers | {row["id"]: row["article_no"] for row in rows}


def _article_row(article: Article, number: int, media: dict[str, tuple[str | None, str | None]]) -> dict[str, Any]:
    country, ownership = media.get(article.publisher or "", (None, None))
    return {
        "article_no": number, "group_no": number, "id": article.id, "digest": digest_of(article), "text": article.text,
        "title": article.title, "published": article.published, "publisher": article.publisher, "publisher_country": country,
        "ownership": ownership, "dateline": article.dateline, "place": article.place, "cuts": msgspec.to_builtins(article.cuts),
        "added": now(),
    }  # fmt: skip


def store_codings(connection: Connection, numbers: Iterable[int], run_no: int) -> tuple[dict[int, int], list[int]]:
    """A coding for each article by the run, now in force; and the events of those whose place they take.

    What was in force for another text under the same id is superseded too.
    """
    numbers = list(numbers)
    stamp = now()
    with connection.given("asked", pa.table({"article_no": pa.array(numbers, pa.int32())})):
        stale = [row[0] for row in connection.rows(_STALE_SQL)]
    with connection.given("stale", pa.table({"coding_no": pa.array(stale, pa.int32())})):
        connection.rows("UPDATE codings SET superseded = ? WHERE coding_no IN (SELECT coding_no FROM stale)", [stamp])
        gone = [row[0] for row in connection.rows("SELECT event_no FROM events SEMI JOIN stale USING (coding_no)")] if stale else []
    first = connection.next_number("codings", "coding_no")
    codings = {number: first + i for i, number in enumerate(numbers)}
    rows = [{"coding_no": coding, "article_no": number, "run_no": run_no, "coded": stamp} for number, coding in codings.items()]
    connection.insert("codings", rows)
    return codings, gone


_STALE_SQL = """
SELECT c.coding_no FROM codings c JOIN articles a USING (article_no)
WHERE c.superseded IS NULL AND a.id IN (SELECT id FROM articles SEMI JOIN asked USING (article_no))
"""


def store_failures(connection: Connection, failures: Iterable[Failure], run_no: int) -> None:
    """The failures stand in the ledger, each once a run."""
    for failure in failures:
        key = [run_no, failure.article, failure.place]
        connection.rows("DELETE FROM failures WHERE run_no = ? AND article = ? AND place = ?", key)
        connection.insert("failures", [{"run_no": run_no, **msgspec.to_builtins(failure), "failed": now()}])


def read_articles_sql(where: str) -> str:
    """The articles for which the condition holds, with all that an Article has."""
    return f"SELECT article_no, group_no, id, text, title, published, publisher, cuts, dateline, place FROM articles WHERE {where}"


def article_of(row: dict[str, Any]) -> Article:
    """The article of a row, as it was given to the ledger."""
    cuts = tuple(Cut(**cut) for cut in row["cuts"] or ())
    fields = {name: row[name] for name in ("id", "text", "title", "published", "publisher", "dateline", "place")}
    return Article(**fields, cuts=cuts)
