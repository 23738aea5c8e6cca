"""CAMEO's codes of actors, in our countries and sectors."""

from msgspec import Struct

from dragoman.knowledge.actors import Directory

COUNTRIES = {
    "ROM": "ROU", "TMP": "TLS", "ZAR": "COD", "ZAI": "COD", "PAL": "PSE", "WSB": "PSE", "GZS": "PSE", "KSV": "KOS", "XKX": "KOS",
    "YUG": "SRB", "SCG": "SRB", "MTN": "MNE", "SUN": "RUS", "SOV": "RUS", "GME": "DEU", "GMW": "DEU", "CZK": "CZE", "CSK": "CZE",
    "BUR": "MMR", "DEU": "DEU", "MAC": "CHN", "TIB": "CHN", "PRI": "USA", "GRL": "DNK", "NCL": "FRA", "AIA": "GBR", "BMU": "GBR",
}  # fmt: skip
REGIONS = frozenset("AFR EUR MEA ASA SEA SAM LAM CAU CFR EAF NAF SAF WAF EEU BLK SCN WST NMR CRB EIN PGS SAS CAS WRL EAS CEU BAL MDT NON".split())
SECTORS = {
    "GOV": "GOV", "MIL": "MIL", "REB": "REB", "OPP": "OPP", "PTY": "PTY", "COP": "COP", "JUD": "JUD", "LEG": "LEG", "SPY": "SPY",
    "BUS": "BUS", "CVL": "CVL", "NGO": "NGO", "NGM": "NGO", "IGO": "IGO", "EDU": "EDU", "ELI": "ELI", "LAB": "LAB", "MED": "JRN",
    "REF": "REF", "REL": "REL", "HLH": "MED", "AGR": "AGR", "CRM": "CRM", "UAF": "UAF", "IMG": "IMG", "MNC": "MNC", "SET": "CVL",
    "INS": "REB", "SEP": "REB", "PRM": "PRM", "UIS": "UNK", "ENV": "SOC", "HRI": "SOC", "DEV": "BUS", "MOD": "PTY", "RAD": "OPP",
    "INT": "IGO", "UNK": "UNK", "SOC": "SOC", "JRN": "JRN", "PRE": "PRE", "TOP": "GOV", "MID": "GOV", "HAR": "GOV", "PUB": "GOV",
    "ISM": "ISM", "STU": "EDU", "YTH": "CVL", "ETH": "CVL", "EUR": "EUR", "MIN": "CVL",
}  # fmt: skip
BODIES = frozenset(("IGO", "NGO", "NGM", "INT", "IMG", "MNC", "ISM"))
FAITHS = frozenset(
    "MOS CHR JEW HIN BUD SIK SHI SUN CTH PRO DOC ORT ALE ATH BAH CON CPT DRZ GNO HAS HSD ITR JAN JWS KDK LDS MRN NRM PAG TAO UDX ZRO SFI".split()
)
ICEWS = {
    "government": "GOV", "executive": "GOV", "executive office": "GOV", "ministry": "GOV", "foreign ministry": "GOV", "cabinet": "GOV",
    "elite": "ELI", "elites": "ELI", "military": "MIL", "army": "MIL", "navy": "MIL", "air force": "MIL", "defense / security ministry": "GOV",
    "police": "COP", "judicial": "JUD", "legislative / parliamentary": "LEG", "legislative": "LEG", "parliament": "LEG", "parties": "PTY",
    "political parties": "PTY", "insurgents": "REB", "rebel": "REB", "rebels": "REB", "separatists": "REB", "opposition": "OPP",
    "dissident": "OPP", "exiles": "OPP", "unidentified forces": "UAF", "criminals / gangs": "CRM", "criminal": "CRM", "business": "BUS",
    "media": "JRN", "news": "JRN", "labor": "LAB", "labour": "LAB", "education": "EDU", "medical": "MED", "religious": "REL",
    "civilian": "CVL", "general population / civilian / social": "CVL", "social": "SOC", "refugees": "REF", "displaced": "REF",
    "ngos": "NGO", "nongovernmental organization": "NGO", "intergovernmental organization": "IGO", "igos": "IGO", "international": "IGO",
    "multinational corporation": "MNC", "agricultural": "AGR", "state": "GOV", "intelligence": "SPY", "paramilitary": "PRM",
}  # fmt: skip

KINDS = {
    "IGO": "IGO", "NGO": "ngo", "REB": "armed", "IMG": "armed", "UAF": "armed", "PTY": "party", "OPP": "party", "BUS": "company",
    "MNC": "company", "JRN": "medium",
}  # fmt: skip
"""The kind of body that a first sector stands for."""


class Coded(Struct, frozen=True):
    """What a code says: country, sectors primary first, and the parts that nobody knows."""

    country: str | None
    sectors: tuple[str, ...]
    unknown: tuple[str, ...] = ()


def read_code(code: str, directory: Directory) -> Coded:
    """The meaning of `USAGOV`, `IGOUNO`, `~MIL`, `---REB`: three letters at a time.

    What follows IGO, NGO and the like is a body's own abbreviation, never a mistake.
    """
    letters = code.replace("~", "").replace("-", "").upper()
    parts = [letters[i : i + 3] for i in range(0, len(letters), 3)]
    country = _country(parts[0], directory) if parts and "~" not in code and not code.startswith("-") else None
    rest = parts[1:] if country else parts
    sectors, unknown = [], []
    for number, part in enumerate(rest):
        if part in SECTORS and not (number and part == "EUR"):
            sectors.append(SECTORS[part])
        elif not (BODIES & set(rest[:number])) and part not in FAITHS and part not in REGIONS:
            unknown.append(part)
    return Coded(country, tuple(dict.fromkeys(sectors)), tuple(unknown))


def _country(part: str, directory: Directory) -> str | None:
    return part if part in directory.state_names else COUNTRIES.get(part)
