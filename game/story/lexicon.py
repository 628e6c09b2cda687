"""Names in a player's words: which of some named things a phrase mentions, with or without spaces between words.

Knows nothing of verbs or of what can be done.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

Named = TypeVar("Named")

_NOT_WORDS = re.compile(r"[^\w\s]+")
_FULL_NAME = 100
_STEM = 4


@dataclass(frozen=True, slots=True)
class Mention:
    """The ids that a phrase mentions best: none, one, or several that fit equally well."""

    ids: tuple[str, ...]

    @property
    def one(self) -> str:
        """Return the one id, or nothing when there is none or more than one."""
        return self.ids[0] if len(self.ids) == 1 else ""


def plain(text: str) -> str:
    """Return text without case and punctuation, words parted by single spaces."""
    return " ".join(_NOT_WORDS.sub(" ", text.casefold()).split())


def is_spaced(text: str) -> bool:
    """Return whether text is of a script that parts words by spaces (Chinese and Japanese do not)."""
    return not any("\u3040" <= character <= "\u9fff" for character in text)


def mentions(phrase: str, name: str) -> bool:
    """Return whether a plain phrase holds a plain name, as whole words where words are parted by spaces."""
    if not name:
        return False
    return f" {name} " in f" {phrase} " if is_spaced(name) else name in phrase


def find_mention(phrase: str, named: Iterable[tuple[str, Sequence[str]]], *, ignoring: Sequence[str] = ()) -> Mention:
    """Return which ids a phrase mentions best. named gives each id with its names; full names win over single words."""
    phrase = plain(phrase)
    scores = {name: _score(phrase, names, ignoring) for name, names in named}
    best = max(scores.values(), default=0)
    return Mention(tuple(name for name, score in scores.items() if score == best)) if best else Mention(())


def find_kin(phrase: str, named: Iterable[tuple[str, Sequence[str]]]) -> str:
    """Return the one id whose names share most word stems with a phrase ("rings" is kin to "ringer"), or nothing."""
    said = _stems(phrase)
    shared = {name: len(said & _stems(" ".join(names))) for name, names in named}
    best = max(shared.values(), default=0)
    kin = [name for name, count in shared.items() if count == best]
    return kin[0] if best and len(kin) == 1 else ""


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in plain(text).split() if len(word) >= _STEM and is_spaced(word)}


def _score(phrase: str, names: Sequence[str], ignoring: Sequence[str]) -> int:
    """Return how much of a name the phrase holds: a full one counts most, then the longest single word of one."""
    full = [len(name) + _FULL_NAME for name in map(plain, names) if mentions(phrase, name)]
    if full:
        return max(full)
    words = {word for name in names for word in plain(name).split() if len(word) > 2 and word not in ignoring}
    return max((len(word) for word in words if is_spaced(word) and mentions(phrase, word)), default=0)
