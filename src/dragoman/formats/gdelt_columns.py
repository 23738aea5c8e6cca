"""The columns of GDELT's tables, in the widths in which its files come."""

from itertools import chain

_ACTOR = "Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code Type3Code".split()
_HEAD = "GLOBALEVENTID SQLDATE MonthYear Year FractionDate".split()
_ACTION = "IsRootEvent EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale NumMentions NumSources NumArticles AvgTone".split()
_GEO = "Type FullName CountryCode ADM1Code ADM2Code Lat Long FeatureID".split()
_OLD_GEO = [name for name in _GEO if name != "ADM2Code"]
_BLOCKS = ("Actor1Geo", "Actor2Geo", "ActionGeo")


def _columns(geo: list[str], *last: str) -> tuple[str, ...]:
    actors = (f"{side}{name}" for side in ("Actor1", "Actor2") for name in _ACTOR)
    places = (f"{block}_{name}" for block in _BLOCKS for name in geo)
    return tuple(chain(_HEAD, actors, _ACTION, places, last))


COLUMNS = _columns(_GEO, "DATEADDED", "SOURCEURL")
"""The 61 columns of GDELT 2.0's Events."""

_OLD = _columns(_OLD_GEO, "DATEADDED", "SOURCEURL")
BY_WIDTH = {len(columns): columns for columns in (COLUMNS, _OLD, _OLD[:-1])}
"""Columns by their number: 61, the 58 of GDELT 1.0, and its 57 from before April 2013."""

MENTIONS = (
    "GlobalEventID", "EventTimeDate", "MentionTimeDate", "MentionType", "MentionSourceName", "MentionIdentifier", "SentenceID",
    "Actor1CharOffset", "Actor2CharOffset", "ActionCharOffset", "InRawText", "Confidence", "MentionDocLen", "MentionDocTone",
    "MentionDocTranslationInfo", "Extras",
)  # fmt: skip
"""The 16 columns of GDELT 2.0's Mentions."""

STATE, STATE_US, CITY, CITY_US, COUNTRY = 5, 2, 4, 3, 1
"""GDELT's types of place."""
