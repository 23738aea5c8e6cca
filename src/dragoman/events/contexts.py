"""Contexts: the settings that an event's paragraph, type and mode show."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from dragoman.knowledge.codebook import Codebook, Context

SPOKEN = frozenset("AGREE CONSULT SUPPORT REQUEST ACCUSE REJECT THREATEN SANCTION CONCEDE".split())

# A story has a setting that each of its events shares, once its words come back in three sentences and in a fifth of all;
# swept 2 to 4 and .1 to .4 on dev. Who speaks, fights, rules or judges is the single act's, so these five stay with their sentence.
STORY_SENTENCES, STORY_SHARE = 3, 0.2
OF_THE_ACT = frozenset("diplomatic military executive legal political_institutions".split())


class Contexts:
    """The codebook's contexts, by word; `find` counts those of a sentence, `of_story` those that a whole article keeps to."""

    def __init__(self, codebook: Codebook) -> None:
        self._contexts: Mapping[str, Context] = codebook.contexts
        self._single: dict[str, list[str]] = {}
        self._phrases: dict[str, list[tuple[str, str]]] = {}  # by their first word, so that few are looked for
        for name, context in codebook.contexts.items():
            for word in context.words:
                if " " in word or "-" in word:
                    self._phrases.setdefault(_words(word)[0], []).append((word, name))
                else:
                    self._single.setdefault(word, []).append(name)

    def of_story(self, sentences: Iterable[tuple[list[str], str]]) -> frozenset[str]:
        """The contexts that an article of these sentences (lemmas, lower-case text) keeps coming back to."""
        rows = list(sentences)
        counts = Counter(name for lemmas, text in rows for name, score in self._told(lemmas, text).items() if score >= 1)
        least = max(STORY_SENTENCES, STORY_SHARE * len(rows))
        return frozenset(name for name, count in counts.items() if count >= least) - OF_THE_ACT

    def find(
        self, lemmas: list[str], text: str, event: str, mode: str | None, *, international: bool = False, story: frozenset[str] = frozenset()
    ) -> tuple[str, ...]:
        """The contexts of an event of this type whose sentence has these lemmas and lower-case text, those of its story among them.

        Words between governments of two countries are diplomatic whatever they are about.
        """
        scores = self._told(lemmas, text) | dict.fromkeys(story, 1.0)
        for name, context in self._contexts.items():
            if f"{event}/{mode}" in context.types or event in context.types:
                scores[name] = scores.get(name, 0) + 1
        if international and event in SPOKEN and "diplomatic" in self._contexts:
            scores["diplomatic"] = 1
        return tuple(name for name in self._contexts if scores.get(name, 0) >= 1)

    def _told(self, lemmas: list[str], text: str) -> dict[str, float]:
        """How much the words of a sentence speak of each context."""
        scores: dict[str, float] = {}
        for lemma in set(lemmas):
            for name in self._single.get(lemma, ()):
                if self._means(lemma, self._contexts[name], text):
                    scores[name] = scores.get(name, 0) + 1
        for word in set(_words(text)) & self._phrases.keys():
            for phrase, name in self._phrases[word]:
                if phrase in text:
                    scores[name] = scores.get(name, 0) + 1.5
        return scores

    def _means(self, lemma: str, context: Context, text: str) -> bool:
        """Whether the word stands for the context: a tennis court is no court, but one beside it still is."""
        if lemma in context.misleading:
            return False
        phrases = [phrase for phrase in context.misleading if lemma in phrase and phrase in text]
        for phrase in phrases:
            text = text.replace(phrase, " ")
        return not phrases or lemma in text


def _words(text: str) -> list[str]:
    """The words of a text, parted where a letter or digit ends."""
    return re.findall(r"\w+", text)
