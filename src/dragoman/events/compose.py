"""Predicates over acts: "promised to release", "urged Israel to withdraw", "refused to meet".

An operator takes the act in its complement and makes another of it; the table below is the algebra.
The act itself is silenced: one record for what was said, none for what it was about.
"""

from collections.abc import Iterable, Mapping

from spacy.tokens import Token

from dragoman.model.candidate import Candidate

COOPERATIVE = frozenset(("AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID"))
CONCESSIVE = frozenset(("CONCEDE", "RETREAT"))
VERBAL = frozenset(("REQUEST", "ACCUSE", "REJECT", "THREATEN"))
CONFLICT = frozenset(("PROTEST", "SANCTION", "COERCE", "ASSAULT"))
THREAT_MODES: Mapping[str, str | None] = {
    "ASSAULT": "violence",
    "COERCE": "restrict",
    "SANCTION": "relations",
    "PROTEST": None,
    "MOBILIZE": "violence",
    "COERCE/arrest": "arrest",
    "COERCE/seize": "territory",
    "COERCE/deport": "expel",
    "SANCTION/expel": "expel",
    "RETREAT/withdraw": "relations",
    "REJECT": "relations",
}
ASK_MODES: Mapping[str, str] = {
    "AID": "assist",
    "COOPERATE": "assist",
    "RETREAT": "yield",
    "CONCEDE": "yield",
    "CONSULT": "meet",
    "AGREE": "change",
}


def threat_mode(inner: Candidate) -> str | None:
    """The mode of a threat to do what the inner candidate says."""
    return THREAT_MODES.get(f"{inner.event}/{inner.mode}", THREAT_MODES.get(inner.event))


def compose(candidates: Iterable[Candidate], complements: Mapping[str, Mapping[str, frozenset[str]]]) -> list[Candidate]:
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


def _apply(operator: Candidate, inner: list[Candidate], complements: Mapping[str, Mapping[str, frozenset[str]]]) -> Candidate | None:
    name = operator.event
    if name == "@say" and not inner:
        return _duty(operator)
    best = max(inner, key=lambda c: c.weight, default=None)
    if name in ("@say", "@deny", "@occur", "@cancel", "@transparent", "@allow", "@cause"):
        _mark(operator, inner)
        return None
    if name == "@fail":
        for act in inner:
            _fail(act)
        return None
    if name.startswith("@consider"):
        for act in inner:
            _consider(act, future=name.endswith("future"))
        return None
    if name == "@stop":
        return _stopped(operator, inner)
    event, mode = _turned(name, best, operator, complements)
    if event is None:
        return None
    return _made(operator, inner, best, event, mode)


def _duty(operator: Candidate) -> Candidate | None:
    """`said that Rome must ensure order` asks it of Rome, whatever the duty is."""
    for verb in operator.complements:
        owner = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
        if owner and owner[0].pos_ != "PRON" and any(child.lower_ == "must" and child.dep_ == "aux" for child in verb.children):
            made = _made(operator, [], None, "REQUEST", _asked_mode("REQUEST", None, operator, {}))
            made.recipients = made.recipients or owner
            return made
    return None


def _mark(operator: Candidate, inner: list[Candidate]) -> None:
    if operator.event == "@deny":
        for act in inner:
            _deny(act)
    elif operator.event == "@cancel":
        for act in inner:
            act.status = "negated"


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


def _consider(act: Candidate, *, future: bool) -> None:
    act.status = "future" if future else "hypothetical"
    act.note("compose", "consider")


def _stopped(operator: Candidate, inner: list[Candidate]) -> Candidate | None:
    best = max(inner, key=lambda c: c.weight, default=None)
    if best is None:
        return None
    event, mode = ("CONCEDE", None) if best.event in CONFLICT | {"MOBILIZE", "THREATEN"} else ("SANCTION", "discontinue")
    if best.event == "CONSULT":
        event, mode = "REJECT", "meet"
    if best.event in CONCESSIVE | VERBAL - {"THREATEN"}:
        return None
    return _made(operator, inner, best, event, mode)


def _turned(
    name: str, best: Candidate | None, operator: Candidate, complements: Mapping[str, Mapping[str, frozenset[str]]]
) -> tuple[str | None, str | None]:
    """The type and mode that an operator makes of an act; (None, None) where it makes nothing."""
    if name == "@ask":
        return "REQUEST", _asked_mode("REQUEST", best, operator, complements)
    if name == "@refuse":
        return "REJECT", _asked_mode("REJECT", best, operator, complements)
    if name == "@accuse":
        return "ACCUSE", "allege"
    if name == "@threaten":
        return "THREATEN", threat_mode(best) if best else None
    if name == "@commit":
        return promised(best)
    return None, None


def promised(best: Candidate | None) -> tuple[str | None, str | None]:
    """What a promise to do the act is: AGREE, CONCEDE or THREATEN; an act already verbal stays itself."""
    if best is None or best.event in COOPERATIVE:
        return "AGREE", None
    if (best.event, best.mode) == ("RETREAT", "access"):
        return "AGREE", None  # a crossing to be opened is cooperation ahead; easing one's own ban is CONCEDE by its frame
    if best.event in CONCESSIVE:
        return "CONCEDE", None
    if best.event in CONFLICT:
        return "THREATEN", threat_mode(best)
    return best.event, best.mode


def _asked_mode(event: str, best: Candidate | None, operator: Candidate, complements: Mapping[str, Mapping[str, frozenset[str]]]) -> str | None:
    words = {word.lemma_.lower() for word in _complement_words(operator)}
    scores = {mode: len(words & lexicon) for mode, lexicon in complements.get(event, {}).items()}
    if best is not None and best.event in ASK_MODES:
        mode = ASK_MODES[best.event]
        scores[mode] = scores.get(mode, 0) + 2
    top = max(scores.values(), default=0)
    if top == 0:
        return "change" if event == "REQUEST" else None
    return next(mode for mode in ("meet", "yield", "assist", "change") if scores.get(mode) == top)


def _complement_words(operator: Candidate) -> list[Token]:
    if operator.complements:
        return list(operator.complements[0].subtree)
    return [word for child in operator.trigger.children if child.i > operator.trigger.i for word in child.subtree]


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
