"""What is printed with a story is marked with its reason; the story itself is never touched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.text import Article
from dragoman.read.clean import clean_article
from dragoman.read.mark import Mark
from dragoman.read.marks import MARKS
from dragoman.read.matter import TEASER_LENGTH

LEAD = "The minister met his guest in the capital on Monday."


def cleaned(text: str, title: str | None = None, publisher: str | None = None) -> list[tuple[str, str]]:
    """Every cut's reason and words."""
    article = clean_article(Article("t", text, title=title, publisher=publisher))
    return [(cut.reason, text[cut.start : cut.end]) for cut in article.cuts]


def story(text: str, title: str | None = None) -> list[str]:
    """The stretches that are left to read."""
    article = clean_article(Article("t", text, title=title))
    return [text[span.start : span.end] for span in article.paragraphs()]


@pytest.mark.parametrize("mark", MARKS, ids=lambda mark: mark.name)
def test_every_mark_cuts_its_example(mark: Mark) -> None:
    """Each row of the table does on a page what its example shows."""
    found = cleaned(f"{LEAD}\n\n{mark.example}\n\nTalks go on.")
    assert found
    assert found[0][0] == mark.reason
    if mark.reach != "label":
        assert "".join(words for _, words in found).replace(" ", "") == mark.example.replace(" ", "")


@pytest.mark.parametrize(
    "sentence",
    [
        "Related parties were told to leave the hall.",
        "The two are related: both signed the letter.",
        "Watch committees were set up in the villages.",
        "Read more widely, the treaty forbids the base.",
        "By Monday the army had taken the bridge",
        "By President Tokayev and the guests was laid a wreath.",
        "Share prices fell after the ban was announced.",
        "Support our troops, the speaker told the crowd in the square.",
        '"Follow us to the border," the commander told his men.',
        "Photographs of the camp were shown to the court.",
        "Subscribers to the fund demanded their money back.",
        "Copyright law was changed by the parliament on Friday.",
        "Corrections officers went on strike at four prisons.",
        "Editing of the draft treaty was finished on Friday.",
        "Donate blood, the health minister urged the citizens.",
        "UNICEF — the children's agency — sent tents.",
        "NATO — Europe's shield — said it would send troops.",
        "Image problems forced the minister to resign.",
        "Topics of the talks were gas and visas.",
        "Updated maps of 2024 were handed to the envoys by the two ministries.",
        "Joining the strike, nurses marched to the ministry.",
        "Credit was given by the bank to the army.",
        "Get out by email or by force, the governor told the rebels.",
        "Brent crude slipped below $78 a barrel.",
    ],
)
def test_sentences_of_the_story_stay(sentence: str) -> None:
    """A keyword inside a sentence is no mark."""
    assert story(f"{LEAD}\n\n{sentence}\n\nTalks go on.") == [LEAD, sentence, "Talks go on."]
    assert story(f"{sentence}\n\n{LEAD}")[0] == sentence


@pytest.mark.parametrize(
    ("head", "place"),
    [
        ("NIAMEY/ABUJA — ", "NIAMEY/ABUJA"),
        ("JAMMU/ISLAMABAD, Nov 19 (Deccan Courier) - ", "JAMMU/ISLAMABAD"),
        ("BISHKEK, November 20. /Kabar/. ", "BISHKEK"),
        ("ASTANA. April 16. KAZINFORM - ", "ASTANA"),
        ("SEOUL, March 4 (Reuters) - ", "SEOUL"),
        ("(CNN) -- ", None),
        ("London (CNN) -- ", "London"),
        ("Yerevan, April 21 (Caucasus Ledger) - ", "Yerevan"),
        ("MANDERA, Kenya, June 18 - ", "MANDERA"),
        ("SMITHERS, B.C. — ", "SMITHERS"),
        ("DUSHANBE, 11.06.2022 /Khovar/. ", "DUSHANBE"),
        ("(Nairobi, November 16, 2023) – ", "Nairobi"),
        ("BEIJING, Aug. 3 (Xinhua) -- ", "BEIJING"),
        ("Douala — ", "Douala"),
        ("ISLAMABAD: ", "ISLAMABAD"),
        ("Wednesday, August 21, 2024 (HC) – ", None),
        ("Port-au-Prince, 4 May 2024 (AlterPresse) — ", "Port-au-Prince"),
        ("SÃO PAULO (AP) — ", "SÃO PAULO"),
    ],
)
def test_datelines_are_cut_and_kept(head: str, place: str | None) -> None:
    """The place words of a dateline are the article's, and the story starts after them."""
    article = clean_article(Article("t", head + LEAD))
    assert article.dateline == place
    assert story(head + LEAD) == [LEAD]


