"""An incident as an English sentence, put together from its fields."""

from datetime import date
from functools import cache

from dragoman.knowledge.tables import read_table
from dragoman.model.event import Actor
from dragoman.model.incident import Figure, Incident

COLUMNS = ("type", "mode", "did_to", "do_to", "did", "do")
MONTHS = "January February March April May June July August September October November December".split()
HELPERS = {"future": "is to", "hypothetical": "may", "negated": "did not"}
PLURAL_HELPERS = {"future": "are to", "hypothetical": "may", "negated": "did not"}


@cache
def _phrases() -> dict[tuple[str, str], dict[str, str]]:
    return {(row["type"], row["mode"]): row for row in read_table("sentences.csv", COLUMNS)}


def tell(incident: Incident) -> str:
    """One sentence without its full stop: who did what to whom, with the days and the place as far as they are told."""
    parts = (_days(incident), f"{_names(incident.actor)} {_deed(incident)}", _place(incident), _figures(incident))
    sentence = " ".join(part for part in parts if part)
    return sentence[:1].upper() + sentence[1:]


def headline(incident: Incident) -> str:
    """The incident in a few words, for a chart: who did what to whom."""
    sentence = f"{_names(incident.actor, codes=False)} {_deed(incident, codes=False)}"
    return sentence[:1].upper() + sentence[1:]


def _deed(incident: Incident, *, codes: bool = True) -> str:
    row = _phrases().get((incident.event, incident.mode[0] if incident.mode else "")) or _phrases().get((incident.event, ""))
    to = bool(incident.recipient)
    if row is None:
        row = dict(
            zip(
                COLUMNS[2:],
                (f"did {incident.event} towards", f"do {incident.event} towards", f"did {incident.event}", f"do {incident.event}"),
                strict=True,
            )
        )
    helper = (PLURAL_HELPERS if len(incident.actor) > 1 else HELPERS).get(incident.status)
    verb = row["do_to" if to else "do"] if helper else row["did_to" if to else "did"]
    return " ".join(part for part in (helper, verb, _names(incident.recipient, codes=codes)) if part)


def _names(actors: tuple[Actor, ...], *, codes: bool = True) -> str:
    names = [f"{actor.name} ({actor.country})" if codes and actor.country and actor.country not in actor.name else actor.name for actor in actors]
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def _days(incident: Incident) -> str:
    first, last = incident.date, incident.enddate
    if incident.date_basis != "stated" or (first is None and last is None):
        seen = last or incident.first_seen
        return f"by {write_day(seen)}," if seen else ""
    if first is None or last is None or first == last:
        return f"{'on' if first else 'by'} {write_day(first or last or date.min)},"
    return f"between {write_day(first)} and {write_day(last)},"


def write_day(day: date) -> str:
    """The day as English writes it: 4 March 2024."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _place(incident: Incident) -> str:
    return f"in {incident.place.name}" if incident.place else ""


def _figures(incident: Incident) -> str:
    told = (("dead", incident.dead), ("injured", incident.injured), ("arrested", incident.arrested))
    parts = [f"{write_figure(figure)} {word}" for word, figure in told if figure is not None]
    return f"({', '.join(parts)})" if parts else ""


def write_figure(figure: Figure) -> str:
    """A count as "5", or as "2 to 5" where reports differ."""
    return str(figure.best) if figure.low == figure.high else f"{figure.low} to {figure.high}"
