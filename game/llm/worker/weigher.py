"""A question of likelihoods on its way: its prompt is read into its slot, then each text is read in a branch of it.

Knows nothing of what else shares its steps, of pipes, or of what the texts say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from game.llm.wire import Step
from game.llm.worker.context import OUTPUTS, Context, Entry
from game.llm.worker.reading import Reading, cut_back
from game.llm.worker.sampling import log_total
from game.llm.worker.slots import Slot, Slots
from game.llm.worker.tally import Tally
from game.llm.worker.weights import Weights
from game.story.model import Done, Weighed

MOST_AT_ONCE = 12
"""Texts of a step: of a few tokens each, they fill one that a processor computes at full speed."""
_MOST_OUTPUTS = OUTPUTS // 2


@dataclass(slots=True)
class _Text:
    """The tokens of a text, of which the first are weighed; sequence is its branch, while it has one."""

    tokens: Sequence[int]
    weight: float = 0.0
    weighed: int = 0
    sequence: int | None = None

    @property
    def is_weighed(self) -> bool:
        return self.weighed == len(self.tokens)

    def weigh(self, logits: npt.NDArray[np.float32]) -> None:
        """Weigh the next token by what a step says of it."""
        self.weight += log_likelihood(logits, self.tokens[self.weighed])
        self.weighed += 1

    def entries(self, sequence: int, begin: int, room: int) -> list[Entry]:
        """Return entries whose results weigh what follows them; a text begins at a position of its branch."""
        first = self.weighed - 1  # This one was weighed, and not yet read.
        unread = self.tokens[first : min(first + room, len(self.tokens) - 1)]
        return [Entry(token, at, sequence, wanted=True) for at, token in enumerate(unread, begin + first)]


class Weigher:
    """The weights of texts in the making. It takes part in steps as a Telling does."""

    def __init__(self, texts: Sequence[Sequence[int]], prompt: Sequence[int], slot: Slot, tally: Tally) -> None:
        """Begin with a slot that was prepared, with branches for some texts or all. No text is empty."""
        self._reading = Reading(prompt, slot)
        self._slot = slot
        self._texts = [_Text(tokens) for tokens in texts]
        self._tally = tally
        self._free = list(slot.branches)
        self._entries: list[Entry] = []
        self._parts: list[tuple[_Text, int]] = []

    @property
    def settled(self) -> tuple[str, Sequence[int]]:
        """Return the name of its slot, and the prompt that this holds once it has ended."""
        return self._slot.name, self._reading.prompt

    @property
    def ended(self) -> bool:
        return all(text.is_weighed for text in self._texts)

    @property
    def phase(self) -> Step:
        """Return what its next step does."""
        return "read"

    def next(self, room: int) -> Sequence[Entry]:
        """Return the entries for the next step, as many as there are and fit."""
        self._parts = []
        self._entries = self._parted(min(room, _MOST_OUTPUTS)) if self._reading.is_done else self._reading.next(room)
        return self._entries

    def take(self, first: int, context: Context, weights: Weights, slots: Slots) -> Iterator[Weighed]:
        """Take what comes of the entries, the first of which lies at that index of the step; yield it when all did."""
        if self._parts:
            self._weigh(first, context, slots)
        elif self._reading.take(self._entries, slots):
            logits = context.logits(first + len(self._entries) - 1)
            for text in self._texts:
                text.weigh(logits)
            slots.branch(self._slot)
        if self.ended:
            yield Weighed(tuple(text.weight for text in self._texts))

    def broken_off(self, context: Context, slots: Slots) -> bool:
        """Take a step as not computed; return whether it can be gone on with."""
        if not self._parts:
            slots.forget_unread(self._slot)
            return True
        return cut_back(context, self._entries)

    def cancel(self) -> Done:
        """Return the end of what is not gone on with."""
        return self._tally.cancelled()

    def close(self, slots: Slots) -> None:
        """Give back what it holds."""
        slots.release(self._slot)

    def _parted(self, room: int) -> list[Entry]:
        """Return entries of all texts that have a branch, or find one that is free."""
        entries: list[Entry] = []
        for text in self._texts:
            if len(entries) < room and not text.is_weighed and (sequence := self._branch_of(text)) is not None:
                part = text.entries(sequence, len(self._reading.prompt), room - len(entries))
                self._parts.append((text, len(part)))
                entries += part
        return entries

    def _branch_of(self, text: _Text) -> int | None:
        if text.sequence is None and self._free:
            text.sequence = self._free.pop()
        return text.sequence

    def _weigh(self, first: int, context: Context, slots: Slots) -> None:
        for text, count in self._parts:
            for index in range(first, first + count):
                text.weigh(context.logits(index))
            first += count
            if text.is_weighed and text.sequence is not None:
                slots.branch_anew(self._slot, text.sequence)
                self._free.append(text.sequence)
                text.sequence = None


def log_likelihood(logits: npt.NDArray[np.float32], token: int) -> float:
    """Return the logarithm of a token's share among all, of each of which logits holds a number."""
    return float(logits[token]) - log_total(logits)
