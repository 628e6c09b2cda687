"""A judge that holds back what it is told to, for tests of what becomes of the rest."""

from __future__ import annotations

from collections.abc import Sequence

from game.rules.world import World
from game.story.guarding.verdict import Reason, Verdict
from game.story.sentences import Sentences
from game.story.turn import Turn


class Censor:
    """Holds back every sentence that has one of some words in it, each for a reason; the words are what offends."""

    def __init__(self, **words: Reason) -> None:
        self._words = words
        self.asked: list[tuple[str, tuple[str, ...]]] = []

    def __call__(self, world: World, sentences: Sentences, turn: Turn) -> Censor:
        """Be the judge of any turn."""
        return self

    def scene(self, sentence: str, shown: Sequence[str]) -> Verdict | None:
        """Return a verdict on a sentence, and remember what it was asked."""
        self.asked.append((sentence, tuple(shown)))
        return next((Verdict(reason, word) for word, reason in self._words.items() if word in sentence), None)

    def line(self, sentence: str, speaker: str, shown: Sequence[str]) -> Verdict | None:
        """Judge a person's line as any."""
        return self.scene(sentence, shown)
