"""An adapter as torch holds it, made the adapter that llama.cpp reads: other names, and rows in another order.

Knows nothing of training. llama.cpp keeps the two halves of each head that its rope turns together in pairs, torch one
after the other; where an adapter changes queries and keys, the rows of B are laid out as the weights are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from game.llm.adapter import Adapter

_NAMES = {
    "q_proj": "attn_q",
    "k_proj": "attn_k",
    "v_proj": "attn_v",
    "o_proj": "attn_output",
    "gate_proj": "ffn_gate",
    "up_proj": "ffn_up",
    "down_proj": "ffn_down",
}
_NAME = re.compile(r"layers\.(\d+)\.\w+\.(\w+)\.lora_(A|B)\.(?:default\.)?weight$")

Matrix = npt.NDArray[np.floating[Any]]


def adapter_of(
    weights: Mapping[str, Matrix], *, model: str, alpha: float, heads: int, kv_heads: int, name: str = ""
) -> Adapter:
    """Return the adapter of a model, given by its SHA-256, from torch's matrices; heads are of queries and of keys."""
    turned = {"q_proj": heads, "k_proj": kv_heads}
    parts: dict[str, dict[str, Matrix]] = {}
    for layer, kind, side, matrix in _parted(weights):
        is_turned = side == "B" and kind in turned
        laid = paired(matrix, turned[kind]) if is_turned else matrix
        parts.setdefault(f"blk.{layer}.{_NAMES[kind]}.weight", {})[side] = laid
    pairs = {name: (part["A"], part["B"]) for name, part in parts.items()}
    return Adapter(model=model, architecture="llama", alpha=alpha, pairs=pairs, name=name)


def paired(rows: Matrix, heads: int) -> Matrix:
    """Return rows with the two halves of each head laid out in pairs."""
    parted = rows.reshape(heads, 2, len(rows) // heads // 2, *rows.shape[1:])
    return parted.swapaxes(1, 2).reshape(rows.shape)


def _parted(weights: Mapping[str, Matrix]) -> Iterator[tuple[int, str, str, Matrix]]:
    for name, matrix in weights.items():
        if found := _NAME.search(name):
            layer, kind, side = found.groups()
            yield int(layer), kind, side, matrix
