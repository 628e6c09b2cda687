"""An adapter of torch's, made llama.cpp's."""

from __future__ import annotations

import numpy as np

from game.tune.school.export import adapter_of, paired

PEFT = "base_model.model.model.layers.{}.{}.{}.lora_{}.weight"


def test_the_halves_of_each_head_are_laid_out_in_pairs() -> None:
    rows = np.arange(8, dtype=np.float32)[:, None]
    assert paired(rows, 2)[:, 0].tolist() == [0, 2, 1, 3, 4, 6, 5, 7]


def test_names_and_shapes_are_llama_cpps() -> None:
    thin, wide = np.ones((2, 6), dtype=np.float32), np.arange(16, dtype=np.float32).reshape(8, 2)
    weights = {
        PEFT.format(layer, part, kind, side): matrix
        for layer in (0, 11)
        for part, kind in (("self_attn", "q_proj"), ("self_attn", "v_proj"), ("mlp", "down_proj"))
        for side, matrix in (("A", thin), ("B", wide))
    }
    adapter = adapter_of(weights, model="m", alpha=32, heads=2, kv_heads=1)
    names = ["blk.{}.attn_q.weight", "blk.{}.attn_v.weight", "blk.{}.ffn_down.weight"]
    assert sorted(adapter.pairs) == sorted(name.format(layer) for name in names for layer in (0, 11))
    query, value = adapter.pairs["blk.0.attn_q.weight"], adapter.pairs["blk.0.attn_v.weight"]
    assert np.array_equal(value[1], wide)
    assert np.array_equal(query[1], paired(wide, 2))
    assert np.array_equal(query[0], thin)
