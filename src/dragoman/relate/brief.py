"""What the desk asks about a relation, gathered from the ledger: what happened, was said, is planned, changed, is disputed."""

from collections.abc import Sequence
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from dragoman.knowledge.publishers import Publishers
from dragoman.relate.changes import find_phases
from dragoman.relate.makers import read_makers
from dragoman.relate.phases import Phase
from dragoman.relate.question import Question, chosen_sql
from dragoman.relate.series import read_series, read_total
from dragoman.relate.timeline import Entry, read_timeline
from dragoman.store.database import Connection

MOST = 500  # incidents read for one brief, the newest; a page has room for far fewer
ROOM = 8  # incidents a section


class Totals(Struct, frozen=True):
    """A stretch of time in numbers: `mean` is of the incidents' scores, with the interval around it; none without incidents."""

    incidents: int
    reports: int
    mean: float | None
    low: float | None
    high: float | None
    state_share: float | None


class Turn(Struct, frozen=True):
    """A turning point: the phase that begins there, and the incidents that made it, the strongest first."""

    phase: Phase
    makers: tuple[Entry, ...]


class Brief(Struct, frozen=True):
    """A relation from `since` to `until`, each section newest first; `before` is the same length of time just before."""

    one: str
    other: str
    since: date | None
    until: date | None
    totals: Totals
    before: Totals | None
    happened: tuple[Entry, ...]
    said: tuple[Entry, ...]
    planned: tuple[Entry, ...]
    disputed: tuple[Entry, ...]
    turns: tuple[Turn, ...]
    left_out: int


def read_brief(connection: Connection, question: Question, names: tuple[str, str], publishers: Publishers) -> Brief:
    """The brief of the question's two sides, whose names are given; at most ROOM incidents a section, the best told."""
    everything = replace(question, status=())
    first, last = _span(connection, everything)
    entries = read_timeline(connection, everything, publishers, limit=MOST)
    sections = {name: [entry for entry in entries if section_of(entry) == name] for name in ("happened", "said", "planned")}
    disputed = [entry for entry in entries if is_disputed(entry)]
    kept = {name: _best(rows) for name, rows in sections.items()}
    return Brief(
        one=names[0],
        other=names[1],
        since=question.since or first,
        until=question.until or last,
        totals=read_totals(connection, question),
        before=read_totals(connection, _before(question)) if question.since and question.until else None,
        **kept,
        disputed=_best(disputed),
        turns=read_turns(connection, question, read_phases(connection, question, "month"), publishers),
        left_out=sum(len(rows) - len(kept[name]) for name, rows in sections.items()),
    )


def section_of(entry: Entry) -> str:
    """Where a brief tells the incident: it happened, it was said, or it is planned or possible; "" for history and what did not happen."""
    incident = entry.incident
    if incident.status in ("future", "hypothetical"):
        return "planned"
    if incident.status != "actual":
        return ""
    return "happened" if incident.quad_code in ("MC", "MX") or incident.event == "CONSULT" else "said"


def is_disputed(entry: Entry) -> bool:
    """Whether it is denied, did not happen though told of, or its reports give rival figures or actors."""
    incident = entry.incident
    rivals = any(
        figure is not None and figure.low < figure.high and len(figure.variants) > 1
        for figure in (incident.dead, incident.injured, incident.arrested)
    )
    return bool(incident.denied_by) or incident.status == "negated" or rivals or len(incident.variants.get("actor", ())) > 1


def _best(entries: list[Entry]) -> tuple[Entry, ...]:
    """The best told and weightiest, newest first."""
    ranked = sorted(
        entries, key=lambda entry: (-entry.incident.corroboration, -abs(entry.incident.event_scale), -entry.incident.confidence, entry.number)
    )
    chosen = {entry.number for entry in ranked[:ROOM]}
    return tuple(entry for entry in entries if entry.number in chosen)


def _span(connection: Connection, question: Question) -> tuple[date | None, date | None]:
    """The first and last day of the question's incidents, whatever their status."""
    chosen, values = chosen_sql(question)
    return connection.rows(f"SELECT min(day), max(day) FROM incidents WHERE incident_no IN ({chosen})", values)[0]


def _before(question: Question) -> Question:
    """The same question about as many days just before."""
    since, until = question.since or date.min, question.until or date.max
    return replace(question, since=since - (until - since) - timedelta(days=1), until=since - timedelta(days=1))


def read_totals(connection: Connection, question: Question) -> Totals:
    """The question's whole stretch of time in numbers."""
    frame = read_total(connection, question)
    if not frame.height:
        return Totals(0, 0, None, None, None, None)
    row = frame.row(0, named=True)
    return Totals(*(row[name] for name in Totals.__struct_fields__))


def read_phases(connection: Connection, question: Question, step: str) -> tuple[Phase, ...]:
    """The relation's phases over the question's time, by periods of the step; empty where there is nothing."""
    frame = read_series(connection, question, step)
    if not frame.height:
        return ()
    return find_phases(frame["period"].to_list(), *(frame[name].to_numpy() for name in ("incidents", "total", "squares")))


def read_turns(connection: Connection, question: Question, phases: Sequence[Phase], publishers: Publishers) -> tuple[Turn, ...]:
    """The turning points between the phases, each with the incidents that made it."""
    makers = read_makers(connection, question, phases, publishers)
    return tuple(Turn(phase, tuple(makers[phase])) for phase in phases[1:])
