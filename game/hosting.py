"""The process of a model as the player has set it and as loreloom model tune found it best: what is set comes first.

Knows nothing of what is told with it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from game.errors import ModelError
from game.llm.choice import ModelChoice, find_file
from game.llm.host import LlamaHost
from game.llm.trials import known_of
from game.llm.tuned import kept_answer
from game.llm.tuning import ALL_LAYERS, Tuning
from game.settings import SMALL_WINDOW, Settings, log_folder, models_folder, prompts_folder
from game.story.model import Placement

_MEGABYTE = 10**6


def host_of(choice: ModelChoice, settings: Settings) -> LlamaHost:
    """Return the host of a model, not yet started."""
    answer = kept_answer(settings.cache, choice.path)
    return LlamaHost(
        choice.path,
        log=log_folder() / "model.log",
        template=choice.template,
        tuning=usual_tuning(settings, choice),
        tuned=replace(answer.tuned, tuning=_as_set(answer.tuned.tuning, settings)) if answer else None,
        memory=(settings.memory_mb or 0) * _MEGABYTE,
        shelf=prompts_folder(settings),
        shelf_bytes=settings.prompts_mb * _MEGABYTE,
        known=known_of(choice, settings.cache),
    )


def usual_tuning(settings: Settings, choice: ModelChoice) -> Tuning:
    """Return how a model is computed of which nothing was measured here."""
    return _as_set(Tuning(gpu_layers=ALL_LAYERS, window=usual_window(choice)), settings)


def usual_window(choice: ModelChoice) -> int:
    """Return the tokens of a prompt and its reply together, where nobody has set them."""
    is_small = choice.parameters is not None and choice.parameters < 1
    return SMALL_WINDOW if is_small else Tuning().window


def placement_of(settings: Settings, *, timeout_s: float) -> Placement | None:
    """Return where the model lies when it is loaded as for play, or None where it cannot be."""
    try:
        choice = find_file(settings.model, cache=settings.cache, models=models_folder(), adapter=settings.adapter)
    except ModelError:
        return None
    if choice is None:
        return None
    host = host_of(choice, settings)
    host.start()
    try:
        return host.info.placement if host.wait(timeout_s) and host.info else None
    finally:
        host.close()


def _as_set(tuning: Tuning, settings: Settings) -> Tuning:
    """Return a tuning with whatever the player has set in the place of its own."""
    return replace(tuning, **_set(settings))


def _set(settings: Settings) -> dict[str, Any]:
    set_ones = {
        "threads": settings.threads,
        "reading_threads": settings.threads,
        "gpu_layers": settings.gpu_layers,
        "cache_type": settings.cache_type,
        "flash": settings.flash,
        "window": settings.window if "window" in settings.model_fields_set else None,
    }
    return {name: value for name, value in set_ones.items() if value is not None}
