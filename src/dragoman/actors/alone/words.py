"""The words of a mention, and the small words that its grammar turns on."""

import re
from typing import NamedTuple

from dragoman.knowledge.actors import bare

UNIT = re.compile(r"[^\W_]+")
APOSTROPHES = "'’ʼ"


class Word(NamedTuple):
    """One unit of a mention: as it stands, as the index keys it, and the characters before it."""

    text: str
    key: str
    gap: str


def words_of(text: str) -> list[Word]:
    """The units of a text, in order."""
    words, last = [], 0
    for match in UNIT.finditer(text):
        words.append(Word(match.group(), bare(match.group()), text[last : match.start()]))
        last = match.end()
    return words


DETERMINERS = frozenset("the a an this these those his her its their our my your some any all both each every no another other such same".split())
OWNERS = frozenset("his her its their our my your".split())
NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty hundred thousand million "
    "several many few most more about around nearly almost over least up than dozen dozens scores couple roughly approximately".split()
)
CONTAINERS = frozenset(
    "group number dozens hundreds thousands millions crowd crowds score scores handful host member members one two three four five some most many "
    "band team delegation majority half bunch series all both each none pair couple hundred thousand dozen batch column group part section "
    "lot lots any".split()
)
FORMER = frozenset("former ex erstwhile ousted deposed toppled exiled late retired onetime ex".split())
COURTESY = frozenset(
    "mr mrs ms miss mx dr sir dame lord lady rev reverend sheikh sheik shaikh prof gen col lt maj capt sgt hon madam mme ayatollah "
    "hojjatoleslam imam fr msgr monsieur señor senor herr comrade haji hajji his her highness majesty excellency holiness eminence".split()
)
PREPOSITIONS = frozenset(
    "of for from in at to with on against by near under within across inside outside into over between among during after".split()
)
STOPS = frozenset("who which whose whom where when that said told".split())
COMPOUNDS = frozenset(
    "backed led based born held occupied controlled administered aligned funded allied trained armed supported sponsored run dominated owned "
    "speaking made educated claimed ruled affiliated linked brokered mediated installed appointed friendly inspired annexed built".split()
)
LEADING = frozenset(("led", "run", "owned"))
AGAINST = frozenset(("anti", "pro", "non", "post", "pre"))
PARTICLES = frozenset("al el bin ibn ben bint ould von van de da dos del la di ul ur abu".split())
NOBODY = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november "
    "december christmas easter ramadan today yesterday tomorrow i he she it we you they me him them us who what this that these those "
    "north south east west morning evening night week month year spring summer autumn winter".split()
)
ELITES = frozenset(("GOV", "LEG", "MIL", "COP", "JUD", "SPY"))
MOUTHS = frozenset(
    "spokesman spokeswoman spokesperson official source member representative chief head leader commander boss delegate envoy diplomat "
    "negotiator operative officer aide adviser advisor founder deputy director chairman chairwoman president secretary general worker staff "
    "supporter activist fighter militant gunman delegation ambassador mediator expert inspector team mission unit leadership wing command "
    "commissioner executive lawyer ceo minister troop force soldier peacekeeper convoy patrol observer administrator correspondent reporter "
    "journalist "
    "editor legislator lawmaker mp candidate politician figure negotiating veteran spokespeople insurgent rebel member terrorist cell cadre "
    "secretary-general chairperson monitor investigator prosecutor judge employee personnel coordinator guerrilla militia militiaman".split()
)
ITSELF = frozenset(
    "group movement party organisation organization bloc union agency alliance network militia front body faction outfit company giant insurgency "
    "broadcaster newspaper paper charity watchdog club summit grouping members nations countries states".split()
)
COUNTERPARTS = frozenset("counterpart counterparts opposite colleague colleagues side team neighbour neighbor ally".split())
GOVERNMENTS = frozenset(
    "administration government regime cabinet presidency junta team camp campaign white house leadership government-in-exile coalition "
    "dictatorship".split()
)
ENVOYS = frozenset("ambassador envoy consul attaché diplomat commissioner embassy nuncio consulate mission delegate representative emissary".split())
ADVISERS = frozenset("adviser advisor aide assistant deputy secretary heir candidate".split())
GIVEN_NAMES = frozenset(
    "paris jordan chad georgia kenya india israel victoria santiago sydney london austin florence ireland china cuba washington".split()
)
AFTER_PEOPLE = frozenset("loyal close hostile ready able unable due angry armed held".split())
SCENERY = frozenset(
    "war wars crisis conflict crises economy election elections referendum border borders weather climate flood floods earthquake drought "
    "ceasefire truce summit "
    "vote poll polls currency market markets soil territory waters airspace coast language culture food wine football history capital city".split()
)
THINGS = frozenset(
    "cup day games olympics war agreement treaty accord accords pact act declaration championship championships league prize award street "
    "road avenue "
    "river mountain mountains sea ocean valley bridge airport square stadium tower festival plan deal protocol convention constitution revolution "
    "crisis crossing strait island islands peninsula desert lake hill hills building hotel theatre theater bay canyon park beach one two".split()
)
SEATED = {"pope": "VAT", "pontiff": "VAT"}
UNIQUE = frozenset(
    "president,prime minister,chancellor,king,queen,emir,sultan,supreme leader,crown prince,secretary of state,secretary of defense,"
    "secretary of the treasury,attorney general,central bank governor,first lady,vice president,national security adviser,secretary general,"
    "un secretary general,european commission president,european council president,high representative for foreign policy,pope,cia director,"
    "fbi director,federal reserve chair,speaker of the house,opposition leader,army chief,chief justice,president of the european parliament,"
    "secretary of homeland security,secretary of commerce,secretary of energy,director of national intelligence,junta leader,"
    "deputy prime minister,speaker of parliament,top diplomat".split(",")
)
OFFICE_NAMES = {
    "premier": ("prime minister",), "pm": ("prime minister",), "foreign secretary": ("foreign minister",),
    "foreign affairs minister": ("foreign minister",), "external affairs minister": ("foreign minister",),
    "minister of foreign affairs": ("foreign minister",), "minister of external affairs": ("foreign minister",),
    "foreign minister": ("foreign minister", "secretary of state"), "home secretary": ("interior minister",),
    "home minister": ("interior minister",), "home affairs minister": ("interior minister",), "minister of the interior": ("interior minister",),
    "minister of interior": ("interior minister",), "chancellor of the exchequer": ("finance minister",),
    "defense minister": ("defence minister", "secretary of defense"), "defence minister": ("defence minister", "secretary of defense"),
    "defense secretary": ("secretary of defense", "defence minister"), "defence secretary": ("defence minister", "secretary of defense"),
    "minister of defence": ("defence minister",), "minister of defense": ("defence minister",),
    "treasury secretary": ("secretary of the treasury",), "finance minister": ("finance minister", "secretary of the treasury"),
    "minister of finance": ("finance minister",), "pontiff": ("pope",), "vice president": ("vice president",),
    "central bank chief": ("central bank governor",), "central bank head": ("central bank governor",), "monarch": ("king", "queen"),
    "secretary general": ("secretary general", "un secretary general"), "chief": ("secretary general", "un secretary general"),
    "commission president": ("european commission president",), "foreign policy chief": ("high representative for foreign policy",),
    "homeland security secretary": ("secretary of homeland security",), "commerce secretary": ("secretary of commerce",),
    "national security advisor": ("national security adviser",), "house speaker": ("speaker of the house",),
    "parliament speaker": ("speaker of parliament",), "parliamentary speaker": ("speaker of parliament",),
}  # fmt: skip


def singular(word: str) -> str:
    """The word without the sign of the plural, as far as the lists here need it."""
    return "spokesman" if word == "spokesmen" else word[:-1] if word.endswith("s") and not word.endswith("ss") else word
