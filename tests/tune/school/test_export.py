"""An adapter of torch's, made llama.cpp's."""

from __future__ import annotations

import numpy as np
import pytest

from game.errors import DataError
from game.tune.school.export import adapter_of, paired, weights_of

PEFT = "base_model.model.model.layers.{}.{}.{}.lora_{}.weight"


def test_the_halves_of_each_head_are_laid_out_in_pairs() -> None:
    rows = np.arange(8, dtype=np.float32)[:, None]
    assert paired(rows, 2)[:, 0].tolist() == [0, 2, 1, 3, 4, 6, 5, 7]


THIN, WIDE = np.ones((2, 6), dtype=np.float32), np.arange(16, dtype=np.float32).reshape(8, 2)
WEIGHTS = {
    PEFT.format(layer, part, kind, side): matrix
    for layer in (0, 11)
    for part, kind in (("self_attn", "q_proj"), ("self_attn", "v_proj"), ("mlp", "down_proj"))
    for side, matrix in (("A", THIN), ("B", WIDE))
}


def test_what_was_made_llama_cpps_is_made_torchs_again() -> None:
    adapter = adapter_of(WEIGHTS, model="m", alpha=32, heads=2, kv_heads=1)
    again = weights_of(adapter, WEIGHTS, rank=2, alpha=32, heads=2, kv_heads=1)
    assert again.keys() == WEIGHTS.keys()
    assert all(np.array_equal(again[name], WEIGHTS[name]) for name in WEIGHTS)


@pytest.mark.parametrize(("rank", "alpha", "layer"), [(4, 32, 0), (2, 16, 0), (2, 32, 5)])
def test_an_adapter_of_another_make_is_not_gone_on_from(rank: int, alpha: int, layer: int) -> None:
    adapter = adapter_of(WEIGHTS, model="m", alpha=32, heads=2, kv_heads=1, name="other")
    names = [PEFT.format(layer, "self_attn", "q_proj", "A")]
    with pytest.raises(DataError, match="The adapter 'other' was made in another way"):
        weights_of(adapter, names, rank=rank, alpha=alpha, heads=2, kv_heads=1)


def test_names_and_shapes_are_llama_cpps() -> None:
    adapter = adapter_of(WEIGHTS, model="m", alpha=32, heads=2, kv_heads=1)
    names = ["blk.{}.attn_q.weight", "blk.{}.attn_v.weight", "blk.{}.ffn_down.weight"]
    assert sorted(adapter.pairs) == sorted(name.format(layer) for name in names for layer in (0, 11))
    query, value = adapter.pairs["blk.0.attn_q.weight"], adapter.pairs["blk.0.attn_v.weight"]
    assert np.array_equal(value[1], WIDE)
    assert np.array_equal(query[1], paired(WIDE, 2))
    assert np.array_equal(query[0], THIN)
