"""Adapters of some kilobytes with random numbers, for the models of tiny_gguf."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np

from game.llm.adapter import Adapter, write_adapter
from game.llm.files import sha256_of
from tests.llm.tiny_gguf import WIDTH

RANK = 4
CHANGED = "blk.0.attn_q.weight"


def an_adapter(source: Path, *names: str, rows: int = WIDTH, width: int = WIDTH, seed: int = 3) -> Adapter:
    """Return an adapter for a model's file that changes matrices of some names."""
    random = np.random.default_rng(seed)
    pairs = {
        name: (
            random.standard_normal((RANK, width), dtype=np.float32),
            random.standard_normal((rows, RANK), dtype=np.float32),
        )
        for name in names
    }
    return Adapter(sha256_of(source), "llama", 8.0, pairs)


def write_for(source: Path, path: Path, *, name: str = "", seed: int = 3, width: int = WIDTH) -> Path:
    """Write an adapter for a model of some width into a file; name is what it calls that model."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_adapter(replace(an_adapter(source, CHANGED, rows=width, width=width, seed=seed), name=name), path)
    return path
