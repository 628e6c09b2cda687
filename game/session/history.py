"""The told turns of a run, for a front end that shows what was told before.

Knows nothing of screens. Nothing is kept: each call reads the run's file.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.session.saved import is_invention, passages_of
from game.storage.run import RunFile
from game.story.passages import Passage

Clear = Callable[[tuple[Passage, ...]], tuple[Passage, ...]]
"""Gives passages as they may be shown."""


@dataclass(frozen=True, slots=True)
class ToldTurn:
    """A turn of the current path as it was told; number counts from 0, the opening, whose words are empty."""

    number: int
    words: str
    passages: tuple[Passage, ...]


def told_before(run: RunFile, number: int, *, most: int, cleared: Clear = tuple) -> tuple[ToldTurn, ...]:
    """Return up to most turns that come before turn number on the current path, oldest first. Raises SaveError."""
    steps = run.path_tellings(limit=max(run.current().depth - number, 0) + 1 + most)
    return tuple(
        ToldTurn(step.depth, step.words, cleared(passages_of(told)))
        for step, told in steps
        if number - most <= step.depth < number and (told or not is_invention(step))
    )
