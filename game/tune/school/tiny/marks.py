"""How a model does on texts: how surprised it is by each next token, and how often it would have said that one.

Knows nothing of how it was taught. Needs torch.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch.nn import functional

from game.tune.school.tiny.llama import Llama

LENGTH = 256
"""Tokens that a model reads at once while it learns, and while it is looked at."""


@dataclass(frozen=True, slots=True)
class Marks:
    """perplexity: it is as unsure as if so many tokens were alike. accuracy is the share that it had likeliest."""

    perplexity: float
    accuracy: float


def examine(model: Llama, tokens: Sequence[int]) -> Marks:
    """Return how a model does on tokens that follow one another, at least two; it reads them a length at a time."""
    nats, right, told = 0.0, 0, 0
    with torch.no_grad():
        for part in parts(tokens):
            logits, after = model(torch.tensor([part[:-1]]))[0], torch.tensor(part[1:])
            nats += functional.cross_entropy(logits, after, reduction="sum").item()
            right += int((logits.argmax(-1) == after).sum())
            told += len(after)
    return Marks(math.exp(nats / told), right / told)


def parts(tokens: Sequence[int]) -> Iterator[Sequence[int]]:
    """Yield tokens a length at a time, each part from the last token of the one before."""
    return (tokens[first : first + LENGTH + 1] for first in range(0, len(tokens) - 1, LENGTH))
