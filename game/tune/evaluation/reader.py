"""How likely answers are to a model, each token after those before it: many prompts and many answers at once.

Knows nothing of what they mean.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from game.llm.worker.context import Entry
from game.llm.worker.weigher import log_likelihood
from game.tune.evaluation.desk import BRANCHES, Desk, Tokens, packed

_PROMPTS = 12
"""Prompts at once; the other branches are for their answers."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A prompt, at least a token, as it goes on from the trunk; and what may be written after it, none of it empty."""

    prompt: Tokens
    answers: tuple[Tokens, ...]

    @property
    def size(self) -> int:
        """The tokens that are read where each answer but the first takes room of its own."""
        return len(self.prompt) + max(map(len, self.answers), default=0)


@dataclass(slots=True)
class Likely:
    """How likely an answer is: nats of all its tokens, never above 0, and how many were the model's first choice."""

    tokens: int
    nats: float = 0.0
    first_choices: int = 0

    def add(self, logits: npt.NDArray[np.float32], token: int) -> None:
        """Take the next token, by what the model says after the one before it."""
        self.nats += log_likelihood(logits, token)
        self.first_choices += int(logits.argmax()) == token


@dataclass(frozen=True, slots=True)
class _Leaf:
    """An answer whose first token is weighed: its prompt's sequence, where it begins there, and what is known of it."""

    parent: int
    begin: int
    answer: Tokens
    likely: Likely


def likelihoods(desk: Desk, several: Iterable[Asked]) -> Iterator[list[Likely]]:
    """Yield for each prompt, in their order, how likely each of its answers is. Raises ModelError."""
    for some in packed(several, lambda each: each.size, room=desk.chunk, most=_PROMPTS):
        yield from _weighed(desk, some)


def _weighed(desk: Desk, some: Sequence[Asked]) -> list[list[Likely]]:
    found = [[Likely(len(answer)) for answer in each.answers] for each in some]
    _weigh_first(desk, some, found)
    leaves = [
        _Leaf(sequence, desk.length + len(each.prompt), answer, likely)
        for sequence, (each, likelies) in enumerate(zip(some, found, strict=True), 1)
        for answer, likely in zip(each.answers, likelies, strict=True)
        if len(answer) > 1
    ]
    free = range(len(some) + 1, BRANCHES + 1)
    for group in packed(leaves, lambda leaf: len(leaf.answer) - 1, room=desk.outputs, most=len(free)):
        _weigh_rest(desk, group, free)
    desk.clear(range(1, len(some) + 1))
    return found


def _weigh_first(desk: Desk, some: Sequence[Asked], found: Sequence[Sequence[Likely]]) -> None:
    """Read prompts into the first branches, and weigh the first token of each of their answers."""
    entries = desk.branch(each.prompt for each in some)
    for place, index in desk.results(entries):
        logits, number = desk.context.logits(index), entries[place].sequence - 1
        for answer, likely in zip(some[number].answers, found[number], strict=True):
            likely.add(logits, answer[0])


def _weigh_rest(desk: Desk, leaves: Sequence[_Leaf], free: Sequence[int]) -> None:
    """Read answers in branches of their prompts, and weigh each token by what is said after the one before it."""
    entries: list[Entry] = []
    held: list[tuple[Likely, int]] = []
    for leaf, sequence in zip(leaves, free, strict=False):
        desk.context.copy(leaf.parent, sequence)
        entries += [Entry(token, leaf.begin + at, sequence, wanted=True) for at, token in enumerate(leaf.answer[:-1])]
        held += [(leaf.likely, token) for token in leaf.answer[1:]]
    for place, index in desk.results(entries):
        likely, token = held[place]
        likely.add(desk.context.logits(index), token)
    desk.clear(free[: len(leaves)])
