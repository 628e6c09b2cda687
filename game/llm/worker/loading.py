"""From an order to a model that is ready: on the GPU if that can be, warmed up, with the time of its first steps.

Knows nothing of requests.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import llama_cpp

from game.errors import ModelError
from game.llm.digest import weights_digest
from game.llm.tuning import Tuning, tuning_from
from game.llm.wire import Frame, Step
from game.llm.worker import aside, log
from game.llm.worker.context import Context, DecodeError, Entry
from game.llm.worker.devices import Device, gpus
from game.llm.worker.pace import UNAWAITED_AHEAD, Pace
from game.llm.worker.placing import Tried, first_that_loads, layers_there, layers_to_try
from game.llm.worker.room import fitted, left_for_window, needs_of, require_memory_for
from game.llm.worker.template import Template
from game.llm.worker.weights import Weights
from game.story.model import ModelInfo, Placement

_WARMED = 32
_CHUNK_ON_GPU = 128
"""Tokens of a step on a GPU of which nothing was measured: there a step cannot be broken off."""

_UNCOMPUTABLE = "{} was loaded but cannot be computed with on this machine: choose a smaller model."


@dataclass(frozen=True, slots=True)
class Loaded:
    """A model that is ready, what is known of it, and the seconds its first steps took.

    aside is the bytes that its prompts may take beside the window: what that leaves.
    """

    weights: Weights
    context: Context
    template: Template
    info: ModelInfo
    pace: Pace
    aside: int
    steps: dict[Step, float]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What is to be loaded, and into what: memory is the bytes that this process may hold, or 0."""

    path: Path
    template: str
    tuning: Tuning
    gpu: str
    memory: int
    progress: Callable[[float], None]
    interrupted: Callable[[], bool]


def load(order: Frame, *, progress: Callable[[float], None], interrupted: Callable[[], bool]) -> Loaded:
    """Return the model that was ordered. Raises ModelError with the reason why it cannot be used."""
    log.listen()
    llama_cpp.llama_backend_init()
    devices = gpus()
    gpu = devices[0].name if devices else ""
    wanted = _Wanted(
        path=Path(order["path"]),
        template=order["template"],
        tuning=_tuning(order, gpu),
        gpu=gpu,
        memory=order.get("memory", 0),
        progress=progress,
        interrupted=interrupted,
    )
    layers = layers_to_try(wanted.path, wanted.tuning.gpu_layers, devices)
    return first_that_loads(layers, partial(_load, wanted), _tried(order, devices))


def _tuning(order: Frame, gpu: str) -> Tuning:
    """Return how to compute: as was found best with just this GPU, else as ordered."""
    tuned, usual = order.get("tuned"), tuning_from(order)
    if tuned is not None and tuned["gpu"] == gpu:
        return tuning_from(tuned["tuning"])
    return replace(usual, chunk=min(usual.chunk, _CHUNK_ON_GPU)) if gpu and usual.gpu_layers else usual


def _tried(order: Frame, devices: tuple[Device, ...]) -> Tried:
    """Return what another process tried, which did not survive it."""
    phrases = list(order.get("tried", ())) if devices else []
    return Tried(phrases, "failed" if phrases else "")


def _load(wanted: _Wanted, layers: int, tried: Tried) -> Loaded:
    if layers == 0:
        require_memory_for(wanted.path.name, wanted.path.stat().st_size if wanted.path.is_file() else 0)
    with ExitStack() as undo:
        weights = Weights(wanted.path, gpu_layers=layers, progress=wanted.progress)
        undo.callback(weights.close)
        template = Template(weights, wanted.template)
        tuning = replace(wanted.tuning, window=min(wanted.tuning.window, weights.trained_window or 1 << 62))
        on_gpu = layers_there(layers, weights.layers)
        needs = needs_of(weights, tuning)
        here = needs.share(1 - on_gpu / max(weights.layers, 1))
        left = left_for_window(weights, memory=wanted.memory)
        tuning, note = fitted(weights.name, tuning, here, left=left)
        log.note(note or f"The window is {tuning.window} tokens.")
        context = Context(weights, cells=tuning.cells, tuning=tuning, interrupted=wanted.interrupted)
        undo.callback(context.close)
        steps = _warm_up(context, weights, tuning.chunk)
        undo.pop_all()
    placement = Placement(
        layers=weights.layers,
        on_gpu=on_gpu,
        gpu=wanted.gpu,
        fault=tried.fault,
        tried=tuple(tried.phrases),
        cells=context.cells,
        weights=weights.tensor_bytes,
        cache=context.cells * needs.cell,
        note=note,
    )
    info = ModelInfo(weights.name, weights.parameters, tuning.window, weights_digest(wanted.path), placement)
    ahead = tuning.ahead if on_gpu else UNAWAITED_AHEAD
    pace = Pace(tuning.chunk, min(ahead, tuning.chunk), tuning.rides_along, is_tidy=not on_gpu)
    beside = max(0, left - here.for_cells(context.cells))
    return Loaded(weights, context, template, info, pace, min(beside, aside.MOST), steps)


def _warm_up(context: Context, weights: Weights, chunk: int) -> dict[Step, float]:
    """Compute something, so that the first request finds the weights in memory; return the seconds each step may take.

    That of a whole chunk is taken from a part of it: on a slow machine all of it would be long to wait for.
    """
    read = min(_WARMED, chunk)
    entries = [Entry(at % weights.size, at, 0, wanted=at >= read - 1) for at in range(read + 1)]
    try:
        steps: dict[Step, float] = {
            "read": _seconds(context, entries[:read]) * chunk / read,
            "write": _seconds(context, entries[read:]),
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
