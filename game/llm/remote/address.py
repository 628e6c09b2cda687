"""Where a model is served: an address as a player gives it, taken apart once.

Knows nothing of HTTP, or of what a server answers.
"""

from __future__ import annotations

import hashlib
import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import SplitResult, unquote, urlsplit

from game.errors import ModelError

_FORM = "an address is http://HOST:PORT or https://HOST/PATH, with #MODEL where a server has several."


@dataclass(frozen=True, slots=True)
class Address:
    """A server, and one of its models.

    base is where its API begins, without a slash at the end: http://127.0.0.1:8080/v1. model is the name that was
    given after #, or empty for the first that is served.
    """

    base: str
    model: str = ""

    @property
    def root(self) -> str:
        """Return the address that lies above the API, where servers answer what is not in its standard."""
        return self.base.removesuffix("/v1")

    @property
    def host(self) -> str:
        """Return host and port, as a sentence names the server."""
        return urlsplit(self.base).netloc

    @property
    def is_loopback(self) -> bool:
        """Return whether the server is on this machine."""
        name = urlsplit(self.base).hostname or ""
        try:
            return name == "localhost" or ipaddress.ip_address(name).is_loopback
        except ValueError:
            return False

    @property
    def is_private(self) -> bool:
        """Return whether nobody on the way can read what is sent."""
        return self.is_loopback or self.base.startswith("https:")

    def digest(self, model: str) -> str:
        """Return what stands for the weights of one of its models."""
        return "remote:" + hashlib.sha256(f"{self.base}#{model}".encode()).hexdigest()

    def __str__(self) -> str:
        return f"{self.base}#{self.model}" if self.model else self.base


def is_address(words: str) -> bool:
    """Return whether a player's words for a model mean a server."""
    return re.match(r"https?://", words, re.IGNORECASE) is not None


def parse_address(words: str) -> Address:
    """Return the address in a player's words. Raises ModelError for one that has no host, or that holds too much."""
    parts = _split(words.strip())
    if parts.username is not None or parts.password is not None:
        # It is not repeated: what stands before the host is likely a secret.
        raise ModelError("The server's address holds a name or a password: set LORELOOM_API_KEY to its key instead.")
    if parts.query:
        raise ModelError(f"The address {words} asks something with '?': {_FORM}")
    path = parts.path.rstrip("/") or "/v1"
    return Address(f"{parts.scheme.lower()}://{parts.netloc}{path}", unquote(parts.fragment))


def _split(words: str) -> SplitResult:
    try:
        parts = urlsplit(words)
        is_whole = bool(parts.hostname) and parts.port != 0
    except ValueError:  # Its port is no number, or its brackets hold no address.
        is_whole = False
        parts = SplitResult("", "", "", "", "")
    if not is_whole or not words.isprintable() or " " in words:
        raise ModelError(f"{words.rpartition('@')[2]!r} is no server's address: {_FORM}")
    return parts
