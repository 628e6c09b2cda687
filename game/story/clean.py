"""The one cleaner: text from a world, a player, a save or a model passes it before a screen sees it.

Knows nothing of screens: what it lets through is plain text on any of them.
"""

from __future__ import annotations

import unicodedata

_KEPT = "\n\t"
_BIDI_CONTROLS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_TERMINAL_BREAKS = frozenset("\u2028\u2029\ufeff")


def clean(text: str) -> str:
    """Return text without C0 (but newline and tab), DEL, C1, surrogates and bidirectional controls.

    Deletes single characters and looks at no neighbours, so cleaning a stream piece by piece gives the same
    text as cleaning the whole.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(character for character in text if _is_shown(character))


def clean_line(text: str) -> str:
    """Return text clean and on one line, a space for each stretch of spaces and line feeds in it."""
    return " ".join(clean(text).split())


def clean_json(text: str) -> str:
    """Return JSON that means the same, with what a screen may not be given as escapes."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(each if clean(each) else f"\\u{ord(each):04x}" for each in text)


def _is_shown(character: str) -> bool:
    if character in _KEPT:
        return True
    if character in _BIDI_CONTROLS or character in _TERMINAL_BREAKS:
        return False
    return unicodedata.category(character) not in ("Cc", "Cs")


def is_seen(text: str) -> bool:
    """Return whether text shows anything at all: more than spaces and signs that nobody sees."""
    return any(unicodedata.category(each)[0] not in "ZC" for each in text)
