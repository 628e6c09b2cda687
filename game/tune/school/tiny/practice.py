"""How a model learns: it reads on from places drawn by luck, and is changed a little toward what came next there.

Knows nothing of what it reads. Needs torch.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import torch
from torch.nn import functional
from torch.optim.lr_scheduler import ChainedScheduler, CosineAnnealingLR, LinearLR

from game.tune.school.tiny.llama import Llama
from game.tune.school.tiny.marks import LENGTH

AT_ONCE = 4
"""Places that are read on from in one step."""
RATE = 4e-3
_WARMING = 20
_DECAY = 0.1
_CLIPPED = 1.0


def practise(model: Llama, tokens: Sequence[int], *, steps: int, luck: torch.Generator) -> Iterator[float]:
    """Teach a model by tokens, yielding after each step the loss of a token, in nats, that it had before it."""
    text = torch.tensor(tokens)
    matrices = [each for each in model.parameters() if each.dim() > 1]
    others = [each for each in model.parameters() if each.dim() == 1]
    groups = [{"params": matrices, "weight_decay": _DECAY}, {"params": others, "weight_decay": 0.0}]
    optimizer = torch.optim.AdamW(groups, lr=RATE, betas=(0.9, 0.95))
    rates = ChainedScheduler(
        [LinearLR(optimizer, 1 / _WARMING, total_iters=_WARMING), CosineAnnealingLR(optimizer, steps)], optimizer
    )
    length = min(LENGTH, len(tokens) - 1)
    for _ in range(steps):
        places = torch.randint(len(tokens) - length, (AT_ONCE, 1), generator=luck)
        read = text[places + torch.arange(length + 1)]
        loss = functional.cross_entropy(model(read[:, :-1]).flatten(0, 1), read[:, 1:].flatten())
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), _CLIPPED)
        optimizer.step()
        rates.step()
        optimizer.zero_grad(set_to_none=True)
        yield loss.item()
