"""Which time or place hangs on which word: the ways up the parse from a trigger and from a phrase."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

VERBAL = frozenset(("VERB", "AUX"))
AUXILIARY = frozenset(("aux", "auxpass"))
SPEECH = frozenset(
    "say tell report announce add state claim note write quote confirm deny insist argue believe think warn "
    "explain reply recall suggest reveal acknowledge admit declare assert stress maintain describe cite hear "
    "reckon estimate allege tweet post retort show indicate fear hope expect know remember answer remark".split()
)
SUBJECTS = ("nsubj", "nsubjpass")
SHARING_MARKS = frozenset(("as", "when", "while", "where", "whereupon"))
FUTURE = frozenset(("will", "would", "shall", "'ll", "wo", "'d"))


def top_of(doc: Doc, start: int, end: int, head: int) -> Token:
    """The word of the span that hangs on a word outside it."""
    token = doc[head]
    for _ in range(end - start):
        if not start <= token.head.i < end or token.head.i == token.i:
            return token
        token = token.head
    return token


def governors(top: Token) -> Iterator[Token]:
    """The words above `top`, nouns and prepositions up to the first verb, which is the last."""
    token = top
    for _ in range(12):
        if token.head.i == token.i:
            return
        token = token.head
        yield token
        if is_predicate(token):
            return


def is_predicate(token: Token) -> bool:
    """Whether the word is a verb that carries a clause, not an auxiliary."""
    return token.pos_ in VERBAL and token.dep_ not in AUXILIARY


def predicate_of(trigger: Token) -> Token:
    """The verb that the trigger is, or the first one above it; the trigger itself where none is."""
    token = trigger
    for _ in range(12):
        if is_predicate(token) or token.head.i == token.i:
            return token if is_predicate(token) else trigger
        token = token.head
    return trigger


def marker_of(verb: Token) -> str:
    """The conjunction that opens the verb's clause: "when", "after"; empty for none."""
    for child in verb.lefts:
        if child.dep_ == "mark" or (child.dep_ == "advmod" and child.tag_ == "WRB"):
            return child.lower_
    return ""


def has_future(verb: Token) -> bool:
    """Whether the clause speaks of what is to come: "will", "would", "is to"."""
    for child in verb.lefts:
        if child.dep_ == "aux" and child.lower_ in FUTURE:
            return True
    if verb.dep_ == "xcomp" and verb.head.lemma_ in ("be", "go") and any(c.lower_ == "to" for c in verb.lefts):
        return verb.head.lemma_ == "be" or verb.head.lower_ == "going"
    return verb.tag_ == "VB" and any(c.lower_ in ("are", "is") and c.dep_ in AUXILIARY for c in verb.lefts)


def has_perfect(verb: Token) -> bool:
    """Whether the verb stands in the present perfect, which no point in the past goes with."""
    return any(child.dep_ == "aux" and child.lower_ in ("has", "have", "'ve", "ve") for child in verb.lefts)


def has_pluperfect(verb: Token) -> bool:
    """Whether the clause looks back from the past: "had agreed"."""
    return any(child.dep_ == "aux" and child.lower_ in ("had", "'d") for child in verb.lefts)


def is_present(verb: Token) -> bool:
    """Whether the clause is in the present, simple or progressive."""
    return verb.tag_ in ("VBZ", "VBP") or any(child.dep_ == "aux" and child.lower_ in ("is", "are", "'s", "'re") for child in verb.lefts)


def is_simple_past(verb: Token) -> bool:
    """Whether the clause is in the simple past, active or passive."""
    helpers = [child for child in verb.lefts if child.dep_ in AUXILIARY]
    if not helpers:
        return verb.tag_ == "VBD"
    return all(child.lower_ in ("was", "were", "did") for child in helpers)


def is_infinitive(verb: Token) -> bool:
    """Whether the verb stands with "to"."""
    return verb.tag_ == "VB" and any(child.lower_ == "to" for child in verb.lefts)


def is_promise(trigger: Token, predicate: Token) -> bool:
    """Whether the trigger is what is promised, so that what is told with it dates the promise at most.

    "Will meet on Monday" and "agreed to meet on Monday" do; "fired gas on Monday to end a march" does not.
    """
    if has_future(predicate):
        return True
    return trigger.i == predicate.i and is_infinitive(predicate) and predicate.dep_ in ("xcomp", "ccomp", "acl")


def chain_of(predicate: Token, through_speech: bool = False) -> Iterator[tuple[Token, str]]:
    """The verbs whose times hold for the predicate too, nearest first, each with the link that led there.

    Coordinated verbs, the verb above a participle, an infinitive or a clause with "as" or "when" share
    their time; the verb of saying above a clause does not, unless what is said is itself the act.
    """
    token = predicate
    yield token, "own"
    for _ in range(8):
        if token.head.i == token.i or not _shares(token, through_speech):
            return
        link, token = token.dep_, token.head
        while not is_predicate(token) and token.head.i != token.i:
            token = token.head
        yield token, link


def _shares(token: Token, through_speech: bool) -> bool:
    dep, mark = token.dep_, marker_of(token)
    if dep == "advcl":
        return mark in SHARING_MARKS or (mark == "" and (token.tag_ in ("VBG", "VBN") or is_infinitive(token)))
    if dep in ("ccomp", "parataxis", "dep"):
        return through_speech or (token.head.lemma_ not in SPEECH and dep == "ccomp")
    if dep == "pcomp":
        return token.head.lower_ not in ("after", "before", "since", "of", "for", "from", "until")
    if dep == "relcl":
        return mark in SHARING_MARKS
    return dep in ("conj", "xcomp", "acl")
