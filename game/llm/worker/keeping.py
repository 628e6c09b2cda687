"""Which of the prompts that were read go on the shelf, and when.

Knows nothing of files, nor of what is said in prompts.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.llm.worker.shelf import LEAST, Shelf
from game.llm.worker.slots import Slots

ENOUGH = 512
"""Tokens over what the shelf has that a quiet moment is used for: a small model reads them in a second on two cores."""


class Keeping:
    """What was last read for its own sake into each slot: settled history, and what is the same for every run."""

    def __init__(self, slots: Slots, shelf: Shelf | None) -> None:
        self._slots = slots
        self._shelf = shelf
        self._settled: dict[str, Sequence[int]] = {}

    def note(self, name: str, prompt: Sequence[int]) -> None:
        """Take note of a prompt that is wholly in a slot; one of which the shelf has nothing is kept at once."""
        self._settled[name] = prompt
        if self._shelf is not None and self._shelf.find(prompt) is None:
            self._keep(name, least=LEAST)

    def rest(self) -> None:
        """Use a quiet moment to keep what has grown by ENOUGH, so that a game that is killed loses no more of it."""
        self._keep_all(least=ENOUGH)

    def close(self) -> None:
        """Keep whatever the next game would have to read."""
        self._keep_all(least=LEAST)

    def _keep_all(self, *, least: int) -> None:
        for name in list(self._settled):
            self._keep(name, least=least)

    def _keep(self, name: str, *, least: int) -> None:
        """Keep a slot's settled prompt where at least so many of its tokens are new to the shelf."""
        prompt = self._settled[name]
        if self._shelf is None or len(prompt) < least:
            return
        found = self._shelf.find(prompt)
        if found is not None and len(prompt) - len(found.tokens) < least:
            return
        sequence = self._slots.holding(name, prompt)
        if sequence is None:
            del self._settled[name]
        else:
            self._shelf.keep(prompt, sequence)
