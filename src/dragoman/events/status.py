"""Status of what is reported, and the rules that turn planned acts into promises, concessions and threats."""

from spacy.tokens import Token

from dragoman.events.algebra import CONCESSIVE, CONFLICT, COOPERATIVE, promised, threat_mode
from dragoman.model.candidate import Candidate

FUTURE = frozenset(("will", "shall", "'ll", "wo", "’ll"))
MAYBE = frozenset(("may", "might", "could", "can"))
CONDITIONS = frozenset(("if", "unless", "should", "whether", "provided", "lest"))
DUTY = frozenset(("must", "should", "ought"))
ENTRY = frozenset(("bar", "ban"))  # keeping somebody out: announced, it is a threat
NEVER = frozenset(("not", "n't", "never", "no", "neither", "nor", "hardly", "n’t"))


def settle_status(candidate: Candidate) -> None:
    """Sets the candidate's status from tense, modality and negation; may change its type by the close-case rules."""
    verb = _finite(candidate.anchor)
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    negated = is_negated(candidate)
    if candidate.status == "actual":
        if _is_conditional(verb) or auxiliaries & MAYBE:
            candidate.status = "hypothetical"
        elif _is_ahead(candidate.anchor, verb, auxiliaries):
            candidate.status = "future"
    if negated:
        _negate(candidate, willing=bool(auxiliaries & FUTURE or "would" in auxiliaries))
    elif auxiliaries & DUTY and candidate.event not in ("REQUEST", "ACCUSE", "REJECT"):
        _demand(candidate)
    if candidate.status == "future":
        _announce(candidate, conditional=_has_condition(verb))


def _finite(token: Token) -> Token:
    """The verb that carries the tense for the word: itself, or the head it is joined or subordinate to."""
    verb = token
    while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i and verb.dep_ in ("dobj", "nsubj", "nsubjpass", "attr", "conj", "compound"):
        verb = verb.head
    while (
        verb.dep_ in ("conj", "xcomp") and verb.head.pos_ in ("VERB", "AUX") and not _has_auxiliary(verb) and verb.tag_ not in ("VBD", "VBZ", "VBP")
    ):
        verb = verb.head
    return verb


def _has_auxiliary(verb: Token) -> bool:
    return any(child.dep_ in ("aux", "auxpass") and child.lower_ != "to" for child in verb.children)


def _is_ahead(anchor: Token, verb: Token, auxiliaries: set[str]) -> bool:
    """Whether the act is still to come: by its tense, by "planned" beside its noun, or by what "we" vow on a condition."""
    return bool(auxiliaries & (FUTURE | {"would"})) or (anchor is not verb and _is_planned(anchor)) or _is_vowed(verb)


def _is_planned(anchor: Token) -> bool:
    return any(child.lower_ in ("planned", "upcoming", "forthcoming", "proposed", "scheduled", "possible") for child in anchor.children)


def _is_conditional(verb: Token) -> bool:
    node = verb
    for _ in range(4):
        if any(child.dep_ == "mark" and child.lower_ in CONDITIONS for child in node.children):
            return True
        if (
            node.dep_ == "advcl"
            and any(child.dep_ == "aux" and child.lower_ == "should" and child.i < node.i for child in node.children)
            and not any(child.dep_ == "mark" for child in node.children)
        ):
            return True
        if node.dep_ not in ("conj", "ccomp", "xcomp", "auxpass") or node.head.i == node.i:
            return False
        node = node.head
    return False


def _has_condition(verb: Token) -> bool:
    """Whether the act hangs on a condition: "if they come back, we will strike"."""
    return any(
        clause.dep_ == "advcl" and any(child.dep_ == "mark" and child.lower_ in ("if", "unless") for child in clause.children)
        for clause in verb.children
    )


def _is_vowed(verb: Token) -> bool:
    """Whether the speaker says in the present what it does on a condition: "if that law passes, we stop the trains"."""
    return verb.tag_ == "VBP" and any(child.dep_ == "nsubj" and child.lower_ == "we" for child in verb.children) and _has_condition(verb)


def is_negated(candidate: Candidate) -> bool:
    """Whether the clause or the noun itself is denied: "did not meet", "no talks were held"."""
    verbs = {candidate.anchor.i: candidate.anchor, candidate.trigger.i: candidate.trigger}
    for token in list(verbs.values()):
        if any(child.dep_ == "neg" or (child.dep_ in ("det", "preconj") and child.lower_ in NEVER) for child in token.children):
            return True
    head = candidate.anchor
    if head.dep_ == "xcomp" and head.head.lemma_ not in ("say", "agree") and any(child.dep_ == "neg" for child in head.head.children):
        return True
    subject = next((child for child in head.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    return subject is not None and (
        subject.lower_ in ("nobody", "none", "neither")
        or any(child.dep_ == "det" and child.lower_ in ("no", "neither") for child in subject.children)
    )


def _negate(candidate: Candidate, *, willing: bool) -> None:
    """`will not talk` is a refusal; `did not meet` is a negated meeting."""
    if willing and candidate.event in COOPERATIVE | CONCESSIVE:
        candidate.mode = {"CONSULT": "meet", "AID": "assist", "COOPERATE": "assist"}.get(candidate.event, "yield")
        candidate.event, candidate.status = "REJECT", "actual"
        candidate.note("status", "will not: REJECT")
    elif candidate.event == "AGREE":
        candidate.event, candidate.mode, candidate.status = "REJECT", None, "actual"
        candidate.note("status", "did not agree: REJECT")
    elif candidate.event in ("REJECT", "ACCUSE", "THREATEN", "REQUEST"):
        candidate.drop("verbal act denied")
    elif any(child.dep_ in ("nsubjpass", "dobj") and child.lower_ in ("nobody", "none") for child in candidate.anchor.children):
        candidate.drop("it befell nobody")
    else:
        candidate.status = "negated"


def _demand(candidate: Candidate) -> None:
    """`must first restore` said by somebody else: a demand."""
    candidate.mode = {"CONSULT": "meet", "AID": "assist", "RETREAT": "yield", "CONCEDE": "yield"}.get(candidate.event, "change")
    candidate.event, candidate.status = "REQUEST", "actual"
    candidate.flags = candidate.flags | {"demanded"}
    candidate.note("status", "must: REQUEST")


def _announce(candidate: Candidate, *, conditional: bool) -> None:
    """Future acts by the close-case rules: cooperation is AGREE, retreat CONCEDE, coercion THREATEN."""
    if candidate.event in COOPERATIVE | CONCESSIVE:
        event, mode = promised(candidate)
        if event is not None:
            candidate.event, candidate.mode, candidate.status = event, mode, "actual"
            candidate.note("status", f"future: {event}")
    elif candidate.event in CONFLICT - {"PROTEST"} or (candidate.event == "PROTEST" and (candidate.recipients or conditional)):
        candidate.mode = threat_mode(candidate)
        candidate.event, candidate.status = "THREATEN", "actual"
        candidate.note("status", "future: THREATEN")
    elif candidate.event == "REJECT" and candidate.trigger.lemma_ in ENTRY:
        candidate.event, candidate.mode, candidate.status = "THREATEN", "restrict", "actual"
        candidate.note("status", "future: THREATEN")
    elif candidate.event in ("REQUEST", "ACCUSE", "REJECT", "THREATEN"):
        candidate.status = "actual"
