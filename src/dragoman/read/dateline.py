"""Datelines: where a report was written from, at the head of a paragraph."""

import re
from dataclasses import dataclass

_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?)"
_BODIES = r"(?:NATO|EU|UN|US|UK|UNICEF|UNHCR|UNESCO|WHO|IMF|OPEC|ECOWAS|ASEAN|BRICS|NOTE|AID)"  # "NATO — The alliance" is no place
_CAPITALS = rf"(?!{_BODIES}\b)[A-ZÀ-Ý][A-ZÀ-Ý'’.\-]+(?: [A-ZÀ-Ý][A-ZÀ-Ý'’.\-]+){{0,3}}"
_NO_PLACE = rf"(?!(?:{_WEEKDAY}|{_BODIES}|The(?! Hague)|A|An|In|On|At|It|He|She|But|And|For)\b)"
_NAMED = rf"{_NO_PLACE}[A-ZÀ-Ý][\w'’.\-]+(?: (?:de|del|la|el|es|al|of|and|sur|[A-ZÀ-Ý][\w'’.\-]+)){{0,3}}"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:{_WEEKDAY},? )?"
_DATE = rf"{_DAY}(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH}|\d{{1,2}}[./]\d{{1,2}})(?:[,./]? ?\d{{4}})?"
_NO_DATE = rf"(?!{_MONTH} \d)"
_REGION = rf"(?:, (?:[A-Z]\.(?: ?[A-Z]\.)+|{_NO_DATE}[A-ZÀ-Ý][\w'’\-]+\.?(?: [A-ZÀ-Ý][\w'’\-]+){{0,2}})){{0,2}}"
_AGENCY = r"(?:\([A-ZÀ-Ý][^()\n]{1,40}\)|/[^/\n]{2,30}/|\[[^\[\]\n]{2,30}\])"
_WORDMARK = r"[A-ZÀ-Ý][A-ZÀ-Ý\-]{2,14}(?: [A-Z]{2,12})?"
_DASH = r"\s*(?:—|–|―|--+|(?<=\s)-(?=\s)|(?<=[)/])-)\s*"
_STORY = r"(?=[\"“‘'«(]?[A-ZÀ-Ý0-9])"  # a story opens with a capital; "UNICEF — the agency — said" does not

_NO_ASIDE = r"(?![^.\n]*\s[—–]\s)"  # a second dash in the sentence makes the first an aside

_BARE = re.compile(rf"{_CAPITALS}{_DASH}")


@dataclass(frozen=True)
class Dateline:
    """A dateline's length in characters and its place words, None when it names an agency or a day alone."""

    length: int
    place: str | None
    bare: bool = False  # capitals and a dash: past the lead that is as often a section's label


def _compile(place: str, rest: str) -> re.Pattern[str]:
    return re.compile(rf"(?P<place>{place}(?:\s?/\s?{place}){{0,2}}){rest}")


FORMS: tuple[tuple[re.Pattern[str], bool], ...] = (  # the pattern, and whether it also counts past the lead
    # JAMMU/ISLAMABAD, Nov 19 (Deccan Courier) - ... · MANDERA, Kenya, June 18 - ... · NIAMEY/ABUJA — ...
    (_compile(_CAPITALS, rf"{_REGION}(?:,? {_DATE},?)?(?: ?{_AGENCY})?{_DASH}{_STORY}"), True),
    # Yerevan, April 21 (Caucasus Ledger) - ... · Maputo, 20 Jun (AIM) – ... · London (CNN) -- ...
    (_compile(_NAMED, rf"{_REGION}, {_DATE},?(?: ?{_AGENCY})?{_DASH}"), True),
    (_compile(_NAMED, rf"{_REGION}(?:, {_DATE},?)? ?{_AGENCY}{_DASH}{_STORY}"), True),
    # Tehran (IRNA): ... ...
    (_compile(_NAMED, rf"{_REGION}(?:, {_DATE},?)? ?{_AGENCY}:\s+{_STORY}"), False),
    # BISHKEK, November 20. /Kabar/. ... · DUSHANBE, 11.06.2022 /Khovar/. ...
    (_compile(_NAMED, rf"{_REGION}[.,] {_DATE}[.,]? {_AGENCY}(?:\.|:|{_DASH})\s*"), True),
    # ASTANA. April 16. KAZINFORM - ... · BAKU, Azerbaijan, May 3, AZERTAC — ...
    (_compile(_NAMED, rf"{_REGION}[.,] {_DATE}[.,] {_WORDMARK}(?:{_DASH}|[.:]\s+){_STORY}"), True),
    # Cholpon-Ata, September 9, AZERTAC (a line of its own) · TEHRAN, March 3 (IRNA)
    (_compile(_NAMED, rf"{_REGION}[.,] {_DATE}[.,]?(?: {_WORDMARK}| {_AGENCY})?\.?$"), True),
    # Tehran, IRNA – ... · BAKU. Turan: ...
    (_compile(_NAMED, rf"{_REGION}[.,] {_WORDMARK}{_DASH}{_STORY}"), False),
    # Douala — Lawyers for ...
    (_compile(_NAMED, rf"{_REGION}\s+[—–]\s+{_STORY}{_NO_ASIDE}"), False),
    # ISLAMABAD: The foreign office ...
    (_compile(_CAPITALS, rf"{_REGION}:\s+{_STORY}"), False),
    # In brackets: (Nairobi, November 16, 2023) – ...
    (re.compile(rf"\((?P<place>{_NAMED}){_REGION}, {_DATE}\){_DASH}"), True),
    # Doha, 19 February 2025 | Ministry of ... (a line of its own)
    (re.compile(rf"(?P<place>{_NAMED}){_REGION}, {_DATE} \| [^.]*$"), False),
    # Wednesday, August 21, 2024 (HC) – ...
    (re.compile(rf"(?P<place>)(?:{_WEEKDAY},? )?{_DATE}(?: ?{_AGENCY})?{_DASH}{_STORY}"), True),
    # An agency alone: (CNN) -- ...
    (re.compile(rf"(?P<place>)\([A-Z][\w .&-]{{1,30}}\){_DASH}{_STORY}"), True),
)


def read_dateline(words: str, *, lead: bool) -> Dateline | None:
    """The dateline that the words start with; past the lead only forms that cannot be mistaken count.

    >>> read_dateline("SEOUL, March 4 (Reuters) - The army said", lead=True)
    Dateline(length=27, place='SEOUL', bare=False)
    """
    for pattern, anywhere in FORMS:
        found = pattern.match(words) if lead or anywhere else None
        if found:
            return Dateline(found.end(), found["place"] or None, _BARE.fullmatch(found[0]) is not None)
    return None
