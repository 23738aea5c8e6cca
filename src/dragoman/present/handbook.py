"""The codebook as a person reads it: all types, or one of them whole."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dragoman.errors import InputError
from dragoman.knowledge.codebook import Codebook, Context, EventType
from dragoman.knowledge.frames import Frame
from dragoman.present.tables import COLOURS

SAMPLE = 8  # frames shown of each type and mode
QUADS = {"VC": "verbal cooperation", "MC": "material cooperation", "VX": "verbal conflict", "MX": "material conflict"}


def show_codebook(codebook: Codebook, label: str | None, console: Console) -> None:
    """Prints all types and contexts, or what the label stands for; raises InputError where it stands for nothing.

    A label is a type, TYPE/mode, an older name, a context or a CAMEO code.
    """
    if label is None:
        _show_all(codebook, console)
        return
    if label.strip().lower() in codebook.contexts:
        _show_context(codebook.contexts[label.strip().lower()], console)
        return
    for name, mode in find_labels(codebook, label):
        _show_type(codebook, codebook.types[name], mode, console)


def find_labels(codebook: Codebook, label: str) -> list[tuple[str, str | None]]:
    """The types, each with a mode or None, that the label stands for; raises InputError with the nearest label."""
    name, _, mode = label.strip().partition("/")
    if name.isdigit():
        return [_fromcameo_codes(codebook, name)]
    types = codebook.canonical(name)
    if not types:
        raise InputError(f"codebook {label}: no such type, older name, context or CAMEO code.{_hint(codebook, label)}")
    found = [(entry, mode.lower() or None) for entry in types if not mode or mode.lower() in codebook.types[entry].modes]
    if not found:
        known = [f"{entry}/{name}" for entry in types for name in codebook.types[entry].modes]
        raise InputError(f"codebook {label}: no such mode.{_nearest(label.upper(), known)} The modes are {', '.join(known) or 'none'}")
    return found


def _fromcameo_codes(codebook: Codebook, code: str) -> tuple[str, str | None]:
    """The longest beginning of the code that the crosswalk knows."""
    for length in range(len(code), 1, -1):
        name, mode = codebook.from_cameo.get(code[:length], (None, None))
        if name is not None:
            return name, mode
        if code[:length] in codebook.from_cameo:
            raise InputError(f"codebook {code}: this CAMEO code has no type here; statements alone are no events")
    raise InputError(f"codebook {code}: no such CAMEO code; the roots are 01 to 20")


def _hint(codebook: Codebook, label: str) -> str:
    modes = [f"{name}/{mode}" for name, entry in codebook.types.items() for mode in entry.modes]
    with_mode = [both for both in modes if both.partition("/")[2] == label.strip().lower()]
    if with_mode:
        return f" Did you mean {' or '.join(with_mode)}?"
    return _nearest(label, [*codebook.types, *codebook.aliases, *codebook.contexts, *modes])


def _nearest(label: str, known: Iterable[str]) -> str:
    names = {name.lower(): name for name in known}
    close = get_close_matches(label.strip().lower(), names, 1)
    return f" Did you mean {names[close[0]]}?" if close else ""


def _grid(*columns: str) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim", show_header=bool(columns))
    for name in columns:
        table.add_column(name, justify="right" if name in ("score", "frames") else "left", vertical="top")
    return table


def _show_all(codebook: Codebook, console: Console) -> None:
    counts = _frame_counts(codebook)
    console.print(Text(f"Codebook {codebook.version} ({codebook.digest})", style="bold"))
    table = _grid("type", "quad", "score", "recipient", "frames", "definition")
    for entry in codebook.types.values():
        name = Text(entry.name, style=COLOURS[entry.quad])
        table.add_row(name, entry.quad, f"{entry.score:g}", entry.recipient, str(counts[entry.name]), Text(entry.definition))
    console.print(table)
    console.print()
    contexts = _grid("context", "definition")
    for context in codebook.contexts.values():
        contexts.add_row(context.name, Text(context.definition))
    console.print(contexts)


def _frame_counts(codebook: Codebook) -> Mapping[str, int]:
    return {name: sum(frame.event == name for frame in codebook.frames) for name in codebook.types}


def _show_context(context: Context, console: Console) -> None:
    console.print(Text(context.name, style="bold"))
    console.print(Text(context.definition))
    for title, words in (("implied by", context.types), ("shown by", context.words), ("but not by", context.misleading)):
        if words:
            console.print(Text(f"\n{title} ({len(words)})", style="dim"))
            console.print(Padding(Text(", ".join(sorted(words))), (0, 0, 0, 2), expand=False))


def _show_type(codebook: Codebook, entry: EventType, mode: str | None, console: Console) -> None:
    chosen = entry.modes[mode] if mode else None
    label = f"{entry.name}/{mode}" if mode else entry.name
    console.print()
    console.print(
        Text(label, style=COLOURS[entry.quad]).append(f"  {entry.quad} {QUADS[entry.quad]}, score {(chosen or entry).score:g}", style="dim")
    )
    console.print(Text((chosen or entry).definition))
    _show_lines("recipient", [entry.recipient], console)
    _show_lines("not", () if chosen else entry.is_not, console)
    if not chosen:
        _show_modes(codebook, entry, console)
    _show_lines("examples", (chosen or entry).examples, console)
    _show_lines("older names", () if chosen else [name for name, types in codebook.aliases.items() if entry.name in types], console)
    _show_lines("CAMEO", cameo_codes(codebook, entry.name, mode), console)
    _show_frames([frame for frame in codebook.frames if frame.event == entry.name and mode in (None, frame.mode)], console)


def _show_modes(codebook: Codebook, entry: EventType, console: Console) -> None:
    if not entry.modes:
        return
    console.print(Text("\nmodes", style="dim"))
    table = _grid("mode", "score", "frames", "definition")
    for mode in entry.modes.values():
        number = sum(frame.event == entry.name and frame.mode == mode.name for frame in codebook.frames)
        table.add_row(mode.name, f"{mode.score:g}", str(number), Text(mode.definition))
    console.print(Padding(table, (0, 0, 0, 2), expand=False))


def cameo_codes(codebook: Codebook, name: str, mode: str | None) -> list[str]:
    """The CAMEO codes a type or mode is written as, and those read as it, in words."""
    codes = [code for code, (type_, its_mode) in codebook.from_cameo.items() if type_ == name and mode in (None, its_mode)]
    out = codebook.to_cameo.get(f"{name}/{mode}" if mode else name)
    return [*([f"written as {out}"] if out else []), *([f"read from {' '.join(sorted(codes))}"] if codes else [])]


def _show_frames(frames: list[Frame], console: Console) -> None:
    if not frames:
        return
    shown = [frames[number * len(frames) // SAMPLE] for number in range(SAMPLE)] if len(frames) > SAMPLE else frames
    _show_lines(f"frames ({len(frames)}, of which {len(shown)})", [frame.text for frame in shown], console)


def _show_lines(title: str, lines: Iterable[str], console: Console) -> None:
    rows = list(lines)
    if rows:
        console.print(Text(f"\n{title}", style="dim"))
        for row in rows:
            console.print(Padding(Text(row), (0, 0, 0, 2), expand=False))
