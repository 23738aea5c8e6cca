"""The words that tell time, and the value type that a time expression becomes."""

from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc

from dragoman.locate.days import Interval

_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
WEEKDAYS = {name: number for number, name in enumerate(_DAYS)}
WEEKDAYS |= {"mon.": 0, "tue.": 1, "tues.": 1, "wed.": 2, "thu.": 3, "thur.": 3, "thurs.": 3, "fri.": 4}
WEEKDAYS |= {"sat.": 5, "sun.": 6}
_MONTHS = "january february march april may june july august september october november december".split()
MONTHS = {name: number for number, name in enumerate(_MONTHS, 1)}
MONTHS |= {name[:3] + dot: n for name, n in list(MONTHS.items()) for dot in ("", ".") if name != "may"}
MONTHS |= {"sept": 9, "sept.": 9}
_CARDINALS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
NUMBERS = {name: number for number, name in enumerate(_CARDINALS, 1)}
NUMBERS |= {"a": 1, "an": 1, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "hundred": 100}
NUMBERS |= {"couple": 2, "few": 3, "several": 4, "some": 3}
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
ORDINALS = {name: number for number, name in enumerate(_ORDINALS, 1)}
UNITS = {unit + s: unit for unit in "minute hour day week month year decade night weekend".split() for s in ("", "s")}
DAY_PARTS = frozenset("morning afternoon evening night noon midday midnight dawn dusk lunchtime".split())
CLOCK = frozenset("dawn dusk noon midday midnight sunrise sunset nightfall daybreak lunchtime".split())
SUBDAY = frozenset(("minute", "hour"))


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression: tokens `start` to `end` (exclusive), `head` the token that names the time.

    `first` and `last` are the past reading, `ahead` the one for plans. Where the count is from another
    event (`anchor` "event") both are None and `shift` says how far: amount and unit. `mark` is the
    word that turns a day into a bound: since, from, until, by, before, after.

    kind: day | span | month | year | relative | duration | since | until | clock | name.
    """

    start: int
    end: int
    head: int
    first: date | None = None
    last: date | None = None
    kind: str = "day"
    anchor: str = "published"
    ahead: Interval | None = None
    shift: tuple[int, str] | None = None
    mark: str = ""

    @property
    def dates_something(self) -> bool:
        """Whether an event can be dated by it: a year inside a name dates nothing."""
        return self.kind != "name"


class Words:
    """The lower-case words of a document, read past either end without an error."""

    def __init__(self, doc: Doc, published: date | None) -> None:
        self.doc = doc
        self.published = published
        self.lower = [token.lower_ for token in doc]

    def __len__(self) -> int:
        return len(self.lower)

    def at(self, i: int) -> str:
        """The word at the place, an empty one beyond the ends."""
        return self.lower[i] if 0 <= i < len(self.lower) else ""

    def is_capital(self, i: int) -> bool:
        """Whether the word there begins with a capital."""
        return 0 <= i < len(self.lower) and self.doc[i].text[:1].isupper()

    def number(self, i: int) -> int | None:
        """The count that the word there stands for, in figures or letters."""
        word = self.at(i)
        if word.isdecimal() and len(word) <= 4:
            return int(word)
        return NUMBERS.get(word)
