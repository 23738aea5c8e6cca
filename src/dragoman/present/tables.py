"""Records as a person reads them: a table for each article, and why each record is there."""

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from dragoman.model.event import Event, Party, Speaker
from dragoman.model.outcome import Outcome

COLOURS = {"VC": "green", "MC": "bold green", "VX": "yellow", "MX": "red"}
STATUS = {"actual": "", "future": "planned", "hypothetical": "may be", "negated": "did not happen", "historical": "history"}
ROOM = 120  # columns from which on all seven stand side by side
COLUMNS = (
    ("when", 10, 13), ("who", 14, 24), ("did", 10, 20), ("to whom", 14, 24), ("status", 7, 8), ("says", 10, 18), ("words", 14, 38),
)  # fmt: skip
NARROW_COLUMNS = (("when", 10, 10), ("who", 14, 20), ("did", 10, 16), ("to whom", 14, 20), ("words", 14, 30))


def show(outcome: Outcome, console: Console, *, explain: bool = False) -> None:
    """Prints one article's records; with `explain` also the cuts, the reasons and what was dropped."""
    article = outcome.article
    head = Text(article.title or article.id, style="bold")
    about = ", ".join(str(part) for part in (article.publisher, article.published) if part)
    console.print()
    console.print(Group(head, Text(about, style="dim")) if about else head)
    if outcome.failure:
        console.print(Text(f"not coded: {outcome.failure.place}: {outcome.failure.reason}", style="red"))
        return
    if not outcome.events:
        console.print(Text("no events", style="dim"))
    else:
        console.print(_table(outcome.events, console.width))
    if explain:
        _explain(outcome, console)


def _table(events: tuple[Event, ...], width: int) -> RenderableType:
    """Seven columns where there is room; else status and speakers stand under the type and the words."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim", expand=False)
    for name, least, most in NARROW_COLUMNS if width < ROOM else COLUMNS:
        table.add_column(name, min_width=least, max_width=most, overflow="fold", vertical="top")
    for event in events:
        table.add_row(*(_narrow_row(event) if width < ROOM else _row(event)))
    return table


def _row(event: Event) -> tuple[str | Text, ...]:
    sides = _sides(event.actor), _what(event), _sides(event.recipient)
    return (_when(event), *sides, STATUS[event.status], _speakers(event.said_by), _words(event))


def _narrow_row(event: Event) -> tuple[str | Text, ...]:
    what, words, speakers = _what(event), _words(event), _speakers(event.said_by)
    if STATUS[event.status]:
        what.append(f"\n{STATUS[event.status]}", style="default")
    if speakers:
        words.append(f"\nsays {speakers}", style="not italic dim")
    return _when(event), _sides(event.actor), what, _sides(event.recipient), words


def _words(event: Event) -> Text:
    return Text().append(_short(event.event_text.text), style="italic")


def _when(event: Event) -> str:
    if event.date and event.enddate and event.date != event.enddate:
        return f"{event.date} – {event.enddate}"
    if event.date:
        return f"since {event.date}" if event.enddate is None else str(event.date)
    return f"by {event.enddate}" if event.enddate else "—"


def _what(event: Event) -> Text:
    text = Text(event.event, style=COLOURS[event.quad_code])
    return text.append(" " + ", ".join(event.mode), style="default") if event.mode else text


def _sides(parties: tuple[Party, ...]) -> Text:
    """A line a party: its name, and in brackets its country and primary sector."""
    return Text("\n").join(Text(f"{party.name} {_code(party)}") for party in parties)


def _code(party: Party) -> str:
    return f"({' '.join(filter(None, (party.country, *party.sector[:1])))})"


def _speakers(speakers: tuple[Speaker, ...]) -> Text:
    return Text(" ← ".join(speaker.name + ("*" if speaker.party else "") for speaker in speakers))


def _short(words: str) -> str:
    return words if len(words) <= 90 else words[:87] + "..."


def _explain(outcome: Outcome, console: Console) -> None:
    for event in outcome.events:
        reasons = "; ".join(f"{reason.stage}: {reason.name} ({reason.score:g})" for reason in event.reasons)
        console.print(Text(f"  {event.id} {event.event} {event.confidence:.2f}  {reasons}", style="dim"))
    for row in outcome.dropped:
        console.print(Text(f"  dropped {row.event} “{row.words}” at {row.span[0]}: {row.reason}", style="dim red"))
    for cut in outcome.article.cuts:
        console.print(Text(f"  not read ({cut.reason}): {_short(outcome.article.text[cut.start : cut.end].strip())}", style="dim cyan"))


LEGEND = "by: no day told, the publication day is the latest; * the speaker is, or works for, a side of the event"
