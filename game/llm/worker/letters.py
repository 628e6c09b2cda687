"""From a candidate's tokens to its text: whole characters, nothing of a stop or a ban, no sooner than that is certain.

Knows nothing of tokens but their bytes and their numbers.
"""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Literal, NamedTuple

from game.llm.worker.bans import Bans, Stage

Reach = Literal["phrase", "token"]
"""How far back a text can be changed: to the token a banned phrase begins with, or no further than the last token."""

_SENTENCE = re.compile(r"""[.!?…。！？]["'”’)」』）]*\s*\w""")
_ENDED = re.compile(r"[.!?…。！？]")
_WHILE_IT_GROWS: frozenset[Stage] = frozenset({"whole"})
_AT_ITS_END: frozenset[Stage] = frozenset({"spelled", "whole"})


class _Mark(NamedTuple):
    """What there was before a token: the length of the text, and the decoder's state, first its part of a character."""

    length: int
    state: tuple[bytes, int]


class Letters:
    """A text in the making. banned numbers the token to be taken back, with all after it, for the sake of a ban."""

    def __init__(
        self, stops: Sequence[str], bans: Bans | None = None, *, reach: Reach = "phrase", by_sentence: bool = False
    ) -> None:
        """Begin; by_sentence says that nothing is given but whole sentences."""
        self._stops = [stop for stop in stops if stop]
        self._bans = bans or Bans(())
        self._reach = reach
        self._by_sentence = by_sentence
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._marks: list[_Mark] = []
        self._text = ""
        self._given = 0
        self._clear = 0  # No banned phrase begins before it.
        self.stopped = False
        self.banned: int | None = None

    def add(self, piece: bytes) -> str:
        """Take the bytes of a token; return the text that is certain now. Once stopped or banned there is no more."""
        self._marks.append(_Mark(len(self._text), self._decoder.getstate()))
        self._text += self._decoder.decode(piece)
        found = [(at + len(stop), at) for stop in self._stops if (at := self._text.find(stop, self._given)) >= 0]
        if found:
            _, end = min(found)  # The one that is complete first, so that it is the same however tokens are cut.
            self._text = self._text[:end]
            text = self.rest()
            self.stopped = self.banned is None
            return text
        self._search(_WHILE_IT_GROWS if self._reach == "phrase" else _AT_ITS_END)
        return self._give(min(self._stop_begins(), self._ban_begins(), self._sentence_ends()))

    @property
    def has_sentence(self) -> bool:
        """Return whether a sentence of it is whole, as far as what follows shows it."""
        return _SENTENCE.search(self._text) is not None

    def rest(self) -> str:
        """Return what was held back, now that no token follows, unless it is banned; half a character is dropped."""
        if self.banned is None:
            self._search(_AT_ITS_END)
        return self._give(self._sentence_ends())

    def lose(self, token: int) -> bool:
        """Have a token, by its number, taken back as if it were banned; return whether nothing of it was given."""
        if self._marks[token].length < self._given:
            return False
        self.banned = token
        return True

    def take_back(self) -> None:
        """Forget the token that is banned, and all after it; nothing of their text was given."""
        if self.banned is not None:
            length, state = self._marks[self.banned]
            self._text = self._text[:length]
            self._clear = min(self._clear, length)
            self._decoder.setstate(state)
            del self._marks[self.banned :]
            self.banned = None

    def _give(self, certain: int) -> str:
        if self.banned is not None:
            return ""
        text = self._text[self._given : certain]
        self._given += len(text)
        return text

    def _search(self, counted: frozenset[Stage]) -> None:
        """Look for a banned phrase that has come far enough to count."""
        matches = self._bans.matches(self._text, self._clear) if self._bans else []
        for match in matches:
            if match.stage in counted:
                self.banned = self._token_of(match.at) if self._reach == "phrase" else len(self._marks) - 1
                return
        self._clear = min((match.at for match in matches), default=len(self._text))

    def _stop_begins(self) -> int:
        """Return the length of the text before what may be the beginning of a stop string."""
        held = self._text[self._given :]
        return len(self._text) - max((_begun(held, stop) for stop in self._stops), default=0)

    def _sentence_ends(self) -> int:
        """Return the length of the text that is whole sentences, where only that is certain."""
        if not self._by_sentence:
            return len(self._text)
        return max((match.end() for match in _ENDED.finditer(self._text, self._given)), default=self._given)

    def _ban_begins(self) -> int:
        """Return the length of the text before the token with which a banned phrase may have begun."""
        if not self._bans or self._reach == "token":
            return len(self._text)
        half_a_character, _ = self._decoder.getstate()
        if self._clear == len(self._text) and not half_a_character:
            return len(self._text)
        return self._marks[self._token_of(self._clear)].length

    def _token_of(self, place: int) -> int:
        """Return the number of the token that holds the first byte of a letter of the text."""
        token = bisect_right(self._marks, place, key=lambda mark: mark.length) - 1
        while self._marks[token].length == place and self._marks[token].state[0]:
            token -= 1
        return token


def _begun(text: str, stop: str) -> int:
    """Return how many letters at the end of a text are the beginning of a stop string."""
    longest = min(len(text), len(stop) - 1)
    return next((length for length in range(longest, 0, -1) if text.endswith(stop[:length])), 0)
