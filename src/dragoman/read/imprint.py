"""Marks of who made a story: pictures with their captions and credits, bylines, desks, editors."""

from dragoman.read.mark import DAYS, Mark, any_of, mark

_CAPTION, _WRITERS = "caption or picture credit", "credits the writers"
_PICTURE = any_of(
    r"(?:file |lead |cover |main |top |stock |handout |archive )?(?:photo|image|picture|photograph|video|graphic|illustration|cartoon)s?"
    r"(?: (?:credits?|caption|courtesy))?",
    r"pictured|(?:photo ?)?captions?|credits?",
)
_AGENCIES = r"AFP|AP|Reuters|REUTERS|EPA|EPA-EFE|Getty(?: Images)?|Xinhua|TASS|Anadolu|Shutterstock|iStock|ANI|PTI|dpa|Bloomberg"
_BY_NAME = rf"[A-ZÀ-Ý][\w.’'\-]* [\w .’'\-]{{1,40}}\s?/\s?(?:{_AGENCIES})\b"  # Nadia Orlu/AFP; (Reuters/AP) credits a text
_TAKEN = any_of(r"(?:AP Photo|REUTERS|EPA)/", _BY_NAME, r"[^.()]{0,40}\bGetty Images\b")
# In brackets, or bare and with no end mark: "a poll by The Post/AP." ends a sentence of the story.
_CREDIT = any_of(rf"(?:[^()\[\]]{{0,200}} )?[(\[]{_TAKEN}[^()]{{0,40}}[)\]]\.?$", rf"{_TAKEN}[^.()]{{0,40}}$")
_SHOWN = r"\b(?:in|on) (?:this|an?) (?:file|undated|handout|archive|aerial|screen|satellite)[ -](?:photo|picture|image|grab|photograph)"

PICTURES: tuple[Mark, ...] = (
    mark("caption", "sentence", rf"[(\[]?\s*(?i:{_PICTURE})\s*[:©|]", "rest", _CAPTION, "(Caption: A bridge at dusk. Photo: R. Vale)"),
    mark(
        "picture by",
        "sentence",
        r"[(\[]?(?i:photos?|pictures?|images?|video|photography) (?i:by|courtesy of|via|from) (?=[A-Z])[^.]{0,120}[.)\]]*$",
        "rest",
        _CAPTION,
        "Photo by Nadia Orlu / Handout",
    ),
    # The sentence before the credit is the caption: the whole line goes.
    mark("agency credit", "sentence", _CREDIT, "line", _CAPTION, "Smoke over the port. [Nadia Orlu/AFP]"),
    mark("file picture", "line", rf"[^.]{{0,200}}{_SHOWN}", "line", _CAPTION, "The minister arrives for talks in this file photo."),
    mark("picture link", "line", r"!\[[^\]]{0,300}\]\([^)]{1,500}\)$", "line", _CAPTION, "![A bridge at dusk](bridge.jpg)"),
)

_DESKS = r"desk|correspondents?|reporters?|staff(?: writers?)?|bureau(?:s|x)?|newsroom|team|writers?"
_NAME = r"[A-ZÀ-Ý][\w.’'\-]*"
_NAMES = rf"{_NAME}(?:(?:,| and| &| de| van| von| der| al| bin| ibn| ben| el| da| dos| la|) {_NAME}){{1,8}}"
_ROLES = r"(?i:by|words by|text by|analysis by|story by|report by|opinion by)"
_OUR = rf"(?:(?:By|From)\s+)?(?i:our (?:own |special |[\w’'\-]+ ){{0,3}}(?:{_DESKS}))"
_MADE = r"(?i:(?:additional |further )?(?:reporting|writing|editing)|compiled|translated|edited|translation|filed)"
_INPUTS = r"\((?i:with (?:inputs?|additional reporting|files|reporting|material|agencies|agency)|agencies\)|source:)"

WRITERS: tuple[Mark, ...] = (
    mark("desk byline", "line", rf"{_OUR}(?: in [^.]{{2,60}})?\s*(?:[|,][^.]{{0,80}})?$", "line", "byline", "By our labour desk"),
    mark(
        "byline",
        "line",
        rf"{_ROLES} (?!{DAYS}){_NAMES}(?:,? (?:in|for|of|at) [^.|]{{2,40}})?\s*(?:[|•/,–—-].{{0,80}})?$",
        "line",
        "byline",
        "By Achol Deng | River FM, Juba",
    ),
    mark("byline in capitals", "line", r"BY [A-Z .,'’\-&|]{4,80}$", "line", "byline", "BY ACHOL DENG"),
    mark(
        "staff credit",
        "sentence",
        rf"\(?{_MADE} (?i:by|from)(?=:? +[A-Z]|:? our| +staff)",
        "rest",
        _WRITERS,
        "(Reporting by Ana Ruiz; Editing by P. Ibarra)",
    ),
    mark("agency input", "sentence", _INPUTS, "rest", _WRITERS, "(With inputs from agencies)"),
)
