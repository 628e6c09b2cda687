"""A scripted model that reads as the worker does: prompts are tokens, slots hold them, and what was read is noted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from threading import Event
from typing import Protocol

from game.llm.host import LlamaHost
from game.llm.worker.context import SEQUENCES
from game.llm.worker.slots import Slots
from game.llm.worker.template import Template
from game.story.model import Done, Message, Reply, Request
from tests.llm.test_slots import Cell, Sheet
from tests.scripted import ScriptedModel


class Reader(Protocol):
    """Whoever holds prompts in slots."""

    def read(self, request: Request, prompt: list[int]) -> int:
        """Read a request's prompt into its slot; return how many tokens had to be read."""


class SlotsReader:
    """The worker's slots over a sheet of paper."""

    def __init__(self, *, cells: int) -> None:
        self._sheet = Sheet(held={number: [] for number in range(SEQUENCES)})
        self.slots = Slots(self._sheet, sequences=SEQUENCES, cells=cells)

    def read(self, request: Request, prompt: list[int]) -> int:
        branches = request.candidates if request.max_tokens else 0
        room = branches * request.max_tokens
        slot = self.slots.prepare(request.slot, prompt, branches=branches, room=room)
        rest = prompt[len(slot.tokens) :]
        self._sheet.held[slot.sequence] += map(Cell, rest)
        self.slots.extend(slot, rest)
        self.slots.branch(slot)
        self.slots.release(slot)
        if not branches:
            self.slots.tidy()
        return len(rest)


class HostReader:
    """A real worker; of each reply it writes one token."""

    def __init__(self, host: LlamaHost) -> None:
        self._host = host

    def read(self, request: Request, prompt: list[int]) -> int:
        *_, done = self._host.reply(replace(request, max_tokens=min(request.max_tokens, 1)))
        assert isinstance(done, Done)
        assert done.prompt_tokens == len(prompt)
        return done.read_tokens


@dataclass(frozen=True)
class Read:
    """A request, its prompt, and how many tokens of that had to be read."""

    request: Request
    prompt: list[int]
    tokens: int

    @property
    def kept(self) -> int:
        """How many tokens were in some slot already."""
        return len(self.prompt) - self.tokens

    @property
    def is_telling(self) -> bool:
        return self.request.slot == "narrator" and self.request.max_tokens > 0


class ReadingModel(ScriptedModel):
    """Says what it is told to, and has every prompt read. While it is hurried, nothing is read ahead."""

    def __init__(self, template: Template, reader: Reader, replies: Iterable[str], *, window: int) -> None:
        super().__init__(replies)
        self._info = replace(self._info, window=window)
        self._template = template
        self._reader = reader
        self.reads: list[Read] = []
        self.is_hurried = False

    def reply(self, request: Request, stop: Event | None = None, due: Event | None = None) -> Iterator[Reply]:
        if request.max_tokens or not self.is_hurried:
            tokens_of = self._template.prompt if request.max_tokens else self._template.history
            prompt = tokens_of(request.messages)
            self.reads.append(Read(request, prompt, self._reader.read(request, prompt)))
        yield from super().reply(request, stop, due)

    def count(self, messages: Sequence[Message]) -> list[int]:
        return self._template.count(messages)


def common(one: Sequence[int], other: Sequence[int]) -> int:
    """Return how many first tokens are the same."""
    return next(
        (at for at, (mine, yours) in enumerate(zip(one, other, strict=False)) if mine != yours),
        min(len(one), len(other)),
    )
