"""The author's words at once, then what a small model can be trusted with: people's words, and a touch of weather.

A place whose words were read before is told another way, by a model or with its help. Knows nothing of what a
model may say: that is speech's business.
"""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event

from game.rules.world import World
from game.story.gating.judge import Judges
from game.story.model import Done, LanguageModel
from game.story.passages import Opened, authored
from game.story.recollections import beats_of_turn
from game.story.sentences import Sentences
from game.story.tellers.speech import Speech
from game.story.turn import Turn


class Blend:
    """Tells every beat in the author's words, but for lines that the author left free, and for what was read before."""

    def __init__(
        self, world: World, sentences: Sentences, model: LanguageModel, *, judges: Judges, is_asked: bool = False
    ) -> None:
        """Take what tells; is_asked says that the player asked for the model's words, trusted with them or not."""
        self._world = world
        self._sentences = sentences
        self._speech = Speech(world, sentences, model, judges=judges, is_asked=is_asked)

    def tell(self, turn: Turn, stop: Event) -> Iterator[Opened | Done]:
        """Yield the author's passages and the model's, each whole; a stop leaves the model's out."""
        for beat in beats_of_turn(self._world, self._sentences, turn):
            if beat.free and self._speech.is_ready:
                yield from self._speech.line(turn, beat, stop)
            elif beat.look and self._speech.is_ready:
                yield from self._speech.place(turn, beat, stop)
            else:
                yield from authored(beat)
        if self._speech.is_ready:
            yield from self._speech.touch(turn, stop)
