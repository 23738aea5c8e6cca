"""Tells English from other languages: by its small words where that is clear, by lingua where not."""

import re
from functools import cache
from typing import Any

SAMPLE_WORDS = 200
ENOUGH_WORDS = 20  # fewer words than this tell little: only a sure verdict of another language counts
CLEARLY_ENGLISH = 0.22  # share of small words; dev articles lie between 0.24 and 0.43
HARDLY = 0.01  # lingua's confidence in English for a short text: headlines full of foreign names get 0.015 and more, other languages less
_SMALL = frozenset(
    """the of to and in that is was for on with as at by from it he his her she they their be are were has had have not
    but said this which who will would after an its been about into over when than more there could or if out up no""".split()
)
LANGUAGES = (
    "ENGLISH FRENCH SPANISH PORTUGUESE GERMAN ITALIAN DUTCH SWEDISH POLISH ROMANIAN RUSSIAN UKRAINIAN SERBIAN TURKISH AZERBAIJANI KAZAKH "
    "ARABIC PERSIAN URDU HINDI BENGALI INDONESIAN TAGALOG VIETNAMESE THAI CHINESE JAPANESE KOREAN SWAHILI SOMALI HEBREW GREEK ARMENIAN GEORGIAN"
).split()


def other_language(text: str) -> str | None:
    """The name of the language that a text is written in, None for English or when nothing tells.

    >>> other_language("The minister said that he would not go to the talks in the capital, and that was the end of it for the day.")
    """
    words = re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?", text[: SAMPLE_WORDS * 12].lower())[:SAMPLE_WORDS]
    small = sum(word in _SMALL for word in words)
    if not words or small / len(words) >= CLEARLY_ENGLISH:
        return None
    return _by_lingua(" ".join(words), short=len(words) < ENOUGH_WORDS)


def _by_lingua(sample: str, *, short: bool) -> str | None:
    found = _detector().compute_language_confidence_values(sample)
    english = next(row.value for row in found if row.language.name == "ENGLISH")
    if found[0].value == english or (short and english >= HARDLY):
        return None
    return str(found[0].language.name).capitalize()


@cache
def _detector() -> Any:
    """The detector of lingua, made at the first unclear text; the low accuracy mode reads trigrams only."""
    from lingua import Language, LanguageDetectorBuilder

    languages = [getattr(Language, name) for name in LANGUAGES]
    return LanguageDetectorBuilder.from_languages(*languages).with_low_accuracy_mode().build()
