"""English words without their endings: "leaning", "leans" and "leant" are all "lean".

Knows no grammar: what a word is in its sentence is for those who ask.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files

import tomli

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def words_of(text: str) -> list[str]:
    """Return the words of a text in lower case, with straight apostrophes."""
    return [word.replace("’", "'") for word in _WORD.findall(text.lower())]


def stems_of(texts: Iterable[str]) -> frozenset[str]:
    """Return the stems of all words in texts."""
    return frozenset(stem(word) for text in texts for word in words_of(text))


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return a word, in lower case, without its ending."""
    word = word.partition("'")[0]
    word = _irregular().get(word, word)
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    for ending in ("ingly", "edly", "ing", "ed", "ly", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            word = word[: -len(ending)]
            break
    if len(word) > 2 and word.endswith("i"):
        word = word[:-1] + "y"
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "sl":
        word = word[:-1]
    return word.removesuffix("e") if len(word) > 3 else word


def stemmed(words: Iterable[str]) -> frozenset[str]:
    """Return the stems of single words."""
    return frozenset(map(stem, words))


@cache
def _irregular() -> dict[str, str]:
    """Return the base of each irregular form."""
    table = tomli.loads(files("game.story.guarding").joinpath("en.toml").read_text(encoding="utf-8"))
    return {form: base for base, forms in table["forms"].items() for form in (base, *forms.split())}
