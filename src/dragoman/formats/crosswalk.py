"""Between PLOVER and CAMEO: codes, roots, classes and Goldstein's scores.

The codes stand in the codebook (`crosswalk`), so that a codebook of one's own is exported by its own rules.
"""

from functools import lru_cache

from msgspec import Struct

from dragoman.knowledge.codebook import Codebook, load_codebook

GOLDSTEIN = {
    "01": 0, "011": -0.1, "012": -0.4, "013": 0.4, "016": 3.4, "018": 3.4, "019": 3.4, "02": 3, "021": 3.4, "022": 3.2, "023": 3.4,
    "024": -0.3, "025": -0.3, "026": 4, "027": 4, "028": 4, "03": 4, "031": 5.2, "032": 4.5, "033": 5.2, "0334": 6, "034": 7, "035": 7,
    "037": 5, "038": 7, "039": 5, "04": 1, "042": 1.9, "043": 2.8, "044": 2.5, "045": 5, "046": 7, "05": 3.5, "051": 3.4, "053": 3.8,
    "054": 6, "055": 7, "056": 7, "057": 8, "06": 6, "061": 6.4, "062": 7.4, "063": 7.4, "064": 7, "07": 7, "071": 7.4, "072": 8.3,
    "073": 7.4, "074": 8.5, "08": 5, "084": 7, "085": 7, "086": 9, "087": 9, "0874": 10, "09": -2, "10": -5, "11": -2, "12": -4,
    "124": -5, "125": -5, "126": -5, "127": -5, "128": -5, "129": -5, "13": -6, "130": -4.4, "131": -5.8, "132": -5.8, "133": -5.8,
    "134": -5.8, "135": -5.8, "136": -7, "137": -7, "138": -7, "139": -7, "14": -6.5, "144": -7.5, "145": -7.5, "15": -7.2, "16": -4,
    "162": -5.6, "163": -8, "164": -7, "165": -6.5, "166": -7, "17": -7, "171": -9.2, "172": -5, "173": -5, "174": -5, "175": -9,
    "18": -9, "182": -9.5, "1821": -9, "1822": -9, "1823": -10, "183": -10, "184": -8, "185": -8, "186": -10, "19": -10, "191": -9.5,
    "192": -9.5, "196": -9.5, "20": -10, "201": -9.5,
}  # fmt: skip
"""The scale as published for CAMEO; a code that is not listed has the score of its longest listed beginning."""

SWAPPED = frozenset(("043",))
"""Codes whose source is our recipient: CAMEO's host of a visit."""

ROOTS = 20
CLASSES = ((5, 1), (8, 2), (13, 3), (ROOTS, 4))


class Meaning(Struct, frozen=True):
    """What a CAMEO code is in PLOVER: type, modes, quad, our own score, and whether the sides change places."""

    event: str
    mode: tuple[str, ...]
    quad: str
    score: float
    swapped: bool = False


class Crosswalk:
    """The codebook's crosswalk, both ways."""

    def __init__(self, codebook: Codebook | None = None) -> None:
        self.codebook = codebook or load_codebook()
        self.meaning = lru_cache(maxsize=2_000)(self._meaning)

    def code(self, event: str, modes: tuple[str, ...]) -> str | None:
        """The CAMEO code of a type with its first mode that has one, None for a type without any."""
        table = self.codebook.to_cameo
        return next((table[key] for key in (*(f"{event}/{mode}" for mode in modes), event) if key in table), None)

    def _meaning(self, code: str) -> Meaning | None:
        """What the code is in PLOVER: that of its longest known beginning; None for what is no event there."""
        for length in range(len(code), 1, -1):
            if code[:length] not in self.codebook.from_cameo:
                continue
            event, mode = self.codebook.from_cameo[code[:length]]
            if event is None:
                return None
            modes = (mode,) if mode else ()
            quad = self.codebook.types[event].quad
            return Meaning(event, modes, quad, self.codebook.score(event, modes), code[:3] in SWAPPED)
        return None

    def keeps(self, event: str, modes: tuple[str, ...]) -> tuple[bool, bool]:
        """Whether type and modes come back from CAMEO as they went."""
        code = self.code(event, modes)
        back = self.meaning(code) if code else None
        return (back is not None and back.event == event, back is not None and back.mode == modes)


def root_of(code: str) -> str:
    """The root code, two digits."""
    return code[:2]


def base_of(code: str) -> str:
    """The base code: three digits, or the root where nothing follows."""
    return code[:3]


def goldstein(code: str) -> float | None:
    """Goldstein's score of a CAMEO code, -10 to 10; None for what is no CAMEO code."""
    found = (GOLDSTEIN[code[:length]] for length in range(len(code), 1, -1) if code[:length] in GOLDSTEIN)
    return next(found, None)


def quad_class(code: str) -> int:
    """GDELT's class of a root: 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict."""
    root = int(code[:2])
    return next(number for last, number in CLASSES if root <= last)


def penta_class(code: str) -> int:
    """Phoenix' class: GDELT's, but 0 for statements and appeals (roots 01 and 02)."""
    return 0 if int(code[:2]) <= 2 else quad_class(code)


def padded(code: str) -> str:
    """The code with the zero that spreadsheets take away, where that can be told: `42` is 042, `841` is 0841.

    `10` and `193` are codes as they stand, and stay.
    """
    lost = code.isascii() and code.isdigit() and not code.startswith("0") and int(code[:2]) > ROOTS
    return f"0{code}" if lost else code
