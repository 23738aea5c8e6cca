"""The ledger's tables, column by column: what the file holds and what the documentation says of it."""

from dataclasses import dataclass

VERSION = 1


@dataclass(frozen=True)
class Column:
    """A column: its name, DuckDB type, and what it says."""

    name: str
    type: str
    says: str


@dataclass(frozen=True)
class Table:
    """A table: what one row is, and its columns in order."""

    name: str
    row: str
    columns: tuple[Column, ...]

    def create_sql(self) -> str:
        """The statement that makes the table."""
        return f"CREATE TABLE {self.name} ({', '.join(f'{column.name} {column.type}' for column in self.columns)})"


def _table(name: str, row: str, columns: str) -> Table:
    """The table of a text with a column a line: name, type, and after a colon what it says."""
    lines = (line.strip() for line in columns.strip().splitlines())
    parts = (line.partition(" : ") for line in lines)
    heads = ((*head.partition(" "), says) for head, _, says in parts)
    return Table(name, row, tuple(Column(column, kind, says) for column, _, kind, says in heads))


RUNS = _table(
    "runs",
    "one set of versions that coded articles",
    """
    run_no INTEGER : the run's number
    began TIMESTAMP : when it was first used, UTC
    version VARCHAR : the program
    codebook VARCHAR : version and digest of the codebook
    model VARCHAR : parser and classifier, with their digests; the format for events coded elsewhere
    settings VARCHAR : the settings that can change a record, as JSON
    """,
)
ARTICLES = _table(
    "articles",
    "one text of one article; a changed text is a new row",
    """
    article_no INTEGER : the row's number
    id VARCHAR : the article's id
    digest VARCHAR : of text, title, day and publisher: the same article again adds nothing
    text VARCHAR : as it was read; spans count its characters from 0
    title VARCHAR : the headline
    published DATE : the day that relative dates are counted from
    publisher VARCHAR : the outlet
    publisher_country VARCHAR : the outlet's country, alpha-3, when the tables know the outlet
    ownership VARCHAR : state, party, public or private, when the tables know the outlet
    dateline VARCHAR : where it was written from
    place VARCHAR : the file and line it was read from
    cuts STRUCT("start" INTEGER, "end" INTEGER, reason VARCHAR)[] : what was not read as the story
    group_no INTEGER : the least article_no of the texts that it reprints or that reprint it
    added TIMESTAMP : when it came into the ledger, UTC
    """,
)
SHINGLES = _table(
    "shingles",
    "one band of an article's MinHash; articles that share one may be reprints",
    """
    band UBIGINT : hash of the band
    article_no INTEGER : the article
    """,
)
CODINGS = _table(
    "codings",
    "one article coded by one run",
    """
    coding_no INTEGER : the coding's number
    article_no INTEGER : the article
    run_no INTEGER : the run
    coded TIMESTAMP : when, UTC
    superseded TIMESTAMP : when a later coding of the article took its place; empty while it is in force
    """,
)
EVENTS = _table(
    "events",
    "one happening as one coding of one article tells it",
    """
    event_no BIGINT : the event's number, over all codings
    coding_no INTEGER : the coding it belongs to
    id VARCHAR : the event's id: article, stroke, number in the article
    event VARCHAR : the type
    mode VARCHAR[] : how it was done
    context VARCHAR[] : in which settings
    status VARCHAR : actual, future, hypothetical, negated or historical
    reciprocal BOOLEAN : all parties are actors
    date DATE : first possible day
    enddate DATE : last possible day
    date_basis VARCHAR : stated in the text, or published: only the publication day is known
    date_start INTEGER : span of the words that tell the day
    date_end INTEGER : its end, exclusive
    place VARCHAR : name of the place
    place_country VARCHAR : its country, alpha-3
    admin1 VARCHAR : its region
    lat DOUBLE : degrees north
    lon DOUBLE : degrees east
    geonameid BIGINT : its number in GeoNames
    resolution TINYINT : 5 below city, 4 city, 3 district, 2 province, 1 country
    place_start INTEGER : span of the words that name the place
    place_end INTEGER : its end, exclusive
    words_start INTEGER : span of the words that say what was done
    words_end INTEGER : its end, exclusive
    quad_code VARCHAR : VC, MC, VX or MX: verbal or material, cooperation or conflict
    event_scale DOUBLE : from -10 to 10
    confidence DOUBLE : how likely the record is right, 0 to 1
    dead INTEGER[] : lowest and highest count told
    injured INTEGER[] : lowest and highest count told
    arrested INTEGER[] : lowest and highest count told
    reasons STRUCT(stage VARCHAR, name VARCHAR, score DOUBLE)[] : the rules and models that made it
    """,
)
PARTIES = _table(
    "parties",
    "one side's member in one event",
    """
    event_no BIGINT : the event
    side VARCHAR : actor or recipient
    ordinal TINYINT : its place within the side, from 0
    code VARCHAR : the country, else the name: what relations are counted by
    name VARCHAR : who it is
    country VARCHAR : alpha-3
    sector VARCHAR[] : primary first
    id VARCHAR : in the tables of actors
    span_start INTEGER : span of the words that name it there
    span_end INTEGER : its end, exclusive
    """,
)
SPEAKERS = _table(
    "speakers",
    "one link of the chain of those who say so, outermost first",
    """
    event_no BIGINT : the event
    ordinal TINYINT : its place in the chain, from 0
    name VARCHAR : who it is
    country VARCHAR : alpha-3
    sector VARCHAR[] : primary first
    party BOOLEAN : it is, or works for, a side of the event
    span_start INTEGER : span of the words that name it there
    span_end INTEGER : its end, exclusive
    """,
)
EVIDENCE = _table(
    "evidence",
    "one passage that an event rests on, the best first",
    """
    event_no BIGINT : the event
    ordinal TINYINT : its place, from 0
    span_start INTEGER : span of the passage
    span_end INTEGER : its end, exclusive
    """,
)
KEYS = _table(
    "incident_keys",
    "one key of an event in force; only events whose keys meet can be one happening",
    """
    key UBIGINT : hash of the key
    seeks BOOLEAN : it meets only keys that do not seek
    event_no BIGINT : the event
    """,
)
LINKS = _table(
    "links",
    "two reports of one happening",
    """
    one BIGINT : event_no of the one
    other BIGINT : event_no of the other
    score DOUBLE : 0 to 1
    reason VARCHAR : joined because
    """,
)
INCIDENTS = _table(
    "incidents",
    "one happening, however many articles report it",
    """
    incident_no BIGINT : event_no of the report that names it
    event VARCHAR : the type
    mode VARCHAR[] : how it was done
    context VARCHAR[] : in which settings
    status VARCHAR : actual, future, hypothetical, negated or historical
    reciprocal BOOLEAN : all sides are actors
    date DATE : first possible day
    enddate DATE : last possible day
    day DATE : the day it is counted on: the last possible day, the first publication where none is told
    place VARCHAR : name of the place
    place_country VARCHAR : its country, alpha-3
    lat DOUBLE : degrees north
    lon DOUBLE : degrees east
    quad_code VARCHAR : VC, MC, VX or MX
    event_scale DOUBLE : from -10 to 10
    confidence DOUBLE : of its best report
    reports INTEGER : how many events of how many articles tell it
    corroboration INTEGER : independent publishers: reprints are one, media of a side are not counted
    state_reports INTEGER : reports from media owned by a state
    first_seen DATE : first publication
    last_seen DATE : last publication
    """,
)
SIDES = _table(
    "incident_sides",
    "one member of one side of an incident",
    """
    incident_no BIGINT : the incident
    side VARCHAR : actor or recipient
    code VARCHAR : the country, else the name
    """,
)
MEMBERS = _table(
    "incident_members",
    "one report of an incident",
    """
    event_no BIGINT : the event
    incident_no BIGINT : the incident it belongs to
    cluster_no BIGINT : the reports among which incidents are made: what a new report can change
    """,
)
CORRECTIONS = _table(
    "corrections",
    "one judgement by hand over what is one happening",
    """
    correction_no INTEGER : the correction's number
    made TIMESTAMP : when, UTC
    made_by VARCHAR : by whom
    kind VARCHAR : join two reports, or part one from the others
    event_no BIGINT : the report
    other_no BIGINT : the report that it is joined with
    note VARCHAR : why
    withdrawn TIMESTAMP : when it was taken back, UTC
    """,
)
FAILURES = _table(
    "failures",
    "one article that could not be read or coded",
    """
    run_no INTEGER : the run
    article VARCHAR : its id
    place VARCHAR : where it stood
    reason VARCHAR : why, and the fix
    failed TIMESTAMP : when, UTC
    """,
)
META = _table("ledger", "the file itself", "schema_version INTEGER : what the tables look like")

TABLES = (
    META, RUNS, ARTICLES, SHINGLES, CODINGS, EVENTS, PARTIES, SPEAKERS, EVIDENCE,
    KEYS, LINKS, MEMBERS, INCIDENTS, SIDES, CORRECTIONS, FAILURES,
)  # fmt: skip
