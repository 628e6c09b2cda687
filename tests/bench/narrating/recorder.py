"""A model that remembers what it was asked and what that cost, or tells what was prepared instead of computing.

Knows nothing of how a telling is asked for.
"""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from threading import Event

from game.story.model import Chunk, Done, LanguageModel, Message, ModelInfo, ModelStatus, Reply, Request, Weighing

NARRATOR = "narrator"

# About as many tokens as a telling of the starter has, which goes on to its limit.
_SENTENCES = (
    "The fog stands on the water to the height of a man, and above it the air is clear and cold.",
    "A rope creaks somewhere to the left, where the boats are, and then creaks again.",
    "Somebody has scrubbed the doorstep and left the brush beside it, bristles up.",
    "There is a smell of tar, of eels, of wet wool drying too close to a fire.",
    "The stones of the quay are worn in the middle, where nineteen years of feet have kept to one side.",
    "A gull walks along the wall as if it had been sent to count the bollards.",
    "Behind a shutter a clock strikes, is silent, and strikes once more to be sure.",
    "The tide has left a line of straw and cork on the steps, and nobody has swept it away.",
    "Two women carry a basket between them and do not look at the tower.",
    "Light comes from one window only, low and yellow, and lies on the wet ground like a plank.",
    "You can hear the sea under the street, going in and out of the cellars.",
)
_A_TELLING = 9
_AT_ONCE = 50
"""More replies than are ever under way at a time."""


@dataclass(slots=True)
class Asked:
    """One request, when it was made, whether ahead of need, when its first words came and, at its end, what it cost."""

    request: Request
    at: float
    is_ahead: bool
    first_at: float | None = None
    done: Done | None = None
    is_over: bool = False

    @property
    def is_telling(self) -> bool:
        """Return whether it was to tell a turn that was waited for."""
        return self.request.slot == NARRATOR and self.request.max_tokens > 0 and not self.is_ahead


@dataclass(slots=True)
class Recorder:
    """Stands for a model. While is_prepared nothing is computed: tellings are prepared text, and all else is empty."""

    model: LanguageModel
    is_prepared: bool = False
    asked: list[Asked] = field(default_factory=list)
    _told: Iterator[int] = field(default_factory=itertools.count)

    @property
    def is_busy(self) -> bool:
        """Return whether anything that was asked is not over."""
        return not all(each.is_over for each in self.asked[-_AT_ONCE:])

    @property
    def info(self) -> ModelInfo | None:
        return self.model.info

    @property
    def status(self) -> ModelStatus:
        return self.model.status

    def wait(self, timeout_s: float) -> bool:
        return self.model.wait(timeout_s)

    def count(self, messages: Sequence[Message]) -> list[int]:
        return self.model.count(messages)

    def weigh(self, weighing: Weighing, stop: Event | None = None, due: Event | None = None) -> tuple[float, ...]:
        return self.model.weigh(weighing, stop, due)

    def wake(self) -> None:
        self.model.wake()

    def close(self) -> None:
        self.model.close()

    def reply(self, request: Request, stop: Event | None = None, due: Event | None = None) -> Iterator[Reply]:
        """Pass a request on and note it, or answer it with what is prepared."""
        if self.is_prepared:
            yield from self._prepared(request)
            return
        asked = Asked(request, time.perf_counter(), is_ahead=due is not None and not due.is_set())
        self.asked.append(asked)
        try:
            for reply in self.model.reply(request, stop, due):
                if isinstance(reply, Done):
                    asked.done = reply
                elif asked.first_at is None:
                    asked.first_at = time.perf_counter()
                yield reply
        finally:
            asked.is_over = True

    def _prepared(self, request: Request) -> Iterator[Reply]:
        if request.max_tokens and request.candidates == 1:
            start = next(self._told)
            yield Chunk(" ".join(_SENTENCES[(start + each) % len(_SENTENCES)] for each in range(_A_TELLING)))
        yield Done("stop", 0, 0, 0, 0.0, 0.0)
