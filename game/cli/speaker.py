"""The model that tells, as the settings choose it, lent to a command that plays.

Knows nothing of what is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from game.errors import ModelError
from game.llm.choice import NONE, find_model
from game.llm.host import LlamaHost
from game.llm.late import LateModel
from game.settings import Settings, log_folder, models_folder, prompts_folder
from game.story.model import LanguageModel


@contextmanager
def speaker_of(settings: Settings) -> Iterator[LanguageModel | None]:
    """Lend the model that tells, on its way already, or None where the author alone does."""
    if settings.model == NONE or settings.narrator == "authored":
        yield None
        return
    model = LateModel(partial(_host, settings))
    model.start()
    try:
        yield model
    finally:
        model.close()


def _host(settings: Settings) -> tuple[str, LlamaHost]:
    """Return the chosen model's name, and its host, not yet started. Raises ModelError."""
    choice = find_model(settings.model, cache=settings.cache, models=models_folder())
    if choice is None:
        raise ModelError("No model was chosen; the author tells.")
    layers = -1 if settings.gpu_layers is None else settings.gpu_layers
    host = LlamaHost(
        choice.path,
        log=log_folder() / "model.log",
        window=settings.window,
        threads=settings.threads,
        gpu_layers=layers,
        template=choice.template,
        shelf=prompts_folder(settings),
        shelf_bytes=settings.prompts_mb * 10**6,
    )
    return choice.name, host
