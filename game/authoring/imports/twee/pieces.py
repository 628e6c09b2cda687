"""Pieces put together to a text: what a piece within braces would lose at its ends stands outside of it.

Knows nothing of where the pieces come from.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

_LAST_WORD = re.compile(r"[^\s{}|]{1,60}\Z")
_WINDOW = 61


@dataclass(frozen=True, slots=True)
class Piece:
    """Words under a condition, with others for when it fails; under "" they are told always.

    is_made: the words are a piece within braces already.
    """

    words: str
    under: str = ""
    otherwise: str = ""
    is_made: bool = False


def joined(text: str, piece: Piece, follows: str) -> str:
    """Return text with a piece added; follows is what comes after it."""
    if piece.is_made:
        return text + piece.words
    if not piece.under:
        return text + piece.words.replace("{", "{{").replace("}", "}}")
    if not piece.words.strip() and not piece.otherwise.strip():
        return text + _gap(piece.words, piece.otherwise)
    if _wants_word(text, piece, follows) and (last := _LAST_WORD.search(text[-_WINDOW:])):
        word = last.group()
        text = text.removesuffix(word)
        piece = replace(piece, words=word + piece.words, otherwise=word + piece.otherwise)
    return text + _within_braces(text, piece, follows)


def _wants_word(text: str, piece: Piece, follows: str) -> bool:
    """Return whether the space ahead of a piece is one wording's alone: then the word before it goes in too."""
    if not text or text[-1].isspace():
        return False
    if piece.otherwise:
        return piece.words[:1].isspace() != piece.otherwise[:1].isspace() and "\n" not in _ahead(piece)
    return _ahead(piece) == " " and follows[:1].strip() != ""


def _within_braces(text: str, piece: Piece, follows: str) -> str:
    so, otherwise = piece.words.strip(), piece.otherwise.strip()
    ahead, behind = _ahead(piece), _behind(piece)
    if ahead == " " and (not text or text[-1].isspace()):
        ahead = ""
    if behind == " " and follows[:1].isspace():
        behind = ""
    choosing = f"{so} | {otherwise}" if otherwise else so
    return f"{ahead}{{{piece.under}: {choosing}}}{behind}"


def _ahead(piece: Piece) -> str:
    return _gap(*(each[: len(each) - len(each.lstrip())] for each in (piece.words, piece.otherwise)))


def _behind(piece: Piece) -> str:
    return _gap(*(each[len(each.rstrip()) :] for each in (piece.words, piece.otherwise)))


def _gap(*spaces: str) -> str:
    """Return the widest of some spaces: blank lines, a new line, a single space or nothing."""
    lines = max(each.count("\n") for each in spaces)
    return "\n" * min(lines, 2) or (" " if any(spaces) else "")
