"""A training from beginning to end: lessons, voters, the folder of the new model, and the report."""

from pathlib import Path

import msgspec

from dragoman.events.classify import Classifier
from dragoman.learn.course import Course, Sources, count_events, make_course
from dragoman.learn.extend import KINDS, card_of, cross_votes, fit_all_factors, head_of, write_model
from dragoman.learn.judged import Base, Judged, judge_back, judge_own
from dragoman.learn.report import Report, changes, confused, new_types, warnings_for
from dragoman.learn.review import to_review
from dragoman.learn.split import FOLDS
from dragoman.learn.vectors import Watch
from dragoman.learn.voters import fit_voters


def teach(sources: Sources, base: Path, out: Path, watch: Watch) -> Report:
    """Writes the model with the new types to `out`, with report.json and review.jsonl, and gives the report."""
    course = make_course(sources, out / "cache", watch)
    start = head_of(course, sources.base, sources.types)
    crossed = cross_votes(course, sources.types, start, watch)
    watch("learning", FOLDS, FOLDS + 1)
    voters = fit_voters([*course.learn, *course.own], sources.types, start)
    factors = fit_all_factors(course, voters, crossed)
    watch("learning", FOLDS + 1, FOLDS + 1)
    write_model(out, base, voters, factors, card_of(sources, course))
    after, before = Classifier(out, sources.base.runner), Base(course, sources.base)
    report = _report(sources, course, after.digest, judge_back(course, before, after), judge_own(crossed, sources.types, factors, before))
    (out / "report.json").write_bytes(msgspec.json.format(msgspec.json.encode(report), indent=1) + b"\n")
    (out / "review.jsonl").write_bytes(b"".join(msgspec.json.encode(item) + b"\n" for item in to_review(sources, course, after)))
    return report


def _report(sources: Sources, course: Course, model: str, back: list[Judged], own: list[Judged]) -> Report:
    candidates = [row for row in back if row.kind in KINDS["candidate"]]
    events = [(name, count_events([*sources.own], name)) for name in sources.new]
    without = sum(not any(event["type"] in sources.new for event in item["events"]) for item in sources.own)
    return Report(
        base=sources.base.digest,
        model=model,
        candidates=changes(candidates, sources.types),
        pairs=changes([row for row in back if row.kind in KINDS["pair"]], sources.types),
        new=new_types(sources.new, own, back),
        confused=confused([*candidates, *(row for row in own if row.kind in KINDS["candidate"])]),
        warnings=warnings_for(events, without, unseen=course.unseen),
    )
