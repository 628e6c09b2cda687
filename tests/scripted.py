"""A language model that says what it is told to: a queue of replies, for tests that need no real one."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from threading import Event, Semaphore

from game.errors import ModelError, ModelLost
from game.story.abilities import Trust
from game.story.model import Bounds, Chunk, Done, Message, ModelInfo, ModelStatus, Phase, Reply, Request, Weighing

_LOOK_S = 0.005


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it came, and the events that came with it."""

    request: Request
    stop: Event | None
    due: Event | None

    @property
    def is_ahead(self) -> bool:
        """Return whether nobody waits for the reply."""
        return self.due is not None and not self.due.is_set()

    @property
    def is_stopped(self) -> bool:
        """Return whether the reply is to end."""
        return self.stop is not None and self.stop.is_set()


class ScriptedModel:
    """Replies in turn from a queue, word by word; an error in the queue is raised in its place.

    With a gate, every word waits until the gate is set or the reply is stopped. An empty queue replies with nothing.
    weighs says how likely a text is after a prompt; without it that cannot be said.
    """

    def __init__(
        self,
        replies: Iterable[str | ModelError] = (),
        *,
        gate: Event | None = None,
        phase: Phase = "ready",
        parameters: int = 1_500_000_000,
        weighs: Callable[[Sequence[Message], str], float] | None = None,
        bounds: Bounds | None = None,
        known: tuple[Trust, ...] = (),
    ) -> None:
        self.replies = deque(replies)
        self.requests: list[Request] = []
        self.asked: list[Asked] = []
        self.status = ModelStatus(phase)
        self.woken = 0
        self.is_closed = False
        self.weighings: list[Weighing] = []
        self.weighs = weighs
        self._gate = gate
        self._info = ModelInfo("scripted-1.5B", parameters, 4096, "scripted", bounds=bounds or Bounds(), known=known)

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
        asked = Asked(request, stop, due)
        self.asked.append(asked)
        if self.status.phase != "ready":
            raise ModelError("The scripted model is not ready; set its status first.")
        words = self._words(request) if request.max_tokens else []
        written = 0
        for word in words:
            if self._is_ended(asked, written):
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

    def weigh(self, weighing: Weighing, stop: Event | None = None, due: Event | None = None) -> tuple[float, ...]:
        """Return how likely each text is said to be."""
        self.weighings.append(weighing)
        if self.status.phase != "ready" or self.weighs is None:
            raise ModelError("The scripted model does not say how likely a text is.")
        if stop is not None and stop.is_set():
            return ()
        return tuple(self.weighs(weighing.messages, text) for text in weighing.texts)

    def count(self, messages: Sequence[Message]) -> list[int]:
        """Return about a token for each four characters, and four for the scaffold."""
        return [4 + len(message.text) // 4 for message in messages]

    def wake(self) -> None:
        """Count how often the model was woken."""
        self.woken += 1

    def close(self) -> None:
        """Remember that the model was closed."""
        self.is_closed = True

    def _words(self, request: Request) -> list[str]:
        said = self.replies.popleft() if self.replies else ""
        if isinstance(said, ModelError):
            raise said
        return _words_of(said)

    def _is_ended(self, asked: Asked, written: int) -> bool:
        """Wait for the gate; return whether the reply was stopped meanwhile."""
        while self._gate is not None and not self._gate.wait(_LOOK_S):
            if asked.is_stopped:
                return True
        return asked.is_stopped


def _an_hour(request: Request) -> str:
    """Say what can be shown of whoever says it, and is another thing each time in a narrator's mouth."""
    return "I know it well. It goes by." if request.slot.startswith("person:") else f"Hour {request.seed}. It goes by."


class SeededModel(ScriptedModel):
    """A model whose words follow from the request alone, whichever of several requests is made first.

    Of a reply that nobody waits for it tells ahead words (None: all) and then waits until the reply is due or stopped;
    each time it begins to wait it releases waiting. Only room such replies are told, the others end for want of it.
    Once lost is set, what is told ahead fails.
    """

    def __init__(
        self,
        says: Callable[[Request], str] = _an_hour,
        *,
        ahead: int | None = None,
        room: int = 1_000,
        gate: Event | None = None,
    ) -> None:
        super().__init__(gate=gate)
        self.waiting = Semaphore(0)
        self.lost = Event()
        self._says = says
        self.ahead = ahead
        self._room = room

    @property
    def told_ahead(self) -> list[Asked]:
        """Return what was asked for before anybody waited for it."""
        return [each for each in self.asked if each.due is not None]

    def _words(self, request: Request) -> list[str]:
        return _words_of(self._says(request))

    def _is_ended(self, asked: Asked, written: int) -> bool:
        if asked not in self.told_ahead:
            return super()._is_ended(asked, written)
        if self.told_ahead.index(asked) >= self._room and asked.is_ahead:
            return True
        if self.ahead is not None and written >= self.ahead and asked.is_ahead:
            self.waiting.release()
            self._wait_until_due(asked)
        if self.lost.is_set():
            raise ModelLost("gone")
        return asked.is_stopped if asked.is_ahead else super()._is_ended(asked, written)

    def _wait_until_due(self, asked: Asked) -> None:
        while asked.is_ahead and not asked.is_stopped and not self.lost.wait(_LOOK_S):
            pass


def _words_of(said: str) -> list[str]:
    first, *others = said.split(" ")
    return [first, *(f" {word}" for word in others)]
