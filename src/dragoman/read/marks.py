"""The marks of what is printed with a story and is not part of it: one table, a row for each kind.

A mark is tried where a line starts (`at="line"`) or where any sentence starts (`at="sentence"`). Its
`reach` says how much goes: the whole `line`, the `rest` of the line, the one `sentence`, or only the
matched `label`. Every row carries an example, and the examples are tests. What a mark must never do
is take a sentence of the story: a keyword needs its colon, its capitals or its place on the page.
"""

import re
from dataclasses import dataclass
from typing import Literal

Reach = Literal["line", "rest", "sentence", "label"]


@dataclass(frozen=True)
class Mark:
    """One kind of page matter: its name, where it may start, how much goes, and the stated reason."""

    name: str
    pattern: re.Pattern[str]
    reason: str
    reach: Reach
    at: Literal["line", "sentence"]
    example: str


def _mark(name: str, pattern: str, reason: str, reach: Reach, at: Literal["line", "sentence"], example: str) -> Mark:
    return Mark(name, re.compile(_BULLET + pattern), reason, reach, at, example)


_BULLET = r"(?:[>»•*►▶→|\-–—]+\s*)?"  # ">> Also read: ...", "— Like local news?"
_TEASERS = (
    r"related(?: (?:posts?|stor(?:y|ies)|articles?|news|coverage|reading|content|links?|topics?))?|read (?:more|also|next|this|too)"
    r"|also (?:read|see|watch|in the news)|see also|more on this(?: story)?|more from [\w ]{2,30}|more stories|read|watch(?: live| now)?"
    r"|listen(?: now)?|in pictures|in case you missed it|recommended(?: (?:for you|reading|stories))?|trending(?: now| stories)?"
    r"|editor['’]?s['’]? (?:picks?|choice)|don['’]t miss|most (?:read|popular|viewed)|you (?:may|might) (?:also )?like|up next|from the archives?"
)
_PICTURE = (
    r"(?:file |lead |cover |main |top |stock |handout |archive )?(?:photo|image|picture|photograph|video|graphic|illustration|cartoon)s?"
    r"(?: (?:credits?|caption|courtesy))?|pictured|(?:photo ?)?captions?|credits?"
)
_AGENCIES = r"AFP|AP|Reuters|REUTERS|EPA|EPA-EFE|Getty(?: Images)?|Xinhua|TASS|Anadolu|Shutterstock|iStock|ANI|PTI|dpa|Bloomberg"
_DESKS = r"desk|correspondents?|reporters?|staff(?: writers?)?|bureau(?:s|x)?|newsroom|team|writers?"
_NAME = r"[A-ZÀ-Ý][\w.’'\-]*"
_NETWORKS = r"facebook|twitter|x|whatsapp|telegram|instagram|linkedin|youtube|tiktok|email|e-mail|reddit|messenger|print|copy link"
_LABELS = (
    r"PRESENTER|HOST|ANCHOR|CORRESPONDENT|REPORTER|INTERVIEWER|NARRATOR|MODERATOR|BREAKING(?: NEWS)?|JUST IN|EXCLUSIVE|UPDATED?|DEVELOPING"
    r"|LIVE|ANALYSIS|EXPLAINER|FEATURE|OPINION|URGENT|FLASH|SUMMARY|LATEST|WRAP(?:UP)?|FACTBOX|Q|A"
)

