"""What the classifier is asked: a sentence, and in it the words of actor, recipient and trigger."""

from msgspec import Struct


class Instance(Struct, frozen=True):
    """A sentence with its marked spans (characters of `text`) and what the rules and the words say.

    `rule` is the type that the rules propose, None where they propose none; `words` are lexical
    features, names like "trigger=expel".
    """

    text: str
    actor: tuple[tuple[int, int], ...] = ()
    recipient: tuple[tuple[int, int], ...] = ()
    trigger: tuple[int, int] | None = None
    rule: str | None = None
    mode: str | None = None
    weight: float = 0.0
    words: tuple[str, ...] = ()


class Verdict(Struct, frozen=True):
    """The classifier's answer: type (None for no event), its probability, modes, status, and each voter's share."""

    event: str | None
    probability: float
    none: float
    modes: tuple[tuple[str, float], ...]
    status: tuple[tuple[str, float], ...]
    shares: tuple[tuple[str, float], ...]
    types: tuple[tuple[str, float], ...] = ()
