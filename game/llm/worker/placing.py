"""Which of a model's layers go to the GPU: all of them if they fit, else fewer, else none; what was tried is told.

Knows nothing of how a model is loaded: whoever loads says what came of it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from game.errors import ModelError
from game.llm.tuning import ALL_LAYERS
from game.llm.worker import log
from game.llm.worker.devices import Device
from game.llm.worker.weights import layers_of
from game.story.model import Fault

T = TypeVar("T")

_FOR_WEIGHTS = 0.8
"""Of a GPU's free memory; the rest is for the window and for computing."""
_WHY: dict[Fault, str] = {"memory": "not enough memory", "failed": "it failed"}


@dataclass(slots=True)
class Tried:
    """Phrases of what was tried before, and why the last of it was not enough."""

    phrases: list[str] = field(default_factory=list)
    fault: Fault = ""


def layers_to_try(path: Path, wanted: int, devices: Sequence[Device]) -> list[int]:
    """Return numbers of layers for the GPU, the best first and none of them last."""
    if wanted == 0 or not devices:
        return [0]
    most = layers_of(path) + 1 if wanted == ALL_LAYERS else wanted  # What follows the last layer counts as one.
    free = sum(device.free for device in devices) * _FOR_WEIGHTS
    fewer = min(int(most * free / path.stat().st_size), most * 3 // 4)
    return [wanted, *(part for part in (fewer, fewer * 2 // 3, fewer // 3) if part), 0]


def first_that_loads(layers: Sequence[int], load: Callable[[int, Tried], T], tried: Tried) -> T:
    """Return what load makes of the first number of layers it does not fail with. Raises the last one's ModelError."""
    *more, least = layers
    for number in more:
        log.was_short_of_memory()
        try:
            return load(number, tried)
        except ModelError as error:
            tried.fault = "memory" if log.was_short_of_memory() else "failed"
            tried.phrases.append(f"{layers_in_words(number)} ({_WHY[tried.fault]})")
            log.note(f"With {layers_in_words(number)} on the GPU: {error}")
    return load(least, tried)


def layers_there(wanted: int, layers: int) -> int:
    """Return how many of a model's layers are on the GPU where that took what was wanted."""
    return layers if wanted == ALL_LAYERS else min(wanted, layers)


def layers_in_words(number: int) -> str:
    """Return a number of layers as a phrase."""
    return {ALL_LAYERS: "all layers", 0: "nothing"}.get(number, f"{number} layers")
