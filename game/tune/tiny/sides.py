"""The texts that a tiny model learns by, and those that are kept from it to see what it has learned.

Knows nothing of tokens: the side follows from what a text is about, for the wordings of one subject are much alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from game.errors import DataError
from game.rules.world import World
from game.tune.tiny.passages import Passage, passages_of

LEAST = 1_000
"""Characters to learn by, below which there is nothing that returns often enough to be learned."""
SHARE = 10
"""One in so many characters, about, is held out."""


@dataclass(frozen=True, slots=True)
class Sides:
    """Both in the order of the worlds."""

    train: tuple[Passage, ...]
    held_out: tuple[Passage, ...]


def sides_of(worlds: Iterable[World]) -> Sides:
    """Return what the authors of some worlds wrote, in two sides. Raises DataError for too little."""
    sides = split(list(dict.fromkeys(passage for world in worlds for passage in passages_of(world))))
    if (found := characters(sides.train)) < LEAST:
        raise DataError(f"There are {found:,} characters to learn by; name worlds that have {LEAST:,} and more.")
    return sides


def split(passages: Sequence[Passage]) -> Sides:
    """Return two sides: whole subjects are held out, as many as make a tenth, and their names alone decide which."""
    texts: dict[str, list[Passage]] = {}
    for passage in passages:
        texts.setdefault(passage.subject, []).append(passage)
    held_out: set[str] = set()
    left = characters(passages) / SHARE
    for subject in sorted(texts, key=lambda name: sha256(name.encode()).digest()):
        if left > 0:
            held_out.add(subject)
            left -= characters(texts[subject])
    return Sides(
        tuple(each for each in passages if each.subject not in held_out),
        tuple(each for each in passages if each.subject in held_out),
    )


def characters(passages: Iterable[Passage]) -> int:
    """Return how many characters some passages have, the players' words with them."""
    return sum(len(each.words) + len(each.text) for each in passages)
