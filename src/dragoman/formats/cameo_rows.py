"""What the CAMEO formats share: a code and one actor and one recipient a row, numbers for ids."""

import re
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import NamedTuple

from dragoman.formats.crosswalk import Crosswalk, goldstein
from dragoman.formats.loss import Tally
from dragoman.formats.records import Dated, Pair, keep_actual, lose_common, lose_interval, pair_sides
from dragoman.model.event import Event, Party
from dragoman.model.text import Article

SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*\s+|\n\s*\n")
NUMBER_BYTES = 6  # below 2 to the 53rd, so that R and JavaScript hold it exactly; two ids in a million events share one with chance 0.002


class CameoRow(NamedTuple):
    """One row: the record, its CAMEO code, the two sides, and which of the record's rows it is, from 1."""

    dated: Dated
    code: str
    actor: Party | None
    recipient: Party | None
    number: int


def cameo_rows(records: Iterable[Pair], tally: Tally, crosswalk: Crosswalk, *, kept: Iterable[str] = ()) -> Iterator[CameoRow]:
    """The rows of all records that have a CAMEO code, in order; what is lost is counted, but for the fields in `kept`."""
    for dated in keep_actual(records, tally):
        event = dated.event
        code = crosswalk.code(event.event, event.mode)
        if code is None:
            tally.leave_out("event", f"{event.event} has no CAMEO code, left out")
            continue
        _lose(event, code, tally, crosswalk, frozenset(kept))
        for number, (actor, recipient) in enumerate(pair_sides(event, tally), 1):
            tally.rows += 1
            yield CameoRow(dated, code, actor, recipient, number)


def _lose(event: Event, code: str, tally: Tally, crosswalk: Crosswalk, kept: frozenset[str]) -> None:
    lose_common(event, tally)
    lose_interval(event, tally)
    same_type, same_modes = crosswalk.keeps(event.event, event.mode)
    back = crosswalk.meaning(code)
    tally.lose("event", f"{event.event} reads back as {back.event if back else 'nothing'} ({code})", when=not same_type)
    tally.lose("mode", "not the same in CAMEO", when=same_type and not same_modes)
    tally.lose("event_scale", "Goldstein's score of the code written instead", when=event.event_scale != goldstein(code))
    for field in ("context", "confidence"):
        tally.lose(field, "dropped", when=field not in kept and getattr(event, field))


def number_of(text: str) -> int:
    """A number that stands for the text: the same wherever and whenever it is written."""
    return int.from_bytes(sha256(text.encode()).digest()[:NUMBER_BYTES], "big")


def sentence_number(event: Event, article: Article) -> int:
    """Which sentence of the article tells the event, from 1, counted by end marks and paragraphs."""
    start = event.event_text.span[0]
    return 1 + sum(1 for _ in SENTENCE_END.finditer(article.text, 0, start))
