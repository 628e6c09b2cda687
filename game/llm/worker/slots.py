"""Which sequence holds which prompt: what a new prompt finds already read, and who makes room for it.

Knows nothing of llama.cpp, of what tokens mean or of how they are read: it moves and drops what a Memory holds.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol


class Memory(Protocol):
    """Sequences of tokens over cells that they may share."""

    @property
    def can_shorten(self) -> bool:
        """Return whether a sequence can lose its last tokens."""

    def copy(self, source: int, target: int) -> None:
        """Let an empty sequence begin with all of another's tokens."""

    def shorten(self, sequence: int, keep: int) -> bool:
        """Keep a sequence's first tokens; return whether that was possible."""

    def length(self, sequence: int) -> int:
        """Return how many tokens a sequence holds."""

    def clear(self, sequence: int) -> None:
        """Empty a sequence."""


@dataclass(eq=False, slots=True)
class Slot:
    """A sequence, the tokens in it, and a number for the cell that each token lies in."""

    sequence: int
    tokens: list[int] = field(default_factory=list)
    cells: list[int] = field(default_factory=list)


class Slots:
    """Named slots, the least recently used first, and the sequences that none of them holds."""

    def __init__(self, memory: Memory, *, sequences: int, cells: int) -> None:
        self._memory = memory
        self._cells = cells
        self._slots: dict[str, Slot] = {}
        self._free = list(range(sequences))
        self._numbers = itertools.count()

    def names(self) -> list[str]:
        """Return the names of the slots that hold something, the least recently used first."""
        return list(self._slots)

    def prepare(self, name: str, prompt: Sequence[int], *, branches: int, room: int) -> Slot:
        """Return the slot of that name, holding as much of the prompt's beginning as any slot does.

        Where branches are to follow, the prompt's last token is left to be read: what follows it is only known then.
        Idle slots are dropped, the least recently used first, until there are as many free sequences as branches, and
        free cells for the rest of the prompt and as many more as room.
        """
        wanted = prompt[:-1] if branches else prompt
        source = self._longest(wanted)
        slot = self._slots.pop(name, None) or Slot(self._take_sequence(spared=source))
        self._slots[name] = slot  # Now the last in the order of use.
        if source is not None and self._usable(source, wanted) > self._usable(slot, wanted):
            self._copy(source, slot)
        self._cut(slot, self._usable(slot, wanted))
        needed = len(prompt) - len(slot.tokens) + room
        while len(self._free) < branches or self._used() + needed > self._cells:
            self._drop(self._oldest(spared=slot))
        return slot

    def extend(self, slot: Slot, tokens: Sequence[int]) -> None:
        """Note that tokens were read into a slot."""
        slot.tokens += tokens
        slot.cells += itertools.islice(self._numbers, len(tokens))

    def branch(self, slot: Slot) -> int:
        """Return a free sequence that begins with all the slot's tokens."""
        sequence = self._free.pop()
        self._memory.copy(slot.sequence, sequence)
        return sequence

    def release(self, sequence: int) -> None:
        """Empty a branch and take it back."""
        self._memory.clear(sequence)
        self._free.append(sequence)

    def forget_unread(self, slot: Slot) -> None:
        """Make the memory hold no more than the slot says, after a step that was broken off."""
        self._cut(slot, len(slot.tokens))

    def _longest(self, wanted: Sequence[int]) -> Slot | None:
        """Return the slot that holds most of the tokens wanted, or None where none holds any."""
        longest = max(self._slots.values(), key=lambda slot: self._usable(slot, wanted), default=None)
        return longest if longest is not None and self._usable(longest, wanted) else None

    def _usable(self, slot: Slot, wanted: Sequence[int]) -> int:
        """Return how many of the tokens wanted a slot can be cut back to."""
        shared = _shared(slot.tokens, wanted)
        return shared if self._memory.can_shorten or shared == len(slot.tokens) else 0

    def _copy(self, source: Slot, slot: Slot) -> None:
        self._memory.clear(slot.sequence)
        self._memory.copy(source.sequence, slot.sequence)
        slot.tokens, slot.cells = list(source.tokens), list(source.cells)

    def _cut(self, slot: Slot, keep: int) -> None:
        """Keep a slot's first tokens; all are dropped when the memory cannot do that."""
        if not self._memory.shorten(slot.sequence, keep) or self._memory.length(slot.sequence) != keep:
            self._memory.clear(slot.sequence)
            keep = 0
        del slot.tokens[keep:], slot.cells[keep:]

    def _used(self) -> int:
        return len(set(_joined(slot.cells for slot in self._slots.values())))

    def _take_sequence(self, *, spared: Slot | None) -> int:
        if not self._free:
            self._drop(self._oldest(spared=spared))
        return self._free.pop()

    def _oldest(self, *, spared: Slot | None) -> str:
        return next(name for name, slot in self._slots.items() if slot is not spared)

    def _drop(self, name: str) -> None:
        self.release(self._slots.pop(name).sequence)


def _shared(one: Sequence[int], other: Sequence[int]) -> int:
    """Return how many first elements are the same."""
    for index, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return index
    return min(len(one), len(other))


def _joined(lists: Iterable[list[int]]) -> Iterable[int]:
    return itertools.chain.from_iterable(lists)
