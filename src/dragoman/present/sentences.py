"""An incident as an English sentence, put together from its fields."""

from datetime import date
from functools import cache

from dragoman.errors import CodebookError
from dragoman.knowledge.tables import read_table
from dragoman.model.event import Actor, Speaker
from dragoman.model.incident import Figure, Incident

TABLE = "sentences.csv"
COLUMNS = ("type", "mode", "did_to", "do_to", "did_alone", "do_alone", "did_together", "do_together")
MONTHS = "January February March April May June July August September October November December".split()
HELPERS = {"future": "will", "hypothetical": "may", "negated": "did not"}  # the same for one and for several: a name's number is not known

MEDIUM = "JRN"  # the sector of media


@cache
def load_phrases() -> dict[tuple[str, str], dict[str, str]]:
    """The words for every type and mode; raises CodebookError for an empty cell or a row told twice."""
    phrases: dict[tuple[str, str], dict[str, str]] = {}
    for number, row in enumerate(read_table(TABLE, COLUMNS), 2):
        key = (row["type"], row["mode"])
        empty = [column for column in COLUMNS if column != "mode" and not row[column].strip()]
        if empty:
            raise CodebookError(f"{TABLE}: line {number}: {empty[0]} is empty; write the words")
        if key in phrases:
            raise CodebookError(f"{TABLE}: line {number}: {' '.join(key).strip()} stands twice; delete one row")
        phrases[key] = row
    return phrases


def tell(incident: Incident) -> str:
    """One sentence without its full stop: who did what to whom, with the days and the place as far as they are told."""
    parts = (_days(incident), f"{_actors(incident)} {_deed(incident)}", _place(incident), _figures(incident))
    sentence = " ".join(part for part in parts if part)
    return sentence[:1].upper() + sentence[1:]


def headline(incident: Incident) -> str:
    """The incident in a few words, for a chart: who did what to whom."""
    sentence = f"{_actors(incident, codes=False)} {_deed(incident, codes=False)}"
    return sentence[:1].upper() + sentence[1:]


def _actors(incident: Incident, *, codes: bool = True) -> str:
    return _names(incident.actor, codes=codes) or "somebody"


def _deed(incident: Incident, *, codes: bool = True) -> str:
    helper = HELPERS.get(incident.status)
    verb = _phrase(incident)[f"{'do' if helper else 'did'}_{_side(incident)}"]
    return " ".join(part for part in (helper, verb, _names(incident.recipient, codes=codes)) if part)


def _phrase(incident: Incident) -> dict[str, str]:
    """The words for the first mode, else for the type, else the bare name of a type that a researcher's codebook adds."""
    rows = (load_phrases().get((incident.event, mode)) for mode in (*incident.mode[:1], ""))
    return next((row for row in rows if row), None) or _bare(incident.event)


def _bare(event: str) -> dict[str, str]:
    return {column: f"{column[:3].rstrip('_')} {event}{' towards' if column.endswith('_to') else ''}" for column in COLUMNS[2:]}


def _side(incident: Incident) -> str:
    """Whether it is done to somebody, by one side with nobody named, or by several to each other."""
    if incident.recipient:
        return "to"
    return "together" if incident.reciprocal and len(incident.actor) > 1 else "alone"


def _names(actors: tuple[Actor, ...], *, codes: bool = True) -> str:
    names = [f"{actor.name} ({actor.country})" if codes and actor.country and actor.country not in actor.name else actor.name for actor in actors]
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def _days(incident: Incident) -> str:
    first, last = incident.date, incident.enddate
    if incident.date_basis != "stated" or (first is None and last is None):
        seen = last or incident.first_seen
        return f"{'as of' if incident.status in HELPERS else 'by'} {write_day(seen)}," if seen else ""
    if first is None or last is None or first == last:
        return f"{'on' if first else 'by'} {write_day(first or last or date.min)},"
    return f"between {write_day(first)} and {write_day(last)},"


def write_day(day: date) -> str:
    """The day as English writes it: 4 March 2024."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def write_span(since: date | None, until: date | None) -> str:
    """The days from the first to the last as a sentence, as far as they are known; "" where neither is."""
    if since and until:
        return f"{write_day(since)}." if since == until else f"{write_day(since)} to {write_day(until)}."
    if since:
        return f"From {write_day(since)}."
    return f"Until {write_day(until)}." if until else ""


def _place(incident: Incident) -> str:
    return f"in {incident.place.name}" if incident.place else ""


def _figures(incident: Incident) -> str:
    told = (("dead", incident.dead), ("injured", incident.injured), ("arrested", incident.arrested))
    parts = [f"{write_figure(figure)} {word}" for word, figure in told if figure is not None and figure.high > 0]
    return f"({', '.join(parts)})" if parts else ""


def write_figure(figure: Figure) -> str:
    """A count as "5", or as "2 to 5" where reports differ."""
    return str(figure.best) if figure.low == figure.high else f"{figure.low} to {figure.high}"


def count(number: int, word: str) -> str:
    """The number with its noun: "1 report", "2 reports"."""
    return f"{number} {word}{'' if number == 1 else 's'}"


def name_voice(speaker: Speaker) -> str:
    """The speaker's name; a medium that belongs to a side only reports, and is told apart from the side itself."""
    if not speaker.party:
        return speaker.name
    return f"{speaker.name} ({'medium of a side' if MEDIUM in speaker.sector else 'a side'})"


def count_publishers(incident: Incident) -> str:
    """A sentence on how many independent publishers tell it, and which media of a side."""
    sides = f"media of a side ({', '.join(incident.from_sides)})" if incident.from_sides else ""
    if not incident.corroboration:
        return f"Told only by {sides}." if sides else "Told by no independent publisher."
    return f"Told by {count(incident.corroboration, 'independent publisher')}{f', beside {sides}' if sides else ''}."
