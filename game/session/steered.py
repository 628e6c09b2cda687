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
from game.story.safety.wishes import Limits, Wishes

STEERED = "steered"
"""The name under which a run keeps it."""
_STEERING = TypeAdapter(Steering)
# How much of a sentence must be what was taken back: an author repeats whole sentences, a model only what they say.
_NEARLY_ALL, _HALF = 0.8, 0.5


class Steered:
    """The steering of one run. now is what it is at present."""

    def __init__(self, run: RunFile) -> None:
        """Read it. Raises SaveError."""
        self._run = run
        self.now = steering_in(run.kept.setting(STEERED))

    def keep(self, steering: Steering) -> None:
        """Steer so from now on. Raises SaveError."""
        self._run.kept.put_setting(STEERED, _STEERING.dump_json(steering).decode())
        self.now = steering


def steering_in(kept: str | None) -> Steering:
    """Return the steering that a run keeps; None where it keeps none. Raises SaveError."""
    with reading("This run"):
        return _STEERING.validate_json(kept) if kept else Steering()


def limits_of(wishes: Wishes, steering: Steering) -> Limits:
    """Return the filters that keep to a player's wishes, and let nothing of what was taken back come again."""
    limits = wishes.with_lines(*steering.topics).limits()
    if not steering.words:
        return limits
    author = replace(limits.author, also=partial(_returned, steering, share=_NEARLY_ALL))
    model = replace(limits.model, also=partial(_returned, steering, share=_HALF))
    return replace(limits, author=author, model=model, banned=(*limits.banned, *steering.words))


def _returned(steering: Steering, sentence: str, *, share: float) -> Withheld | None:
    return Withheld("line") if steering.returns_in(sentence, share=share) else None
