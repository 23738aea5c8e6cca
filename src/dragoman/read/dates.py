"""Reads the day that an article says it was published."""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

_WRITTEN = ("%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%B %d %Y", "%Y/%m/%d", "%Y.%m.%d", "%Y%m%d")


def read_day(text: str) -> date | ValueError:
    """The day that a text names: ISO dates and times, "14 March 2024", a mail's date; else the error to report.

    >>> read_day("2024-03-14T06:30:00Z")
    datetime.date(2024, 3, 14)
    """
    words = re.sub(r"\s+", " ", text.strip())
    try:
        return date.fromisoformat(words[:10]) if re.match(r"\d{4}-\d\d-\d\d(?:\D|$)", words) else _written(words)
    except ValueError:
        return ValueError(f"{text[:40]!r} is no day of the calendar; write it as YYYY-MM-DD")


def _written(words: str) -> date:
    for form in _WRITTEN:
        try:
            return datetime.strptime(words, form).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    if not re.search(r"[A-Za-z]{3} \d{4}", words):
        raise ValueError(words)
    return parsedate_to_datetime(words).date()
