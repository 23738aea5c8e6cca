"""Marks of what a page wants of its reader: links to other stories, newsletters, gifts, tips."""

from dragoman.read.mark import Mark, any_of, mark

NETWORKS = r"facebook|twitter|x|whatsapp|telegram|instagram|linkedin|youtube|tiktok|email|e-mail|reddit|messenger|print|copy link"
_TEASERS = any_of(
    r"related(?: (?:posts?|stor(?:y|ies)|articles?|news|coverage|reading|content|links?|topics?))?",
    r"read (?:more|also|next|this|too)|read|also (?:read|see|watch|in the news)|see also",
    r"more(?: on this(?: story)?)?|more from [\w ]{2,30}|more stories",
    r"watch(?: live| now)?|listen(?: now)?|in pictures|in case you missed it|up next|from the archives?",
    r"recommended(?: (?:for you|reading|stories))?|trending(?: now| stories)?|editor['’]?s['’]? (?:picks?|choice)",
    r"don['’]t miss|most (?:read|popular|viewed)|you (?:may|might) (?:also )?like",
)
_TEASERS_IN_CAPITALS = r"(?:RELATED(?: POSTS?| STORY| STORIES)?|READ (?:MORE|ALSO|NEXT)|ALSO READ|SEE ALSO|WATCH|MORE ON THIS|DON['’]T MISS)"
_LINK = "link to another story"

TEASERS: tuple[Mark, ...] = (
    mark("teaser", "sentence", rf"[(\[]?(?i:{_TEASERS})\s*[:|»>]", "rest", _LINK, "RELATED POST: Ten facts about salt"),
    mark("teaser in capitals", "sentence", rf"{_TEASERS_IN_CAPITALS}\s*[-–—]*\s+(?=\S)", "rest", _LINK, "ALSO READ Ten facts about salt"),
    mark("teaser heading", "line", rf"(?i:{_TEASERS})\s*[.…:]*$", "line", _LINK, "Editor's picks"),
)

_WORK = r"(?:our|this|independent) (?:work|journalism|reporting|newsroom|station|correspondents|media)"
_IMPERATIVES = any_of(
    r"Sign up (?:for|to|here|now|today)|Subscribe (?:to|now|here|today|for|and)|Donate (?:now|today|here|to (?:us|our))",
    rf"Follow us|Follow @?\w+ on (?i:{NETWORKS})|Join (?:our|us on|the conversation)|Download (?:our|the) app|Click here|Tap here",
    r"Become an? (?:member|subscriber|patron|supporter)|Book a demo|Buy us a coffee",
    rf"Support (?:us|{_WORK})|Support [^.\"“]{{2,40}} (?:for|from|with) (?:a |just )?(?:[$€£R]\d|donation|gift)",
    r"Help us (?:keep|stay|tell|report|grow|reach)",
    r"Help keep [^.]{2,30} (?:free|alive|afloat|independent|running)|Help (?:the )?[A-Z]\w+ stay",
    r"Send (?:us )?(?:your )?(?:tips?|news|stories|a tip)|WhatsApp (?:us|the|your)|Call our|Write to us|E-?mail us",
    r"Contact (?:us|the (?:editor|newsroom|author))|[Cc]onsider (?:a donation|donating|supporting)",
)
_QUESTIONS = any_of(
    r"(?:Like|Liked|Love|Enjoy|Enjoying|Enjoyed|Want more|Value) [^.?!\"“]{0,60}\?$",
    r"(?:Do you have|Have you got|Got|Have) an? (?:story|tip|news tip|question|comment|view)\b[^.?!]{0,60}\?$",
    r"Did you (?:like|enjoy|find)\b[^.?!]{0,60}\?$",
)
_COLONS = r"(?i:sign[ -]up|subscribe|donate|support us|support (?:our|this|independent)|donate now|how to help|give now|join us|follow us|newsletter)"
_INBOX = r"(?:by e-?mail|in your inbox|to your inbox|delivered|on your phone|on WhatsApp|on Telegram)"
_ASK = "asks the reader for something"

ASKS: tuple[Mark, ...] = (
    mark("ask with a colon", "sentence", rf"{_COLONS}\s*[:!]", "rest", _ASK, "SIGN UP: The morning letter, free"),
    mark(
        "ask",
        "sentence",
        rf"(?:Please |Why not |And |So )?(?:(?<= )(?i:{_IMPERATIVES})|{_IMPERATIVES})(?!\w)",
        "sentence",
        _ASK,
        "Subscribe to our Telegram channel!",
    ),
    mark("ask by question", "sentence", _QUESTIONS, "sentence", _ASK, "Do you have a story for us?"),
    mark(
        "ask with a link",
        "sentence",
        r"[^.\"“]{0,120}\b(?:subscribe|sign up|tap|click|register|donate) here\b",
        "sentence",
        _ASK,
        "If a friend sent you this letter, subscribe here.",
    ),
    mark(
        "ask for the inbox",
        "sentence",
        rf"Get (?:the|our|this|all|more|your|it) ?[^.\"“]{{2,80}}{_INBOX}",
        "sentence",
        _ASK,
        "Get the round-up by e-mail: tap here.",
    ),
    mark(
        "ask for support",
        "sentence",
        any_of(
            r"You can (?:support|follow|reach|help) (?:us|this|our|the (?:station|paper|newsroom))\b",
            r"For subscribers only|[A-Z][\w ]{2,40} is free to read\b",
        ),
        "sentence",
        _ASK,
        "You can support this station at any kiosk.",
    ),
)
