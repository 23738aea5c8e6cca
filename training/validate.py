"""Checks the corpus and counts it: `make corpus`.

A mistake breaks a rule and ends the run with status 1. A doubt is what a reader should look at; it may be right.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from alike import GOLD, leaks, near_duplicates, read_gold
from item import CORPUS, CorpusItem, Entry, digest_of, read_entries
from rules import LOOK, MUST, SIDES, Rule
from tally import tables, with_tables

from dragoman.knowledge.codebook import Codebook, load_codebook

PAIRED = "minimal.jsonl"  # here texts are alike on purpose


@dataclass(frozen=True)
class Finding:
    """What a rule found, and where."""

    rule: str
    place: str
    text: str

    def __str__(self) -> str:
        return f"{self.place}: {self.text} [{self.rule}]"


@dataclass(frozen=True)
class Report:
    """The entries with what is wrong and what is doubtful in them."""

    entries: tuple[Entry, ...]
    mistakes: tuple[Finding, ...]
    doubts: tuple[Finding, ...]

    def files(self) -> dict[str, list[CorpusItem]]:
        """The readable items by file."""
        found: dict[str, list[CorpusItem]] = {entry.path.name: [] for entry in self.entries}
        for entry in self.entries:
            if entry.item is not None:
                found[entry.path.name].append(entry.item)
        return found

    def share_among_actors(self) -> float:
        """The share of parties and speakers that are among their item's actors."""
        sides = [
            phrase in item.actors
            for items in self.files().values()
            for item in items
            for event in item.events
            for side in SIDES
            for phrase in getattr(event, side)
        ]  # fmt: skip
        return sum(sides) / len(sides) if sides else 1.0


def validate(folder: Path, gold: Mapping[str, str], codebook: Codebook) -> Report:
    """Every line of the corpus checked, by itself and against the others and gold."""
    entries = tuple(read_entries(folder))
    readable = [entry for entry in entries if entry.item is not None]
    mistakes = [Finding("is_an_item", entry.place, entry.wrong) for entry in entries if entry.item is None]
    if not entries:
        mistakes.append(Finding("is_an_item", str(folder), "no items; files *.jsonl with one object a line are needed"))
    mistakes += [*_judge(readable, MUST, codebook), *_repeated(readable)]
    alike = list(_alike(readable))
    meant = [finding for entry, finding in alike if entry.path.name == PAIRED]
    mistakes += [finding for entry, finding in alike if entry.path.name != PAIRED]
    mistakes += _leaked(readable, gold)
    return Report(entries, tuple(mistakes), (*_judge(readable, LOOK, codebook), *meant))


def _judge(entries: Iterable[Entry], rules: Sequence[Rule], codebook: Codebook) -> Iterator[Finding]:
    for entry in entries:
        if entry.item is not None:
            for rule in rules:
                yield from (Finding(rule.__name__, entry.place, text) for text in rule(entry.item, codebook))


def _repeated(entries: Iterable[Entry]) -> Iterator[Finding]:
    """Names and texts that an earlier entry has already; of texts, case and blanks do not count."""
    first: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        if entry.item is not None:
            for rule, value in (("id_is_new", entry.item.id), ("text_is_new", " ".join(entry.item.text.lower().split()))):
                other = first.setdefault((rule, value), entry)
                if other is not entry:
                    yield Finding(rule, entry.place, f"the same as in {other.place}")


def _by_place(entries: Iterable[Entry]) -> dict[str, Entry]:
    return {entry.place: entry for entry in entries}


def _texts(entries: Iterable[Entry]) -> dict[str, str]:
    return {entry.place: entry.item.text for entry in entries if entry.item is not None}


def _alike(entries: Sequence[Entry]) -> Iterator[tuple[Entry, Finding]]:
    """The later of two texts that are nearly the same, in different files the one outside PAIRED."""
    places = _by_place(entries)
    for pair in near_duplicates(_texts(entries)):
        one, other = sorted((places[pair.one], places[pair.other]), key=lambda entry: entry.path.name != PAIRED)
        yield other, Finding("text_is_its_own", other.place, f"{pair.share:.0%} of its word sequences are those of {one.place}")


def _leaked(entries: Sequence[Entry], gold: Mapping[str, str]) -> Iterator[Finding]:
    for pair in leaks(_texts(entries), gold):
        yield Finding("not_in_gold", pair.one, f"a sentence has {pair.share:.0%} of its word sequences from {pair.other}; take it out")


def summary(report: Report, *, whole: bool) -> Iterator[str]:
    """The findings as lines: mistakes each, doubts each where `whole`, else their number by rule."""
    doubts = Counter(finding.rule for finding in report.doubts)
    yield from map(str, report.doubts if whole else ())
    yield f"{len(report.doubts)} doubts{': ' if doubts else ''}{', '.join(f'{rule} {n}' for rule, n in doubts.most_common())}"
    yield f"{report.share_among_actors():.1%} of parties and speakers are among their item's actors"
    yield from map(str, report.mistakes)
    yield f"{len(report.entries)} items, {len(report.mistakes)} mistakes"


def main(words: Sequence[str] | None = None) -> int:
    """Prints tables and findings; 1 where there are mistakes, else 0."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    arguments.add_argument("--corpus", type=Path, default=CORPUS, help="the folder of the *.jsonl files")
    arguments.add_argument("--gold", type=Path, nargs="*", default=GOLD, help="folders whose sentences must not be in the corpus")
    arguments.add_argument("--doubts", action="store_true", help="list the doubts, and do not only count them")
    arguments.add_argument("--write", type=Path, metavar="PAGE", help="put the tables between the marks of this page")
    arguments.add_argument("--check", type=Path, metavar="PAGE", help="fail where the tables of this page are not those of the corpus")
    options = arguments.parse_args(words)
    codebook = load_codebook()
    report = validate(options.corpus, read_gold(options.gold), codebook)
    counted = tables(report.files(), codebook, digest_of(options.corpus))
    if options.write:
        options.write.write_text(with_tables(options.write, counted), encoding="utf-8")
    print("\n".join((counted, "", *summary(report, whole=options.doubts))))
    stale = options.check is not None and with_tables(options.check, counted) != options.check.read_text(encoding="utf-8")
    if stale:
        print(f"{options.check}: the tables are not those of this corpus; run: make corpus")
    return 1 if report.mistakes or stale else 0


if __name__ == "__main__":
    sys.exit(main())
