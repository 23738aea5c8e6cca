"""A brief as a page: every sentence made of a record's fields and footnoted to the words it rests on."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from dragoman.errors import InputError
from dragoman.model.incident import Figure
from dragoman.present.sentences import count, count_publishers, name_voice, tell, write_day, write_figure, write_span
from dragoman.relate.brief import Brief, Totals, Turn
from dragoman.relate.timeline import Entry
from dragoman.store.events import Stored

QUOTES = 3  # reports quoted for one incident; how many more there are is said


@dataclass(frozen=True)
class Note:
    """A footnote: the words, who prints them, and where they stand in the stored text."""

    number: int
    words: str
    printed: str
    where: str


@dataclass(frozen=True)
class Line:
    """A sentence with the numbers of its footnotes."""

    text: str
    notes: tuple[int, ...] = ()


@dataclass
class Page:
    """A brief ready to be drawn: title, sections of lines, footnotes."""

    title: str
    lead: str
    sections: list[tuple[str, list[Line]]] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


def lay_out(brief: Brief) -> Page:
    """The page of the brief."""
    page = Page(f"{brief.one} and {brief.other}", _lead(brief))
    for title, entries in (
        ("What happened", brief.happened),
        ("What was said", brief.said),
        ("What is planned or possible", brief.planned),
    ):
        page.sections.append((title, [_line(page, entry) for entry in entries] or [Line("Nothing recorded.")]))
    page.sections.append(("What changed", _changes(page, brief)))
    page.sections.append(("What is disputed", [_dispute(page, entry) for entry in brief.disputed] or [Line("Nothing recorded.")]))
    return page


def _lead(brief: Brief) -> str:
    left = f"{count(brief.left_out, 'more incident')} {'is' if brief.left_out == 1 else 'are'} left out." if brief.left_out else ""
    return " ".join(part for part in (write_span(brief.since, brief.until), _numbers(brief.totals), left) if part)


def _numbers(totals: Totals) -> str:
    if not totals.incidents:
        return "No incidents that took place."
    share = f", {totals.state_share:.0%} of the reports in media owned by a state" if totals.state_share else ""
    return f"{count(totals.incidents, 'incident')} in {count(totals.reports, 'report')}{share}{_mean(totals)}."


def _mean(totals: Totals) -> str:
    if totals.mean is None or totals.low is None or totals.high is None:
        return ""
    return f"; mean score {totals.mean:+.1f} ({totals.low:+.1f} to {totals.high:+.1f}) on a scale from -10 to +10"


def _changes(page: Page, brief: Brief) -> list[Line]:
    lines = []
    if brief.before is not None:
        lines.append(Line(f"Now: {_numbers(brief.totals)} In as many days before: {_numbers(brief.before)}"))
    lines += [_turn(page, turn) for turn in brief.turns]
    return lines or [Line("No turning point.")]


def _turn(page: Page, turn: Turn) -> Line:
    made = "; ".join(tell(entry.incident) for entry in turn.makers)
    notes = tuple(number for entry in turn.makers for number in _cite(page, entry.reports[:1]))
    return Line(f"A new phase: {turn.phase.reason}.{f' It began with: {made}.' if made else ''}", notes)


def _line(page: Page, entry: Entry) -> Line:
    return Line(f"{tell(entry.incident)}.{_according(entry)}", _cite(page, entry.reports))


def _according(entry: Entry) -> str:
    """On whose word, and how well it is told, a sentence each."""
    voices = dict.fromkeys(name_voice(speaker) for row in entry.reports for speaker in row.event.said_by[-1:])
    said = f" According to {', '.join(voices)}." if voices else ""
    return f"{said} {count_publishers(entry.incident)}"


def _dispute(page: Page, entry: Entry) -> Line:
    incident = entry.incident
    parts = [f"denied by {', '.join(incident.denied_by)}"] if incident.denied_by else []
    told = (("dead", incident.dead), ("injured", incident.injured), ("arrested", incident.arrested))
    parts += [f"{write_figure(figure)} {word} ({_rivals(figure)})" for word, figure in told if figure is not None and figure.low < figure.high]
    if len(incident.variants.get("actor", ())) > 1:
        parts.append(
            "by " + " or ".join(f"{variant.value} ({', '.join(variant.publishers) or 'one report'})" for variant in incident.variants["actor"])
        )
    return Line(f"{tell(incident)}: {'; '.join(parts) or 'told as not having happened'}.", _cite(page, entry.reports))


def _rivals(figure: Figure) -> str:
    return "; ".join(f"{variant.value}: {', '.join(variant.said_by or variant.publishers) or 'one report'}" for variant in figure.variants)


def _cite(page: Page, reports: Iterable[Stored]) -> tuple[int, ...]:
    """The footnotes to the best reports, added to the page."""
    numbers = []
    for row in list(reports)[:QUOTES]:
        event, article = row.event, row.article
        quote = event.evidence[0] if event.evidence else event.event_text
        day = f", {write_day(article.published)}" if article.published else ""
        note = Note(
            len(page.notes) + 1,
            " ".join(quote.text.split()),
            f"{article.publisher or article.id}{day}",
            f"{article.id}, characters {quote.span[0]} to {quote.span[1]}",
        )
        page.notes.append(note)
        numbers.append(note.number)
    return tuple(numbers)


def to_markdown(page: Page) -> str:
    """The page as Markdown with footnotes."""
    lines = [f"# {page.title}", "", page.lead, ""]
    for title, rows in page.sections:
        lines += [f"## {title}", "", *(f"- {row.text}{''.join(f'[^{number}]' for number in row.notes)}" for row in rows), ""]
    lines += [f"[^{note.number}]: “{note.words}” {note.printed} ({note.where})." for note in page.notes]
    return "\n".join(lines).rstrip() + "\n"


def to_html(page: Page) -> str:
    """The page as one HTML file that needs nothing beside it."""
    from jinja2 import Environment, PackageLoader

    environment = Environment(loader=PackageLoader("dragoman", "present/pages"), autoescape=True, trim_blocks=True, lstrip_blocks=True)
    return environment.get_template("brief.html").render(page=page)


WRITERS = {".md": to_markdown, ".html": to_html}


def write_page(page: Page, path: Path) -> None:
    """Writes the page in the format of the path's suffix; raises InputError for a suffix that is none."""
    if path.suffix not in WRITERS:
        raise InputError(f"-o {path}: unknown suffix; write to {' or '.join(WRITERS)}")
    path.write_text(WRITERS[path.suffix](page), encoding="utf-8")
