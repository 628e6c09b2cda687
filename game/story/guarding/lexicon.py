"""The guard's word lists in one language, one file for each: patterns of phrases, and sets of words by their stems.

Knows nothing of worlds. A language without lists of its own has none, and its rules find nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import tomli

from game.story.guarding.phrases import NEVER, phrase_pattern
from game.story.guarding.stems import stem, stemmed


@dataclass(frozen=True, slots=True)
class Lexicon:
    """phrases are found as they are written, words (of English alone) in every form. senses: stems that mean alike."""

    language: str
    is_spaced: bool
    phrases: Mapping[str, re.Pattern[str]]
    words: Mapping[str, frozenset[str]]
    listed: Mapping[str, frozenset[str]]
    senses: Mapping[str, str]

    def pattern(self, key: str) -> re.Pattern[str]:
        """Return what finds the phrases of a list; one that is not there finds nothing."""
        return self.phrases.get(key, NEVER)

    def find(self, key: str, text: str) -> str:
        """Return the first phrase of a list that stands in a folded text, or nothing."""
        found = self.pattern(key).search(text)
        return found.group() if found else ""

    def begins(self, key: str, text: str) -> bool:
        """Return whether a folded text begins with a phrase of a list."""
        return bool(self.pattern(key).match(text.lstrip()))

    def ends(self, key: str, text: str) -> bool:
        """Return whether a folded text ends with a phrase of a list."""
        rest = text.rstrip()
        return any(found.end() == len(rest) for found in self.pattern(key).finditer(rest))

    def has(self, key: str, word: str) -> bool:
        """Return whether the stem of a word is in a list of words."""
        return word in self.words.get(key, ())

    def forms(self, key: str) -> frozenset[str]:
        """Return the words of a list as they are written there."""
        return self.listed.get(key, frozenset())


@cache
def lexicon_of(language: str) -> Lexicon:
    """Return the lists of a language."""
    path = files("game.story.guarding").joinpath(f"{language}.toml")
    table: dict[str, Any] = tomli.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    is_spaced = language not in ("zh", "ja")
    return Lexicon(
        language,
        is_spaced,
        {key: phrase_pattern(listed, is_spaced=is_spaced) for key, listed in table.get("phrases", {}).items()},
        {key: stemmed(listed.split()) for key, listed in table.get("words", {}).items()},
        {key: frozenset(listed.split()) for key, listed in table.get("words", {}).items()},
        {stem(each): stem(base) for base, listed in table.get("senses", {}).items() for each in listed.split()},
    )
