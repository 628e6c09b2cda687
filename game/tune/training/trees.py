"""Texts that share their beginnings, laid out as one sequence: each token sees its own line back to the root, no other.

So what many prompts begin with is computed once for all of them. Knows nothing of what tokens mean, or of torch.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True, slots=True)
class Answer:
    """Tokens to be told, and for each the place in the sequence of the token that it follows."""

    after: tuple[int, ...]
    tokens: tuple[int, ...]


class Tree:
    """A sequence in the making; its branches are numbered as they are added, and one goes on from another's end."""

    def __init__(self) -> None:
        self.tokens: list[int] = []
        self.positions: list[int] = []
        self._branches: list[int] = []  # for each token
        self._parents: list[int | None] = []
        self._ends: list[int] = []
        self._lengths: list[int] = []  # from the root

    def add(self, tokens: Sequence[int], parent: int | None = None) -> int:
        """Add a branch of some tokens, at least one, and return its number."""
        begin = 0 if parent is None else self._lengths[parent]
        self.tokens += tokens
        self.positions += range(begin, begin + len(tokens))
        self._branches += [len(self._parents)] * len(tokens)
        self._parents.append(parent)
        self._ends.append(len(self.tokens) - 1)
        self._lengths.append(begin + len(tokens))
        return len(self._parents) - 1

    def answer(self, tokens: Sequence[int], parent: int) -> Answer:
        """Add an answer, at least one token, and return where it is told; its last token is told and not laid out."""
        first = len(self.tokens)
        if tokens[:-1]:
            self.add(tokens[:-1], parent)
        return Answer((self._ends[parent], *range(first, first + len(tokens) - 1)), tuple(tokens))

    def sight(self, size: int) -> npt.NDArray[np.bool_]:
        """Return which token sees which, of shape (size, size): rows see columns. What is past the end sees itself."""
        lines = np.eye(len(self._parents) + 1, dtype=np.bool_)
        for number, parent in enumerate(self._parents):
            if parent is not None:
                lines[number] |= lines[parent]
        branches = np.full(size, len(self._parents))
        branches[: len(self._branches)] = self._branches
        seen: npt.NDArray[np.bool_] = lines[np.ix_(branches, branches)] & np.tri(size, dtype=np.bool_)
        return seen
