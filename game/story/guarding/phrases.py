"""Many phrases as one regular expression that shares their beginnings, so that a sentence is read once for all of them.

Knows nothing of what the phrases are for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeAlias

NEVER = re.compile(r"(?!)")
_REST = "*"
_GAP = "~"
_END = ""

_Tree: TypeAlias = "dict[str, _Tree]"


def phrase_pattern(phrases: Iterable[str], *, is_spaced: bool) -> re.Pattern[str]:
    """Return what finds any of some phrases, the longest at a place.

    A star in one stands for the rest of a word, a tilde before a word for up to three others.
    """
    source = phrase_source(phrases)
    if not source:
        return NEVER
    return re.compile(rf"(?<!\w){source}(?!\w)" if is_spaced else source)


def phrase_source(phrases: Iterable[str]) -> str:
    """Return the source of such a regular expression, or nothing where there are no phrases."""
    tree: _Tree = {}
    for phrase in phrases:
        at = tree
        for letter in phrase:
            at = at.setdefault(letter, {})
        at[_END] = {}
    return _source(tree) if tree else ""


def _source(tree: _Tree) -> str:
    """Return what matches the rest of the phrases of a tree."""
    ways = [_letter(letter) + _source(rest) for letter, rest in tree.items() if letter != _END]
    if not ways:
        return ""
    source = ways[0] if len(ways) == 1 and _END not in tree else f"(?:{'|'.join(ways)})"
    return f"{source}?" if _END in tree else source


def _letter(letter: str) -> str:
    if letter == _REST:
        return r"\w*"
    if letter == _GAP:
        return r"(?:[\w'-]+\s+){0,3}?"
    return r"\s+" if letter == " " else re.escape(letter)
