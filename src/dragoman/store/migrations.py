"""How the tables of an older ledger become those of this version, a list of statements for each step."""

MIGRATIONS: dict[int, tuple[str, ...]] = {}
"""From a version to the next: `{1: ("ALTER TABLE ...",)}` leads from 1 to 2."""
