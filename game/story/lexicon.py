"""Names in a player's words: which of some named things a phrase mentions, with or without spaces between words.

Knows nothing of verbs or of what can be done.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

Named = TypeVar("Named")

_NOT_WORDS = re.compile(r"[^\w\s]+")
_UNSPACED = re.compile("[\u3040-\u9fff]")
_FULL_NAME = 100
_STEM = 4
_PLURAL = re.compile(r"ies$|(?<=[xz])es$|(?<=ch|sh|ss)es$|(?<!s)s$")
_ENDING = re.compile(r"(?:ing|ed|es|s|e)$")
_ROOT = 3


@dataclass(frozen=True, slots=True)
class Mention:
    """The ids that a phrase mentions best: none, one, or several that fit equally well."""

    ids: tuple[str, ...]

    @property
    def one(self) -> str:
        """Return the one id, or nothing when there is none or more than one."""
        return self.ids[0] if len(self.ids) == 1 else ""


def folded(text: str) -> str:
    """Return text without case, its characters in their usual width and form: "Ａ１，" is "a1,"."""
    return unicodedata.normalize("NFKC", text).casefold()


def plain(text: str) -> str:
    """Return text without case and punctuation, words parted by single spaces."""
    return " ".join(_NOT_WORDS.sub(" ", folded(text)).split())


def is_spaced(text: str) -> bool:
    """Return whether text is of a script that parts words by spaces (Chinese and Japanese do not)."""
    return not _UNSPACED.search(text)


def mentions(phrase: str, name: str) -> bool:
    """Return whether a plain phrase holds a plain name, as whole words where words are parted by spaces."""
    if not name:
        return False
    return f" {name} " in f" {phrase} " if is_spaced(name) else name in phrase


def mentions_form(phrase: str, name: str) -> bool:
    """Return whether a plain phrase holds a plain name in any of its forms: "bishops" and "bishopric" for "bishop"."""
    if not is_spaced(name):
        return mentions(phrase, name)
    stems = map(singular, name.split())
    forms = " ".join(stem + r"\w*" if len(stem) >= _STEM else stem for stem in stems)
    return bool(forms and re.search(rf"\b{forms}\b", " ".join(map(singular, phrase.split()))))


def find_mention(phrase: str, named: Iterable[tuple[str, Sequence[str]]], *, ignoring: Collection[str]) -> Mention:
    """Return which ids a phrase mentions best. named gives each id with its names.

    Full names win over single words, and a word in ignoring, such as "the" or "and", is no mention alone.
    """
    phrase = plain(phrase)
    scores = {name: _score(phrase, names, ignoring) for name, names in named}
    best = max(scores.values(), default=0)
    return Mention(tuple(name for name, score in scores.items() if score == best)) if best else Mention(())


def find_kin(phrase: str, named: Iterable[tuple[str, Sequence[str]]], *, ignoring: Collection[str]) -> str:
    """Return the one id whose names share most word stems with a phrase ("rings" is kin to "ringer"), or nothing."""
    said = _stems(phrase, ignoring)
    shared = {name: len(said & _stems(" ".join(names), ignoring)) for name, names in named}
    best = max(shared.values(), default=0)
    kin = [name for name, count in shared.items() if count == best]
    return kin[0] if best and len(kin) == 1 else ""


def _stems(text: str, ignoring: Collection[str]) -> set[str]:
    words = (word for word in plain(text).split() if word not in ignoring)
    return {word[:_STEM] for word in words if len(word) >= _STEM and is_spaced(word)}


def singular(word: str) -> str:
    """Return an English word without the ending of the plural."""
    if len(word) < _STEM:
        return word
    return _PLURAL.sub(lambda ending: "y" if ending[0] == "ies" else "", word)


def root(word: str) -> str:
    """Return an English word without the endings of its forms: "rak" for "rake" and "raking"; a short one as it is."""
    bare = _ENDING.sub("", word)
    return bare if len(bare) >= _ROOT else word


def _score(phrase: str, names: Sequence[str], ignoring: Collection[str]) -> int:
    """Return how much of a name the phrase holds: a full one counts most, then the longest single word of one."""
    full = [len(name) + _FULL_NAME for name in map(plain, names) if mentions(phrase, name)]
    if full:
        return max(full)
    words = {word for name in names for word in plain(name).split() if len(word) > 2 and word not in ignoring}
    return max((len(word) for word in words if is_spaced(word) and mentions(phrase, word)), default=0)
