"""A context in which texts share what they begin with: the first sequence holds that, and the others go on from it.

Knows nothing of what the texts are for.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from game.errors import ModelError
from game.llm.worker.aside import shared_beginning
from game.llm.worker.context import OUTPUTS, SEQUENCES, Context, DecodeError, Entry
from game.llm.worker.weights import Weights

Tokens = Sequence[int]
T = TypeVar("T")

TRUNK = 0
BRANCHES = SEQUENCES - 1

_UNREAD = "{} could not read the examples: one of them is too long for it, or it needs more memory than there is."


class Desk:
    """A trunk, and the branches that go on from it or from one another, numbered from 1 to BRANCHES."""

    def __init__(self, weights: Weights, context: Context, *, chunk: int) -> None:
        """Take a context that nobody else uses, of which a step is at most a chunk of tokens."""
        self.weights = weights
        self.context = context
        self.chunk = chunk
        self.outputs = min(OUTPUTS, chunk)
        self._trunk: Tokens = ()

    @property
    def length(self) -> int:
        """The tokens of the trunk."""
        return len(self._trunk)

    def lay(self, trunk: Tokens) -> None:
        """Hold a beginning in the place of another, without branches; what both have is not read again.

        Raises ModelError.
        """
        same = shared_beginning(self._trunk, trunk)
        if not self.context.shorten(TRUNK, same):
            self.context.clear(TRUNK)
            same = 0
        self.clear(range(TRUNK + 1, SEQUENCES))
        self._trunk = ()
        deque(self.results([Entry(token, at, TRUNK) for at, token in enumerate(trunk[same:], same)]), maxlen=0)
        self._trunk = trunk

    def branch(self, prompts: Iterable[Tokens]) -> list[Entry]:
        """Return entries that read prompts into the first branches, each from the trunk on, its last token wanted."""
        entries: list[Entry] = []
        for sequence, prompt in enumerate(prompts, 1):
            self.context.copy(TRUNK, sequence)
            last = len(prompt) - 1
            entries += [Entry(token, self.length + at, sequence, at == last) for at, token in enumerate(prompt)]
        return entries

    def clear(self, sequences: Iterable[int]) -> None:
        """Empty some sequences."""
        for sequence in sequences:
            self.context.clear(sequence)

    def results(self, entries: Sequence[Entry]) -> Iterator[tuple[int, int]]:
        """Read entries in as few steps as they fit in; yield the place of each wanted one, and its index in its step.

        What follows it is known until the next is asked for. Raises ModelError.
        """
        for first, end in self._steps(entries):
            try:
                self.context.step(entries[first:end])
            except DecodeError as error:
                raise ModelError(_UNREAD.format(self.weights.name)) from error
            for place in range(first, end):
                if entries[place].wanted:
                    yield place, place - first

    def _steps(self, entries: Sequence[Entry]) -> Iterator[tuple[int, int]]:
        first = wanted = 0
        for place, entry in enumerate(entries):
            if place - first == self.chunk or wanted + entry.wanted > self.outputs:
                yield first, place
                first, wanted = place, 0
            wanted += entry.wanted
        if first < len(entries):
            yield first, len(entries)


def packed(several: Iterable[T], size: Callable[[T], int], *, room: int, most: int) -> Iterator[list[T]]:
    """Yield several in groups, in their order: at most so many, and no bigger than the room but for one alone."""
    group: list[T] = []
    for each in several:
        if group and (len(group) == most or sum(map(size, group)) + size(each) > room):
            yield group
            group = []
        group.append(each)
    if group:
        yield group
