"""The gate: `python -m dragoman.evaluate.gate` measures the coder on gold and fails when a score falls below its floor.

--raise lifts the floors to today's scores; nothing but --lower MEASURE --because "a sentence" lets one down, and
the sentence goes into the changelog. Gold may not change unnoticed: its digest is pinned beside the floors.
"""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from dragoman.batch import Coder
from dragoman.errors import DragomanError, InputError
from dragoman.evaluate.floors import Floors, floor_for, lowered, raised, read_floors, write_floors, write_reason
from dragoman.evaluate.gold import evaluate_articles, read_gold
from dragoman.evaluate.incidents import measure_stories
from dragoman.evaluate.pairs import measure_pairs

ROOT = Path(__file__).resolve().parents[3]
GOLD = ROOT / "tests" / "gold"
PAIRS = ROOT.parent / "shared" / "gold" / "pairs_dev.tsv"
CODEBOOK = "codebook"


@dataclass(frozen=True)
class Measured:
    """Today's score of each measure, the digests of what it was measured with, and what was not there."""

    scores: Mapping[str, float]
    digests: Mapping[str, str]
    absent: tuple[str, ...] = ()


def measure(coder: Coder, folder: Path = GOLD, pairs: Path = PAIRS) -> Measured:
    """The scores on every gold file of the folder, and on the pairs where they stand beside the repository."""
    files = sorted(folder.glob("*.jsonl"))
    if not files:
        raise InputError(f"{folder}: no gold articles; run the gate in a checkout of the repository")
    scores: dict[str, float] = {}
    for path in files:
        scores |= _article_scores(path, coder) | _incident_scores(path, coder)
    if pairs.exists():
        found = measure_pairs(pairs, coder)
        scores |= {"pairs.macro_f1": found.macro_f1, "pairs.accuracy": found.accuracy, "pairs.quad_accuracy": found.quad_accuracy}
        files.append(pairs)
    digests = {path.name: sha256(path.read_bytes()).hexdigest()[:16] for path in files}
    return Measured(scores, {**digests, CODEBOOK: coder.tools.codebook.digest}, () if pairs.exists() else (str(pairs),))


def _article_scores(path: Path, coder: Coder) -> dict[str, float]:
    measures, _ = evaluate_articles(path, coder)
    heads = {name: getattr(measures, name).f1 for name in ("spotted", "found", "exact")}
    fields = {name: value for name, value in measures.fields.items() if value is not None}
    trust = {} if measures.calibration_error is None else {"calibration": 1 - measures.calibration_error}
    return {f"{path.stem}.{name}": value for name, value in (heads | fields | trust).items()}


def _incident_scores(path: Path, coder: Coder) -> dict[str, float]:
    """B-cubed F1 of joining the file's stories, given its events and from its texts; nothing for a file without stories."""
    if not any(event.story for gold in read_gold(path) for event in gold.events):
        return {}
    given, raw = measure_stories(path, coder)
    return {f"{path.stem}.joined_given": given.f1, f"{path.stem}.joined_raw": raw.f1}


def failings(measured: Measured, floors: Floors) -> Iterator[str]:
    """What is wrong: scores below their floors, measures gone, gold that is not the pinned one."""
    for name, digest in measured.digests.items():
        if name != CODEBOOK and floors.digests.get(name) != digest:
            yield f"{name}: digest {digest} is not the pinned {floors.digests.get(name)}; where the change is meant, --raise pins it"
    for name, floor in floors.floors.items():
        if name in measured.scores and measured.scores[name] < floor:
            yield f"{name}: {measured.scores[name]:.3f} is below its floor {floor:.3f}"
        elif name not in measured.scores and not (measured.absent and name.startswith("pairs.")):
            yield f"{name}: has a floor and was not measured; is its gold file gone?"


def lines(measured: Measured, floors: Floors) -> Iterator[str]:
    """Each measure beside its floor, and what is to be known about the run."""
    yield f"{'measure':<24}{'today':>8}{'floor':>8}"
    for name, score in measured.scores.items():
        floor = floors.floors.get(name)
        mark = "  no floor" if floor is None else "  BELOW" if score < floor else "  raise?" if floor_for(score) > floor else ""
        yield f"{name:<24}{score:8.3f}{'—' if floor is None else format(floor, '.3f'):>8}{mark}"
    for path in measured.absent:
        yield f"{path} is not here: pairs are not measured"
    if floors.digests.get(CODEBOOK) != measured.digests[CODEBOOK]:
        yield f"the codebook is {measured.digests[CODEBOOK]}, the floors were set with {floors.digests.get(CODEBOOK)}"


def main(arguments: Sequence[str] | None = None, folder: Path = GOLD, changelog: Path = ROOT / "CHANGELOG.md") -> int:
    """Runs the gate; 0 when it holds or was raised or lowered as asked, 1 when a score fell, 2 on wrong usage."""
    options = _options(arguments)
    try:
        floors, measured = read_floors(folder), measure(Coder(), folder)
        if options.lift:
            floors = raised(floors, measured.scores, measured.digests)
            write_floors(folder, floors)
        if options.lower:
            floors = _lower(floors, measured, options, folder, changelog)
    except DragomanError as error:
        print(error, file=sys.stderr)  # noqa: T201 - a command of its own
        return 2
    wrong = list(failings(measured, floors))
    print("\n".join([*lines(measured, floors), *wrong]))  # noqa: T201
    return 1 if wrong else 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m dragoman.evaluate.gate", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift floors to today's scores and pin today's digests")
    parser.add_argument("--lower", metavar="MEASURE", help="let one floor down to today's score; needs --because")
    parser.add_argument("--because", metavar="SENTENCE", help="why, one sentence, for the changelog")
    options = parser.parse_args(arguments)
    if bool(options.lower) != bool((options.because or "").strip()):
        parser.error('--lower MEASURE and --because "a sentence" go together')
    return options


def _lower(floors: Floors, measured: Measured, options: argparse.Namespace, folder: Path, changelog: Path) -> Floors:
    below = lowered(floors, measured.scores, options.lower)
    change = (floors.floors[options.lower], below.floors[options.lower])
    write_reason(changelog, options.lower, change, options.because.strip(), datetime.now(UTC).date())
    write_floors(folder, below)
    return below


if __name__ == "__main__":
    sys.exit(main())
