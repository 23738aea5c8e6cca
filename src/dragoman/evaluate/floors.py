"""The floors: scores below which the coder may not fall, pinned to the files they were measured on."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import msgspec
from msgspec import Struct

from dragoman.errors import InputError

SLACK = 0.005  # a floor stands this far below the score it was raised to
FILE = "floors.json"


class Floors(Struct, frozen=True, forbid_unknown_fields=True):
    """`digests` of gold files and codebook, and the lowest score allowed of each measure."""

    digests: dict[str, str]
    floors: dict[str, float]


def read_floors(folder: Path) -> Floors:
    """The floors of a folder of gold; raises InputError where they are missing or wrong."""
    path = folder / FILE
    try:
        return msgspec.json.decode(path.read_bytes(), type=Floors)
    except (OSError, msgspec.DecodeError) as error:
        raise InputError(f"{path}: cannot be read ({error}); it holds digests and floors, and --raise writes it") from error


def write_floors(folder: Path, floors: Floors) -> None:
    """Writes the floors where `read_floors` finds them."""
    (folder / FILE).write_bytes(msgspec.json.format(msgspec.json.encode(floors, order="sorted"), indent=2) + b"\n")


def floor_for(score: float) -> float:
    """The floor that today's score allows: a little below it, cut to three digits.

    >>> floor_for(0.6719)
    0.666
    """
    return max(0.0, int(round((score - SLACK) * 1000, 6)) / 1000)


def raised(floors: Floors, scores: Mapping[str, float], digests: Mapping[str, str]) -> Floors:
    """The floors lifted to today's scores, none lowered, with today's digests."""
    lifted = {name: max(floors.floors.get(name, 0.0), floor_for(score)) for name, score in scores.items()}
    return Floors({**floors.digests, **digests}, {**floors.floors, **lifted})


def lowered(floors: Floors, scores: Mapping[str, float], measure: str) -> Floors:
    """The floors with one let down to today's score; raises InputError where there is nothing to lower."""
    if measure not in floors.floors:
        raise InputError(f"--lower {measure}: no such measure; the measures are {', '.join(sorted(floors.floors))}")
    if measure not in scores:
        raise InputError(f"--lower {measure}: not measured today; its file is not here")
    if floor_for(scores[measure]) >= floors.floors[measure]:
        raise InputError(f"--lower {measure}: today's {scores[measure]:.3f} is no lower than its floor {floors.floors[measure]:.3f}")
    return Floors(floors.digests, {**floors.floors, measure: floor_for(scores[measure])})


def write_reason(changelog: Path, measure: str, floors: tuple[float, float], because: str, day: date) -> None:
    """Adds the sentence under "Floors" in the changelog, on top; the heading is made where there is none."""
    entry = f"- {day}: `{measure}` lowered from {floors[0]:.3f} to {floors[1]:.3f}. {because}"
    text = changelog.read_text(encoding="utf-8") if changelog.exists() else "# Changelog\n"
    lines = text.rstrip("\n").split("\n")
    heading = next((number for number, line in enumerate(lines) if line.strip("# ") == "Floors" and line.startswith("#")), None)
    if heading is None:
        lines += ["", "## Floors", "", entry]
    else:
        blank = heading + 1 < len(lines) and not lines[heading + 1].strip()
        lines[heading + 1 + blank : heading + 1 + blank] = [entry]
    changelog.write_text("\n".join(lines) + "\n", encoding="utf-8")
