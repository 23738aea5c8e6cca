"""Records for other tools: JSON Lines, CSV, Parquet, pandas and Polars."""

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import IO, TYPE_CHECKING, Any

from dragoman.model.event import Event, Party, to_json
from dragoman.model.outcome import Outcome

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

COLUMNS = (
    "id", "article", "published", "publisher", "event", "mode", "context", "status", "reciprocal",
    "actor", "actor_country", "actor_sector", "recipient", "recipient_country", "recipient_sector",
    "date", "enddate", "date_basis", "date_text", "place", "place_country", "lat", "lon", "geonameid",
    "said_by", "said_by_country", "said_by_party", "quad_code", "event_scale", "confidence",
    "event_text", "event_start", "event_end", "evidence", "dead_low", "dead_high", "injured_low", "injured_high",
    "arrested_low", "arrested_high", "reasons", "version", "codebook", "model",
)  # fmt: skip
NUMBERS = frozenset(("lat", "lon", "event_scale", "confidence"))
COUNTS = (
    "geonameid", "event_start", "event_end", "dead_low", "dead_high", "injured_low", "injured_high", "arrested_low", "arrested_high",
)  # fmt: skip
DATES = frozenset(("date", "enddate", "published"))


def rows(outcomes: Iterable[Outcome]) -> Iterator[dict[str, Any]]:
    """One flat row per event, columns as in COLUMNS; several parties of a side are parted by "; "."""
    for outcome in outcomes:
        for event in outcome.events:
            yield flat(event) | {"published": outcome.article.published, "publisher": outcome.article.publisher}


def flat(event: Event) -> dict[str, Any]:
    """The event as one row of plain values; what is not told is None."""
    place, size = event.event_loc, event.size
    row: dict[str, Any] = dict.fromkeys(COLUMNS)
    row |= {
        "id": event.id, "article": event.article, "event": event.event, "mode": _join(event.mode),
        "context": _join(event.context), "status": event.status, "reciprocal": event.reciprocal,
        **_side("actor", event.actor), **_side("recipient", event.recipient),
        "date": event.date, "enddate": event.enddate, "date_basis": event.date_basis,
        "date_text": event.date_text.text if event.date_text else None,
        "said_by": _join(speaker.name for speaker in event.said_by),
        "said_by_country": _join(speaker.country or "" for speaker in event.said_by),
        "said_by_party": _join(str(speaker.party).lower() for speaker in event.said_by),
        "quad_code": event.quad_code, "event_scale": event.event_scale, "confidence": event.confidence,
        "event_text": event.event_text.text, "event_start": event.event_text.span[0], "event_end": event.event_text.span[1],
        "evidence": " | ".join(quote.text for quote in event.evidence),
        "reasons": _join(f"{reason.stage}:{reason.name}" for reason in event.reasons),
        "version": event.run.version, "codebook": event.run.codebook, "model": event.run.model,
    }  # fmt: skip
    if place is not None:
        row |= {"place": place.name, "place_country": place.country, "lat": place.lat, "lon": place.lon, "geonameid": place.geonameid}
    for name in ("dead", "injured", "arrested"):
        row[f"{name}_low"], row[f"{name}_high"] = getattr(size, name) or (None, None)
    return row


def _side(name: str, parties: tuple[Party, ...]) -> dict[str, str | None]:
    return {
        name: _join(party.name for party in parties),
        f"{name}_country": _join(party.country or "" for party in parties),
        f"{name}_sector": _join(" ".join(party.sector) for party in parties),
    }


def _join(values: Iterable[str]) -> str | None:
    return "; ".join(values) or None


def to_polars(outcomes: Iterable[Outcome]) -> "pl.DataFrame":
    """The events as a Polars frame, one row an event, with the columns of COLUMNS."""
    import polars as pl

    return pl.DataFrame(list(rows(outcomes)), schema={name: _polars_type(name) for name in COLUMNS}, orient="row")


def _polars_type(name: str) -> Any:
    import polars as pl

    if name in DATES:
        return pl.Date
    if name == "reciprocal":
        return pl.Boolean
    return pl.Float64 if name in NUMBERS else pl.Int64 if name in COUNTS else pl.String


def to_pandas(outcomes: Iterable[Outcome]) -> "pd.DataFrame":
    """The events as a pandas frame, one row an event, with the columns of COLUMNS. Needs the extra `pandas`."""
    import pandas as pd

    return pd.DataFrame(list(rows(outcomes)), columns=list(COLUMNS)).astype(dict.fromkeys(COUNTS, "Int64"))


def write_jsonl(outcomes: Iterable[Outcome], out: IO[bytes]) -> Iterator[Outcome]:
    """Writes each event as an exchange record on a line of its own, as it comes; passes the outcomes on."""
    for outcome in outcomes:
        for event in outcome.events:
            out.write(to_json(event) + b"\n")
        out.flush()
        yield outcome


def write_csv(outcomes: Iterable[Outcome], out: IO[bytes]) -> Iterator[Outcome]:
    """Writes a header and each event as a row in UTF-8, as it comes; passes the outcomes on."""
    from csv import DictWriter

    writer = DictWriter(_Encoded(out), COLUMNS)
    writer.writeheader()
    for outcome in outcomes:
        writer.writerows(rows([outcome]))
        out.flush()
        yield outcome


class _Encoded:
    """Text in, bytes out; unlike a TextIOWrapper it never closes what it writes to."""

    def __init__(self, out: IO[bytes]) -> None:
        self.out = out

    def write(self, text: str) -> int:
        """Writes the text in UTF-8."""
        return self.out.write(text.encode("utf-8"))


def write_parquet(outcomes: Iterable[Outcome], out: IO[bytes]) -> Iterator[Outcome]:
    """Writes all events as one Parquet table at the end; passes the outcomes on."""
    done = []
    for outcome in outcomes:
        done.append(outcome)
        yield outcome
    table = BytesIO()  # a full disk is then an OSError, as in the other formats
    to_polars(done).write_parquet(table)
    out.write(table.getbuffer())


WRITERS = {"jsonl": write_jsonl, "csv": write_csv, "parquet": write_parquet}
