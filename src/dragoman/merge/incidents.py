"""Whether two reports tell one happening, and all reports joined into incidents."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import timedelta
from itertools import combinations

from dragoman.merge.components import group
from dragoman.merge.evidence import Vote, votes_of
from dragoman.merge.keys import Key, block_keys, meet, world_of
from dragoman.merge.traits import Traits, traits_of
from dragoman.model.incident import Link
from dragoman.model.report import Report

JOINED = 0.6  # chosen on the gold stories and those of the tests
DAILY = frozenset(("ASSAULT", "COERCE", "PROTEST", "MOBILIZE"))  # what the same sides may do again on the next day


def link(one: Report, other: Report) -> Link | None:
    """Why the two reports tell one happening; None where they do not, and for two of one article, which was read as a whole.

    The same either way round.
    """
    if one.article == other.article or world_of(one) != world_of(other):
        return None
    return _compare(one, other)


def denies(denial: Report, report: Report) -> bool:
    """Whether the first tells as not having happened what the second tells as having happened."""
    return denial.status == "negated" and world_of(report) == "actual" and _compare(denial, report) is not None


def _compare(one: Report, other: Report) -> Link | None:
    """The link of two reports, whatever their articles and status."""
    if one.event != other.event:
        return None
    if other.id < one.id:
        one, other = other, one
    mine, theirs = traits_of(one), traits_of(other)
    if not sides_agree(one, other, mine, theirs) or not days_agree(mine, theirs):
        return None
    votes = votes_of(one, other, mine, theirs)
    score = round(sum(vote.weight for vote in votes), 3)
    if score < JOINED or _is_next_strike(one, mine, theirs, votes):
        return None
    return Link(one.id, other.id, _squeeze(score), _tell(votes), loose_ends(one, other))


def _squeeze(score: float) -> float:
    """The sum of votes between 0 and 1, in the same order; what just suffices stays as it is."""
    return round(score / (score + 1 - JOINED), 3)


def _is_next_strike(report: Report, mine: Traits, theirs: Traits, votes: Sequence[Vote]) -> bool:
    """A war has a strike on every day, a town its arrests: on two days, only a count or a text in common makes two of them one."""
    return report.event in DAILY and is_next_day(mine, theirs) and not any(vote.same for vote in votes)


def _tell(votes: Sequence[Vote]) -> str:
    return ", ".join(vote.reason for vote in votes if vote.reason)


def loose_ends(one: Report, other: Report) -> tuple[str, ...]:
    """The end that tells the day less well; both, where they are vague alike or papers differ by a day. It bridges no two happenings."""
    mine, theirs = traits_of(one), traits_of(other)
    if is_next_day(mine, theirs):
        return one.id, other.id
    vaguest = max(mine.vagueness, theirs.vagueness)
    return tuple(report.id for report, traits in ((one, mine), (other, theirs)) if traits.vagueness == vaguest > 0)


def is_next_day(mine: Traits, theirs: Traits) -> bool:
    """Whether both tell the very day, and not the same."""
    return mine.tight and theirs.tight and mine.first != theirs.first


def sides_agree(one: Report, other: Report, mine: Traits, theirs: Traits) -> bool:
    """Whether the same can have done it to the same; where all belong to one country, the camps decide."""
    if one.reciprocal or other.reciprocal:
        agree = len(mine.pool & theirs.pool) >= min(2, len(mine.pool), len(theirs.pool))
    else:
        bare = not mine.recipients or not theirs.recipients
        agree = bool(mine.actors & theirs.actors) and (bare or bool(mine.recipients & theirs.recipients))
    at_home = len(mine.pool) == 1 or len(theirs.pool) == 1
    return agree and not (
        (at_home and _apart(mine.actor_camps, theirs.actor_camps)) or (at_home and _apart(mine.recipient_camps, theirs.recipient_camps))
    )


def _apart(camps: frozenset[str], others: frozenset[str]) -> bool:
    return bool(camps and others and not camps & others)


def days_agree(mine: Traits, theirs: Traits) -> bool:
    """Whether the days can be the same: they overlap, or papers differ by one; wide intervals only when they are the same."""
    if mine.first is None or mine.last is None or theirs.first is None or theirs.last is None:
        return False
    if mine.wide or theirs.wide:
        return (mine.first, mine.last) == (theirs.first, theirs.last)
    return mine.first <= theirs.last + timedelta(days=1) and theirs.first <= mine.last + timedelta(days=1)


def find_links(reports: Iterable[Report]) -> list[Link]:
    """All links among the reports."""
    blocks: dict[str, list[tuple[Report, Key]]] = defaultdict(list)
    for report in reports:
        for key in block_keys(report):
            blocks[key.name].append((report, key))
    meetings = (pair for block in blocks.values() for pair in combinations(block, 2))
    pairs = {(one.id, other.id): (one, other) for (one, key), (other, lock) in meetings if meet(key, lock)}
    return [tie for tie in (link(*pair) for pair in pairs.values()) if tie is not None]


def join_reports(reports: Sequence[Report], joined: Iterable[tuple[str, str]] = (), parted: Iterable[str] = ()) -> dict[str, str]:
    """The incident of each report, by id: a function of the set of reports, whatever their order.

    `joined` are pairs joined by hand; `parted` are reports whose links do not count.
    """
    return group({report.id: report.article for report in reports}, find_links(reports), joined, parted)
