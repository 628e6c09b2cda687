"""A prompt on its way into its slot, a step at a time.

Knows nothing of what follows a prompt.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.llm.worker.context import Context, Entry
from game.llm.worker.slots import Slot, Slots


class Reading:
    """A prompt, and the slot that was prepared for it."""

    def __init__(self, prompt: Sequence[int], slot: Slot) -> None:
        self.prompt = prompt
        self._slot = slot

    @property
    def is_done(self) -> bool:
        """Return whether the slot holds all of the prompt."""
        return len(self._slot.tokens) == len(self.prompt)

    def next(self, room: int) -> list[Entry]:
        """Return the entries for the next step, as many as fit; after the prompt's last token something is asked."""
        start, last = len(self._slot.tokens), len(self.prompt) - 1
        chunk = self.prompt[start : start + room]
        return [Entry(token, at, self._slot.sequence, wanted=at == last) for at, token in enumerate(chunk, start)]

    def take(self, entries: Sequence[Entry], slots: Slots) -> bool:
        """Take entries as read; return whether they were the last."""
        slots.extend(self._slot, [entry.token for entry in entries])
        return self.is_done


def cut_back(context: Context, entries: Sequence[Entry]) -> bool:
    """Take the entries of a step that was broken off out of their sequences; return whether that was possible."""
    cut = [context.shorten(entry.sequence, entry.position) for entry in entries]
    return all(cut)
