"""What an event's own words leave out is told by the scene that it goes on with, and by nothing else."""

from datetime import date
from functools import cache

import pytest

from dragoman.locate.scenes import Scenes
from dragoman.model.candidate import Candidate
from dragoman.model.event import Actor, When, Where
from dragoman.model.mention import Mention
from dragoman.model.parsed import Parsed
from dragoman.model.text import Article
from dragoman.parse import parse

pytestmark = pytest.mark.model

PUBLISHED = date(2024, 3, 14)  # a Thursday
Told = str  # "EVENT word AAA BBB": its type, the word that tells it, its sides
Case = tuple[str, tuple[Told, ...], str | None, str | None]  # text, events in order, the last one's place and first day

TUESDAY, WEDNESDAY, MONDAY = "2024-03-12", "2024-03-13", "2024-03-11"

NEXT_DEEDS: list[Case] = [
    (
        "Teachers marched in Lomé on Tuesday. Police arrested 30 of them, the union said.",
        ("PROTEST marched TGO", "COERCE arrested TGO"),
        "Lomé",
        TUESDAY,
    ),
    (
        "Teachers marched in Lomé on Tuesday. Most carried drums. Police fired tear gas, witnesses said.",
        ("PROTEST marched TGO", "ASSAULT fired TGO"),
        "Lomé",
        TUESDAY,
    ),
    (
        "Rebels shelled a market in Goma on Monday. Soldiers shot back with mortars.",
        ("ASSAULT shelled COD", "ASSAULT shot COD"),
        "Goma",
        MONDAY,
    ),
    (
        "Miners blocked a bridge in Potosí on Tuesday. The army sent 200 men.",
        ("PROTEST blocked BOL", "MOBILIZE sent BOL"),
        "Potosí",
        TUESDAY,
    ),
    (
        "Gunmen stormed a school in Minna on Monday. They seized nine pupils.",
        ("ASSAULT stormed NGA", "ASSAULT seized NGA"),
        "Minna",
        MONDAY,
    ),
    (
        "Students rallied in Dhaka on Tuesday. Officers detained two, then freed them.",
        ("PROTEST rallied BGD", "COERCE detained BGD", "RETREAT freed BGD"),
        "Dhaka",
        TUESDAY,
    ),
    (
        "A crowd gathered in Tunis on Monday. Riot police beat several men with batons.",
        ("PROTEST gathered TUN", "ASSAULT beat TUN"),
        "Tunis",
        MONDAY,
    ),
    (
        "Troops entered Bamako on Tuesday. Guards arrested the minister at home.",
        ("MOBILIZE entered MLI", "COERCE arrested MLI"),
        "Bamako",
        TUESDAY,
    ),
]
LATER_CLASHES: list[Case] = [
    (
        "Police broke up a march in Nairobi on Tuesday.\n\nTraders closed their shops.\n\nProtesters stoned a bus.",
        ("ASSAULT broke KEN", "PROTEST stoned KEN"),
        "Nairobi",
        TUESDAY,
    ),
    (
        'Police broke up a march in Nairobi on Tuesday.\n\n"They stoned us first," an officer said.',
        ("ASSAULT broke KEN", "ASSAULT stoned KEN"),
        "Nairobi",
        TUESDAY,
    ),
    (
        "Farmers clashed with police in Nantes on Monday.\n\nOfficers fired rubber bullets, a union said.",
        ("ASSAULT clashed FRA", "ASSAULT fired FRA"),
        "Nantes",
        MONDAY,
    ),
    (
        "Rebels bombed a depot in Goma on Monday.\n\nPrices rose.\n\nThe rebels also burned two lorries.",
        ("ASSAULT bombed COD", "ASSAULT burned COD"),
        "Goma",
        MONDAY,
    ),
]
AT_TABLE: list[Case] = [
    (
        "Ministers of Ghana and Togo met in Accra on Tuesday. The Ghanaian minister praised his neighbour.",
        ("CONSULT met GHA TGO", "SUPPORT praised GHA TGO"),
        "Accra",
        TUESDAY,
    ),
    (
        "Ministers of Ghana and Togo met in Accra on Tuesday. Togo promised cheaper power.",
        ("CONSULT met GHA TGO", "AGREE promised TGO"),
        "Accra",
        TUESDAY,
    ),
    (
        "Ministers of Ghana and Togo met in Accra on Tuesday. They agreed to pull troops back, a statement said.",
        ("CONSULT met GHA TGO", "CONCEDE agreed GHA TGO"),
        "Accra",
        TUESDAY,
    ),
    (
        "Ministers of Ghana and Togo met in Accra on Tuesday.\n\nThe weather was hot.\n\nTogo invited the Ghanaians for talks.",
        ("CONSULT met GHA TGO", "AGREE invited TGO GHA"),
        "Accra",
        TUESDAY,
    ),
    (
        "Chad is in turmoil.\n\nNiger and Chad held talks in Zinder on Monday.\n\nAfterwards the two signed a pact.",
        ("CONSULT held NER TCD", "!SUPPORT signed NER TCD"),
        "Zinder",
        MONDAY,
    ),
    (
        "Peru and Chile signed an accord in Tacna on Monday. The Peruvian side hailed it.",
        ("!SUPPORT signed PER CHL", "SUPPORT hailed PER CHL"),
        "Tacna",
        MONDAY,
    ),
]
RETOLD: list[Case] = [
    ("Oman and Iran have signed a gas pact. The paper was signed on Monday in Muscat.", ("!SUPPORT signed OMN IRN",), "Muscat", MONDAY),
    ("Kyiv and Moscow have swapped prisoners. The exchange took place on Tuesday in Sumy.", ("RETREAT swapped UKR RUS",), "Sumy", TUESDAY),
    ("Rebels killed a mayor. The attack happened on Monday in Goma.", ("ASSAULT killed COD",), "Goma", MONDAY),
    ("Police have freed a reporter. The man was freed on Tuesday in Harare.", ("RETREAT freed ZWE",), "Harare", TUESDAY),
]
APART: list[Case] = [
    (
        "In January 2019 police cleared a square in Oruro and arrested 21 men. Last autumn the province gave the town a school.",
        ("COERCE arrested BOL", "AID gave BOL"),
        None,
        "2023-09-01",
    ),
    ("Teachers marched in Lomé on Tuesday. France criticised the police.", ("PROTEST marched TGO", "ACCUSE criticised FRA TGO"), None, None),
    ("Teachers marched in Lomé on Tuesday. Paris has frozen its aid.", ("PROTEST marched TGO", "SANCTION frozen FRA TGO"), None, None),
    ("Teachers marched in Lomé on Tuesday. The union has called for talks.", ("PROTEST marched TGO", "REQUEST called TGO"), None, None),
    ("Ministers of Ghana and Togo met in Accra on Tuesday. Mali praised them.", ("CONSULT met GHA TGO", "SUPPORT praised MLI GHA"), None, None),
    (
        "Ministers of Ghana and Togo met in Accra on Tuesday. Togo had offered cheaper power.",
        ("CONSULT met GHA TGO", "AGREE offered TGO GHA"),
        None,
        None,
    ),
    (
        "Ministers of Ghana and Togo met in Accra on Tuesday. Togo praised Ghana in a letter.",
        ("CONSULT met GHA TGO", "SUPPORT praised TGO GHA"),
        None,
        None,
    ),
    (
        "Ministers of Ghana and Togo met in Accra on Tuesday.\n\nIn Kumasi it rained. Togo praised Ghana.",
        ("CONSULT met GHA TGO", "SUPPORT praised TGO GHA"),
        None,
        None,
    ),
    (
        "Ministers of Ghana and Togo met in Accra on Tuesday.\n\nPower is dear.\n\nTogo rejected a loan.",
        ("CONSULT met GHA TGO", "REJECT rejected TGO GHA"),
        None,
        None,
    ),
    (
        "Rebels bombed a depot in Goma on Monday.\n\nPrices rose.\n\nIn Kinshasa a court met.\n\nFood is dear.\n\nRebels burned two lorries.",
        ("ASSAULT bombed COD", "ASSAULT burned COD"),
        None,
        None,
    ),
    ("Rebels bombed a depot in Goma on Monday.\n\nGangs burned two lorries.", ("ASSAULT bombed COD", "ASSAULT burned HTI"), None, None),
    (
        "Rebels bombed a depot in Goma in 1998.\n\nThe rebels burned two lorries.",
        ("ASSAULT bombed COD", "ASSAULT burned COD"),
        None,
        None,
    ),
    (
        "Ghana and Togo met in Accra on Tuesday. On Monday the two spoke by telephone.",
        ("CONSULT met GHA TGO", "CONSULT spoke GHA TGO"),
        None,
        MONDAY,
    ),
]


