"""Links into incidents: a function of the sets of reports and links, whatever their order.

In two steps. First the links that count: of a report that is vaguer than those it is linked with, and of one that stands
alone on its day, only the best. What hangs together by these is a cluster. Then, within a cluster, the surest link first, reports
are joined unless two of one article would come together: an article has been read as a whole, and tells them apart.
"""

from collections.abc import Iterable, Mapping

from dragoman.model.incident import Link

Pairs = Iterable[tuple[str, str]]


def group(articles: Mapping[str, str], links: Iterable[Link], joined: Pairs = (), parted: Iterable[str] = ()) -> dict[str, str]:
    """The incident of each report, named by the least id in it. `articles`: the article of each report, by id.

    `joined` pairs count always, also within an article; the links of the `parted` never.
    """
    root = {name: name for name in articles}
    within = {name: {article} for name, article in articles.items()}
    for one, other in joined:
        if one in root and other in root:
            _unite(root, within, one, other)
    for tie in sorted(counting_links(links, parted), key=_rank):
        if tie.one in root and tie.other in root and not within[_find(root, tie.one)] & within[_find(root, tie.other)]:
            _unite(root, within, tie.one, tie.other)
    return {name: _find(root, name) for name in articles}


def cluster(ids: Iterable[str], links: Iterable[Link], joined: Pairs = (), parted: Iterable[str] = ()) -> dict[str, str]:
    """The cluster of each report, named by the least id in it: no incident reaches beyond one."""
    root = {name: name for name in ids}
    within: dict[str, set[str]] = {name: set() for name in root}
    pairs = [*joined, *((tie.one, tie.other) for tie in counting_links(links, parted))]
    for one, other in pairs:
        if one in root and other in root:
            _unite(root, within, one, other)
    return {name: _find(root, name) for name in root}


def counting_links(links: Iterable[Link], parted: Iterable[str] = ()) -> list[Link]:
    """The links that count: firm ones all, a loose one where it is the best of a loose end, links of the parted never.

    Two that are loose alike and have nobody surer to go by, as reports that tell no day, keep all their links with each other.
    The best link of a loose end always counts, so its partner is always in its cluster: who chooses whom can be seen
    from the cluster alone.
    """
    alone = set(parted)
    live = [tie for tie in links if tie.one not in alone and tie.other not in alone]
    best: dict[str, Link] = {}
    for tie in live:
        for end in tie.loose or (tie.one, tie.other):
            if end not in best or _rank(tie) < _rank(best[end]):
                best[end] = tie
    return [tie for tie in live if _counts(tie, best)]


def _counts(tie: Link, best: Mapping[str, Link]) -> bool:
    alike = len(tie.loose) == 2 and all(len(best[end].loose) == 2 for end in tie.loose)
    return not tie.loose or alike or any(best[end] == tie for end in tie.loose)


def _rank(tie: Link) -> tuple[int, float, str, str]:
    """Firm links before those with one loose end, these before those with two; then the surer; then the least ids."""
    return len(tie.loose), -tie.score, tie.one, tie.other


def _unite(root: dict[str, str], within: dict[str, set[str]], one: str, other: str) -> None:
    least, most = sorted((_find(root, one), _find(root, other)))
    if least != most:
        root[most] = least
        within[least] = within[least] | within[most]


def _find(root: dict[str, str], name: str) -> str:
    while root[name] != name:
        root[name] = root[root[name]]
        name = root[name]
    return name
