"""Words as tokens: a word where a script parts words by spaces, a character where it does not; and phrases of them.

Knows nothing of what the tokens mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property, lru_cache
from importlib.resources import files

import tomli

from game.story.lexicon import is_spaced, plain

Tokens = tuple[str, ...]

GAP = "…"
"""Between two parts of a phrase: anything at all, "pick … up"."""

OF = ("of",)
"""What makes of the second part of a phrase something else: "take … out" is not in "take it out of the box"."""

MOST_TOKENS = 100
"""A command is never so long; what is longer is speech, or nothing."""

BROKEN = "\x00"
"""A token that nothing spells, where something was cut out of the middle."""

_PARTS = re.compile(r"[\u3040-\u9fff]|[^\u3040-\u9fff\s]+")


def tokens(text: str) -> Tokens:
    """Return the tokens of a text, without case and punctuation, traditional characters in their simple forms."""
    if text.isascii() and text.islower() and text.replace(" ", "").isalpha():  # as nearly all that we wrote ourselves
        return tuple(text.split())
    return _tokens(text)


@lru_cache(maxsize=16_384)
def _tokens(text: str) -> Tokens:
    return tuple(_PARTS.findall(plain(text).translate(_simple_forms())))


@cache
def _simple_forms() -> dict[int, str]:
    text = files("game.story.understanding").joinpath("forms.toml").read_text(encoding="utf-8")
    forms = tomli.loads(text)["forms"]
    return {ord(one): other for one, other in zip(forms["traditional"], forms["simplified"], strict=True)}


def spelled(said: Tokens) -> str:
    """Return tokens as they are read: spaces between words, none between characters."""
    text = ""
    for token in said:
        parted = text and is_spaced(text[-1]) and is_spaced(token)
        text += f" {token}" if parted else token
    return text.replace(BROKEN, " ").strip()


class Phrases:
    """Phrases, found by the token that they begin with, the longest first; ones with a gap are kept apart."""

    def __init__(self, texts: tuple[str, ...]) -> None:
        """Take phrases apart; a text without tokens is none."""
        self._whole = frozenset(tokens(text) for text in texts if GAP not in text) - {()}
        self._first = _lengths((phrase[0], len(phrase)) for phrase in self._whole)
        self._last = _lengths((phrase[-1], len(phrase)) for phrase in self._whole)
        self._gapped: dict[str, list[tuple[Tokens, Tokens]]] = {}
        for before, _, after in (text.partition(GAP) for text in texts if GAP in text):
            self._gapped.setdefault(tokens(before)[0], []).append((tokens(before), tokens(after)))

    def __contains__(self, said: Tokens) -> bool:
        return said in self._whole

    @cached_property
    def endings(self) -> frozenset[Tokens]:
        """Return the second parts of phrases with a gap: "off" of "take … off"."""
        return frozenset(after for each in self._gapped.values() for _, after in each)

    def begins_with(self, token: str) -> bool:
        """Return whether any phrase begins with a token."""
        return token in self._first or token in self._gapped

    def at(self, said: Tokens, start: int) -> int:
        """Return how many tokens the longest phrase takes that begins at a place in what is said."""
        lengths = self._first.get(said[start], ()) if start < len(said) else ()
        left = len(said) - start
        return next((each for each in lengths if each <= left and said[start : start + each] in self._whole), 0)

    def at_end(self, said: Tokens) -> int:
        """Return how many tokens the longest phrase takes with which what is said ends."""
        lengths = self._last.get(said[-1], ()) if said else ()
        return next((each for each in lengths if each <= len(said) and said[-each:] in self._whole), 0)

    def beginning(self, said: Tokens) -> Iterator[tuple[int, Tokens]]:
        """Yield what follows each phrase that words begin with, with the phrase's length; gaps are closed."""
        for length in self._first.get(said[0], ()) if said else ():
            if length <= len(said) and said[:length] in self._whole:
                yield length, said[length:]
        for before, after in self._gapped.get(said[0], ()) if said else ():
            place = find(said, after, len(before) + 1) if said[: len(before)] == before else -1
            if place >= 0 and said[place + len(after) :][:1] != OF:
                yield len(before) + len(after), said[len(before) : place] + said[place + len(after) :]

    def within(self, said: Tokens) -> Iterator[tuple[int, Tokens]]:
        """Yield what stands around each phrase in the words, with the phrase's length."""
        for start in range(len(said)):
            for length, rest in self.beginning(said[start:]):
                yield length, (*said[:start], BROKEN, *rest) if start else rest

    def held_by(self, said: Tokens) -> bool:
        """Return whether words hold any of the phrases."""
        return any(self.at(said, start) for start in range(len(said)))


def _lengths(found: Iterable[tuple[str, int]]) -> Mapping[str, tuple[int, ...]]:
    """Return how long the phrases are that go with each token, the longest first."""
    lengths: dict[str, set[int]] = {}
    for token, length in found:
        lengths.setdefault(token, set()).add(length)
    return {token: tuple(sorted(each, reverse=True)) for token, each in lengths.items()}


@lru_cache(maxsize=256)
def phrases(texts: tuple[str, ...]) -> Phrases:
    """Return phrases ready to be looked for; those of a language are made ready once."""
    return Phrases(texts)


def find(said: Tokens, phrase: Tokens, start: int = 0) -> int:
    """Return where a phrase begins in the words, at or after start, or -1."""
    last = len(said) - len(phrase)
    return next((place for place in range(start, last + 1) if said[place : place + len(phrase)] == phrase), -1)


def written_out(text: str, short: Mapping[str, tuple[str, ...]]) -> str:
    """Return a text with its short forms written out: "don't" as "do not"."""
    text = f" {text.casefold().replace('’', chr(39))} "
    for long, forms in short.items():
        for form in forms:
            text = text.replace(form, long)
    return text.strip()
