"""Who held the office that a mention names without a name."""

from datetime import date

from dragoman.actors.alone.chunks import Chunk
from dragoman.actors.alone.phrase import Phrase
from dragoman.actors.alone.resolved import Resolved
from dragoman.actors.alone.terms import Offices
from dragoman.knowledge.actors import Directory, Known, Role


class Holders:
    """Finds the holder of an office on the day of one mention."""

    def __init__(self, directory: Directory, offices: Offices, on: date | None) -> None:
        self.directory, self.offices, self.on = directory, offices, on

    def holder(self, phrase: Phrase, head: Chunk, whose: str | None) -> Resolved | None:
        """The one who held the office, when the tables have just one."""
        rows = self._holders(phrase, head, whose)
        if len(rows) != 1:
            return None
        return _in_office(rows[0])

    def chief(self, head: Chunk) -> Resolved | None:
        """`NATO chief`, `UN Secretary-General`, `European Commission president`: the body is in the words of the office."""
        directory = self.directory
        for cut in range(len(head.words) - 1, -1, -1):
            body = next((k for k in directory.look_up(" ".join(w.key for w in head.words[:cut])) if k.sectors[:1] == ("IGO",)), None)
            whose, rest = body.name if body else "European Union", " ".join(word.key for word in head.words[cut:])
            rows = self.offices.on(whose, Role(rest, (), "person", plural=False), rest, self.on) if body or not cut else []
            if len(rows) == 1:
                return _in_office(rows[0])
        return None

    def _holders(self, phrase: Phrase, head: Chunk, whose: str | None) -> list[Known]:
        if whose is None or phrase.former or phrase.number or phrase.det in ("a", "an", "some", "any") or head.role is None or _is_plural(head):
            return []
        return self.offices.on(whose, head.role, head.role_key, self.on)

    def rivals(self, phrase: Phrase, head: Chunk, whose: str | None) -> list[Resolved]:
        """All who held the office on the day, where the tables have more than one."""
        rows = self._holders(phrase, head, whose)
        return [Resolved(k.name, k.country, k.sectors, "official", (f"{k.office} from {k.first or '?'} to {k.last or 'now'}",)) for k in rows]


def _in_office(known: Known) -> Resolved:
    return Resolved(known.name, known.country, known.sectors, "official", ("office on the day", f"role:{known.office}"))


def _is_plural(head: Chunk) -> bool:
    last = head.words[-1].key
    return last.endswith("s") and head.role is not None and last != head.role.word.rsplit(maxsplit=1)[-1]
