"""A candidate: words that may tell an event, on their way to a record or to the list of what was dropped."""

from dataclasses import dataclass, field

from spacy.tokens import Token

from dragoman.model.mention import Mention
from dragoman.model.trace import Reason


@dataclass(slots=True)
class Candidate:
    """What a frame proposed at `trigger`, and what the rules made of it.

    `anchor` is the word that carries its clause: the trigger, or the light verb of an event noun.
    `actors` and `recipients` are slots (tokens) until `parties` fills `actor` and `recipient`.
    `chance` is the calibrated probability of its type, None where no classifier was asked.
    `voice` is the outer verb ("urged", "promised") whose subject acts, when it is not the anchor.
    """

    event: str
    mode: str | None
    trigger: Token
    anchor: Token
    frame: str
    weight: float
    flags: frozenset[str] = frozenset()
    actors: list[Token] = field(default_factory=list)
    recipients: list[Token] = field(default_factory=list)
    words: list[Token] = field(default_factory=list)
    complements: list[Token] = field(default_factory=list)
    status: str = "actual"
    reciprocal: bool = False
    actor: list[Mention] = field(default_factory=list)
    recipient: list[Mention] = field(default_factory=list)
    speakers: list[Mention] = field(default_factory=list)
    inner: list["Candidate"] = field(default_factory=list)
    reasons: list[Reason] = field(default_factory=list)
    dropped: str | None = None
    chance: float | None = None

    @property
    def kept(self) -> bool:
        """Whether no rule has dropped it."""
        return self.dropped is None

    def drop(self, rule: str) -> None:
        """Drops the candidate, the first rule to do so being remembered."""
        self.dropped = self.dropped or rule

    def note(self, stage: str, name: str, score: float = 1.0) -> None:
        """Adds a reason."""
        self.reasons.append(Reason(stage, name, score))
