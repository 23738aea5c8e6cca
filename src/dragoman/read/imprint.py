"""Marks of how a story was made and printed: pictures, writers, the page's bars, stamps and legal notices."""

from dragoman.read.appeals import NETWORKS
from dragoman.read.mark import Mark, any_of, mark

_CAPTION, _WRITERS = "caption or picture credit", "credits the writers"
_PICTURE = any_of(
    r"(?:file |lead |cover |main |top |stock |handout |archive )?(?:photo|image|picture|photograph|video|graphic|illustration|cartoon)s?"
    r"(?: (?:credits?|caption|courtesy))?",
    r"pictured|(?:photo ?)?captions?|credits?",
)
_AGENCIES = r"AFP|AP|Reuters|REUTERS|EPA|EPA-EFE|Getty(?: Images)?|Xinhua|TASS|Anadolu|Shutterstock|iStock|ANI|PTI|dpa|Bloomberg"
_CREDITED = any_of(r"\b(?:AP Photo|REUTERS|EPA)/", rf"/\s?(?:{_AGENCIES})\b", r"\bGetty Images\b", r"\bvia (?:AP|Reuters|REUTERS|AFP)\b")
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
    mark(
        "agency credit", "sentence", rf"[(\[]?[^.]{{0,60}}{_CREDITED}[^.]{{0,40}}[.)\]]*$", "line", _CAPTION, "Smoke over the port. [Nadia Orlu/AFP]"
    ),
    mark("file picture", "line", rf"[^.]{{0,200}}{_SHOWN}", "line", _CAPTION, "The minister arrives for talks in this file photo."),
    mark("picture link", "line", r"!\[[^\]]{0,300}\]\([^)]{1,500}\)$", "line", _CAPTION, "![A bridge at dusk](bridge.jpg)"),
)

_DESKS = r"desk|correspondents?|reporters?|staff(?: writers?)?|bureau(?:s|x)?|newsroom|team|writers?"
_DAYS = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)"
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
        rf"{_ROLES} (?!{_DAYS}){_NAMES}(?:,? (?:in|for|of|at) [^.|]{{2,40}})?\s*(?:[|•/,–—-].{{0,80}})?$",
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

_BARS = any_of(
    r"share(?: (?:on|via|this|with|to)\b[^.]{0,60})?",
    rf"(?:{NETWORKS})(?:\s*[|,/·•]?\s*(?:{NETWORKS}))+",
    r"tweet(?: this)?|\d[\d,.]*k? (?:comments?|shares?|views|likes)|comments? ?\(\d+\)|no comments|leave a (?:comment|reply)|add a comment",
    r"(?:estimated )?(?:reading time:? )?\d+[ -]min(?:ute)?s?(?: read)?|listen to this article|print(?: this)?|save|bookmark|copy link",
    r"skip to (?:main )?content|back to top",
)
_STAMP = r"(?i:(?:last |first )?(?:updated|published|posted|modified)(?: (?:on|at))?[ :]|date:)(?=.{0,60}\d)[^.]{0,70}$"
_LEGAL = any_of(
    r"©|\(c\) ?\d{4}|Copyright\s*(?:©|\(c\)|\d{4}|by\b)",
    r"(?i:all rights reserved|terms (?:of|and) (?:use|service|conditions)\b|privacy policy\b|cookie policy\b)",
    r"This (?:material|article|content) may not be|Not for (?:re)?distribution",
)
_OWN = (
    r"(?i:the )?(?i:views|opinions)(?: expressed)?(?: here(?:in)?| in this [\w ]{3,30})? (?:are|do not|belong)\b"
    r"[^.\"“]{0,80}\b(?:own|reflect|represent|alone|author)"
)
_NOTICE = r"(?i:notices?|corrections?|clarifications?|editor['’]s note|editorial note|note to (?:editors|readers)|disclaimer|erratum|trigger warning)"
_LABELS = any_of(
    "PRESENTER|HOST|ANCHOR|CORRESPONDENT|REPORTER|INTERVIEWER|NARRATOR|MODERATOR|Q|A",
    "BREAKING(?: NEWS)?|JUST IN|EXCLUSIVE|UPDATED?|DEVELOPING|LIVE|URGENT|FLASH|LATEST|WRAP(?:UP)?",
    "ANALYSIS|EXPLAINER|FEATURE|OPINION|SUMMARY|FACTBOX",
)

PAGE: tuple[Mark, ...] = (
    mark("share bar", "line", rf"(?i:{_BARS})[.…]?$", "line", "share bar or counter", "Share on Facebook | Twitter | WhatsApp"),
    mark("page stamp", "line", _STAMP, "line", "page's own date", "Last updated: 12 March 2024, 10:30"),
    mark(
        "tag list",
        "line",
        r"(?i:tags?|topics?|keywords?|filed under|categor(?:y|ies)|hashtags?)\s*:",
        "line",
        "tag list",
        "Tags: copper, strikes, Lima",
    ),
    mark("heading mark", "line", r"#{1,6}\s+\S.*$", "line", "heading", "## Background"),
    mark("hashtags", "line", r"#\w+(?:[\s,]+#\w+)+$", "line", "tag list", "#copper #strikes"),
    mark("legal", "sentence", _LEGAL, "rest", "legal notice", "© 2024 The Harbour Post. All rights reserved."),
    mark("views", "sentence", _OWN, "sentence", "disclaimer", "Views are the authors' own."),
    mark(
        "press contact",
        "sentence",
        r"(?i:(?:for )?(?:media|press) (?:enquiries|inquiries|contacts?)|for (?:more|further) information)\s*[:,]",
        "rest",
        "press contact",
        "For media enquiries: press office, ext. 10.",
    ),
    mark("notice", "sentence", rf"{_NOTICE}\s*[:—–-]", "rest", "notice to readers", "Correction: last week's photograph showed another ship."),
    mark("section label", "line", rf"{_LABELS}\s*(?::|\s[-–—])\s+(?=\S)", "label", "section label", "CORRESPONDENT: The fighters left at dawn."),
)
