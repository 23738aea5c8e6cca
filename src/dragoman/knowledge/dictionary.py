"""What a dictionary of actors says, whatever its form."""

from msgspec import Struct, field

from dragoman.knowledge.actors import Directory, Role, units
from dragoman.knowledge.own_tables import OwnRow, add_row


class Dictionary(Struct):
    """What a file says: names, nouns, the mistakes in it, and warnings of codes that nobody knows."""

    rows: list[OwnRow] = field(default_factory=list)
    roles: list[tuple[str, Role]] = field(default_factory=list)
    mistakes: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def add_to(self, directory: Directory) -> None:
        """Adds names, and nouns that are new; our own meanings come before."""
        for row in self.rows:
            add_row(directory, row)
        for noun, role in self.roles:
            directory.roles.setdefault(" ".join(units(noun)), role)
