"""What is in a stream of a chat completion: pieces of text, why it ended, what it cost.

Knows nothing of how it arrives. Its values are foreign: what is not as it should be is passed over.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens: of the prompt, of the part of it that was not read anew, and of the reply."""

    prompt: int
    cached: int
    written: int


def text_in(value: object) -> str:
    """Return the piece of text in one value of a stream; a model's thoughts are none."""
    match value:
        case {"choices": [{"delta": {"content": str(text)}}, *_]}:
            return text
    return ""


def reason_in(value: object) -> str:
    """Return why the reply has ended, or an empty text."""
    match value:
        case {"choices": [{"finish_reason": str(reason)}, *_]}:
            return reason
    return ""


def usage_in(value: object) -> Usage | None:
    """Return what the reply has cost, if the value says so."""
    match value:
        case {"usage": {"prompt_tokens": int(prompt), "completion_tokens": int(written)} as usage}:
            return Usage(prompt, min(_cached(usage), prompt), written)
    return None


def _cached(usage: dict[str, Any]) -> int:
    match usage:
        case {"prompt_tokens_details": {"cached_tokens": int(cached)}} if cached > 0:
            return cached
    return 0


class Echo:
    """Takes the words that a reply was to go on from out of it, where a server begins with them again."""

    def __init__(self, words: str) -> None:
        self._words = words
        self._held = ""

    def pass_on(self, piece: str) -> str:
        """Return what of a piece is the reply's own; held back while it may still be the echo."""
        if not self._words:
            return piece
        self._held += piece
        if self._words.startswith(self._held) and self._held != self._words:
            return ""
        text, words, self._held, self._words = self._held, self._words, "", ""
        return text.removeprefix(words)

    def rest(self) -> str:
        """Return what was held back, now that nothing follows."""
        return self._held
