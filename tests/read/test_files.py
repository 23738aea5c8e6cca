"""Whatever people have is read, and what cannot be read says why while the rest goes on."""

import gzip
import io
import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from dragoman.errors import InputError
from dragoman.model.text import Article
from dragoman.model.trace import Failure
from dragoman.read.files import read_articles
from dragoman.read.limits import LINE_BYTES

LEAD = "The minister said that he had met his guest in the capital on Monday, and that the two had agreed to meet again."
GOOD = json.dumps({"id": "good", "text": LEAD})
FRENCH = (
    "Le ministre des affaires étrangères a rencontré lundi son homologue dans la capitale, où les deux hommes ont signé un accord sur la pêche. "
    "Ils ont aussi parlé de la situation dans la région et se sont donné rendez-vous pour le mois prochain."
)
GERMAN = "Der Minister traf am Montag seinen Gast in der Hauptstadt. Die beiden unterzeichneten ein Abkommen und wollen sich im Mai wieder sehen."
RUSSIAN = "Министр встретился в понедельник со своим гостем в столице. Стороны подписали соглашение и договорились о новой встрече в мае."


class Folder:
    """A folder to write into."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def write(self, name: str, content: str | bytes) -> Path:
        """Write a file; folders on the way are made."""
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """A folder of the test's own."""
    return Folder(tmp_path)


def only(paths: Sequence[Path | str]) -> Article:
    """The one article behind the paths."""
    (article,) = read_articles(paths)
    assert isinstance(article, Article), article
    return article


def failure(paths: Sequence[Path | str]) -> Failure:
    """The one failure behind the paths."""
    (failed,) = read_articles(paths)
    assert isinstance(failed, Failure), failed
    return failed


def test_a_text_files_first_line_is_its_title(folder: Folder) -> None:
    """A line without an end mark above a blank line is the title; the text stays the file's."""
    text = f"Minister meets guest\r\n\r\nPublished: 14 March 2024\r\n\r\nDOUALA — {LEAD}\r\n"
    article = only([folder.write("visit.txt", text)])
    assert (article.id, article.title, article.published, article.dateline) == ("visit", "Minister meets guest", date(2024, 3, 14), "DOUALA")
    assert article.text == text
    assert [text[span.start : span.end] for span in article.paragraphs()] == [LEAD]


@pytest.mark.parametrize("first", [LEAD, "By Achol Deng", "BISHKEK, September 9, AZERTAC", "RIVER FM | WORLD DESK"])
def test_a_first_line_of_another_kind_is_no_title(folder: Folder, first: str) -> None:
    """A sentence, a byline, a dateline or a masthead names nothing."""
    assert only([folder.write("a.txt", f"{first}\n\n{LEAD} The guest left.")]).title is None


@pytest.mark.parametrize("content", ["Norway expels two Russian diplomats", "Norway expels two Russian diplomats\n"])
def test_a_title_alone_is_the_text(folder: Folder, content: str) -> None:
    """A headline without a body is read as the story."""
    article = only([folder.write("a.txt", content)])
    assert article.title is None
    assert len(article.paragraphs()) == 1


def test_a_rows_title_without_text_is_the_text(folder: Folder) -> None:
    """A row that has a headline only is read as that headline."""
    article = only([folder.write("a.jsonl", '{"headline": "Norway expels two Russian diplomats", "body": ""}')])
    assert (article.title, article.text) == (None, "Norway expels two Russian diplomats")


def test_markdown_front_matter_names_title_day_and_publisher(folder: Folder) -> None:
    """Front matter is told apart from the story and left in the text."""
    text = f"---\ntitle: A visit\ndate: 2024-03-14\npublisher: River FM\n---\n\n# A visit\n\n{LEAD}\n"
    article = only([folder.write("a.md", text)])
    assert (article.title, article.published, article.publisher, article.text) == ("A visit", date(2024, 3, 14), "River FM", text)
    assert [text[span.start : span.end] for span in article.paragraphs()] == [LEAD]


