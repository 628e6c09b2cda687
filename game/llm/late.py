"""A model that is still being found: it stands for the real one at once, and hands everything on when that is there.

Knows nothing of where a model is sought; finding may take seconds, so it is done beside the game.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from threading import Event, Thread
from typing import Protocol

from game.errors import ModelError
from game.story.model import LanguageModel, Message, ModelInfo, ModelStatus, Reply, Request, Weighing


class Startable(LanguageModel, Protocol):
    """A model that begins to be made ready when it is told to."""

    def start(self) -> None:
        """Begin to make it ready, in the background."""


class LateModel:
    """A LanguageModel from the first moment on.

    find returns the name to show, or an empty one for the model's own, and a model that was not started; or raises
    ModelError.
    """

    def __init__(self, find: Callable[[], tuple[str, Startable]]) -> None:
        self._find = find
        self._host: Startable | None = None
        self._name = ""
        self._status = ModelStatus("loading")
        self._found = Event()
        self._closed = Event()
        self._finder = Thread(target=self._seek, name="find-model", daemon=True)

    def start(self) -> None:
        """Begin to find and load the model, in the background."""
        self._finder.start()

    @property
    def info(self) -> ModelInfo | None:
        info = self._host.info if self._host else None
        return replace(info, name=self._name or info.name) if info else None

    @property
    def status(self) -> ModelStatus:
        return self._host.status if self._host else self._status

    def wait(self, timeout_s: float) -> bool:
        deadline = time.monotonic() + timeout_s
        self._found.wait(timeout_s)
        return self._host.wait(max(deadline - time.monotonic(), 0.0)) if self._host else False

    def reply(self, request: Request, stop: Event | None = None, due: Event | None = None) -> Iterator[Reply]:
        return self._ready().reply(request, stop, due)

    def weigh(self, weighing: Weighing, stop: Event | None = None, due: Event | None = None) -> tuple[float, ...]:
        return self._ready().weigh(weighing, stop, due)

    def count(self, messages: Sequence[Message]) -> list[int]:
        return self._ready().count(messages)

    def wake(self) -> None:
        if self._host:
            self._host.wake()

    def close(self) -> None:
        self._closed.set()
        if self._host:
            self._host.close()

    def _ready(self) -> Startable:
        if self._host is None:
            raise ModelError(self._status.message or "The model is still being made ready; the author tells meanwhile.")
        return self._host

    def _seek(self) -> None:
        try:
            self._name, self._host = self._find()
            self._host.start()
        except ModelError as error:
            self._status = ModelStatus("off", message=str(error))
        except Exception as error:  # noqa: BLE001 - a thread ends here, and the game goes on with the author's words
            self._status = ModelStatus("off", message=f"The model could not be made ready ({error}); the author tells.")
        finally:
            self._found.set()
        if self._closed.is_set():
            self.close()
