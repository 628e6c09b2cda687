"""What a model says: one token after another, each drawn as likely as it is held to be.

Knows nothing of what tokens mean. Needs torch.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

import torch

from game.tune.school.tiny.llama import Llama

MOST = 60
"""Tokens, for there may be no end."""
_TEMPERATURE = 0.7


def speak(model: Llama, asked: Sequence[int], *, ends: Container[int], luck: torch.Generator) -> list[int]:
    """Return the tokens that follow those asked, up to one that ends them."""
    said: list[int] = []
    with torch.no_grad():
        while len(said) < MOST:
            logits = model(torch.tensor([[*asked, *said]]))[0, -1]
            token = int(torch.multinomial((logits / _TEMPERATURE).softmax(0), 1, generator=luck))
            if token in ends:
                break
            said.append(token)
    return said
