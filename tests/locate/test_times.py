"""Time expressions are found and resolved against the publication day."""

from datetime import date

import pytest
from tests.builders import plain

from dragoman.locate.times import Time, find_times

PUBLISHED = date(2024, 3, 14)  # a Thursday
Case = tuple[str, str, str]


def one(text: str, published: date | None = PUBLISHED) -> Time:
    """The only time expression of the text."""
    times = find_times(plain(text, published))
    assert len(times) == 1, f"one time expected in {text!r}, found {times}"
    return times[0]


DATED: list[Case] = [
    ("They met on Tuesday.", "2024-03-12", "2024-03-12"),
    ("They met on Thursday.", "2024-03-14", "2024-03-14"),
    ("They met last Thursday.", "2024-03-07", "2024-03-07"),
    ("They met on Monday last week.", "2024-03-04", "2024-03-04"),
    ("They met on Wednesday of last week.", "2024-03-06", "2024-03-06"),
    ("They met on Monday and Tuesday.", "2024-03-11", "2024-03-12"),
    ("They met before dawn on Sunday.", "2024-03-10", "2024-03-10"),
    ("They met today.", "2024-03-14", "2024-03-14"),
    ("They met yesterday.", "2024-03-13", "2024-03-13"),
    ("They met overnight.", "2024-03-13", "2024-03-14"),
    ("They met over the weekend.", "2024-03-09", "2024-03-10"),
    ("They met last week.", "2024-03-04", "2024-03-10"),
    ("They met last month.", "2024-02-01", "2024-02-29"),
    ("They met earlier this month.", "2024-03-01", "2024-03-14"),
    ("They met in May.", "2023-05-01", "2023-05-31"),
    ("They met in early June.", "2023-06-01", "2023-06-10"),
    ("They met on July 26.", "2023-07-26", "2023-07-26"),
    ("They met on 26 July 2022.", "2022-07-26", "2022-07-26"),
    ("They met on 2023-07-26.", "2023-07-26", "2023-07-26"),
    ("They met between 3 and 5 March.", "2024-03-03", "2024-03-05"),
    ("They met from March 3 to March 5.", "2024-03-03", "2024-03-05"),
    ("They fought between March and July 2008.", "2008-03-01", "2008-07-31"),
    ("They met in 1998.", "1998-01-01", "1998-12-31"),
    ("They fought in the 1990s.", "1990-01-01", "1999-12-31"),
    ("They met in the spring of 2022.", "2022-03-01", "2022-05-31"),
    ("They met last summer.", "2023-06-01", "2023-08-31"),
    ("They met two years ago.", "2022-01-01", "2022-12-31"),
    ("They met three days ago.", "2024-03-11", "2024-03-11"),
    ("They marched for a third day.", "2024-03-12", "2024-03-14"),
]


@pytest.mark.parametrize(("text", "first", "last"), DATED, ids=[case[0] for case in DATED])
def test_a_time_expression_stands_for_its_days(text: str, first: str, last: str) -> None:
    """Each expression becomes the days that a reader of that day's paper would take it for."""
    time = one(text)
    assert (str(time.first), str(time.last)) == (first, last)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("A day later they left.", 1),
        ("They left the day before.", -1),
        ("They left the next morning.", 1),
        ("They left the same day.", 0),
        ("They left that evening.", 0),
        ("They left within hours.", 0),
        ("They spoke at the same summit.", 0),
    ],
)
def test_a_relative_time_waits_for_its_event(text: str, amount: int) -> None:
    """What counts from another event has no days of its own, only how far off it is."""
    time = one(text)
    assert time.first is None
    assert time.anchor == "event"
    assert time.shift is not None
    assert time.shift[0] == amount


@pytest.mark.parametrize("text", ["They left the 2015 deal.", "They prepare the World Cup 2026 draw."])
def test_a_year_inside_a_name_dates_nothing(text: str) -> None:
    """The year of a treaty's or a cup's name is marked as a name."""
    assert not one(text).dates_something


def test_since_is_a_bound() -> None:
    """ "Since Monday" keeps its word, so that the event may run on to publication."""
    time = one("They have refused since Monday.")
    assert (time.mark, time.first) == ("since", date(2024, 3, 11))


def test_without_publication_only_absolute_dates_resolve() -> None:
    """A weekday stays open when nobody told the publication day; a full date does not need it."""
    assert one("They met on Tuesday.", None).first is None
    assert one("They met on 26 July 2022.", None).first == date(2022, 7, 26)


def test_a_weekday_has_a_reading_ahead() -> None:
    """A plan's weekday is the next one."""
    assert one("They meet on Monday.").ahead == (date(2024, 3, 18), date(2024, 3, 18))


@pytest.mark.parametrize("text", ["They may march.", "Bloody Sunday is remembered.", "The 17-year-old spoke."])
def test_words_that_only_look_like_times_are_left(text: str) -> None:
    """A modal, a name and an age are no times."""
    assert find_times(plain(text)) == ()
