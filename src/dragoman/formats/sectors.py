"""Our sectors in the words of others: CAMEO's three letters, ICEWS' names."""

from functools import lru_cache

from dragoman.formats.loss import Tally
from dragoman.knowledge.actors import Directory, load_directory, units
from dragoman.knowledge.cameo_codes import ICEWS, SECTORS, read_code
from dragoman.model.event import Actor, Event, Party

TO_CAMEO = {"JRN": "MED", "MED": "HLH", "PRE": "SEP", "PRM": "UAF", "SOC": "CVL", "UNK": "UIS", "ISM": "NGM", "EUR": ""}
"""Where CAMEO has no code of that meaning its nearest stands: a sector that reads back as another is counted in the Loss."""

TO_ICEWS = {
    "GOV": "Government", "MIL": "Military", "COP": "Police", "JUD": "Judicial", "LEG": "Legislative / Parliamentary", "PTY": "Parties",
    "REB": "Insurgents", "SPY": "Intelligence", "UAF": "Unidentified Forces", "AGR": "Agricultural", "BUS": "Business",
    "CRM": "Criminals / Gangs", "CVL": "General Population / Civilian / Social", "EDU": "Education", "ELI": "Elite", "JRN": "Media",
    "LAB": "Labor", "MED": "Medical", "REF": "Refugees", "OPP": "Opposition", "REL": "Religious", "SOC": "Social", "NGO": "NGOs",
    "IGO": "Intergovernmental Organization", "MNC": "Multinational Corporation", "PRM": "Paramilitary",
}  # fmt: skip
COUNTRIES = {"ROU": "ROM", "TLS": "TMP"}
"""Where CAMEO keeps an older alpha-3 code than ours."""

ICEWS_STATES = {"RUS": "Russian Federation", "PSE": "Occupied Palestinian Territory", "COD": "Democratic Republic of Congo"}


def cameo_country(party: Party | Actor | None) -> str:
    """The CAMEO code of the country, empty where there is none."""
    country = party.country if party else None
    return COUNTRIES.get(country, country) if country else ""


def cameo_sectors(party: Party | None) -> list[str]:
    """The CAMEO codes of the party's sectors, primary first, each once."""
    codes = (_cameo_code(sector) for sector in (party.sector if party else ()))
    return list(dict.fromkeys(code for code in codes if code))


def _cameo_code(sector: str) -> str:
    return TO_CAMEO.get(sector, sector if sector in SECTORS else "")


def lose_cameo_sectors(event: Event, tally: Tally) -> None:
    """Counts the sectors that CAMEO has no code of the same meaning for."""
    for sector in _sectors_of(event):
        code = _cameo_code(sector)
        tally.lose("sector", f"{sector} is no CAMEO code, written as {code or 'nothing'}", when=SECTORS.get(code) != sector)


def lose_icews_sectors(event: Event, tally: Tally) -> None:
    """Counts the sectors that ICEWS has no name for."""
    for sector in _sectors_of(event):
        tally.lose("sector", f"{sector} has no name in ICEWS, dropped", when=sector not in TO_ICEWS)


def _sectors_of(event: Event) -> list[str]:
    return sorted({sector for party in (*event.actor, *event.recipient) for sector in party.sector})


def icews_sectors(party: Party | None) -> str:
    """The party's sectors by ICEWS' names, joined by commas."""
    return ",".join(TO_ICEWS[sector] for sector in (party.sector if party else ()) if sector in TO_ICEWS)


def icews_country(country: str | None) -> str | None:
    """The country by the name ICEWS gives it."""
    return ICEWS_STATES.get(country, load_directory().state_name(country)) if country else None


@lru_cache(maxsize=100_000)
def read_icews_sectors(cell: str) -> tuple[str, ...]:
    """Our sectors for a cell of ICEWS' names, each once; names that we have no sector for are passed over."""
    parts = (ICEWS.get(part.strip().lower()) for part in cell.split(","))
    return tuple(dict.fromkeys(part for part in parts if part))


@lru_cache(maxsize=10_000)
def country_named(name: str) -> str | None:
    """The alpha-3 code of a state's name or of the code itself; None for what is no state."""
    directory = load_directory()
    if name in directory.state_names:
        return name
    found = (known.country for known in directory.look_up(" ".join(units(name))) if known.kind in ("state", "region"))
    return next(found, None)


@lru_cache(maxsize=100_000)
def read_cameo_actor(code: str, name: str = "") -> tuple[Actor, ...]:
    """The actor of a CAMEO code such as `CHNGOV`, with its name where the file tells one; nobody for an empty cell."""
    directory: Directory = load_directory()
    coded = read_code(code, directory)
    label = name or (directory.state_name(coded.country) if coded.country else code)
    return (Actor(label, coded.country, coded.sectors),) if code.strip("-~ ") or name else ()
