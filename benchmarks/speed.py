"""Speed and memory on the gold articles: `make bench` prints a table and ends with status 1 when a goal is missed.

The bare parser and the coder read the same paragraphs in turns, in one process, so that a busy machine slows both.
A goal is a bound that the program is held to, not a promise about another machine; only the ratio travels.
"""

import argparse
import resource
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from itertools import chain, repeat
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TypeVar

ROOT = Path(__file__).resolve().parents[1]
GOLD = (ROOT / "tests" / "gold" / "dev.jsonl", ROOT.parent / "shared" / "gold" / "dev.jsonl")
LETTER = ROOT / "examples" / "letters.txt"
ROUNDS = 3

RATIO, COLD_SECONDS, MEMORY_GB = 0.4, 6.0, 1.5  # the goals

Item = TypeVar("Item")


@dataclass(frozen=True)
class Row:
    """One line of the table; `holds` is None where there is no goal."""

    name: str
    value: str
    goal: str = ""
    holds: bool | None = None


def main() -> int:
    """Runs everything and prints it; 1 when a goal is missed, 0 when all hold."""
    options = _options()
    rows = [cold_start(), *load_times(), *speeds(options.seconds, options.rounds), memory()]
    for row in rows:
        print(f"{row.name:<34}{row.value:>16}  {row.goal:<14}{'' if row.holds is None else 'ok' if row.holds else 'MISSED'}".rstrip())
    return 1 if any(row.holds is False for row in rows) else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seconds", type=float, default=10.0, help="how long a round of the bare parser lasts at least")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="rounds; the median counts")
    return parser.parse_args()


def timed(work: Callable[[], object]) -> float:
    """The seconds that the work takes."""
    start = perf_counter()
    work()
    return perf_counter() - start


def exhaust(values: Iterable[object]) -> None:
    """Takes every value and keeps none."""
    deque(values, maxlen=0)


def cold_start() -> Row:
    """From nothing to the table of one article, in a process of its own; the median of three."""
    command = [sys.executable, "-m", "dragoman.present.cli", "code", str(LETTER)]
    seconds = median(timed(partial(subprocess.run, command, check=True, capture_output=True)) for _ in range(ROUNDS))
    return Row("cold start to the first table", f"{seconds:.2f} s", f"under {COLD_SECONDS:g} s", seconds < COLD_SECONDS)


def load_times() -> list[Row]:
    """How long each part takes to load; they load once in a process, so this comes before the rounds."""
    from dragoman.events.propose import Proposer
    from dragoman.knowledge.actors import load_directory
    from dragoman.knowledge.codebook import load_codebook
    from dragoman.knowledge.places import Places
    from dragoman.parse import load_parser

    parts: dict[str, Callable[[], object]] = {
        "load: tables of actors": load_directory,
        "load: places": lambda: Places.load().find("Geneva"),
        "load: codebook": load_codebook,
        "load: index of its frames": lambda: Proposer(load_codebook()),
        "load: parser": load_parser,
    }
    return [Row(name, f"{timed(load):.2f} s") for name, load in parts.items()]


def speeds(seconds: float, rounds: int) -> list[Row]:
    """Words a second of the bare parser and of the coder, in turns, and how much of the parser's speed is left."""
    from dragoman import Coder, Settings
    from dragoman.evaluate.gold import read_gold
    from dragoman.parse import load_parser

    articles = [row.article() for row in read_gold(next(path for path in GOLD if path.exists()))]
    texts = ["\n\n".join(article.text[span.start : span.end] for span in article.paragraphs()) for article in articles]
    words = sum(len(text.split()) for text in texts)
    parser, coder = load_parser(), Coder()

    def parse(times: int) -> None:
        exhaust(parser.pipe(_over(texts, times), batch_size=Settings().batch_size))

    def code(times: int) -> None:
        exhaust(coder.code(_over(articles, times)))

    code(1)
    times = max(1, round(seconds / timed(lambda: parse(1)) + 0.5))
    parsed, coded = zip(*[(timed(lambda: parse(times)), timed(lambda: code(times))) for _ in range(rounds)], strict=True)
    bare, whole = (words * times / median(column) for column in (parsed, coded))
    ratio = median(one / other for one, other in zip(parsed, coded, strict=True))
    return [
        Row("read in a round", f"{words * times:,} words"),
        Row("the bare parser", f"{bare:,.0f} words/s"),
        Row("the coder", f"{whole:,.0f} words/s"),
        Row("the coder / the bare parser", f"{ratio:.2f}", f"at least {RATIO:g}", ratio >= RATIO),
    ]


def _over(values: Iterable[Item], times: int) -> Iterable[Item]:
    return chain.from_iterable(repeat(list(values), times))


def memory() -> Row:
    """The most memory this process has held: parser, coder, and articles one batch at a time."""
    unit = 1 if sys.platform == "darwin" else 1024  # getrusage counts bytes there, kilobytes elsewhere
    gigabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e9
    return Row("peak memory", f"{gigabytes:.2f} GB", f"under {MEMORY_GB:g} GB", gigabytes < MEMORY_GB)


if __name__ == "__main__":
    sys.exit(main())
