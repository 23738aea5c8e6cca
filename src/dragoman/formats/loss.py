"""What a format could not carry, counted while it is written."""

from collections import Counter

from msgspec import Struct


class Lost(Struct, frozen=True):
    """One thing that a format could not carry: the record's field, what became of it, and in how many records."""

    field: str
    what: str
    records: int

    def __str__(self) -> str:
        """The row in words.

        >>> str(Lost("said_by", "dropped", 40))
        'said_by: dropped in 40 records'
        """
        return f"{self.field}: {self.what} in {self.records:,} record{'' if self.records == 1 else 's'}"


class Loss(Struct, frozen=True):
    """How much of the records stands in a file: records read, records left out of it, rows written, and what was lost."""

    format: str
    records: int
    left_out: int
    rows: int
    lost: tuple[Lost, ...] = ()

    def count(self, field: str) -> int:
        """In how many records something of the field was lost; a record may count more than once."""
        return sum(row.records for row in self.lost if row.field == field)

    def lines(self) -> list[str]:
        """The loss in words, one line a field, the first line the totals."""
        total = f"{self.format}: {self.records:,} records, {self.left_out:,} left out, {self.rows:,} rows"
        return [total, *(str(row) for row in self.lost)]


class Tally:
    """Counts while a file is written; `loss` is the count so far."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.records = self.left_out = self.rows = 0
        self.lost: Counter[tuple[str, str]] = Counter()

    def lose(self, field: str, what: str, *, when: object = True) -> None:
        """Counts one record whose field could not be carried, if `when` holds."""
        if when:
            self.lost[field, what] += 1

    def leave_out(self, field: str, what: str) -> None:
        """Counts one record that is not in the file at all."""
        self.left_out += 1
        self.lose(field, what)

    def loss(self) -> Loss:
        """The count so far, rows in order of field."""
        rows = tuple(Lost(field, what, number) for (field, what), number in sorted(self.lost.items()))
        return Loss(self.name, self.records, self.left_out, self.rows, rows)
