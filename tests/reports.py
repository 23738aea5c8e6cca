"""Builds reports by hand, alone or from lines of a small table, so that joining is tested without a parser."""

from datetime import date
from typing import Any

from msgspec.structs import replace

from dragoman.model.event import Actor, Size
from dragoman.model.report import Place, Report

NORWAY, RUSSIA, PERU = Actor("Norway", "NOR", ("GOV",)), Actor("Russia", "RUS", ("GOV",)), Actor("Peru", "PER", ("GOV",))
DAY = date(2024, 3, 12)
QUADS = {
    "AGREE": "VC", "CONSULT": "VC", "SUPPORT": "VC", "CONCEDE": "VC", "COOPERATE": "MC", "AID": "MC", "RETREAT": "MC", "REQUEST": "VX",
    "ACCUSE": "VX", "REJECT": "VX", "THREATEN": "VX", "PROTEST": "MX", "SANCTION": "MX", "MOBILIZE": "MX", "COERCE": "MX", "ASSAULT": "MX",
}  # fmt: skip
SOUND = Report(
    id="a/1",
    article="a",
    group="a",
    event="SANCTION",
    mode=("expel",),
    context=("diplomatic",),
    actor=(NORWAY,),
    recipient=(RUSSIA,),
    date=DAY,
    enddate=DAY,
    date_basis="stated",
    words="expelled",
    sentence="Norway expelled two Russian envoys over spying.",
    published=date(2024, 3, 13),
    publisher="The Harbour Post",
    quad_code="MX",
    event_scale=-5.5,
    confidence=0.8,
)


def report(article: str = "a", number: int = 1, **changes: Any) -> Report:
    """The sound report as told by an article of its own, with some fields changed."""
    return replace(SOUND, **{"id": f"{article}/{number}", "article": article, "group": article, "publisher": f"Paper {article}", **changes})


def read_stories(table: str) -> tuple[list[Report], dict[str, str]]:
    """The reports of a table, one a line, and the story of each.

    A line: story | article | type modes | actors > recipients | days | place lat lon | words | sentence | counts. Stories of
    one letter are told by one set of articles. A party is "Name/COUNTRY SECTOR", "=" after the actors makes the event
    reciprocal; days "published 2024-03-05" are not stated.
    """
    lines = [line for line in table.splitlines() if line.strip()]
    rows = [[cell.strip() for cell in line.split("|")] for line in lines]
    reports = [_report(number, *row) for number, row in enumerate(rows)]
    return reports, {report.id: row[0] for report, row in zip(reports, rows, strict=True)}


def _report(number: int, story: str, article: str, what: str, who: str, days: str, where: str, words: str, sentence: str, counts: str) -> Report:
    event, *modes = what.split()
    actors, _, recipients = who.replace("=", ">").partition(">")
    first, last, basis = _days(days)
    return Report(
        id=f"{story[0]}{article}/{number:03}",
        article=f"{story[0]}{article}",
        group=f"{story[0]}{article}",
        event=event,
        mode=tuple(modes),
        reciprocal="=" in who,
        actor=_parties(actors),
        recipient=_parties(recipients),
        date=first,
        enddate=last,
        date_basis=basis,
        place=_place(where),
        words=words,
        sentence=sentence,
        size=_size(counts),
        published=last,
        publisher=f"Paper {article}",
        quad_code=QUADS[event],
    )


def _days(days: str) -> tuple[date | None, date, str]:
    *basis, told = days.split() if "published" in days else [days]
    first, _, last = told.partition(" to ")
    if basis:
        return None, date.fromisoformat(told), "published"
    return date.fromisoformat(first), date.fromisoformat(last or first), "stated"


def _parties(cell: str) -> tuple[Actor, ...]:
    return tuple(_party(*part.strip().split("/")) for part in cell.split(",") if part.strip())


def _party(name: str, codes: str) -> Actor:
    country, *sectors = codes.split()
    return Actor(name, None if country == "-" else country, tuple(sectors))


def _place(cell: str) -> Place | None:
    if not cell:
        return None
    name, country, *degrees = cell.split()
    lat, lon = map(float, degrees) if degrees else (None, None)
    return Place(name, country, lat, lon, 4 if degrees else 1)


def _size(cell: str) -> Size:
    told = (part.split() for part in cell.split(",") if part.strip())
    return Size(**{name: (int(low), int(high[0] if high else low)) for name, low, *high in told})
