"""How far a record's confidence can be trusted: its calibration, and what a threshold costs and brings."""

from collections.abc import Sequence

from dragoman.evaluate.measures import Step, ratio

THRESHOLDS = tuple(number / 20 for number in range(20))
Judged = tuple[float, bool]  # a record's confidence, and whether it was found


def calibration_error(records: Sequence[Judged]) -> float | None:
    """The mean distance of confidence from the share that is right, over ten bins, each by its records; None without records."""
    bins: dict[int, list[Judged]] = {}
    for record in records:
        bins.setdefault(min(int(record[0] * 10), 9), []).append(record)
    gaps = (abs(sum(confidence - right for confidence, right in rows)) for rows in bins.values())
    return sum(gaps) / len(records) if records else None


def curve(records: Sequence[Judged], gold: int) -> tuple[Step, ...]:
    """Precision, recall and F1 of found when only records from each threshold on are kept, as `--min-confidence` does."""
    steps = []
    for threshold in THRESHOLDS:
        kept = [right for confidence, right in records if confidence >= threshold]
        steps.append(Step(threshold, len(kept), ratio(sum(kept), gold, len(kept))))
    return tuple(steps)
