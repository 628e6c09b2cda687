"""A small model of Llama's kind, whose weights are named as llama.cpp names them and laid out as it lays them out.

Knows nothing of texts. Needs torch.
"""

from __future__ import annotations

import torch
from torch import nn
from torch.nn import functional

from game.tune.school.tiny.shape import BASE, EPSILON, Shape

_SPREAD = 0.02


class Llama(nn.Module):  # type: ignore[misc]  # torch's types are not read
    """Tokens in, and for each how likely every token is to follow. What it reads words by it also says them by."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.token_embd = nn.Embedding(shape.vocabulary, shape.width)
        self.blk = nn.ModuleList([Block(shape) for _ in range(shape.layers)])
        self.output_norm = nn.RMSNorm(shape.width, EPSILON)
        for matrix in self.parameters():
            if matrix.dim() > 1:
                nn.init.normal_(matrix, std=_SPREAD)

    def forward(self, tokens: torch.Tensor) -> torch.Tensor:
        """Return the logits, of shape (texts, length, vocabulary), for tokens of shape (texts, length)."""
        turns = _turns(tokens.shape[1], self.shape.width // self.shape.heads)
        state = self.token_embd(tokens)
        for block in self.blk:
            state = block(state, turns)
        return functional.linear(self.output_norm(state), self.token_embd.weight)

    def size(self) -> int:
        """Return how many numbers it consists of."""
        return sum(each.numel() for each in self.parameters())


class Block(nn.Module):  # type: ignore[misc]
    """One layer: each token looks back at those before it, then thinks for itself; both are added to what it was."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self._heads = shape.heads
        self.attn_norm, self.ffn_norm = nn.RMSNorm(shape.width, EPSILON), nn.RMSNorm(shape.width, EPSILON)
        for name in ("attn_q", "attn_k", "attn_v", "attn_output"):
            self.add_module(name, nn.Linear(shape.width, shape.width, bias=False))
        self.ffn_gate = nn.Linear(shape.width, shape.inner, bias=False)
        self.ffn_up = nn.Linear(shape.width, shape.inner, bias=False)
        self.ffn_down = nn.Linear(shape.inner, shape.width, bias=False)

    def forward(self, state: torch.Tensor, turns: tuple[torch.Tensor, torch.Tensor]) -> torch.Tensor:
        state = state + self._look_back(self.attn_norm(state), turns)
        normed = self.ffn_norm(state)
        return state + self.ffn_down(functional.silu(self.ffn_gate(normed)) * self.ffn_up(normed))

    def _look_back(self, state: torch.Tensor, turns: tuple[torch.Tensor, torch.Tensor]) -> torch.Tensor:
        query, key, value = (
            each(state).unflatten(-1, (self._heads, -1)).transpose(1, 2)
            for each in (self.attn_q, self.attn_k, self.attn_v)
        )
        seen = functional.scaled_dot_product_attention(
            _turned(query, turns), _turned(key, turns), value, is_causal=True
        )
        return self.attn_output(seen.transpose(1, 2).flatten(2))


def _turns(length: int, width: int) -> tuple[torch.Tensor, torch.Tensor]:
    """Return the cosine and sine by which each pair of a head is turned at each place, of shape (length, width / 2)."""
    slower = BASE ** (-torch.arange(0, width, 2) / width)
    angles = torch.outer(torch.arange(length), slower)
    return angles.cos(), angles.sin()


def _turned(heads: torch.Tensor, turns: tuple[torch.Tensor, torch.Tensor]) -> torch.Tensor:
    """Turn neighbours in pairs, as llama.cpp does for this kind of model, so that its weights need no other order."""
    cosine, sine = turns
    one, other = heads.unflatten(-1, (-1, 2)).unbind(-1)
    return torch.stack((one * cosine - other * sine, one * sine + other * cosine), -1).flatten(-2)
