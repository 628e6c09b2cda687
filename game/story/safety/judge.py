"""The filter as a judge of a model's sentences, to stand beside those that know the world.

Knows nothing of what becomes of a sentence; whoever asks keeps nothing of one that is withheld.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.story.gating.judge import Judge
from game.story.guarding.verdict import Verdict
from game.story.safety.filter import Filter


class SafetyJudge:
    """Says for one telling which sentences may be shown. shown are those before it, in order."""

    def __init__(self, of_model: Filter) -> None:
        self._filter = of_model

    def scene(self, sentence: str, shown: Sequence[str]) -> Verdict | None:
        """Return why a sentence of the narrator's may not be shown."""
        return self._filter.check(sentence, shown=" ".join(shown))

    def line(self, sentence: str, speaker: str, shown: Sequence[str]) -> Verdict | None:
        """Return why a sentence that a person says, by their id, may not be shown: whoever it is."""
        del speaker
        return self.scene(sentence, shown)


class Both:
    """Two judges of one telling: a sentence may be shown that both let pass."""

    def __init__(self, first: Judge, second: Judge) -> None:
        self._first = first
        self._second = second

    def scene(self, sentence: str, shown: Sequence[str]) -> Verdict | None:
        """Return why one of them does not let a sentence of the narrator's pass."""
        return self._first.scene(sentence, shown) or self._second.scene(sentence, shown)

    def line(self, sentence: str, speaker: str, shown: Sequence[str]) -> Verdict | None:
        """Return why one of them does not let a sentence pass that a person says, by their id."""
        return self._first.line(sentence, speaker, shown) or self._second.line(sentence, speaker, shown)
