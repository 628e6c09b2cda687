"""A text as clauses, which stay whole when it is told another way, and what each of them has to stand beside.

Knows nothing of who tells it, or of the order of the words in a clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from game.story.prose import sentences_in
from game.story.rewording.words import THE, Words, in_one_form, is_aside, listed, parts_by_spaces, words_of

_PAUSE = re.compile(r"[,;:—–、，；：()（）]+|\s-\s")

Link = Literal["free", "beside", "after"]


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence, which is given by its number: its words, each in one form for all that may stand for it.

    One that is joined has a word before it that only joins. One that is linked stays beside the one before it, on
    whichever side, or after it. Of one that is set no word is moved: what comes next hangs on its last.
    """

    sentence: int
    words: Words
    is_joined: bool = False
    link: Link = "free"
    is_set: bool = False


def pieces_of(text: str, language: str) -> tuple[Clause, ...]:
    """Return a text parted wherever it pauses, and at words that only join; nothing of it is linked."""
    return tuple(
        Clause(number, in_one_form(part, language), is_joined)
        for number, sentence in enumerate(sentences_in(text))
        for piece in _PAUSE.split(sentence)
        for part, is_joined in _parts(words_of(piece, language), listed(language)["joining"])
    )


def clauses_of(text: str, language: str) -> tuple[Clause, ...]:
    """Return a text clause by clause: what only says where or how is of the clause that it stands beside."""
    found: list[Clause] = []
    for piece in pieces_of(text, language):
        goes_on = bool(found) and found[-1].sentence == piece.sentence and not piece.is_joined
        found += _gone_on(found.pop(), piece, language) if goes_on else [_begun(piece, language)]
    return tuple(found)


def _begun(piece: Clause, language: str) -> Clause:
    """Return a piece that begins anew: after what it points to, or after what it is half of."""
    first = piece.words[0]
    is_half = piece.is_joined and first != THE and first not in listed(language)["relations"]
    return replace(piece, link="after") if is_half or _points(piece, language) else piece


def _gone_on(last: Clause, piece: Clause, language: str) -> list[Clause]:
    """Return a clause, and a piece that a comma parts from it: the two as one where either only says where or how."""
    points = _points(piece, language)
    if words := _together(last.words, piece.words, language):
        return [replace(last, words=words, link="after" if points else last.link)]
    if piece.words[0] in listed(language)["fixing"]:
        return [replace(last, is_set=True), replace(piece, link="after")]
    is_after = points or not parts_by_spaces(language)
    return [last, replace(piece, link="after" if is_after else "beside")]


def _together(one: Words, other: Words, language: str) -> Words:
    """Return two pieces as one clause where either only says where or how, that last if it may be; else nothing."""
    asides = is_aside(one, language), is_aside(other, language)
    if asides == (True, False) and listed(language)["fixing"].isdisjoint(other):
        return other + one
    return one + other if any(asides) else ()


def _points(piece: Clause, language: str) -> bool:
    return not listed(language)["pointing"].isdisjoint(piece.words)


def _parts(words: Iterable[str], joining: frozenset[str]) -> Iterator[tuple[list[str], bool]]:
    """Yield what stands between joining words, and whether one is before it."""
    part: list[str] = []
    is_joined = False
    for word in words:
        if word not in joining:
            part.append(word)
            continue
        if part:
            yield part, is_joined
        part, is_joined = [], True
    if part:
        yield part, is_joined
