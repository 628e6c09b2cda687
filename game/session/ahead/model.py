"""A model that is asked before anybody waits: what fails it until then ends the forecast instead of the telling.

Knows nothing of what is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from threading import Event, Lock
from time import monotonic

from game.errors import ModelError, ModelLost
from game.story.model import Done, LanguageModel, Message, ModelInfo, ModelStatus, Reply, Request, Weighing
from game.story.stops import LateStop

_AGAIN_S = 0.1


class Untold(Exception):
    """What was to be told ahead could not be; the turn is told when it is played."""


class AheadModel:
    """A LanguageModel whose replies are told ahead until call, and waited for from then on; for any thread.

    Until call every failure is raised as Untold. Tellers put the author's words in the place of a model that fails;
    those are for a player who waits, and a model that could not be had for a forecast may well be had for the turn.
    """

    def __init__(self, model: LanguageModel) -> None:
        self._model = model
        self._due = Event()
        self._due_at = 0.0
        self._is_given_up = False
        self._one_at_a_time = Lock()

    @property
    def is_given_up(self) -> bool:
        """Return whether something failed before call."""
        return self._is_given_up

    @property
    def info(self) -> ModelInfo | None:
        info = self._model.info
        if info is None:
            self._give_up()
        return info

    @property
    def status(self) -> ModelStatus:
        status = self._model.status
        if status.phase != "ready":
            self._give_up()
        return status

    def call(self) -> bool:
        """Begin to wait for what is told; return False where it was given up before."""
        with self._one_at_a_time:
            if not self._is_given_up:
                self._due_at = monotonic()
                self._due.set()
            return self._due.is_set()

    def wait(self, timeout_s: float) -> bool:
        return self._model.wait(timeout_s)

    def reply(self, request: Request, stop: Event | None = None, due: Event | None = None) -> Iterator[Reply]:
        """Yield the model's replies; what failed ahead of call and of its first word is asked for again after call.

        due is not looked at: call is what sets it.
        """
        if not self._due.is_set():
            is_begun = False
            try:
                for reply in self._ahead(request, stop):
                    is_begun = True
                    yield reply
            except ModelError as error:
                self._give_up(error)
                if is_begun:
                    raise
            else:
                return
        yield from self._model.reply(request, stop)

    def weigh(self, weighing: Weighing, stop: Event | None = None, due: Event | None = None) -> tuple[float, ...]:
        """Return the model's answer; one that is lost ahead of call is no telling, as in reply.

        What there was no room for is asked again. A model that does not weigh says so in any case. due is not looked
        at. A late stop counts from call on.
        """
        if isinstance(stop, LateStop):
            stop.due = self._due
        if not self._due.is_set():
            try:
                if weights := self._weighed_ahead(weighing, stop):
                    return weights
            except ModelLost as error:
                self._give_up(error)
        return self._model.weigh(weighing, stop)

    def count(self, messages: Sequence[Message]) -> list[int]:
        try:
            return self._model.count(messages)
        except ModelError as error:
            self._give_up(error)
            raise

    def wake(self) -> None:
        self._model.wake()

    def close(self) -> None:
        """Do nothing: the model is somebody else's."""

    def _ahead(self, request: Request, stop: Event | None) -> Iterator[Reply]:
        asked_at = monotonic()
        for reply in self._model.reply(request, stop, self._due):
            if not isinstance(reply, Done):
                yield reply
            elif reply.reason == "cancelled" and not (stop and stop.is_set()):
                raise ModelLost("The model has no room to tell ahead.")
            else:
                ahead_s = max(self._due_at - asked_at, 0.0) if self._due.is_set() else reply.total_s
                yield replace(reply, ahead_s=min(ahead_s, reply.total_s))

    def _weighed_ahead(self, weighing: Weighing, stop: Event | None) -> tuple[float, ...]:
        """Return the model's answer as soon as there is room for it; nothing where call or a stop comes first."""
        while not (self._due.is_set() or (stop and stop.is_set())):
            if weights := self._model.weigh(weighing, stop, self._due):
                return weights
            self._due.wait(_AGAIN_S)
        return ()

    def _give_up(self, error: ModelError | None = None) -> None:
        """Raise Untold, unless somebody waits."""
        with self._one_at_a_time:
            if not self._due.is_set():
                self._is_given_up = True
                raise Untold from error
