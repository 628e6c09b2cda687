"""A language model that says what it is told to: a queue of replies, for tests that need no real one."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from threading import Event

from game.errors import ModelError
from game.story.model import Chunk, Done, Message, ModelInfo, ModelStatus, Phase, Reply, Request

_LOOK_S = 0.005


class ScriptedModel:
    """Replies in turn from a queue, word by word; an error in the queue is raised in its place.

    With a gate, every word waits until the gate is set or the reply is stopped. An empty queue replies with nothing.
    """

    def __init__(
        self,
        replies: Iterable[str | ModelError] = (),
        *,
        gate: Event | None = None,
        phase: Phase = "ready",
        parameters: int = 1_500_000_000,
    ) -> None:
        self.replies = deque(replies)
        self.requests: list[Request] = []
        self.status = ModelStatus(phase)
        self.woken = 0
        self.is_closed = False
        self._gate = gate
        self._info = ModelInfo("scripted-1.5B", parameters, 4096, "scripted")

    @property
    def info(self) -> ModelInfo | None:
        """Return what is known of the model, once it is ready."""
        return self._info if self.status.phase == "ready" else None

    def wait(self, timeout_s: float) -> bool:
        """Return at once whether the model is ready."""
        return self.status.phase == "ready"

    def reply(self, request: Request, stop: Event | None = None, due: Event | None = None) -> Iterator[Reply]:
        """Yield the next reply of the queue; a request to read only takes none."""
        self.requests.append(request)
        if self.status.phase != "ready":
            raise ModelError("The scripted model is not ready; set its status first.")
        words = self._words() if request.max_tokens else []
        written = 0
        for word in words:
            if self._is_stopped(stop):
                break
            for candidate in range(request.candidates):
                yield Chunk(word, candidate)
            written += 1
        yield Done(
            "stop" if written == len(words) else "cancelled",
            100,
            20,
            written,
            first_token_s=0.5,
            total_s=0.5 + written / 10,
        )

    def count(self, messages: Sequence[Message]) -> list[int]:
        """Return about a token for each four characters, and four for the scaffold."""
        return [4 + len(message.text) // 4 for message in messages]

    def wake(self) -> None:
        """Count how often the model was woken."""
        self.woken += 1

    def close(self) -> None:
        """Remember that the model was closed."""
        self.is_closed = True

    def _words(self) -> list[str]:
        said = self.replies.popleft() if self.replies else ""
        if isinstance(said, ModelError):
            raise said
        first, *others = said.split(" ")
        return [first, *(f" {word}" for word in others)]

    def _is_stopped(self, stop: Event | None) -> bool:
        """Wait for the gate; return whether the reply was stopped meanwhile."""
        while self._gate is not None and not self._gate.wait(_LOOK_S):
            if stop is not None and stop.is_set():
                return True
        return stop is not None and stop.is_set()
