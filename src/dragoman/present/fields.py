"""What each field of the exchange record means, and which columns of the flat tables hold it."""

from msgspec import Struct

from dragoman.model.event import Event, Party, Size, Speaker, Where
from dragoman.model.text import Evidence
from dragoman.model.trace import Reason, Run

MEANING: dict[type[Struct], dict[str, str]] = {
    Event: {
        "id": "the record: the article's id, a slash, its number in the article",
        "article": "the article's id: as given in the input, else the file's stem and line",
        "event": "the type, as in the codebook",
        "mode": "ways of doing what the type says; their score replaces the type's",
        "context": "settings that the words around show",
        "status": "`actual`, `future`, `hypothetical`, `negated` or `historical`",
        "reciprocal": "true where all parties act on each other; they are all in `actor`",
        "actor": "who did it",
        "recipient": "to whom; empty where nobody is told or the event is reciprocal",
        "date": "first possible day, null where nothing bounds it",
        "enddate": "last possible day, null where nothing bounds it",
        "date_basis": "`stated` where the text tells the day, `published` where it is counted from the paper's",
        "date_text": "the words that tell the day",
        "event_loc": "where it happened",
        "event_text": "the words that say what was done",
        "evidence": "the sentences it rests on, the best first",
        "said_by": "who says so, outermost first; empty for the article's own voice",
        "size": "how many died, were injured, were arrested",
        "quad_code": "`VC`, `MC`, `VX` or `MX`: verbal or material, cooperation or conflict",
        "event_scale": "from -10, most conflict, to 10, most cooperation",
        "confidence": "how far the rules trust the record, 0 to 1; not a probability",
        "reasons": "every rule that had a part in it",
        "run": "the versions that made it",
    },
    Party: {
        "text": "the words that name the party there",
        "span": "where they stand: `text[start:end]` of the stored article",
        "name": "the actor's name",
        "country": "ISO 3166-1 alpha-3, null for who has none",
        "sector": "sectors, the primary one first",
        "id": "the row of the table that knows the actor, null where the text alone describes it",
    },
    Speaker: {
        "text": "the words that name the speaker",
        "span": "where they stand",
        "name": "the speaker's name",
        "country": "ISO 3166-1 alpha-3, null for who has none",
        "sector": "sectors, the primary one first",
        "party": "true where the speaker is, or works for, a side of the event",
    },
    Evidence: {"text": "words of the article, as they stand", "span": "first character, and the one after the last"},
    Where: {
        "text": "the words that name the place",
        "span": "where they stand",
        "name": "the place's name",
        "country": "ISO 3166-1 alpha-3",
        "admin1": "the province",
        "lat": "degrees north",
        "lon": "degrees east",
        "geonameid": "the place's number at GeoNames",
        "resolution": "5 below city, 4 city, 3 district, 2 province, 1 country",
    },
    Size: {
        "dead": "lowest and highest number of dead told",
        "injured": "lowest and highest number of injured told",
        "arrested": "lowest and highest number of arrested told",
    },
    Reason: {"stage": "the stage that voted", "name": "the rule or frame", "score": "its weight"},
    Run: {
        "version": "of dragoman",
        "codebook": "version and digest of the codebook",
        "model": "name and version of the parser",
    },
}