def test_a_web_page_gives_its_story_alone() -> None:
    """Navigation and footer are no part of the text; title, day and publisher are read from the page."""
    article = only(["examples/flood.html"])
    assert (article.published, article.publisher, article.dateline) == (date(2025, 8, 19), "The Ridge Post", "KATHMANDU")
    assert article.title
    assert article.title.startswith("Nepal appeals")
    assert "Politics" not in article.text
    assert "rights reserved" not in article.text
    assert "More rain is forecast" in article.text


@pytest.mark.parametrize("text", ["text", "body", "content", "event_text"])
@pytest.mark.parametrize("day", ["published", "date", "pub_date", "publish_date"])
def test_json_lines_are_read_under_the_usual_names(folder: Folder, text: str, day: str) -> None:
    """People name their fields as they do."""
    line = json.dumps({"id": 7, "headline": "A visit", text: LEAD, day: "2024-03-14T06:00:00Z", "source": "River FM"})
    article = only([folder.write("a.jsonl", line)])
    assert (article.id, article.title, article.text, article.published, article.publisher) == ("7", "A visit", LEAD, date(2024, 3, 14), "River FM")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("wire.json", json.dumps([{"text": LEAD}, {"text": LEAD}])),
        ("wire.json", json.dumps({"articles": [{"text": LEAD}, {"text": LEAD}]})),
        ("wire.jsonl", f"\n{json.dumps({'text': LEAD})}\n\n{json.dumps({'text': LEAD})}"),
        ("wire.csv", f'title,text\nA,"{LEAD}"\nB,"{LEAD}"\n'),
        ("wire.csv", f"title;text\nA;{LEAD}\nB;{LEAD}\n"),
        ("wire.tsv", f"title\ttext\r\nA\t{LEAD}\r\nB\t{LEAD}\r\n"),
        ("wire.jsonl.gz", gzip.compress("\n".join([json.dumps({"text": LEAD})] * 2).encode())),
    ],
    ids=["array", "wrapped", "lines", "csv", "semicolons", "tsv", "gzip"],
)
def test_files_of_many_articles(folder: Folder, name: str, content: str | bytes) -> None:
    """Every row is an article, named by the file and the line."""
    articles = list(read_articles([folder.write(name, content)]))
    assert [isinstance(article, Article) and article.text for article in articles] == [LEAD, LEAD]
    assert all(isinstance(article, Article) and article.id.startswith("wire-") and article.place.startswith(str(folder.path)) for article in articles)


def test_a_row_is_named_by_its_line(folder: Folder) -> None:
    """The line is the one that an editor shows, also after a cell of several lines."""
    articles = list(read_articles([folder.write("a.csv", f'title,text\nA,"{LEAD}\n\n{LEAD} Again."\nB,"{LEAD}"\n')]))
    assert [isinstance(article, Article) and article.id for article in articles] == ["a-2", "a-5"]


def test_a_column_may_be_named(folder: Folder) -> None:
    """A field of another name is read when it is named."""
    (article,) = read_articles([folder.write("a.csv", f'story\n"{LEAD}"\n')], text_column="story")
    assert isinstance(article, Article)
    assert article.text == LEAD


def test_folders_are_read_sorted_and_whole(folder: Folder) -> None:
    """All files of a kind that is read, in folders below too; others and hidden ones are passed over."""
    for name in ("b/two.txt", "a/one.txt", "c.txt", "picture.png", ".hidden/x.txt"):
        folder.write(name, LEAD)
    articles = list(read_articles([folder.path]))
    assert [isinstance(article, Article) and article.id for article in articles] == ["c", "one", "two"]


def test_equal_file_names_get_numbers(folder: Folder) -> None:
    """Two files of one name in two folders are two articles."""
    folder.write("a/one.txt", LEAD)
    folder.write("b/one.txt", LEAD)
    assert [isinstance(article, Article) and article.id for article in read_articles([folder.path])] == ["one", "one-2"]


@pytest.mark.parametrize(
    "content",
    [GOOD, json.dumps([{"text": LEAD}]), json.dumps({"text": LEAD}, indent=1), LEAD, gzip.compress(LEAD.encode())],
    ids=["lines", "array", "object", "text", "gzip"],
)
def test_standard_input_is_told_by_its_looks(monkeypatch: pytest.MonkeyPatch, content: str | bytes) -> None:
    """A pipe has no suffix; its first characters say what it is."""
    raw = content.encode() if isinstance(content, str) else content
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(raw))))
    assert only(["-"]).text == LEAD


