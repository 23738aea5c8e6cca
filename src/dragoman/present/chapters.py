"""The pages of the reference, line by line, each read off the thing it describes."""

import re
from collections.abc import Iterator
from inspect import getdoc
from typing import Any, get_type_hints

import msgspec

from dragoman.config import Settings
from dragoman.knowledge.codebook import Codebook, EventType, load_codebook
from dragoman.present.export import COLUMNS
from dragoman.present.fields import MEANING
from dragoman.present.handbook import QUADS, cameo_codes
from dragoman.present.wording import row, table, type_words


def cli_page() -> Iterator[str]:
    """Every command with its arguments and options."""
    from typer.main import get_command

    from dragoman.present.cli import app

    yield "# Command line"
    yield from _command(get_command(app), "dragoman")


def _command(command: Any, name: str) -> Iterator[str]:
    yield from ("", f"## {name}", "", _one_line(command.help))
    parameters = [p for p in command.params if "--help" not in p.opts]
    if parameters:
        yield from table("", "default", "meaning")
        for parameter in parameters:
            yield row(f"`{_spelling(parameter)}`", _default(parameter), parameter.help or "")
    for word, inner in getattr(command, "commands", {}).items():
        yield from _command(inner, f"{name} {word}")


def _spelling(parameter: Any) -> str:
    if parameter.param_type_name == "argument":
        return f"{parameter.name.upper()}..." if parameter.nargs == -1 else parameter.name.upper()
    return ", ".join(parameter.opts)


def _default(parameter: Any) -> str:
    if parameter.required:
        return "required"
    return "" if parameter.default is None or parameter.default is False or callable(parameter.default) else f"`{parameter.default}`"


def codebook_page() -> Iterator[str]:
    """Every type, mode and context of the codebook in the package."""
    book = load_codebook()
    yield from (f"# Codebook {book.version}", "", "`dragoman codebook TYPE` shows a type with its frames.")
    yield from table("type", "quad", "score", "recipient", "definition")
    for entry in book.types.values():
        yield row(f"[{entry.name}](#{entry.name.lower()})", entry.quad, f"{entry.score:g}", entry.recipient, entry.definition)
    for entry in book.types.values():
        yield from _type(book, entry)
    yield from ("", "## Contexts")
    yield from table("context", "definition", "implied by")
    for context in book.contexts.values():
        yield row(f"`{context.name}`", context.definition, ", ".join(sorted(context.types)))


def _type(book: Codebook, entry: EventType) -> Iterator[str]:
    yield from ("", f"## {entry.name}", "", entry.definition, "", f"{QUADS[entry.quad].capitalize()}, score {entry.score:g}.")
    if entry.modes:
        yield from table("mode", "score", "definition", "examples")
        for mode in entry.modes.values():
            yield row(f"`{mode.name}`", f"{mode.score:g}", mode.definition, " ".join(mode.examples))
    for title, rows in (("Not", entry.is_not), ("Examples", entry.examples), ("CAMEO", cameo_codes(book, entry.name, None))):
        if rows:
            yield from ("", f"{title}:", "", *(f"- {row}" for row in rows))
    older = [f"`{name}`" for name, types in book.aliases.items() if entry.name in types]
    if older:
        yield from ("", f"Older names: {', '.join(older)}.")


def records_page() -> Iterator[str]:
    """Every field of the exchange record, and the columns of the flat tables."""
    yield from ("# Records", "", "`dragoman code --format jsonl` writes one record a line. Spans count characters of the article as given.")
    for struct, meanings in MEANING.items():
        yield from ("", f"## {struct.__name__}", "", _one_line(getdoc(struct)))
        yield from table("field", "type", "meaning")
        for name, hint in get_type_hints(struct).items():
            yield row(f"`{name}`", type_words(hint), meanings[name])
    yield from ("", "## Columns", "", "CSV, Parquet, pandas and Polars have one row an event; several values of a cell are parted by `; `.", "")
    yield from (f"- `{name}`" for name in COLUMNS)


def settings_page() -> Iterator[str]:
    """Every setting with its default and meaning."""
    meanings = setting_meanings()
    yield from ("# Settings", "", "In a TOML file for `dragoman code --settings FILE`, or as arguments of `Settings(...)`.")
    yield from table("setting", "type", "default", "meaning")
    for field in msgspec.structs.fields(Settings):
        default = "" if field.default is None else f"`{str(field.default).lower()}`"
        yield row(f"`{field.name}`", type_words(field.type), default, meanings[field.name])


def setting_meanings() -> dict[str, str]:
    """What the docstring of Settings says of each of them."""
    text = _one_line(getdoc(Settings))
    names = "|".join(Settings.__struct_fields__)
    return {name: words.strip().rstrip(".") for name, words in re.findall(rf"\b({names}): (.+?)(?=\s(?:{names}): |$)", text)}


def _one_line(text: str | None) -> str:
    return " ".join((text or "").split())
