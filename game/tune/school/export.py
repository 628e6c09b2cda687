"""An adapter as torch holds it, made the one that llama.cpp reads, and back: other names, rows in another order.

Knows nothing of training. llama.cpp keeps the two halves of each head that its rope turns together in pairs, torch one
after the other; where an adapter changes queries and keys, the rows of B are laid out as the weights are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from game.errors import DataError
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


def weights_of(
    adapter: Adapter, names: Iterable[str], *, rank: int, alpha: float, heads: int, kv_heads: int
) -> dict[str, Matrix]:
    """Return torch's matrices of these names for an adapter: what adapter_of was given.

    Raises DataError for an adapter of another rank or scale, or one that lacks a matrix.
    """
    turned = {"q_proj": heads, "k_proj": kv_heads}
    found: dict[str, Matrix] = {}
    for name in names:
        layer, kind, side = _parts_of(name)
        pair = adapter.pairs.get(f"blk.{layer}.{_NAMES[kind]}.weight")
        if pair is None or len(pair[0]) != rank or adapter.alpha != alpha:
            raise DataError(f"The adapter '{adapter.name}' was made in another way, and cannot be gone on from.")
        is_turned = side == "B" and kind in turned
        found[name] = unpaired(pair[1], turned[kind]) if is_turned else pair[side == "B"]
    return found


def paired(rows: Matrix, heads: int) -> Matrix:
    """Return rows with the two halves of each head laid out in pairs."""
    parted = rows.reshape(heads, 2, len(rows) // heads // 2, *rows.shape[1:])
    return parted.swapaxes(1, 2).reshape(rows.shape)


def unpaired(rows: Matrix, heads: int) -> Matrix:
    """Return rows that paired laid out as they were before."""
    parted = rows.reshape(heads, len(rows) // heads // 2, 2, *rows.shape[1:])
    return parted.swapaxes(1, 2).reshape(rows.shape)


def _parted(weights: Mapping[str, Matrix]) -> Iterator[tuple[int, str, str, Matrix]]:
    for name, matrix in weights.items():
        yield *_parts_of(name), matrix


def _parts_of(name: str) -> tuple[int, str, str]:
    """Return the layer of torch's matrix of that name, the kind of what it changes, and its side, A or B."""
    found = _NAME.search(name)
    if found is None:
        raise ValueError(f"'{name}' is no matrix of an adapter")
    layer, kind, side = found.groups()
    return int(layer), kind, side
