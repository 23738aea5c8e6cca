"""The algebra of acts about acts: what a promise, a demand, a refusal, a threat or leave makes of an act, as tables of types."""

from collections.abc import Mapping

from spacy.tokens import Token

from dragoman.model.candidate import Candidate

Complements = Mapping[str, Mapping[str, frozenset[str]]]  # type -> mode -> words of the complement that show it

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


def turned(operator: Candidate, best: Candidate | None, complements: Complements) -> tuple[str | None, str | None]:
    """The type and mode that an operator makes of the act inside it, None for no act; (None, None) where it makes nothing."""
    match operator.event:
        case "@ask":
            return "REQUEST", asked_mode("REQUEST", best, operator, complements)
        case "@refuse":
            return "REJECT", asked_mode("REJECT", best, operator, complements)
        case "@accuse":
            return "ACCUSE", "allege"
        case "@threaten":
            return "THREATEN", threat_mode(best) if best else None
        case "@commit":
            return ("AGREE", None) if best is not None and _is_given(best) else promised(best)
        case "@stop":
            return _stopped(best)
        case "@allow" if _is_leave(operator, best):
            return "CONCEDE", None
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


def _stopped(best: Candidate | None) -> tuple[str | None, str | None]:
    """What ending the act is: of a hostile one CONCEDE, of talks REJECT, of anything else that was shared SANCTION."""
    if best is None or best.event in CONCESSIVE | VERBAL - {"THREATEN"}:
        return None, None
    if best.event == "CONSULT":
        return "REJECT", "meet"
    return ("CONCEDE", None) if best.event in CONFLICT | {"MOBILIZE", "THREATEN"} else ("SANCTION", "discontinue")


def _is_leave(operator: Candidate, best: Candidate | None) -> bool:
    """Whether leave is given to somebody: for what the codebook has no act for, or for a hostile act that is not told as done."""
    verb = operator.trigger
    if verb.pos_ != "VERB" or not operator.recipients or any(child.dep_ == "neg" for child in verb.children):
        return False  # "cannot be allowed to flout the law" gives nobody anything
    return best is None or best.event in CONFLICT


def asked_mode(event: str, best: Candidate | None, operator: Candidate, complements: Complements) -> str | None:
    """The mode of a request or refusal, by the act asked for and the words of the complement."""
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


def _is_given(act: Candidate) -> bool:
    """Whether the act is leave for something unnamed: promised, it is cooperation ahead ("ready to let water pass")."""
    return any(reason.name == "allow(any)" for reason in act.reasons)
