"""Which sequence holds which prompt: what a new prompt finds already read, and who makes room for it.

Knows nothing of llama.cpp, of what tokens mean or of how they are read: it moves and drops what a Memory holds.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Protocol

from game.llm.worker.aside import MOST, Aside, Bench, shared_beginning
from game.llm.worker.shelf import Shelf

SPARE = ""
"""The name of slots that nobody comes back to."""


class NoRoom(Exception):
    """What is under way leaves no room for more; nothing was changed but that idle slots may have been dropped."""


class Memory(Bench, Protocol):
    """Sequences of tokens over cells that they may share."""

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
    """A sequence, the tokens in it, and a number for the cell that each token lies in.

    While it is in use it has sequences for what branches off, and room: the cells that it and they may still fill.
    """

    name: str
    sequence: int
    tokens: list[int] = field(default_factory=list)
    cells: list[int] = field(default_factory=list)
    in_use: bool = False
    branches: list[int] = field(default_factory=list)
    room: int = 0


class Slots:
    """Slots, the least recently used first, and the sequences that none of them holds."""

    def __init__(
        self, memory: Memory, *, sequences: int, cells: int, aside: int = MOST, shelf: Shelf | None = None
    ) -> None:
        """Hand out sequences and cells of a memory; aside is the bytes of prompts that may be laid out of its way."""
        self._memory = memory
        self._aside = Aside(memory, limit=aside)
        self._shelf = shelf
        self._cells = cells
        self._slots: list[Slot] = []
        self._free = list(range(sequences))
        self._numbers = itertools.count()

    def names(self) -> list[str]:
        """Return the names of the slots that hold something, the least recently used first."""
        return [slot.name for slot in self._slots]

    def prepare(self, name: str, prompt: Sequence[int], *, branches: int, room: int) -> Slot:
        """Return the slot of that name, in use, and holding as much of the prompt's beginning as any or the shelf does.

        Where branches are to follow, the prompt's last token is left to be read: what follows it is only known then.
        Slots that are not in use are dropped, the least recently used first, until there are as many free sequences as
        branches, and free cells for the rest of the prompt and as many more as room. Raises NoRoom where that is not
        enough, or the slot is in use.
        """
        wanted = prompt[:-1] if branches else prompt
        slot = self._claim(name, spared=self._longest(wanted))
        try:
            self._fetch(slot, wanted)
            source = self._longest(wanted)
            if source is not None and self._usable(source, wanted) > self._usable(slot, wanted):
                self._copy(source, slot)
            self._cut(slot, self._usable(slot, wanted))
            self._reserve(slot, branches, len(prompt) - len(slot.tokens) + room)
        except NoRoom:
            self.release(slot)
            raise
        return slot

    def extend(self, slot: Slot, tokens: Sequence[int]) -> None:
        """Note that tokens were read into a slot."""
        slot.tokens += tokens
        slot.cells += itertools.islice(self._numbers, len(tokens))
        slot.room -= len(tokens)

    def branch(self, slot: Slot) -> list[int]:
        """Return the sequences for what branches off, each beginning with all the slot's tokens."""
        for sequence in slot.branches:
            self._memory.copy(slot.sequence, sequence)
        return slot.branches

    def branch_anew(self, slot: Slot, sequence: int) -> None:
        """Let a branch forget what follows the slot's tokens."""
        self._memory.clear(sequence)
        self._memory.copy(slot.sequence, sequence)

    def release(self, slot: Slot) -> None:
        """Take back the branches of a slot, which is in use no more; a spare one is dropped."""
        for sequence in slot.branches:
            self._free_up(sequence)
        slot.branches, slot.room, slot.in_use = [], 0, False
        if slot.name == SPARE:
            self._drop(slot)

    def forget_unread(self, slot: Slot) -> None:
        """Make the memory hold no more than the slot says, after a step that was broken off."""
        self._cut(slot, len(slot.tokens))

    def tidy(self) -> None:
        """Lay aside all that is not in use but the longest prompt, and have the tokens of that one lie side by side.

        They stay where they are while something is in use: what began with them holds their cells, and others lie
        behind those.
        """
        longest = max(self._slots, key=lambda slot: len(slot.tokens), default=None)
        is_alone = not any(slot.in_use for slot in self._slots)
        for slot in [slot for slot in self._slots if not slot.in_use]:
            if slot is longest:
                if is_alone:
                    self._lay_together(slot)
            elif self._aside.put(slot.name, slot.sequence, slot.tokens):
                self._drop(slot)

    def holding(self, name: str, prompt: Sequence[int]) -> int | None:
        """Return the sequence of the slot of that name, cut back to just this prompt, None where it cannot be."""
        slot = next((slot for slot in self._slots if slot.name == name), None)
        if slot is None and self._aside.find(prompt, beyond=len(prompt) - 1):
            slot = self._claim(name, spared=None)
            self._fetch(slot, prompt)
            self.release(slot)
        if slot is None or slot.in_use or self._usable(slot, prompt) < len(prompt):
            return None
        self._cut(slot, len(prompt))
        return slot.sequence if slot.tokens else None

    def _lay_together(self, slot: Slot) -> None:
        """Lay a slot's tokens out anew in the first cells that are free, where there is room without its own."""
        if self._used() + len(slot.tokens) > self._cells:  # They may be shared, and so not come free.
            return
        state = self._memory.take_out(slot.sequence, most=MOST)
        if state is None:
            return
        self._memory.clear(slot.sequence)
        laid, slot.tokens, slot.cells = slot.tokens, [], []
        if self._memory.put_back(slot.sequence, state):
            self.extend(slot, laid)
            slot.room = 0

    def _fetch(self, slot: Slot, wanted: Sequence[int]) -> None:
        """Fill a slot with what was laid aside, or else kept, where that holds more of what is wanted than any slot."""
        longest = self._longest(wanted)
        held = self._usable(longest, wanted) if longest else 0
        if laid := self._aside.find(wanted, beyond=held):
            self._fill(slot, laid.tokens, partial(self._aside.fetch, laid))
        elif self._shelf and (kept := self._shelf.find(wanted, beyond=held)):
            self._fill(slot, kept.tokens, partial(self._shelf.fetch, kept))

    def _fill(self, slot: Slot, tokens: Sequence[int], fetch: Callable[[int], bool]) -> None:
        """Fill a slot with tokens that can be fetched, where there is room."""
        self._cut(slot, 0)
        try:
            self._reserve(slot, 0, len(tokens))
        except NoRoom:
            return
        if fetch(slot.sequence):
            self.extend(slot, tokens)
        slot.room = 0

    def _claim(self, name: str, *, spared: Slot | None) -> Slot:
        """Return the slot of a name, or a new one, as the one used last."""
        found = next((slot for slot in self._slots if slot.name == name and name != SPARE), None)
        if found is not None and found.in_use:
            raise NoRoom
        if found is None:
            if not self._free:
                self._drop_oldest(spared=spared)
            found = Slot(name, self._free.pop())
        else:
            self._slots.remove(found)
        self._slots.append(found)
        found.in_use = True
        return found

    def _longest(self, wanted: Sequence[int]) -> Slot | None:
        """Return the slot that holds most of the tokens wanted, or None where none holds any."""
        longest = max(self._slots, key=lambda slot: self._usable(slot, wanted), default=None)
        return longest if longest is not None and self._usable(longest, wanted) else None

    def _usable(self, slot: Slot, wanted: Sequence[int]) -> int:
        """Return how many of the tokens wanted a slot can be cut back to."""
        shared = shared_beginning(slot.tokens, wanted)
        return shared if self._memory.can_shorten or shared == len(slot.tokens) else 0

    def _copy(self, source: Slot, slot: Slot) -> None:
        self._memory.clear(slot.sequence)
        self._memory.copy(source.sequence, slot.sequence)
        slot.tokens, slot.cells = list(source.tokens), list(source.cells)

    def _cut(self, slot: Slot, keep: int) -> None:
        """Keep a slot's first tokens; all are dropped when the memory cannot do that."""
        if not self._memory.shorten(slot.sequence, keep) or self._memory.length(slot.sequence) != keep:
            self._memory.clear(slot.sequence)
            slot.room += keep
            keep = 0
        del slot.tokens[keep:], slot.cells[keep:]

    def _reserve(self, slot: Slot, branches: int, room: int) -> None:
        while len(self._free) < branches or self._used() + room > self._cells:
            self._drop_oldest()
        slot.branches = [self._free.pop() for _ in range(branches)]
        slot.room = room

    def _used(self) -> int:
        """Return the cells that are filled or spoken for."""
        filled = set(_joined(slot.cells for slot in self._slots))
        return len(filled) + sum(slot.room for slot in self._slots)

    def _drop_oldest(self, *, spared: Slot | None = None) -> None:
        oldest = next((slot for slot in self._slots if not slot.in_use and slot is not spared), None)
        if oldest is None:
            raise NoRoom
        self._drop(oldest)

    def _drop(self, slot: Slot) -> None:
        self._slots.remove(slot)
        self._free_up(slot.sequence)

    def _free_up(self, sequence: int) -> None:
        self._memory.clear(sequence)
        self._free.append(sequence)


def _joined(lists: Iterable[list[int]]) -> Iterable[int]:
    return itertools.chain.from_iterable(lists)
