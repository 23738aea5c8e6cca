"""Predicates over acts: "promised to release", "urged Israel to withdraw", "refused to meet".

An operator takes the act in its complement and makes another of it, by the tables in `algebra.py`, or tempers it.
An act that another was made of is silenced: one record for what was said, none for what it was about.
"""

from collections.abc import Callable, Iterable, Mapping

from spacy.tokens import Token

from dragoman.events.algebra import CONCESSIVE, COOPERATIVE, Complements, asked_mode, turned
from dragoman.model.candidate import Candidate


def compose(candidates: Iterable[Candidate], complements: Complements) -> list[Candidate]:
    """The candidates with every operator worked out: what it made, and its complement silenced."""
    everything = list(candidates)
    operators = [c for c in everything if c.event.startswith("@")]
    acts = [c for c in everything if not c.event.startswith("@")]
    for operator in sorted(operators, key=lambda c: -_depth(c.anchor)):  # the innermost first
        inner = _inside(operator, acts)
        made = _apply(operator, inner, complements)
        if made is not None:
            acts.append(made)
    return sorted(acts, key=lambda c: c.trigger.i)


def _depth(token: Token) -> int:
    depth = 0
    while token.head.i != token.i:
        token, depth = token.head, depth + 1
    return depth


def _inside(operator: Candidate, acts: list[Candidate]) -> list[Candidate]:
    """The kept acts that the operator speaks of: its complement's own, or those of its object noun."""
    tops = {verb.i for verb in operator.complements}
    tops |= {word.i for word in operator.words}
    if not operator.complements:
        tops |= {noun.i for noun in _object_nouns(operator.anchor)}
    found = []
    for act in acts:
        if not act.kept or act.trigger.i == operator.trigger.i:
            continue
        if (
            act.anchor.i in tops
            or act.trigger.i in tops
            or _joined_to(act.anchor, tops)
            or (act.trigger.dep_ == "dobj" and act.trigger.head.i in tops)
        ):
            found.append(act)
    return found


def _object_nouns(verb: Token) -> list[Token]:
    return [child for child in verb.children if child.dep_ in ("dobj", "nsubjpass", "attr")] + [
        noun for child in verb.children if child.dep_ == "prep" for noun in child.children if noun.dep_ == "pobj"
    ]


def _joined_to(token: Token, tops: set[int]) -> bool:
    while token.dep_ == "conj" and token.head.i != token.i:
        token = token.head
        if token.i in tops:
            return True
    return False


def _apply(operator: Candidate, inner: list[Candidate], complements: Complements) -> Candidate | None:
    """What the operator makes of the acts inside it; None where it makes nothing, or only tempers them."""
    best = max(inner, key=lambda c: c.weight, default=None)
    event, mode = turned(operator, best, complements)
    if event is not None:
        return _made(operator, inner, best, event, mode)
    temper = TEMPERS.get(operator.event)
    if temper is not None:
        for act in inner:
            temper(act)
    return _duty(operator) if operator.event == "@say" and not inner else None


def _duty(operator: Candidate) -> Candidate | None:
    """`said that Rome must ensure order` asks it of Rome, whatever the duty is."""
    for verb in operator.complements:
        owner = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
        if owner and owner[0].pos_ != "PRON" and any(child.lower_ == "must" and child.dep_ == "aux" for child in verb.children):
            made = _made(operator, [], None, "REQUEST", asked_mode("REQUEST", None, operator, {}))
            made.recipients = made.recipients or owner
            return made
    return None


def _deny(act: Candidate) -> None:
    """`denied that talks were held` tells of talks not held; the denial of an accusation tells nothing."""
    if act.event in COOPERATIVE | CONCESSIVE | {"MOBILIZE"}:
        act.status = "negated"
        act.note("compose", "denied")
    else:
        act.drop("denied")


def _fail(act: Candidate) -> None:
    """`failed to reach agreement` is agreement withheld; any other act that failed did not happen."""
    if act.event == "AGREE":
        act.event, act.mode = "REJECT", None
    else:
        act.status = "negated"
    act.note("compose", "fail")


def _cancel(act: Candidate) -> None:
    act.status = "negated"


def _plan(act: Candidate) -> None:
    act.status = "future"
    act.note("compose", "consider")


def _weigh(act: Candidate) -> None:
    act.status = "hypothetical"
    act.note("compose", "consider")


TEMPERS: Mapping[str, Callable[[Candidate], None]] = {
    "@deny": _deny,
    "@fail": _fail,
    "@cancel": _cancel,
    "@consider_future": _plan,
    "@consider_hypothetical": _weigh,
}


def _made(operator: Candidate, inner: list[Candidate], best: Candidate | None, event: str, mode: str | None) -> Candidate:
    for act in inner:
        act.drop(f"told inside {operator.event[1:]}")
    made = Candidate(
        event=event,
        mode=mode,
        trigger=operator.trigger,
        anchor=operator.anchor,
        frame=operator.frame,
        weight=operator.weight + (0.5 if best else 0.0),
        flags=operator.flags,
        actors=operator.actors,
        recipients=operator.recipients,
        words=operator.words,
        complements=operator.complements,
        inner=inner,
    )
    if event == "MOBILIZE" and operator.event == "@commit":
        made.status = "future"  # "promised to send troops": they have not left yet
    made.reasons = [*operator.reasons]
    made.note("compose", f"{operator.event[1:]}({best.event if best else 'any'})")
    return made
