"""How much is read and written at a time while a model is measured."""

from __future__ import annotations

import pytest

from game.llm.worker.tune.lengths import Lengths, lengths_for


@pytest.mark.parametrize(
    ("read_s", "write_s", "lengths"),
    [
        (1 / 1400, 1 / 130, Lengths(read=512, write=32, fill=2100)),
        (1 / 1e6, 1 / 1e6, Lengths(read=512, write=32, fill=3072)),
        (1 / 20, 1 / 8, Lengths(read=32, write=4, fill=64)),
        (1 / 300, 1 / 40, Lengths(read=128, write=10, fill=449)),
    ],
)
def test_a_slow_model_is_given_little_to_do(read_s: float, write_s: float, lengths: Lengths) -> None:
    assert lengths_for(read_s=read_s, write_s=write_s, window=4096) == lengths


def test_all_that_is_measured_at_once_has_room() -> None:
    lengths = Lengths(read=512, write=32, fill=2000)
    assert lengths.cells > 2000 + 1000 + 512 + 8 * 32
    assert lengths.turn == 544
