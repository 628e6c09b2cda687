"""What was found of a server's ways while it was asked, kept for the session.

Knows nothing of how it is found.
"""

from __future__ import annotations

import asyncio
import contextlib
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field


@dataclass(slots=True)
class Manners:
    """refused names what the server does not take in a body.

    takes_one: whoever asks such a server a second thing cuts off the first.
    """

    refused: frozenset[str] = frozenset()
    takes_one: bool = False
    _only: asyncio.Lock = field(default_factory=asyncio.Lock)

    def turn(self) -> AbstractAsyncContextManager[object]:
        """Return what to hold while the server is asked something."""
        return self._only if self.takes_one else contextlib.nullcontext()
