"""What a player took back in one run, read from its file and kept there; and filters that keep it from coming again.

Knows nothing of what else is kept from a player.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from pydantic import TypeAdapter

from game.session.saved import reading
from game.storage.run import RunFile
from game.story.safety.filter import Withheld
from game.story.safety.steering import Steering
from game.story.safety.wishes import Limits

_NAME = "steered"
"""The name under which a run keeps it."""
_STEERING = TypeAdapter(Steering)
# How much of a sentence must be what was taken back: an author repeats whole sentences, a model only what they say.
_NEARLY_ALL, _HALF = 0.8, 0.5


class Steered:
    """The steering of one run. now is what it is at present."""

    def __init__(self, run: RunFile) -> None:
        """Read it. Raises SaveError."""
        self._run = run
        kept = run.kept.setting(_NAME)
        with reading("This run"):
            self.now = _STEERING.validate_json(kept) if kept else Steering()

    def keep(self, steering: Steering) -> None:
        """Steer so from now on. Raises SaveError."""
        self._run.kept.put_setting(_NAME, _STEERING.dump_json(steering).decode())
        self.now = steering

    def held(self, limits: Limits) -> Limits:
        """Return limits within which nothing of it comes again."""
        if not self.now.words:
            return limits
        author = replace(limits.author, also=partial(self._returned, share=_NEARLY_ALL))
        model = replace(limits.model, also=partial(self._returned, share=_HALF))
        return replace(limits, author=author, model=model, banned=(*limits.banned, *self.now.words))

    def _returned(self, sentence: str, *, share: float) -> Withheld | None:
        return Withheld("line") if self.now.returns_in(sentence, share=share) else None
