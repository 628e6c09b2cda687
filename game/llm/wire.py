"""The frames that a game and its model's process exchange: a length of 4 bytes, big-endian, then JSON in UTF-8.

Knows nothing of pipes, of processes or of what a frame asks for.

From the game:   load {path, template, memory, shelf, shelf_bytes, the fields of a Tuning, tuned, tried}, once, then
                 reply {id, request, ahead}   weigh {id, request, ahead}   due {id}   cancel {id}
                 count {id, messages}   close {}, the last
From the worker: progress {at}   ready {info, steps}   unfit {why}   beat {step, id?}
                 text {id, candidate, text}   done {id, done}   weights {id, weights}   counts {id, tokens}
                 refused {id, why}
Every frame says under the key "is" which of these it is.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any, Literal

from game.story.model import Bounds, Message, ModelInfo, Placement, Request, Sampling, Weighing

Frame = dict[str, Any]
Step = Literal["load", "read", "write"]

CLOSE: Frame = {"is": "close"}
"""Asks the process to keep what it wants to and to end."""

MAX_BODY = 8 * 2**20
"""Bytes of one frame's JSON; the longest prompt of the widest window takes about a tenth of it."""
_LENGTH = struct.Struct(">I")


class WireError(Exception):
    """What came through a pipe is not a frame, or what should go through one is too long for it."""


def pack(frame: Frame) -> bytes:
    """Return a frame's bytes. Raises WireError for one over MAX_BODY."""
    # Escaped to ASCII, so that half a surrogate pair from a terminal passes instead of raising.
    body = json.dumps(frame, separators=(",", ":")).encode("ascii")
    if len(body) > MAX_BODY:
        raise WireError(f"a frame of {len(body)} bytes is over {MAX_BODY}")
    return _LENGTH.pack(len(body)) + body


class Unpacker:
    """Frames out of a stream of bytes that arrives in pieces of any size."""

    def __init__(self) -> None:
        self._held = bytearray()

    def feed(self, piece: bytes) -> Iterator[Frame]:
        """Take the next bytes of the stream; yield the frames they complete. Raises WireError for what is none."""
        self._held += piece
        while (end := self._end_of_first()) is not None:
            body = bytes(self._held[_LENGTH.size : end])
            del self._held[:end]
            yield _parsed(body)

    def _end_of_first(self) -> int | None:
        if len(self._held) < _LENGTH.size:
            return None
        length: int = _LENGTH.unpack_from(self._held)[0]
        if length > MAX_BODY:
            raise WireError(f"a frame of {length} bytes was announced")
        end = _LENGTH.size + length
        return end if len(self._held) >= end else None


def _parsed(body: bytes) -> Frame:
    try:
        frame = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise WireError(f"a frame is not JSON: {error}") from error
    if not isinstance(frame, dict) or not isinstance(frame.get("is"), str):
        raise WireError("a frame does not say what it is")
    return frame


def request_to_wire(request: Request) -> Frame:
    """Return a request as JSON values."""
    return asdict(request)


def request_from_wire(values: Frame) -> Request:
    """Return the request that request_to_wire was given."""
    return Request(
        slot=values["slot"],
        messages=messages_from_wire(values["messages"]),
        seed=values["seed"],
        max_tokens=values["max_tokens"],
        candidates=values["candidates"],
        sampling=_sampling_from_wire(values["sampling"]),
        stop=tuple(values["stop"]),
    )


def weighing_to_wire(weighing: Weighing) -> Frame:
    """Return a question of likelihoods as JSON values."""
    return asdict(weighing)


def weighing_from_wire(values: Frame) -> Weighing:
    """Return the question that weighing_to_wire was given."""
    return Weighing(values["slot"], messages_from_wire(values["messages"]), tuple(values["texts"]))


def _sampling_from_wire(values: Frame) -> Sampling:
    return Sampling(**{**values, **{name: tuple(values[name]) for name in ("spared", "banned", "words")}})


def info_from_wire(values: Frame) -> ModelInfo:
    """Return the info that asdict made these values of; the process knows nothing of what the model is trusted with."""
    placed = values.get("placement")
    placement = Placement(**{**placed, "tried": tuple(placed["tried"])}) if placed else None
    bounds = Bounds(**values.get("bounds", {}))
    return ModelInfo(**{**values, "placement": placement, "bounds": bounds, "known": ()})


def messages_to_wire(messages: Sequence[Message]) -> list[Frame]:
    """Return messages as JSON values."""
    return [asdict(message) for message in messages]


def messages_from_wire(values: Sequence[Frame]) -> tuple[Message, ...]:
    """Return the messages that messages_to_wire was given."""
    return tuple(Message(role=value["role"], text=value["text"]) for value in values)
