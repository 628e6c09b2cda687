"""How many tokens a message takes on a server: asked where the server counts, else a safe estimate.

Knows nothing of telling. A message keeps the count it was first given: what is remembered of a story depends on it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import blake2b

import openai

from game.llm.remote.faults import fault_of
from game.llm.remote.line import Body, Line
from game.llm.remote.manners import Manners
from game.story.model import Message

SCAFFOLD = 8
"""Tokens that a chat template puts around a message, rounded up."""
_BYTES_A_TOKEN = 3
_SAMPLE = "The tide is out."
_AT_ONCE = 8


@dataclass(frozen=True, slots=True)
class Way:
    """One kind of server's way of counting: where it is asked, with what, and how its answer is read."""

    path: str
    body: Callable[[str, str], Body]
    read: Callable[[object], int]


def _said(answer: object) -> int:
    match answer:
        case {"count": int(count)}:
            return count
    raise ValueError("no count")


def _listed(answer: object) -> int:
    match answer:
        case {"tokens": [*tokens]}:
            return len(tokens)
    raise ValueError("no tokens")


_VLLM = Way("/tokenize", lambda model, text: {"model": model, "prompt": text, "add_special_tokens": False}, _said)
_LLAMA_SERVER = Way("/tokenize", lambda _, text: {"content": text}, _listed)
LLAMA_CPP_PYTHON = Way("/extras/tokenize/count", lambda model, text: {"model": model, "input": text}, _said)
WAYS = (_VLLM, _LLAMA_SERVER, LLAMA_CPP_PYTHON)


def estimate(message: Message) -> int:
    """Return a count that is seldom too small: a token for each three bytes, and the scaffold."""
    return -(-len(message.text.encode("utf-8", "replace")) // _BYTES_A_TOKEN) + SCAFFOLD


class Counts:
    """The counts of one session; any thread may ask."""

    def __init__(self, line: Line, model: str, way: Way | None, manners: Manners) -> None:
        self._line = line
        self._model = model
        self._manners = manners
        self._way = way
        self._known: dict[bytes, int] = {}

    def of(self, messages: Sequence[Message]) -> list[int]:
        """Return the tokens of each message with its scaffold. Raises ModelError or ModelLost."""
        unknown = {_key(message): message for message in messages if _key(message) not in self._known}
        if unknown:
            counted = self._line.ask(lambda: self._count(list(unknown.values())))
            for key, count in zip(unknown, counted, strict=True):
                self._known.setdefault(key, count)
        return [self._known[_key(message)] for message in messages]

    async def _count(self, messages: Sequence[Message]) -> list[int]:
        if self._way is None:
            return [estimate(message) for message in messages]
        gate = asyncio.Semaphore(_AT_ONCE)
        return await asyncio.gather(*(self._one(self._way, message.text, gate) for message in messages))

    async def _one(self, way: Way, text: str, gate: asyncio.Semaphore) -> int:
        async with gate, self._manners.turn():
            try:
                return await count_by(way, text, self._line, self._model) + SCAFFOLD
            except (openai.OpenAIError, ValueError) as error:
                raise fault_of(error, self._line.address) from error


async def count_by(way: Way, text: str, line: Line, model: str) -> int:
    """Return the tokens of a text. Raises the client's errors, or ValueError for an answer that is no count."""
    return way.read(await line.post(line.address.root + way.path, way.body(model, text)))


async def find_way(line: Line, model: str) -> Way | None:
    """Return the way in which this server counts, or None where it does not."""
    for way in WAYS:
        try:
            if await count_by(way, _SAMPLE, line, model) > 0:
                return way
        except (openai.OpenAIError, ValueError):
            continue
    return None


def _key(message: Message) -> bytes:
    return blake2b(f"{message.role}\0{message.text}".encode("utf-8", "replace"), digest_size=16).digest()
