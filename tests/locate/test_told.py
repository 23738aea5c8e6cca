"""Days and places of whole sentences, as the parser reads them."""

from datetime import date
from functools import cache

import pytest

from dragoman.locate.mentions import find_places
from dragoman.locate.times import find_times
from dragoman.locate.when import choose_when
from dragoman.locate.where import choose_where
from dragoman.model.event import When
from dragoman.model.parsed import Parsed
from dragoman.model.text import Article, Evidence
from dragoman.parse import parse

pytestmark = pytest.mark.model

PUBLISHED = date(2024, 3, 14)  # a Thursday
Days = tuple[str, str, str | None]  # sentence, the event's word, its first day or None
Site = tuple[str, str, str, str | None]  # sentence, the event's word, the article's countries, its place or None

BYGONE: list[Days] = [
    ("Rabat asked for his extradition in the autumn of 2019.", "asked", "2019-09-01"),
    ("Oslo called for an inquiry in May 2021.", "called", "2021-05-01"),
    ("The union demanded that he resign in June 2022.", "demanded", "2022-06-01"),
    ("Lima invited the envoy to talks last year.", "invited", "2023-01-01"),
    ("The bloc urged Mali to hold a vote in 2022.", "urged", "2022-01-01"),
    ("Seoul proposed talks to its neighbour on July 3, 2020.", "proposed", "2020-07-03"),
]
WISHED: list[Days] = [
    ("Rabat invited him to a summit in November.", "invited", None),
    ("The union called on members to gather on Saturday.", "called", None),
    ("The premier urged voters to turn out on Sunday.", "urged", None),
    ("Oslo asked Lima to reply by Monday.", "asked", None),
    ("They promised to free him on Friday.", "promised", None),
]
PARTED: list[Days] = [
    ("Elders recall worse: in May 2009 herders burned the depot.", "burned", "2009-05-01"),
    ("There was a precedent: on Monday miners blocked the road.", "blocked", "2024-03-11"),
    ("It got worse; on Tuesday soldiers shot a farmer.", "shot", "2024-03-12"),
    ("Critics noted on Tuesday that police had beaten him.", "beaten", None),
]
BEGUN: list[Days] = [
    ("The strike, which began on Monday, is hurting trade.", "strike", "2024-03-11"),
    ("The strike by nurses at two hospitals, which began on Sunday, shows no sign of ending.", "strike", "2024-03-10"),
    ("The siege, which started last week, goes on.", "siege", "2024-03-04"),
    ("The drill, which began on Tuesday, involves 300 men.", "drill", "2024-03-12"),
]
COUNTED: list[Days] = [
    ("On March 5 the king spoke. Three days later police closed a paper.", "closed", "2024-03-08"),
    ("The fleets parted on Wednesday. The same day a third navy fired missiles.", "fired", "2024-03-13"),
    ("On Monday it rained. A day later troops seized the port.", "seized", "2024-03-12"),
    ("The king spoke on Sunday. The next morning guards arrested him.", "arrested", "2024-03-11"),
    ("He thanked a guest who had arrived on Monday. A day later troops seized the port.", "seized", "2024-02-02"),
]
SITES: list[Site] = [
    ("The senators called on Dakar to act.", "called", "SEN", None),
    ("The party turned on Lima.", "turned", "PER", None),
    ("Villagers blocked traffic on the Mombasa highway.", "blocked", "KEN", "Mombasa"),
    ("The party's delegate in Sofala demanded their release.", "demanded", "MOZ", None),
    ("The bishop in Oruro accused the police.", "accused", "BOL", None),
    ("The garrison in Goma opened fire.", "opened", "COD", "Goma"),
    ("Doctors in Oruro walked out.", "walked", "BOL", "Oruro"),
    ("Jets flew 40 tonnes of flour to the camps by way of Beira.", "flew", "MOZ", "Beira"),
    ("Ghana and Togo signed a pact during a visit by the premier to Kumasi.", "signed", "GHA TGO", "Kumasi"),
    ("The minister ordered 300 police to Arica.", "ordered", "CHL", "Arica"),
    ("The army rushed two battalions to Gao.", "rushed", "MLI", "Gao"),
    ("Rebels captured Goma.", "captured", "COD", "Goma"),
    ("Troops stormed Marawi at dawn.", "stormed", "PHL", "Marawi"),
    ("Benghazi was shelled overnight.", "shelled", "LBY", "Benghazi"),
    ("Guards opened fire outside the Turkish embassy.", "opened", "SWE TUR", "Turkish embassy"),
    ("Ministers condemned the raid in Goma.", "condemned", "COD", None),
    ("A day after guards shot two men off the Old Mill Road, the mayor promised help.", "promised", "CAN", None),
    ("Guards shot two men off the Old Mill Road.", "shot", "CAN", "Old Mill Road"),
    ("Families sat down on Harbour Road in Haifa.", "sat", "ISR", "Haifa"),
    ("A meeting of the two commanders, planned for Tuesday in Tampere, did not take place.", "meeting", "FIN", "Tampere"),
]


@cache
def parsed_of(text: str) -> Parsed:
    """The parse of the text."""
    return next(iter(parse([Article("t", text, published=PUBLISHED)])))


@pytest.mark.parametrize("case", [*BYGONE, *WISHED, *PARTED, *BEGUN], ids=lambda case: case[0][:40])
def test_a_sentence_tells_the_day_of_its_event(case: Days) -> None:
    """A bygone day dates even a request; a wished-for day dates none; a colon opens a sentence of its own."""
    text, word, first = case
    parsed = parsed_of(text)
    trigger = next(token for token in parsed.doc if token.text == word)
    when = choose_when(parsed, trigger, find_times(parsed))
    assert (str(when.first) if when.first else None) == first


@pytest.mark.parametrize("case", BEGUN, ids=lambda case: case[0][:40])
def test_what_has_begun_and_goes_on_ends_with_the_paper(case: Days) -> None:
    """A strike that is told in the present lasts to the publication day."""
    text, word, _ = case
    parsed = parsed_of(text)
    trigger = next(token for token in parsed.doc if token.text == word)
    assert choose_when(parsed, trigger, find_times(parsed)).last == PUBLISHED


@pytest.mark.parametrize("case", COUNTED, ids=lambda case: case[0][:40])
def test_a_count_starts_from_the_last_day_told(case: Days) -> None:
    """ "Three days later" counts from the nearest day, coded or not, but not from what lay before the story."""
    text, word, first = case
    parsed = parsed_of("On February 1 there was a vote. " + text)
    trigger = next(token for token in parsed.doc if token.text == word)
    before = When(date(2024, 2, 1), date(2024, 2, 1), "stated", Evidence("On February 1", (0, 13)))
    assert str(choose_when(parsed, trigger, find_times(parsed), previous=before).first) == first


@pytest.mark.parametrize("case", SITES, ids=lambda case: case[0][:40])
def test_a_sentence_tells_the_place_of_its_event(case: Site) -> None:
    """The place is where the deed was, not the seat of who speaks nor the city that is spoken to."""
    text, word, countries, name = case
    parsed = parsed_of(text)
    trigger = next(token for token in parsed.doc if token.text == word)
    where = choose_where(parsed, trigger, find_places(parsed, countries.split()))
    assert (where.name if where else None) == name
