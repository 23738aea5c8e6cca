"""Marks of the page around a story: bars, stamps, tags, legal notices, notes to readers, labels."""

from dragoman.read.appeals import NETWORKS
from dragoman.read.mark import DAYS, Mark, any_of, mark

_BARS = any_of(
    r"share(?: (?:on|via|this|with|to)\b[^.]{0,60})?",
    rf"(?:{NETWORKS})(?:\s*[|,/·•]?\s*(?:{NETWORKS}))+",
    r"tweet(?: this)?|\d[\d,.]*k? (?:comments?|shares?|views|likes)|comments? ?\(\d+\)|no comments|leave a (?:comment|reply)|add a comment",
    r"(?:estimated )?(?:reading time:? )?\d+[ -]min(?:ute)?s?(?: read)?|listen to this article|print(?: this)?|save|bookmark|copy link",
    r"skip to (?:main )?content|back to top",
)
_MACHINE = any_of(
    r"The post .{2,200} (?:appeared first|first appeared) on ",
    r"(?:This (?:article|story|report|piece) )?(?:was )?(?:originally|first) (?:published|appeared) (?:by|in|on|at) ",
    r"(?:Continue|Keep) reading(?: below)?[.:…]?$|(?i:(?:the )?(?:story|article) continues below)|Loading[.…]*$",
    r"(?i:advertisement|sponsored(?: content)?|promoted)\W*$",
    r"This (?:article|story|page) (?:has been|was) (?:updated|amended|corrected)|This is a (?:developing|breaking) (?:news )?story",
    r"(?:Click|Tap) to (?:share|print|email|enlarge)",
    r"(?i:sources?|agenc(?:y|ies)|with agencies)(?:\s*:\s*[^.]{2,60})?$|(?:ENDS?|End)\W*$|-30-$|[#*_=~]{3,}$",
)
_DAY_ALONE = rf"(?:{DAYS},? )?(?:{DAYS} \d{{1,2}}|\d{{1,2}} {DAYS}),? \d{{4}}(?:,? \d\d?:\d\d)?$"
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
    mark("page machinery", "line", _MACHINE, "line", "page machinery", "The post Ten facts appeared first on The Ridge Post."),
    mark(
        "day alone",
        "line",
        _DAY_ALONE,
        "line",
        "page's own date",
        "March 14, 2024",
    ),
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
