"""An incident with all that made it: reports, links, variants, corrections."""

from rich.console import Console
from rich.text import Text

from dragoman.errors import InputError
from dragoman.ledger.assign import publishers
from dragoman.model.incident import Figure, Incident
from dragoman.present.api import Ledger
from dragoman.present.sentences import write_figure
from dragoman.present.timeline import show_timeline
from dragoman.relate.timeline import read_entries
from dragoman.store.corrections import read_hands
from dragoman.store.incidents import incidents_of, links_among, members_of


def show_incident(ledger: Ledger, event: str, console: Console) -> None:
    """Prints the incident of the event; raises InputError for an id that is no event in force."""
    with ledger.opened() as connection:
        number = connection.one("SELECT event_no FROM current_records WHERE id = ?", [event])
        if number is None:
            raise InputError(f"{event}: no event of that id is in force; dragoman timeline shows the ids")
        incidents = incidents_of(connection, [number])
        entries = read_entries(connection, incidents, publishers())
        members = members_of(connection, incidents)
        ids = dict(connection.rows("SELECT event_no, id FROM events WHERE list_contains(?, event_no)", [list(members)]))
        links = links_among(connection, members)
        hands = [made for made in read_hands(connection).made if any(event in members for event in made.events)]
    show_timeline(entries, console)
    for one, other, score, reason in links:
        console.print(Text(f"  joined {ids[one]} and {ids[other]} ({score:.2f}): {reason}", style="dim"))
    for made in hands:
        console.print(Text(f"  correction {made.number}: {made.kind} by {made.by}{f': {made.note}' if made.note else ''}", style="dim"))
    for entry in entries:
        _show_variants(entry.incident, console)


def _show_variants(incident: Incident, console: Console) -> None:
    for field, variants in incident.variants.items():
        for variant in variants:
            who = ", ".join((*variant.publishers, *(f"says {name}" for name in variant.said_by)))
            console.print(Text(f"  {field}: {variant.value}  ({len(variant.reports)} reports{'; ' if who else ''}{who})", style="cyan"))
    for word, figure in (("dead", incident.dead), ("injured", incident.injured), ("arrested", incident.arrested)):
        if figure is not None:
            _show_figure(word, figure, console)


def _show_figure(word: str, figure: Figure, console: Console) -> None:
    told = "; ".join(f"{variant.value}: {', '.join(variant.publishers) or 'no publisher'}" for variant in figure.variants)
    console.print(Text(f"  {word}: {write_figure(figure)}, best {figure.best}  ({told})", style="cyan"))
