"""The author's words, as they stand.

Knows nothing of models.
"""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event

from game.rules.world import World
from game.story.passages import Opened, authored
from game.story.recollections import beats_of_turn
from game.story.sentences import Sentences
from game.story.turn import Turn


class Authored:
    """Tells every beat in the author's words, at once."""

    def __init__(self, world: World, sentences: Sentences) -> None:
        self._world = world
        self._sentences = sentences

    def tell(self, turn: Turn, stop: Event) -> Iterator[Opened]:
        """Yield each beat's passage. Needs no time, so stop is not looked at."""
        for beat in beats_of_turn(self._world, self._sentences, turn):
            yield from authored(beat)
