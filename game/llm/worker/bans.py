"""Phrases that a text may not hold: found as soon as they are whole, and where they may have begun.

Knows nothing of tokens, or of what is done about a phrase that is found.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import Literal, NamedTuple

from game.story.lexicon import folded, is_spaced

Stage = Literal["begun", "spelled", "whole"]

_KINDS = {"'": "‘’‚‛ʼ′`´", '"': "“”„‟«»″", "-": "‐‑‒–—―−"}
_USUAL = {letter: usual for usual, kinds in _KINDS.items() for letter in kinds}


class Match(NamedTuple):
    """Where in a text a phrase begins, and how far it has come; spelled is one whose last word may yet grow longer."""

    at: int
    stage: Stage


class Bans:
    """Phrases, compared by whole words, whatever their case and the kinds of their spaces, quotes and dashes."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_letter: dict[str, list[str]] = {}
        for phrase in dict.fromkeys(" ".join("".join(map(_usual, each)).split()) for each in phrases):
            if phrase:
                self._by_letter.setdefault(phrase[0], []).append(phrase)

    def __bool__(self) -> bool:
        return bool(self._by_letter)

    def matches(self, text: str, start: int) -> list[Match]:
        """Return the phrases that begin in a text at start or later, and that its end leaves possible."""
        letters, places = _compared(text, start)
        found: list[Match] = []
        before = text[start - 1 : start]
        for number, letter in enumerate(letters):
            for phrase in () if _are_one_word(before, letter) else self._by_letter.get(letter, ()):
                stage = _stage(letters[number : number + len(phrase) + 1], phrase)
                found += [Match(places[number], stage)] if stage else []
            before = letter
        return found


def _stage(text: str, phrase: str) -> Stage | None:
    """Return how far a phrase has come in a text that begins with it, and goes on for no more than a letter."""
    if not text.startswith(phrase):
        return "begun" if phrase.startswith(text) else None
    if len(text) > len(phrase):
        return None if _are_one_word(phrase[-1], text[-1]) else "whole"
    return "spelled" if _is_of_word(phrase[-1]) else "whole"


def _compared(text: str, start: int) -> tuple[str, list[int]]:
    """Return a text from start on as phrases are compared with it, and the place in the text of each letter."""
    letters: list[str] = []
    places: list[int] = []
    for place in range(start, len(text)):
        for letter in _usual(text[place]):
            if letter != " " or letters[-1:] != [" "]:
                letters.append(letter)
                places.append(place)
    return "".join(letters), places


@cache
def _usual(letter: str) -> str:
    """Return the usual letters for one, none for a sign that nobody sees."""
    if letter.isspace():
        return " "
    return "" if unicodedata.category(letter) == "Cf" else _USUAL.get(letter) or folded(letter)


def _are_one_word(left: str, right: str) -> bool:
    return _is_of_word(left) and _is_of_word(right)


def _is_of_word(letter: str) -> bool:
    """Return whether a letter is of a word that ends where a space or a sign stands."""
    return letter.isalnum() and is_spaced(letter)
