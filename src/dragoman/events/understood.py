"""Who acts where a passive names nobody: police arrest, courts convict, governments impose."""

from spacy.tokens import Token

from dragoman.model.event import Actor
from dragoman.model.mention import Mention

DEFAULT_AGENTS = {
    ("COERCE", "arrest"): ("police", ("COP",)),
    ("SANCTION", "convict"): ("court", ("JUD",)),
    ("COERCE", "curfew"): ("government", ("GOV",)),
    ("COERCE", "censor"): ("government", ("GOV",)),
    ("COERCE", "martial-law"): ("government", ("GOV",)),
    ("COERCE", "restrict"): ("government", ("GOV",)),
    ("COERCE", "deport"): ("government", ("GOV",)),
    ("ACCUSE", "investigate"): ("prosecutors", ("JUD",)),
}


def understood(word: str, sectors: tuple[str, ...], country: str, trigger: Token) -> Mention:
    """The mention of the country's own, standing at the trigger: "was detained" by its police."""
    actor = Actor(f"{word} ({country})", country, sectors)
    return Mention(trigger.i, trigger.i, trigger.i + 1, (actor,), direct=False, kind="understood", reason="agentless passive")