def test_defaults_stand_in_where_an_article_names_none(folder: Folder) -> None:
    """What the caller knows fills what the file leaves open."""
    (article,) = read_articles([folder.write("a.txt", LEAD)], published="2024-03-14", publisher="River FM", title="A visit")
    assert isinstance(article, Article)
    assert (article.published, article.publisher, article.title) == (date(2024, 3, 14), "River FM", "A visit")


def test_reading_is_lazy(folder: Folder) -> None:
    """The first article of a stream is there before the last line is read."""
    path = folder.write("a.jsonl", GOOD + "\n" + "{broken\n" * 3)
    articles = read_articles([path])
    assert isinstance(next(articles), Article)
    assert [isinstance(rest, Failure) for rest in articles] == [True] * 3


@pytest.mark.parametrize(
    ("name", "fix"),
    [("missing.txt", "no such file"), ("goob.txt", "Did you mean"), ("a.pdf", "unknown suffix '.pdf'"), ("empty", "nothing to read")],
)
def test_paths_that_cannot_be_read_are_refused_at_once(folder: Folder, name: str, fix: str) -> None:
    """A wrong path stops the run before it starts and says what is right."""
    folder.write("good.txt", LEAD)
    folder.write("a.pdf", "x")
    (folder.path / "empty").mkdir()
    with pytest.raises(InputError, match=fix):
        read_articles([folder.path / name])


def test_an_impossible_default_day_is_refused() -> None:
    """A day that is in no calendar stops the run."""
    with pytest.raises(InputError, match="'2023-02-30' is no day"):
        read_articles([], published="2023-02-30")


