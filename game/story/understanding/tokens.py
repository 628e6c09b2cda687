"""Words as tokens: a word where a script parts words by spaces, a character where it does not; and phrases of them.

Knows nothing of what the tokens mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files

import tomli

from game.story.lexicon import is_spaced, plain

Tokens = tuple[str, ...]

GAP = "…"
"""Between two parts of a phrase: anything at all, "pick … up"."""

MOST_TOKENS = 100
"""A command is never so long; what is longer is speech, or nothing."""

BROKEN = "\x00"
"""A token that nothing spells, where something was cut out of the middle."""

_PARTS = re.compile(r"[\u3040-\u9fff]|[^\u3040-\u9fff\s]+")


@lru_cache(maxsize=16_384)
def tokens(text: str) -> Tokens:
    """Return the tokens of a text, without case and punctuation, traditional characters in their simple forms."""
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
    """Phrases by the token that they begin with, the longest first; ones with a gap are kept apart."""

    def __init__(self, texts: tuple[str, ...]) -> None:
        """Take phrases apart; a text without tokens is none."""
        whole = sorted({tokens(text) for text in texts if GAP not in text} - {()}, key=len, reverse=True)
        self.all: tuple[Tokens, ...] = tuple(whole)
        self._gapped: dict[str, list[tuple[Tokens, Tokens]]] = {}
        for before, _, after in (text.partition(GAP) for text in texts if GAP in text):
            self._gapped.setdefault(tokens(before)[0], []).append((tokens(before), tokens(after)))
        self._by_first: dict[str, list[Tokens]] = {}
        for phrase in whole:
            self._by_first.setdefault(phrase[0], []).append(phrase)

    def __contains__(self, said: Tokens) -> bool:
        return bool(said) and said in self._by_first.get(said[0], ())

    def at(self, said: Tokens, start: int) -> int:
        """Return how many tokens the longest phrase takes that begins at a place in what is said."""
        found = self._by_first.get(said[start], ()) if start < len(said) else ()
        return next((len(each) for each in found if said[start : start + len(each)] == each), 0)

    def at_end(self, said: Tokens) -> int:
        """Return how many tokens the longest phrase takes with which what is said ends."""
        return next((len(each) for each in self.all if said[-len(each) :] == each), 0)

    def beginning(self, said: Tokens) -> Iterator[tuple[int, Tokens]]:
        """Yield what follows each phrase that words begin with, with the phrase's length; gaps are closed."""
        for phrase in self._by_first.get(said[0], ()) if said else ():
            if said[: len(phrase)] == phrase:
                yield len(phrase), said[len(phrase) :]
        for before, after in self._gapped.get(said[0], ()) if said else ():
            if said[: len(before)] == before and (place := find(said, after, len(before) + 1)) >= 0:
                yield len(before) + len(after), said[len(before) : place] + said[place + len(after) :]

    def within(self, said: Tokens) -> Iterator[tuple[int, Tokens]]:
        """Yield what stands around each phrase in the words, with the phrase's length."""
        for start in range(len(said)):
            for length, rest in self.beginning(said[start:]):
                yield length, (*said[:start], BROKEN, *rest) if start else rest

    def held_by(self, said: Tokens) -> bool:
        """Return whether words hold any of the phrases."""
        return any(self.at(said, start) for start in range(len(said)))


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
