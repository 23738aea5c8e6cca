"""Incidents as a person reads them: a block each, with who says so and in which words."""

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from dragoman.model.event import Event
from dragoman.model.text import Article
from dragoman.present.sentences import tell
from dragoman.present.tables import COLOURS, STATUS
from dragoman.relate.timeline import Entry

SHOWN = 4  # reports quoted; how many more there are is said


def show_timeline(entries: Sequence[Entry], console: Console) -> None:
    """Prints the incidents in their order."""
    if not entries:
        console.print("nothing recorded")
    for entry in entries:
        console.print(_head(entry))
        for stored in entry.reports[:SHOWN]:
            console.print(_report(stored.event, stored.article))
        if len(entry.reports) > SHOWN:
            console.print(Text(f"    and {len(entry.reports) - SHOWN} more reports", style="dim"))


def _head(entry: Entry) -> Text:
    incident = entry.incident
    text = Text(f"{incident.enddate or incident.date or incident.first_seen or '—'}  ", style="bold")
    text.append(f"{incident.event} {', '.join(incident.mode)}".rstrip(), style=COLOURS.get(incident.quad_code, "default"))
    text.append(f" {STATUS[incident.status]}" if STATUS.get(incident.status) else "", style="default")
    text.append(f"  {tell(incident)}.", style="not bold")
    sides = f", and media of a side: {', '.join(incident.from_sides)}" if incident.from_sides else ""
    text.append(f"  [{entry.number}; {incident.corroboration} independent{sides}]", style="not bold dim")
    if incident.denied_by:
        text.append(f" denied by {', '.join(incident.denied_by)}", style="red")
    return text


def _report(event: Event, article: Article) -> Text:
    words = event.evidence[0].text if event.evidence else event.event_text.text
    voices = " ← ".join(speaker.name + ("*" if speaker.party else "") for speaker in event.said_by)
    text = Text(f"    “{' '.join(words.split())}”", style="italic")
    text.append(f"  {article.publisher or article.id}, {article.published or 'no day'}, {event.id}", style="not italic dim")
    text.append(f"  says {voices}" if voices else "", style="not italic dim")
    return text
