"""What a model says: one token after another, each drawn as likely as it is held to be.

Knows nothing of what tokens mean. Needs torch.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch

from game.tune.school.tiny.llama import Llama

MOST = 60
"""Tokens, for there may be no end."""
_TEMPERATURE = 0.7


def speak(model: Llama, asked: Sequence[int], *, end: int, luck: torch.Generator) -> list[int]:
    """Return the tokens that follow those asked, without the one that ends them."""
    said: list[int] = []
    with torch.no_grad():
        while len(said) < MOST:
            logits = model(torch.tensor([[*asked, *said]]))[0, -1]
            token = int(torch.multinomial((logits / _TEMPERATURE).softmax(0), 1, generator=luck))
            if token == end:
                break
            said.append(token)
    return said
