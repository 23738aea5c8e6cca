"""Contexts: the settings that an event's paragraph, type and mode show."""

from collections.abc import Mapping

from dragoman.knowledge.codebook import Codebook, Context

SPOKEN = frozenset("AGREE CONSULT SUPPORT REQUEST ACCUSE REJECT THREATEN SANCTION CONCEDE".split())


class Contexts:
    """The codebook's contexts, by word; `find` counts those of a paragraph."""

    def __init__(self, codebook: Codebook) -> None:
        self._contexts: Mapping[str, Context] = codebook.contexts
        self._single: dict[str, list[str]] = {}
        self._phrases: list[tuple[str, str]] = []
        for name, context in codebook.contexts.items():
            for word in context.words:
                if " " in word or "-" in word:
                    self._phrases.append((word, name))
                else:
                    self._single.setdefault(word, []).append(name)

    def find(self, lemmas: list[str], text: str, event: str, mode: str | None, *, international: bool = False) -> tuple[str, ...]:
        """The contexts of an event of this type whose sentence has these lemmas and lower-case text.

        Words between governments of two countries are diplomatic whatever they are about.
        """
        scores: dict[str, float] = {}
        for lemma in set(lemmas):
            for name in self._single.get(lemma, ()):
                if self._means(lemma, self._contexts[name], text):
                    scores[name] = scores.get(name, 0) + 1
        for phrase, name in self._phrases:
            if phrase in text:
                scores[name] = scores.get(name, 0) + 1.5
        for name, context in self._contexts.items():
            if f"{event}/{mode}" in context.types or event in context.types:
                scores[name] = scores.get(name, 0) + 1
        if international and event in SPOKEN and "diplomatic" in self._contexts:
            scores["diplomatic"] = 1
        return tuple(name for name in self._contexts if scores.get(name, 0) >= 1)

    def _means(self, lemma: str, context: Context, text: str) -> bool:
        """Whether the word stands for the context: a tennis court is no court, but one beside it still is."""
        if lemma in context.misleading:
            return False
        phrases = [phrase for phrase in context.misleading if lemma in phrase and phrase in text]
        for phrase in phrases:
            text = text.replace(phrase, " ")
        return not phrases or lemma in text
