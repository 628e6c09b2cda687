"""Prose as sentences and words: where a sentence ends, in English and in Chinese; and how English counts.

Knows nothing of worlds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from game.story.lexicon import is_spaced

_CHINESE = "\u3040-\u9fff"
_LETTERS = 4
"""Of one token, in scripts that part words by spaces."""

_CLOSING = r"""[”’」』）》】]"""
_END = re.compile(
    rf"""
    [.!?…]+ ["'”’)]* (?=\s|$)                         # a mark before a space, as in "3.5 m. Far"
    | …* [。！？｡] [。！？｡…]* {_CLOSING}*              # a mark that needs none
    | [!?…]+ {_CLOSING}* (?=[{_CHINESE}“「『（《])        # one that does, where what follows is written without
    """,
    re.VERBOSE,
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_COMPLETE = re.compile(r"""[.!?…。！？｡]["'”’)」』）》】]*$""")


def sentences_in(text: str) -> list[str]:
    """Return the sentences of text, in order, the last one perhaps unfinished."""
    found: list[str] = []
    start = 0
    for end in _END.finditer(text):
        found.append(text[start : end.end()].strip())
        start = end.end()
    return [each for each in (*found, text[start:].strip()) if each]


def cut(text: str) -> list[str]:
    """Return text cut where sentences end, each with the spaces before it: put together they are the text again."""
    ends = (end.end() for end in _END.finditer(text))
    return [text[start:end] for start, end in pairwise((0, *ends, len(text))) if start < end]


def is_complete(text: str) -> bool:
    """Return whether text ends where a sentence ends."""
    return bool(_COMPLETE.search(text.rstrip()))


def whole_sentences(text: str) -> str:
    """Return text up to its last complete sentence."""
    ends = list(_END.finditer(text))
    return text[: ends[-1].end()].rstrip() if ends else ""


def beginning(text: str, *, tokens: int) -> str:
    """Return as many whole sentences, from the first on, as are within so many tokens; all of a text that is."""
    if guessed_tokens(text) <= tokens:
        return text
    ends = [end.end() for end in _END.finditer(text)]
    return next((text[:end] for end in reversed(ends) if guessed_tokens(text[:end]) <= tokens), "")


def joined(sentences: Sequence[str]) -> str:
    """Return sentences side by side: a space between two, but none where their script has none."""
    return (" " if all(map(is_spaced, sentences)) else "").join(sentences)


def in_one_line(text: str, *, space: str) -> str:
    """Return the lines of a text as one, space between two of them; within a line one blank is left of several."""
    return space.join(" ".join(line.split()) for line in text.splitlines() if line.strip())


def words_in(text: str) -> list[str]:
    """Return the words of text in lower case, apostrophes straight; each Chinese character run is one word."""
    return [word.casefold() for word in spelled_words(text)]


def spelled_words(text: str) -> list[str]:
    """Return the words of text as they are spelled, but every apostrophe straight."""
    return [word.replace("’", "'") for word in _WORD.findall(text)]


def guessed_tokens(text: str) -> int:
    """Return about how many tokens a text has: four letters are one, and so is each Chinese character."""
    return len(text) // _LETTERS + 1 if is_spaced(text) else len(text)


def counted(number: int, one: str, several: str = "") -> str:
    """Return a number and what it counts, as English has it; several is one with an s where it is not given."""
    return f"{number:,} {one if number == 1 else several or f'{one}s'}"
