"""From a mention to whom it means: the rules, in the order they are asked."""

from datetime import date

from dragoman.actors.alone.choose import Chooser, Surroundings
from dragoman.actors.alone.chunks import Chunk
from dragoman.actors.alone.holders import Holders
from dragoman.actors.alone.names import Names
from dragoman.actors.alone.phrase import Phrase, contained, possessor, read_phrase, split_at
from dragoman.actors.alone.resolved import Resolved, together, with_alternatives, with_reasons
from dragoman.actors.alone.roles import Roles
from dragoman.actors.alone.strangers import Strangers
from dragoman.actors.alone.terms import Offices
from dragoman.actors.alone.words import NOBODY
from dragoman.knowledge.actors import Directory

DEEPEST = 6  # owners of owners; a mention that nests deeper is a sentence


class Reader:
    """Reads one mention with the words around it and its day."""

    def __init__(self, directory: Directory, chooser: Chooser, offices: Offices, around: Surroundings, on: date | None) -> None:
        self.directory, self.around, self.on = directory, around, on
        self.names = Names(directory, chooser, around, on)
        self.holders = Holders(directory, offices, on)
        self.roles = Roles(self.names, self.holders, self.read)
        self.strangers = Strangers(self.names, self.roles)

    def read(self, chunks: list[Chunk], depth: int = 0) -> Resolved | None:
        """Whom the chunks mean; None for nobody."""
        while chunks and chunks[-1].kind in ("poss", "comma", "and", "prep"):
            chunks = chunks[:-1]
        if not chunks or depth > DEEPEST or (len(chunks) == 1 and chunks[0].key in NOBODY and not chunks[0].meanings):
            return None
        for rule in (self._beside, self._inside, self._listed, self._owned):
            found = rule(chunks, depth)
            if found is not None:
                return found
        return self._phrase(read_phrase(chunks), [], depth)

    def _beside(self, chunks: list[Chunk], depth: int) -> Resolved | None:
        """`Wang Yi, the foreign minister`, `ECOWAS (the bloc)`: a known name before what is said of it."""
        parts = split_at(chunks, "comma")
        if len(parts) < 2:
            return None
        if any(chunk.kind == "and" for chunk in parts[-1]) and parts[-1][0].kind in ("and", "name") and len(parts) > 1:
            return self._members([*parts[:-1], *split_at(parts[-1], "and")], depth)
        found = [self.read(part, depth + 1) for part in parts]
        known = [one for one in found if one is not None]
        named = next((one for one in known if one.reasons[0].startswith(("known", "office", "own"))), None)
        if named is not None and named.kind not in ("state", "place"):
            return named
        return self._named_and_described(known) or (known[0] if known else None)

    def _named_and_described(self, known: list[Resolved]) -> Resolved | None:
        name = next((one for one in known if one.sectors == ("UNK",)), None)
        said = next((one for one in known if one.sectors not in (("UNK",), ()) and one.kind not in ("state", "place")), None)
        if name is None or said is None:
            return None
        return Resolved(name.name, said.country, said.sectors, name.kind, (*said.reasons, "apposition"))

    def _inside(self, chunks: list[Chunk], depth: int) -> Resolved | None:
        inner = contained(chunks)
        found = self.read(inner, depth + 1) if inner else None
        return with_reasons(found, "contained") if found else None

    def _listed(self, chunks: list[Chunk], depth: int) -> Resolved | None:
        """`Seoul and Washington`, `Indian and Pakistani troops`: several as one."""
        first = next((i for i, chunk in enumerate(chunks) if chunk.kind in ("prep", "stop")), len(chunks))
        parts = split_at(chunks[:first], "and")
        if len(parts) < 2:
            return None
        last, rest = parts[-1], chunks[first:]
        nations = [part for part in parts[:-1] if part[-1].is_nation and len(part) <= 2]
        if len(nations) == len(parts) - 1 and last[-1].kind != "name" and any(chunk.is_nation for chunk in last):
            tail = last[next(i for i, chunk in enumerate(last) if chunk.is_nation) + 1 :]
            parts = [*(part + tail for part in nations), last]
        return self._members([part + rest if rest and part is last else part for part in parts], depth)

    def _members(self, parts: list[list[Chunk]], depth: int) -> Resolved | None:
        found = [one for one in (self.read(part, depth + 1) for part in parts if part) if one is not None]
        members = list({(one.name, one.country, one.sectors): one for one in found}.values())
        return None if not members else members[0] if len(members) == 1 else together(members, "several")

    def _owned(self, chunks: list[Chunk], depth: int) -> Resolved | None:
        """`Tokyo's envoy to Seoul`, `the rebels' leader`."""
        split = possessor(chunks)
        if split is None:
            return None
        owner = self.read(split[0], depth + 1)
        return self._phrase(read_phrase(split[1]), [owner] if owner else [], depth)

    def _phrase(self, phrase: Phrase, owners: list[Resolved], depth: int) -> Resolved | None:
        head = phrase.head
        if head is None:
            return None
        if head.kind == "name":
            return self._named(phrase, head, owners, depth)
        if head.kind == "role":
            return self.roles.role(phrase, owners, depth)
        if head.kind == "cap":
            return self.strangers.stranger(phrase, owners, depth)
        return self.strangers.belonging(phrase, owners)

    def _named(self, phrase: Phrase, head: Chunk, owners: list[Resolved], depth: int) -> Resolved | None:
        if self.names.is_part_of_a_stranger(phrase):
            return self.strangers.stranger(phrase, owners, depth)
        told = [*owners, *self.names.nations(phrase, len(phrase.front) - 1)]
        if head.words[-1].key in ("general", "chief") and self.on and (chief := self.holders.chief(head)):
            return chief  # "UN Secretary-General" is also a name of the secretariat
        found = self.names.known(head, phrase, told)
        if found is None and head.role is not None:
            return self.roles.role(phrase, owners, depth)
        if found is not None and found.kind == "group":
            return with_alternatives(found, list(found.alternatives))
        return found
