"""How wide a window the memory allows."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from game.errors import ModelError
from game.llm import memory
from game.llm.tuning import Tuning
from game.llm.worker import room
from game.llm.worker.room import Needs, bytes_of_cell, fitted, left_for_window, needs_of, require_memory_for
from game.llm.worker.weights import Weights
from tests.llm.tiny_gguf import WIDTH, write_llama, write_mamba

NEEDS = Needs(fixed=1000, cell=10)
ASKED = Tuning(window=4096, beside=2048)
POSITION_AND_OWNER = 12
HALF = 2


def fits(left: int) -> tuple[int, int]:
    tuning, _ = fitted("Tiny", ASKED, NEEDS, left=left)
    return tuning.window, tuning.beside


@pytest.mark.parametrize(
    ("left", "window", "beside"),
    [(62_440, 4096, 2048), (62_439, 4096, 2047), (47_080, 4096, 512), (47_070, 4095, 512), (16_360, 1024, 512)],
)
def test_cells_beside_the_window_are_given_up_before_the_window(left: int, window: int, beside: int) -> None:
    assert fits(left) == (window, beside)


def test_a_lowered_window_is_told_with_its_reason() -> None:
    _, note = fitted("Tiny", ASKED, Needs(10**6, 10**4), left=30 * 10**6)
    assert note == (
        "The window was lowered to 2,388 tokens: 30 MB of memory are left for it, and 4,096 would need 48 MB."
    )


def test_a_window_that_fits_is_not_spoken_of() -> None:
    assert fitted("Tiny", ASKED, NEEDS, left=50_000)[1] == ""


def test_too_narrow_a_window_is_refused_with_what_to_do() -> None:
    with pytest.raises(ModelError, match=r"Tiny leaves 1 MB of memory, and a window of 1,024 tokens needs 1 MB"):
        fits(16_359)


def test_a_model_made_for_a_narrow_window_may_have_it() -> None:
    tuning, _ = fitted("Tiny", Tuning(window=256, beside=2048), NEEDS, left=9000)
    assert (tuning.window, tuning.beside) == (256, 544)


def test_a_part_of_the_needs_is_met_elsewhere() -> None:
    assert NEEDS.share(0.5) == Needs(500, 5)


def test_the_model_itself_says_what_a_token_takes(tiny_weights: Weights) -> None:
    assert bytes_of_cell(tiny_weights, Tuning(threads=1)) == 2 * WIDTH * HALF + POSITION_AND_OWNER


def test_a_recurrent_model_takes_nothing_for_a_token(tmp_path: Path) -> None:
    weights = Weights(write_mamba(tmp_path / "m.gguf"), gpu_layers=0, progress=lambda _: None)
    assert bytes_of_cell(weights, Tuning(threads=1)) == 0
    weights.close()


def test_numbers_of_a_byte_take_half(tmp_path: Path) -> None:
    weights = Weights(
        write_llama(tmp_path / "m.gguf", layers=2, heads=1, turned=32), gpu_layers=0, progress=lambda _: None
    )
    wide, narrow = (bytes_of_cell(weights, Tuning(threads=1, flash="on", cache_type=kind)) for kind in ("f16", "q8_0"))
    assert (wide - POSITION_AND_OWNER, narrow - POSITION_AND_OWNER) == (2 * 2 * 64, 2 * 2 * 34)
    weights.close()


def test_attention_in_several_passes_needs_more_for_each_cell(tiny_weights: Weights) -> None:
    on, off = (needs_of(tiny_weights, Tuning(threads=1, chunk=512, flash=flash)) for flash in ("on", "off"))
    assert off.cell - on.cell == 512 * 2 * 4


def test_what_is_set_bounds_what_is_left(tiny_weights: Weights, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "available_memory", lambda: 10**9)
    held = memory.Footprint().of(os.getpid())
    assert left_for_window(tiny_weights, memory=0) == 10**9 - tiny_weights.tensor_bytes
    assert 0 <= left_for_window(tiny_weights, memory=held + 10**7) < 2 * 10**7
    assert left_for_window(tiny_weights, memory=1) == 0


def test_weights_over_the_memory_are_not_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "available_memory", lambda: 10**9)
    require_memory_for("big.gguf", 10**9)
    with pytest.raises(ModelError, match=r"big.gguf takes 1001 MB, and 1000 MB of memory may be taken here"):
        require_memory_for("big.gguf", 1_000_000_001)
