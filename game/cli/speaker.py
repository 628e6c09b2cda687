"""The model that tells, as the settings choose it, lent to a command that plays.

Knows nothing of what is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

import typer

from game.errors import ModelError
from game.hosting import host_of
from game.llm.choice import NONE, find_model
from game.llm.late import LateModel, Startable
from game.llm.own import lost_own
from game.llm.remote.address import Address
from game.settings import Settings, models_folder
from game.story.clean import clean
from game.story.model import LanguageModel


@contextmanager
def speaker_of(settings: Settings) -> Iterator[LanguageModel | None]:
    """Lend the model that tells, on its way already, or None where the author alone does."""
    if settings.model == NONE or settings.narrator == "authored":
        yield None
        return
    if lost := lost_own(settings.adapter, models_folder()):
        typer.echo(clean(f"loreloom: {lost}"), err=True)
    model = LateModel(partial(_found, settings))
    model.start()
    try:
        yield model
    finally:
        model.close()


def _found(settings: Settings) -> tuple[str, Startable]:
    """Return the chosen model's name, where it does not say it itself, and the model, not yet started.

    Raises ModelError.
    """
    match find_model(settings.model, cache=settings.cache, models=models_folder(), adapter=settings.adapter):
        case None:
            raise ModelError("No model was chosen; the author tells.")
        case Address() as address:
            return "", remote_at(address, settings)
        case choice:
            return choice.name, host_of(choice, settings)


def remote_at(address: Address, settings: Settings) -> Startable:
    """Return the model at an address, not yet started."""
    from game.llm.remote.model import RemoteModel  # noqa: PLC0415 - openai is heavy, and only a server needs it

    return RemoteModel(address, key=settings.key, window=settings.window)