BAD_FILES: dict[str, tuple[str, str | bytes, str]] = {
    "empty": ("a.txt", "", "the file is empty"),
    "blank": ("a.txt", " \n\n", "no words"),
    "binary": ("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(32)) * 40, "a binary file"),
    "UTF-16": ("a.txt", LEAD.encode("utf-16"), "UTF-16"),
    "Latin-1": ("a.txt", LEAD.replace("guest", "invité").encode("latin-1"), "byte 0xe9 at 43 is not UTF-8"),
    "broken gzip": ("a.txt.gz", gzip.compress(LEAD.encode())[:-12], "broken gzip"),
    "broken JSON": ("a.json", '{"text": ', "broken JSON"),
    "lines in .json": ("a.json", GOOD + "\n" + GOOD, "name it .jsonl"),
    "number": ("a.json", "7", "an object is expected, got a number"),
    "no story": ("a.html", "<html><body><nav><a href='/'>Home</a></nav></body></html>", "no story found"),
    "no column": ("a.csv", "headlin,boddy\nA,B\n", "no column of text; the columns are 'headlin', 'boddy'"),
    "French": ("a.txt", FRENCH, "written in French, and only English is read"),
    "German": ("a.txt", GERMAN, "written in German"),
    "Russian": ("a.txt", RUSSIAN, "written in Russian"),
    "a million words": ("a.txt", f"{LEAD} " * 50_000, "words, and an article has at most 20,000"),
    "impossible day": ("a.md", f"---\ndate: 2023-02-30\n---\n{LEAD}", "published: '2023-02-30' is no day of the calendar"),
}


@pytest.mark.parametrize("case", BAD_FILES)
def test_a_bad_file_is_one_failure_and_the_rest_goes_on(folder: Folder, case: str) -> None:
    """The failure names the file and what is wrong; the next file is read."""
    name, content, reason = BAD_FILES[case]
    path = folder.write(name, content)
    failed, good = read_articles([path, folder.write("z.txt", LEAD)])
    assert isinstance(failed, Failure)
    assert isinstance(good, Article)
    assert reason in failed.reason
    assert failed.place.startswith(str(path))
    assert failed.article == "a"


BAD_LINES: dict[str, tuple[str | bytes, str, str]] = {
    "broken JSON": ('{"text": "x', "a-2", "broken JSON"),
    "too long": ('{"text": "' + "x " * (LINE_BYTES // 2) + '"}', "a-2", "a line of more than 4 MB"),
    "not an object": ("[1, 2]", "a-2", "an object is expected, got a list"),
    "missing text": ('{"id": "m", "titel": "x"}', "m", "no text; the fields are 'id', 'titel'"),
    "text a number": ('{"id": "m", "text": 7}', "m", "text: text is expected, got a number"),
    "impossible day": (json.dumps({"id": "m", "text": LEAD, "date": "2023-02-30"}), "m", "'2023-02-30' is no day of the calendar"),
    "day in words": (json.dumps({"id": "m", "text": LEAD, "date": "last week"}), "m", "write it as YYYY-MM-DD"),
    "day first or month first": (json.dumps({"id": "m", "text": LEAD, "date": "03/04/2024"}), "m", "write it as YYYY-MM-DD"),
    "undecodable": (b'{"text": "caf\xe9"}', "a-2", "byte 0xe9"),
    "same id": (GOOD, "good", "id 'good' was read before"),
    "another language": (json.dumps({"id": "m", "text": FRENCH}), "m", "written in French"),
}


@pytest.mark.parametrize("case", BAD_LINES)
def test_a_bad_line_is_one_failure_and_the_rest_goes_on(folder: Folder, case: str) -> None:
    """The failure names file and line; the lines around it are read."""
    line, article, reason = BAD_LINES[case]
    raw = line.encode() if isinstance(line, str) else line
    path = folder.write("a.jsonl", b"\n".join([GOOD.encode(), raw, GOOD.replace("good", "last").encode()]))
    first, failed, last = read_articles([path])
    assert isinstance(first, Article)
    assert isinstance(last, Article)
    assert isinstance(failed, Failure)
    assert (failed.article, failed.place) == (article, f"{path}:2")
    assert reason in failed.reason


@pytest.mark.parametrize(
    ("row", "reason"),
    [("A", "1 cells under 2 columns"), ("A,x,y", "3 cells under 2 columns"), ("A," + "x" * LINE_BYTES, "a line of more than 4 MB")],
    ids=["few", "many", "long"],
)
def test_a_bad_row_is_one_failure_and_the_rest_goes_on(folder: Folder, row: str, reason: str) -> None:
    """A row that does not fit the header fails alone."""
    path = folder.write("a.csv", f'title,text\nA,"{LEAD}"\n{row}\nB,"{LEAD}"\n')
    first, failed, last = read_articles([path])
    assert isinstance(first, Article)
    assert isinstance(last, Article)
    assert isinstance(failed, Failure)
    assert (failed.place, failed.article) == (f"{path}:3", "a-3")
    assert reason in failed.reason


def test_control_characters_become_spaces_and_nothing_moves(folder: Folder) -> None:
    """Offsets fit the user's copy: each control character is stored as one space."""
    article = only([folder.write("a.txt", LEAD.replace("minister said", "minister\x00said").replace("guest in", "guest\x07in"))])
    assert article.text == LEAD


def test_a_byte_order_mark_is_no_character_of_the_text(folder: Folder) -> None:
    """Windows writes one at the start of a file."""
    assert only([folder.write("a.txt", b"\xef\xbb\xbf" + LEAD.encode())]).text == LEAD


@pytest.mark.parametrize(
    "text",
    ["Norway expels two Russian diplomats.", "Kyrgyz, Tajik guards trade fire", "NIAMEY - Police arrest 40 in Agadez, Zinder.", LEAD],
)
def test_short_english_is_read(folder: Folder, text: str) -> None:
    """A headline full of names is not taken for another language."""
    assert only([folder.write("a.txt", text)]).text == text


def test_the_examples_are_all_read() -> None:
    """Every shipped article is an article, with a title and a day."""
    articles = list(read_articles(["examples"]))
    assert len(articles) >= 6
    for article in articles:
        assert isinstance(article, Article)
        assert article.title
        assert article.published
        assert 200 <= len(article.text.split()) <= 500