@cache
def parsed_of(text: str) -> Parsed:
    """The parse of the text, published on a Thursday."""
    return next(iter(parse([Article("t", text, published=PUBLISHED)])))


def candidate_of(parsed: Parsed, told: Told) -> Candidate:
    """The candidate of "EVENT word AAA BBB"; a leading "!" makes it reciprocal."""
    event, word, *sides = told.split()
    token = next(token for token in parsed.doc if token.text == word)
    actors = [Mention(token.i, token.i, token.i + 1, (Actor(side, side, ("GOV",)),)) for side in sides]
    return Candidate(event.removeprefix("!"), None, token, token, "test", 1.0, reciprocal=event.startswith("!"), actor=actors)


def last_told(text: str, events: tuple[Told, ...]) -> tuple[When, Where | None]:
    """When and where the last of the events was."""
    parsed = parsed_of(text)
    scenes = Scenes(parsed, [events[0].split()[2]])
    return [scenes.tell(candidate_of(parsed, told)) for told in events][-1]


@pytest.mark.parametrize("case", [*NEXT_DEEDS, *LATER_CLASHES, *AT_TABLE, *RETOLD, *APART], ids=lambda case: case[0][-40:])
def test_an_event_takes_the_place_and_day_of_its_scene(case: Case) -> None:
    """A deed goes on where the deed before was, a promise at the table where it was made; other events stay without."""
    text, events, place, first = case
    when, where = last_told(text, events)
    assert (where.name if where else None, str(when.first) if when.first else None) == (place, first)


def test_the_rule_that_joins_is_told() -> None:
    """A record says by which rule its place was taken from another sentence."""
    text, events, _, _ = NEXT_DEEDS[0]
    parsed = parsed_of(text)
    scenes, last = Scenes(parsed, ["TGO"]), candidate_of(parsed, events[1])
    scenes.tell(candidate_of(parsed, events[0]))
    scenes.tell(last)
    assert [reason.name for reason in last.reasons if reason.stage == "scene"] == ["next deed"]


def test_a_borrowed_place_quotes_the_sentence_it_was_told_in() -> None:
    """The words of an inherited place stand at their offsets in the article."""
    text, events, _, _ = NEXT_DEEDS[0]
    _, where = last_told(text, events)
    assert where is not None
    assert text[where.span[0] : where.span[1]] == where.text
