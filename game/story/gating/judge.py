"""What the gate asks of whoever judges a model's sentences: whether one may be shown.

Knows nothing of rules. A judge is made for one telling of one turn.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from game.rules.world import World
from game.story.guarding.verdict import Verdict
from game.story.sentences import Sentences
from game.story.turn import Turn


class Judge(Protocol):
    """Whoever says which sentences may be shown; None says that one may. shown are this telling's before it."""

    def scene(self, sentence: str, shown: Sequence[str]) -> Verdict | None:
        """Return why a sentence of the narrator's may not be shown."""

    def line(self, sentence: str, speaker: str, shown: Sequence[str]) -> Verdict | None:
        """Return why a sentence that a person says, by their id, may not be shown."""


Judges = Callable[[World, Sentences, Turn], Judge]


class Lenient:
    """Lets all pass, where only time is measured, or a model may say anything."""

    def __init__(self, world: World, sentences: Sentences, turn: Turn) -> None:
        del world, sentences, turn

    def scene(self, sentence: str, shown: Sequence[str]) -> Verdict | None:
        return None

    def line(self, sentence: str, speaker: str, shown: Sequence[str]) -> Verdict | None:
        return None
