"""From an order to a model that is ready: on the GPU if that can be, warmed up, with the time of its first steps.

Knows nothing of requests.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import llama_cpp

from game.errors import ModelError
from game.llm.wire import Frame, Step
from game.llm.worker.context import CHUNK, Context, DecodeError, Entry
from game.llm.worker.digest import weights_digest
from game.llm.worker.template import Template
from game.llm.worker.weights import Weights
from game.story.model import ModelInfo

CELLS_BESIDE = 2048
"""Cells beyond the window: for several candidates, and for other slots while the narrator's fills the window."""

_ALL_LAYERS = -1
_FEW_LAYERS = 16
_DEBUG = 1
_STDERR = 2

_UNCOMPUTABLE = "{} was loaded but cannot be computed with on this machine: choose a smaller model."


@dataclass(frozen=True, slots=True)
class Loaded:
    """A model that is ready, what is known of it, and the seconds its first steps took."""

    weights: Weights
    context: Context
    template: Template
    info: ModelInfo
    steps: dict[Step, float]


def load(order: Frame, *, progress: Callable[[float], None], interrupted: Callable[[], bool]) -> Loaded:
    """Return the model that was ordered. Raises ModelError with the reason why it cannot be used."""
    llama_cpp.llama_log_set(_LOG, None)
    llama_cpp.llama_backend_init()
    *more, least = _layers_to_try(order["gpu_layers"])
    for layers in more:
        try:
            return _load(order, layers, progress, interrupted)
        except ModelError as error:
            _write_log(_STDERR, f"With {layers} layers on the GPU: {error}\n".encode(), None)
    return _load(order, least, progress, interrupted)


def _layers_to_try(wanted: int) -> list[int]:
    """Return numbers of layers for the GPU, the best first and none of them last."""
    if wanted == 0 or not llama_cpp.llama_supports_gpu_offload():
        return [0]
    return [_ALL_LAYERS, _FEW_LAYERS, 0] if wanted < 0 else [wanted, wanted // 2, 0]


def _load(order: Frame, layers: int, progress: Callable[[float], None], interrupted: Callable[[], bool]) -> Loaded:
    path = Path(order["path"])
    with ExitStack() as undo:
        weights = Weights(path, gpu_layers=layers, progress=progress)
        undo.callback(weights.close)
        template = Template(weights, order["template"])
        window = min(order["window"], weights.trained_window or order["window"])
        cells = window + CELLS_BESIDE
        context = Context(weights, cells=cells, threads=order["threads"], interrupted=interrupted)
        undo.callback(context.close)
        steps = _warm_up(context, weights)
        undo.pop_all()
    info = ModelInfo(weights.name, weights.parameters, window, weights_digest(path))
    return Loaded(weights, context, template, info, steps)


def _warm_up(context: Context, weights: Weights) -> dict[Step, float]:
    """Compute something, so that the first request finds the weights in memory; return the seconds each step took."""
    entries = [Entry(at % weights.size, at, 0, wanted=at >= CHUNK - 1) for at in range(CHUNK + 1)]
    try:
        steps: dict[Step, float] = {
            "read": _seconds(context, entries[:CHUNK]),
            "write": _seconds(context, entries[CHUNK:]),
        }
    except DecodeError as error:
        raise ModelError(_UNCOMPUTABLE.format(weights.name)) from error
    context.clear(0)
    return steps


def _seconds(context: Context, entries: list[Entry]) -> float:
    start = time.monotonic()
    context.step(entries)
    llama_cpp.llama_synchronize(context.handle)
    return time.monotonic() - start


def _write_log(level: int, text: bytes, _: Any) -> None:
    if level > _DEBUG:
        os.write(_STDERR, text)


_LOG = llama_cpp.llama_log_callback(_write_log)  # Held by the module, for llama.cpp calls it as long as it runs.
