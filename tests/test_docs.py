"""The pages tell the truth: commands parse, links lead somewhere, code runs, named files exist."""

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from dragoman.present.cli import app

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
WRITTEN = [ROOT / "README.md", *sorted(DOCS.glob("*.md"))]
PAGES = [*WRITTEN, ROOT / "CHANGELOG.md", *sorted((DOCS / "reference").glob("*.md"))]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
ENDS = frozenset("| || && ; > >> 2> &".split())


def name_of(value: object) -> str:
    """A page by its path, a command by its words."""
    return str(value.relative_to(ROOT)) if isinstance(value, Path) else str(value)


def blocks(page: Path, language: str) -> list[str]:
    """The fenced blocks of that language."""
    return [body for kind, body in BLOCK.findall(page.read_text(encoding="utf-8")) if kind == language]


def words_after(line: str) -> Iterator[list[str]]:
    """The arguments of each `dragoman` on the line, up to a pipe, a redirection or the next command."""
    words = shlex.split(line, comments=True)
    for place, word in enumerate(words):
        if word == "dragoman" and (place == 0 or words[place - 1] in ENDS):
            end = next((i for i in range(place, len(words)) if words[i] in ENDS), len(words))
            yield words[place + 1 : end]


COMMANDS = sorted(
    {
        shlex.join(words)
        for page in WRITTEN
        for block in blocks(page, "sh")
        for line in block.replace("\\\n", " ").splitlines()
        for words in words_after(line)
    }
)


def dry_parse(command: Any, name: str, words: list[str], parent: Any = None) -> None:
    """Parses the words as the command line does, down to the last command, and runs nothing."""
    context = command.make_context(name, list(words), parent=parent)
    rest = [*getattr(context, "_protected_args", ()), *context.args]
    if hasattr(command, "resolve_command") and rest:
        inner, found, left = command.resolve_command(context, rest)
        dry_parse(found, inner, left, context)


def test_the_pages_show_commands() -> None:
    """The finder of commands finds some: each of the program's commands is shown."""
    assert {shlex.split(words)[0] for words in COMMANDS} >= {"code", "codebook", "evaluate"}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_in_the_pages_parses(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands, options and their values are those of the real command line."""
    monkeypatch.chdir(tmp_path)
    words = shlex.split(command)
    for word in words:
        if re.search(r"\.(yaml|jsonl|tsv|txt|toml)$", word):
            (tmp_path / word).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / word).touch()
    dry_parse(get_command(app), "dragoman", words)


def test_a_wrong_command_would_not_parse() -> None:
    """The dry parse refuses what the command line refuses."""
    with pytest.raises(Exception, match="--formt"):
        dry_parse(get_command(app), "dragoman", ["code", "news", "--formt", "csv"])


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_relative_link_leads_to_a_file(page: Path) -> None:
    """Links to pages and files of the repository point at something."""
    links = [link.partition("#")[0] for link in LINK.findall(page.read_text(encoding="utf-8")) if "://" not in link]
    gone = [link for link in links if link and not (page.parent / link).exists()]
    assert not gone


def test_the_index_leads_to_every_page() -> None:
    """A page that nobody can find is not there."""
    linked = {link.partition("#")[0] for link in LINK.findall((DOCS / "index.md").read_text(encoding="utf-8"))}
    pages = {str(path.relative_to(DOCS)) for path in DOCS.rglob("*.md")} - {"index.md"}
    assert pages <= linked


def test_the_architecture_names_files_that_exist() -> None:
    """Every path in the table of stages and the table of places is a file or folder of the package."""
    named = re.findall(r"`((?:data|tests|[a-z]+)/[\w./]*|[a-z_]+\.py)`", (DOCS / "architecture.md").read_text(encoding="utf-8"))
    homes = (ROOT / "src" / "dragoman", ROOT)
    gone = [path for path in named if not any((home / path).exists() for home in homes)]
    assert len(named) > 20
    assert not gone


@pytest.mark.parametrize("page", WRITTEN, ids=name_of)
def test_python_in_the_pages_compiles(page: Path) -> None:
    """Every example is Python."""
    assert all(compile(block, name_of(page), "exec") for block in blocks(page, "python"))


@pytest.mark.model
@pytest.mark.parametrize("page", [ROOT / "README.md", DOCS / "check-a-quote.md"], ids=name_of)
def test_the_first_example_runs(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The example a reader tries first works in a checkout and finds events."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {}
    exec(compile(blocks(page, "python")[0], name_of(page), "exec"), names)
    assert len(names["events"] if "events" in names else names["outcome"].events) > 0
