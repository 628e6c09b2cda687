"""A model's file in memory, and its vocabulary."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.errors import ModelError
from game.llm.worker.weights import Weights
from tests.llm.tiny_gguf import CONTROLS, write_llama


def test_a_file_says_what_it_holds(tiny_weights: Weights) -> None:
    assert (tiny_weights.name, tiny_weights.trained_window, tiny_weights.size) == ("Tiny llama", 4096, 259)
    assert (tiny_weights.said("general.architecture"), tiny_weights.said("no.such.key")) == ("llama", "")


@pytest.mark.parametrize("text", ["", "fog", "a\nb", "潮水 €", " lead and trail ", "\x00\x01"])
def test_tokens_give_the_text_back(tiny_weights: Weights, text: str) -> None:
    tokens = tiny_weights.plain_tokens(text)
    assert b"".join(map(tiny_weights.bytes_of, tokens)).decode() == text


@pytest.mark.parametrize("number", range(len(CONTROLS)))
def test_a_control_token_is_one_only_in_the_scaffold(tiny_weights: Weights, number: int) -> None:
    assert tiny_weights.scaffold_tokens(CONTROLS[number]) == [number]
    assert not any(map(tiny_weights.ends, tiny_weights.plain_tokens(CONTROLS[number])))


def test_control_tokens_end_a_turn_and_add_nothing_to_a_text(tiny_weights: Weights) -> None:
    assert [tiny_weights.ends(token) for token in (0, 1, 2, 3)] == [True, True, True, False]
    assert tiny_weights.bytes_of(2) == b""


def test_a_vocabulary_says_how_texts_begin_and_end(tiny_weights: Weights, tmp_path: Path) -> None:
    assert tiny_weights.first_token() is None
    assert tiny_weights.first_and_last_words() == ("<|endoftext|>", "<|im_end|>")
    beginning = Weights(write_llama(tmp_path / "m.gguf", begins=True), gpu_layers=0, progress=lambda _: None)
    assert beginning.first_token() == 0
    beginning.close()


def test_a_file_that_is_no_model_is_refused(tmp_path: Path) -> None:
    (tmp_path / "m.gguf").write_bytes(b"GGUF\x03\x00\x00\x00")
    with pytest.raises(ModelError, match="it is damaged"):
        Weights(tmp_path / "m.gguf", gpu_layers=0, progress=lambda _: None)