def test_a_dateline_line_of_its_own_is_the_dateline() -> None:
    """Some agencies set the dateline above the lead."""
    assert clean_article(Article("t", f"Cholpon-Ata, September 9, AZERTAC\n\n{LEAD}")).dateline == "Cholpon-Ata"


def test_later_datelines_are_cut_but_not_the_articles() -> None:
    """A round-up changes its place from paragraph to paragraph; the article's is the lead's."""
    text = f"{LEAD}\n\nTEHRAN, May 3 (Wire) - Talks go on.\n\nTALKS - Two envoys met."
    assert [reason for reason, _ in cleaned(text)] == ["dateline", "section label"]
    assert clean_article(Article("t", text)).dateline is None


@pytest.mark.parametrize(
    ("stutter", "title"),
    [
        ("Bishkek summit Central Asia 2024: ", "Leaders meet"),
        ("Rice price latest: ", "Ministers quarrel over grain"),
        ("Minister meets guest: ", "Minister meets guest in capital"),
        ("Minister meets guest in capital: ", "Minister meets guest in capital"),
        ("Lima court ruling Lima court ruling: ", None),
    ],
)
def test_stutters_before_the_lead_are_cut(stutter: str, title: str | None) -> None:
    """A search keyword or the headline again is not the lead's first words."""
    expected = [LEAD] if title or "2024" in stutter else [f"Lima court ruling: {LEAD}"]
    assert story(f"{stutter}{LEAD} Talks go on.", title) == [f"{expected[0]} Talks go on."]


def test_a_stutter_and_a_dateline_may_stand_in_either_order() -> None:
    """Both go, whichever comes first."""
    assert story(f"Douala vote 2025 latest: DOUALA — {LEAD}") == [LEAD]
    assert story(f"DOUALA — Douala vote 2025 latest: {LEAD}") == [LEAD]


@pytest.mark.parametrize("lead", ["The minister said: The talks are over.", "Two marches, two crackdowns: that was the week in Beira."])
def test_a_colon_alone_makes_no_stutter(lead: str) -> None:
    """A sentence before a colon is the story's."""
    assert story(lead, "The week in Beira") == [lead]


def test_the_headline_above_the_lead_is_cut() -> None:
    """A first line that only repeats the title, or nearly so, is no paragraph."""
    text = f"Doctors' strike: no deal yet as union boss spends fourth night in custody\n\n{LEAD}"
    assert story(text, "Doctors' strike: No deal yet as union boss spends fourth night with police") == [LEAD]


def test_the_second_copy_of_a_paragraph_is_cut() -> None:
    """A paragraph printed twice is read once."""
    assert cleaned(f"{LEAD}\n\nTalks go on.\n\n{LEAD}") == [("repeated", LEAD)]


def test_a_teaser_at_a_paragraphs_end_leaves_the_paragraph() -> None:
    """What stands before the mark in the same paragraph is the story."""
    assert story(f"{LEAD} RELATED POST: Ten facts about salt") == [LEAD]


def test_a_teaser_run_into_the_story_takes_its_own_sentence() -> None:
    """Where line breaks were lost, the story after a teaser is kept."""
    rest = "The guest left on Tuesday. " * (TEASER_LENGTH // 20)
    assert story(f"READ MORE: Ten facts about salt. {rest}") == [rest.strip()]


def test_links_under_a_heading_go_with_it() -> None:
    """A list under "Trending" is a list of links, up to the next sentence."""
    assert story(f"{LEAD}\n\nTrending\nTen facts about salt\nWhy cats sleep\n\nTalks go on.") == [LEAD, "Talks go on."]


def test_the_publishers_name_alone_is_cut() -> None:
    """A line that is the publisher's name says nothing."""
    assert ("publisher's name", "River FM") in cleaned(f"{LEAD}\n\nRiver FM", publisher="River FM")


def test_front_matter_is_cut() -> None:
    """Keys and values above a Markdown text are not read."""
    assert story(f"---\ntitle: A day\n---\n\n{LEAD}") == [LEAD]


PIECES = st.sampled_from(
    [*(mark.example for mark in MARKS), LEAD, "DOUALA — ", "\n", "\n\n", " ", "Rice news 2024: ", "---\n", "(", "é", "\r\n", "\x0c", "Related"]
)


@given(st.lists(PIECES | st.text(max_size=12), max_size=14).map("".join), st.none() | st.just(LEAD))
def test_cuts_lie_in_order_in_the_text_and_cleaning_again_changes_nothing(text: str, title: str | None) -> None:
    """Whatever the text, cuts are within it, apart, and the same the second time."""
    article = clean_article(Article("t", text, title=title))
    ends = [0]
    for cut in article.cuts:
        assert ends[-1] <= cut.start < cut.end <= len(text)
        ends.append(cut.end)
    assert article.text == text
    assert clean_article(article) == article
