"""How a model is computed: threads, layers on the GPU, the memory of its context, and how much goes into a step.

Knows nothing of llama.cpp, nor of how the best of it is found.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Literal

from game.llm.cores import usable_cores

CacheType = Literal["f16", "q8_0"]
Flash = Literal["auto", "on", "off"]

ALL_LAYERS = -1
LEAST_WINDOW = 1024
"""Tokens: with a narrower window nothing worth telling can be told."""


@dataclass(frozen=True, slots=True)
class Tuning:
    """What can be chosen; the defaults are for a machine of which nothing was measured.

    threads are for writing, reading_threads for reading. gpu_layers -1 are as many as fit. cache_type is how the
    numbers are kept that stand for each token, flash whether attention is computed in one pass over them. window is the
    most tokens of a prompt and its reply; beside are cells for others while one prompt fills the window. chunk is the
    most tokens of a step, ahead of one on a GPU that holds what is told ahead; rides_along says that a second sequence
    costs a step next to nothing.
    """

    threads: int = field(default_factory=usable_cores)
    reading_threads: int = field(default_factory=usable_cores)
    gpu_layers: int = 0
    cache_type: CacheType = "f16"
    flash: Flash = "auto"
    window: int = 4096
    beside: int = 2048
    chunk: int = 512
    ahead: int = 32
    rides_along: bool = False

    @property
    def cells(self) -> int:
        """The tokens that all sequences hold together."""
        return self.window + self.beside


@dataclass(frozen=True, slots=True)
class Tuned:
    """What was found best on a machine with a certain GPU, or with none."""

    gpu: str
    tuning: Tuning


def tuning_from(values: Mapping[str, Any]) -> Tuning:
    """Return the tuning that asdict made these values of; what they lack is as usual, what else they hold is left."""
    return Tuning(**{each.name: values[each.name] for each in fields(Tuning) if each.name in values})
