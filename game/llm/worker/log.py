"""llama.cpp's own words: into the worker's log, and whether they spoke of too little memory.

Knows nothing of what llama.cpp does.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Any

import llama_cpp

_DEBUG = 1
_STDERR = 2
_SHORT = (b"out of memory", b"failed to allocate", b"unable to allocate", b"ErrorOutOfDeviceMemory")


@dataclass(slots=True)
class _Heard:
    """What was heard since somebody last asked."""

    is_short: bool = False


_HEARD = _Heard()


def listen() -> None:
    """Have llama.cpp's messages written to standard error."""
    llama_cpp.llama_log_set(_LOG, None)


def was_short_of_memory() -> bool:
    """Return whether memory ran out since this was last asked."""
    said, _HEARD.is_short = _HEARD.is_short, False
    return said


def note(text: str) -> None:
    """Add a line of our own."""
    os.write(_STDERR, f"{text}\n".encode())


def _write(level: int, text: bytes, _: Any) -> None:
    if level > _DEBUG:
        _HEARD.is_short = _HEARD.is_short or any(word in text for word in _SHORT)
        os.write(_STDERR, text)


_LOG = llama_cpp.llama_log_callback(_write)  # Held by the module, for llama.cpp calls it as long as it runs.
