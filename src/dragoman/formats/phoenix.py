"""Phoenix' tab-separated files, out and in: twenty-six fields without a header, actors as CAMEO codes."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import IO

from dragoman.formats.cameo_rows import CameoRow, cameo_rows, sentence_number
from dragoman.formats.crosswalk import Crosswalk, Meaning, base_of, goldstein, padded, penta_class, root_of
from dragoman.formats.lines import Lines
from dragoman.formats.loss import Loss, Tally
from dragoman.formats.records import Pair, cell
from dragoman.formats.rows import read_cells, read_day, read_number
from dragoman.formats.sectors import cameo_country, cameo_sectors, country_named, lose_cameo_sectors, read_cameo_actor
from dragoman.knowledge.actors import load_directory
from dragoman.model.event import Party, Where
from dragoman.model.foreign import Foreign
from dragoman.model.report import Place
from dragoman.model.trace import Failure

NAME = "phoenix"
WIDTH = 26
SOURCE, TARGET, CODE, SCORE, ISSUES, LAT, LON, PLACE, STATE, COUNTRY, SENTENCES, URLS, PUBLISHERS = 5, 9, 13, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25


def write(records: Iterable[Pair], out: IO[str]) -> Loss:
    """Writes a row for each pair of sides; contexts stand as issues with the count 1."""
    tally = Tally(NAME)
    for row in cameo_rows(records, tally, Crosswalk(), kept=("context",)):
        if row.number == 1:
            _lose(row, tally)
        out.write("\t".join(cell(value) for value in _cells(row)) + "\n")
    return tally.loss()


def _lose(row: CameoRow, tally: Tally) -> None:
    event = row.dated.event
    lose_cameo_sectors(event, tally)
    tally.lose("event", "CAMEO code cut to three digits", when=len(row.code) > len(base_of(row.code)))
    tally.lose("actor", "names of actors dropped, codes kept")
    uncoded = any(not (cameo_country(party) or cameo_sectors(party)) for party in (*event.actor, *event.recipient))
    tally.lose("actor", "a party without country and sector has no code, left empty", when=uncoded)
    tally.lose("text", "sentence dropped")
    tally.lose("event_loc", "resolution told as state or place only", when=event.event_loc and event.event_loc.resolution in (3, 5))


def _cells(row: CameoRow) -> list[object]:
    event, article, day = row.dated
    code = base_of(row.code)
    issues = ";".join(f"{context},1" for context in event.context)
    sentence = f"{article.id}_{sentence_number(event, article)}"
    return [
        f"{event.id}.{row.number}_{event.run.version}", f"{day:%Y%m%d}", f"{day.year}", f"{day:%m}", f"{day:%d}",
        *_side(row.actor), *_side(row.recipient), code, root_of(code), penta_class(code), goldstein(code), issues,
        *_place_cells(event.event_loc), sentence, article.id if "://" in article.id else None, article.publisher,
    ]  # fmt: skip


def _side(party: Party | None) -> list[str]:
    """Full code, root, agent, and other agents parted by semicolons."""
    country, sectors = cameo_country(party), cameo_sectors(party)
    return [country + "".join(sectors), country or "".join(sectors[:1]), (sectors or [""])[0], ";".join(sectors[1:])]


def _place_cells(where: Where | None) -> list[object]:
    if where is None:
        return [None] * 5
    state, local = where.resolution == 2, where.resolution > 2
    return [where.lat, where.lon, where.name if local else None, where.name if state else None, where.country]


def read(lines: Lines, place: str, passed: Counter[str]) -> Iterator[Foreign | Failure]:
    """The event of every row whose code is one in PLOVER; a Failure for rows that cannot be read, the other codes are counted."""
    crosswalk = Crosswalk()
    for number, cells in read_cells(lines, WIDTH, place):
        if isinstance(cells, Failure):
            yield cells
            continue
        code = padded(cells[CODE].strip())
        meaning = crosswalk.meaning(code)
        if meaning is None and goldstein(code) is not None:
            passed[f"code {code}"] += 1
            continue
        try:
            yield _foreign([value.strip() for value in cells], code, meaning, crosswalk)
        except ValueError as error:
            yield Failure(cells[0] or f"line {number}", f"{place}:{number}", str(error))


def _foreign(cells: list[str], code: str, meaning: Meaning | None, crosswalk: Crosswalk) -> Foreign:
    if meaning is None:
        raise ValueError(f"field 14: {code!r} is no CAMEO code; write one such as 042")
    day, score = read_day(cells[1]), read_number(cells[SCORE])
    sides = (read_cameo_actor(cells[SOURCE]), read_cameo_actor(cells[TARGET]))
    actor, recipient = sides[::-1] if meaning.swapped else sides
    return Foreign(
        id=cells[0],
        event=meaning.event,
        format=NAME,
        mode=meaning.mode,
        context=_contexts(cells[ISSUES], crosswalk),
        date=day,
        enddate=day,
        actor=actor,
        recipient=recipient,
        quad_code=meaning.quad,
        event_scale=meaning.score if score is None else score,
        place=_place(cells),
        publisher=_first(cells[PUBLISHERS]),
        url=_first(cells[URLS]),
        story=_first(cells[SENTENCES]),
    )


def _contexts(issues: str, crosswalk: Crosswalk) -> tuple[str, ...]:
    keys = (issue.split(",")[0].lower() for issue in issues.split(";"))
    return tuple(key for key in keys if key in crosswalk.codebook.contexts)


def _first(cell_text: str) -> str | None:
    return cell_text.split(";", maxsplit=1)[0] or None


def _place(cells: list[str]) -> Place | None:
    country = country_named(cells[COUNTRY]) if cells[COUNTRY] else None
    name = cells[PLACE] or cells[STATE] or (load_directory().state_name(country) if country else cells[COUNTRY])
    level = 4 if cells[PLACE] else 2 if cells[STATE] else 1
    return Place(name, country, read_number(cells[LAT]), read_number(cells[LON]), level) if name else None