MARKS: tuple[Mark, ...] = (
    # Teasers: links to other stories.
    _mark("teaser", rf"(?i:{_TEASERS})\s*[:|»>]", "link to another story", "rest", "sentence", "RELATED POST: Ten facts about salt"),
    _mark("teaser in capitals", r"(?:RELATED(?: POSTS?| STORY| STORIES)?|READ (?:MORE|ALSO|NEXT)|ALSO READ|SEE ALSO|WATCH|MORE ON THIS|DON['’]T MISS)\s*[-–—]*\s+(?=\S)",
          "link to another story", "rest", "sentence", "ALSO READ Ten facts about salt"),
    _mark("teaser heading", rf"(?i:{_TEASERS}|advertisement|sponsored|promoted)\s*[.…:]*$", "link to another story", "line", "line", "Editor's picks"),
    # Pictures: captions and credits.
    _mark("caption", rf"[(\[]?\s*(?i:{_PICTURE})\s*[:©|]", "caption or picture credit", "rest", "sentence", "(Caption: A bridge at dusk. Photo: R. Vale)"),
    _mark("picture by", r"[(\[]?(?i:photos?|pictures?|images?|video|photography) (?i:by|courtesy of|via|from) (?=[A-Z])[^.]*[.)\]]*$",
          "caption or picture credit", "rest", "sentence", "Photo by Nadia Orlu / Handout"),
    _mark("agency credit", rf"[(\[]?[^.]{{0,60}}(?:\b(?:AP Photo|REUTERS|EPA)/|/\s?(?:{_AGENCIES})\b|\bGetty Images\b|\bvia (?:AP|Reuters|REUTERS|AFP)\b)[^.]{{0,40}}[.)\]]*$",
          "caption or picture credit", "line", "sentence", "Smoke rises over the port. [Nadia Orlu/AFP]"),
    _mark("file picture", r"[^.]{0,200}\b(?:in|on) (?:this|an?) (?:file|undated|handout|archive|aerial|screen|satellite)[ -](?:photo|picture|image|grab|photograph)",
          "caption or picture credit", "line", "line", "The minister arrives for talks in this file photo."),
    # Asks: newsletters, gifts, applications, tips.
    _mark("ask", r"(?i:sign[ -]up|subscribe|donate|support us|support (?:our|this|independent)|donate now|how to help|give now|join us|follow us|newsletter)\s*[:!]",
          "asks the reader for something", "rest", "sentence", "SIGN UP: The morning letter, free"),
    _mark("ask", r"(?:Sign up (?:for|to|here|now|today)|Subscribe (?:to|now|here|today|for|and)|Follow us|Follow @?\w+ on (?i:"
          + _NETWORKS + r")|Join (?:our|us on|the conversation)|Download (?:our|the) app|Click here|Tap here|Donate (?:now|today|here|to (?:us|our))"
          r"|Become an? (?:member|subscriber|patron|supporter)|Support (?:us|(?:our|this|independent) (?:work|journalism|reporting|newsroom|station|correspondents|media))"
          r"|Support [^.\"“]{2,40} (?:for|from|with) (?:a |just )?(?:[$€£R]|donation|gift)|Help (?:us (?:keep|stay|tell|report|grow|reach)|keep [^.]{2,30} (?:free|alive|afloat|independent|running)|(?:the )?[A-Z]\w+ stay)"
          r"|Send (?:us )?(?:your )?(?:tips?|news|stories|a tip)|WhatsApp (?:us|the|your)|Call our|Write to us|Contact (?:us|the (?:editor|newsroom|author))|Book a demo|Buy us a coffee)\b",
          "asks the reader for something", "sentence", "sentence", "Subscribe to our Telegram channel!"),
    _mark("ask by question", r"(?:Like|Liked|Love|Enjoy|Enjoying|Enjoyed|Want more|Value) [^.?!\"“]{0,60}\?$|(?:Do you have|Have you got|Got|Have) an? (?:story|tip|news tip|question|comment|view)\b[^.?!]{0,60}\?$"
          r"|(?:Did you (?:like|enjoy|find))\b[^.?!]{0,60}\?$", "asks the reader for something", "sentence", "sentence", "Do you have a story for us?"),
    _mark("ask with a link", r"[^.\"“]{0,120}\b(?:subscribe|sign up|tap|click|register|donate) here\b", "asks the reader for something", "sentence", "sentence",
          "If a friend sent you this letter, subscribe here."),
    _mark("ask for the inbox", r"Get [^.\"“]{2,80}(?:by e-?mail|in your inbox|to your inbox|delivered|on your phone|on WhatsApp|on Telegram)", "asks the reader for something", "sentence",
          "sentence", "Get the round-up by e-mail: tap here."),
    _mark("ask for support", r"You can (?:support|follow|reach|help) (?:us|this|our|the (?:station|paper|newsroom))\b|For subscribers only|[A-Z][\w ]{2,40} is free to read\b",
          "asks the reader for something", "sentence", "sentence", "You can support this station at any kiosk."),
    # Who wrote it.
    _mark("desk byline", rf"(?:(?:By|From|By a|By the)\s+)?(?i:our) (?i:(?:own |special |[\w’'\-]+ ){{0,3}}(?:{_DESKS}))(?: in [^.]{{2,60}})?\s*(?:[|,][^.]*)?$", "byline", "line", "line", "By our labour desk"),
    _mark("byline", rf"(?i:by|words by|text by|analysis by|story by|report by|opinion by) (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|September|October|November|December)"
          rf"{_NAME}(?:(?:,| and| &| de| van| von| der| al| bin| ibn| ben| el| da| dos| la|) {_NAME}){{1,8}}(?:,? (?:in|for|of|at) [^.|]{{2,40}})?\s*(?:[|•/,–—-].{{0,80}})?$", "byline", "line", "line",
          "By Achol Deng | River FM, Juba"),
    _mark("byline in capitals", r"BY [A-Z .,'’\-&|]{4,80}$", "byline", "line", "line", "BY ACHOL DENG"),
    _mark("staff credit", r"\(?(?i:(?:additional |further )?(?:reporting|writing|editing)|compiled|translated|edited|translation|filed) (?i:by|from)(?=:? +[A-Z]|:? our| +staff)", "credits the writers", "rest", "sentence",
          "(Reporting by Ana Ruiz; Editing by P. Ibarra)"),
    _mark("agency input", r"\((?i:with (?:inputs?|additional reporting|files|reporting|material|agencies|agency)|agencies\)|source:)", "credits the writers", "rest", "sentence", "(With inputs from agencies)"),
    # The page around it.
    _mark("share bar", rf"(?i:share(?: (?:on|via|this|with|to)\b[^.]{{0,60}})?|(?:{_NETWORKS})(?:\s*[|,/·•]?\s*(?:{_NETWORKS}))+|tweet(?: this)?|\d[\d,.]*k? (?:comments?|shares?|views|likes)|comments? ?\(\d+\)|no comments|leave a (?:comment|reply)"
          r"|add a comment|(?:estimated )?(?:reading time:? )?\d+[ -]min(?:ute)?s?(?: read)?|listen to this article|print(?: this)?|save|bookmark|copy link|skip to (?:main )?content|back to top)[.…]?$",
          "share bar or counter", "line", "line", "Share on Facebook | Twitter | WhatsApp"),
    _mark("page stamp", r"(?i:(?:last |first )?(?:updated|published|posted|modified)(?: (?:on|at))?[ :])(?=.{0,60}\d)[^.]{0,70}$", "page's own date", "line", "line", "Last updated: 12 March 2024, 10:30"),
    _mark("tag list", r"(?i:tags?|topics?|keywords?|filed under|categor(?:y|ies)|hashtags?)\s*:", "tag list", "line", "line", "Tags: copper, strikes, Lima"),
    _mark("hashtags", r"#\w+(?:[\s,]+#\w+)+$", "tag list", "line", "line", "#copper #strikes"),
    _mark("legal", r"(?:©|\(c\) ?\d{4}|Copyright\s*(?:©|\(c\)|\d{4}|by\b)|(?i:all rights reserved|terms (?:of|and) (?:use|service|conditions)\b|privacy policy\b|cookie policy\b)|This (?:material|article|content) may not be|Not for (?:re)?distribution)",
          "legal notice", "rest", "sentence", "© 2024 The Harbour Post. All rights reserved."),
    _mark("views", r"(?i:the )?(?i:views|opinions)(?: expressed)?(?: here(?:in)?| in this [\w ]{3,30})? (?:are|do not|belong)\b[^.\"“]{0,80}\b(?:own|reflect|represent|alone|author)", "disclaimer", "sentence", "sentence", "Views are the authors' own."),
    _mark("press contact", r"(?i:(?:for )?(?:media|press) (?:enquiries|inquiries|contacts?)|for (?:more|further) information)\s*[:,]", "press contact", "rest", "sentence", "For media enquiries: press office, ext. 10."),
    _mark("notice", r"(?i:notices?|corrections?|clarifications?|editor['’]s note|editorial note|note to (?:editors|readers)|disclaimer|erratum|trigger warning)\s*[:—–-]", "notice to readers", "rest", "sentence",
          "Correction: last week's photograph showed another ship."),
    _mark("section label", rf"(?:{_LABELS})\s*(?::|\s[-–—])\s+(?=\S)", "section label", "label", "line", "CORRESPONDENT: The fighters left at dawn."),
)
