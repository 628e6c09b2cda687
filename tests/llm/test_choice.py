"""From a player's words to a model's file."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.errors import ModelError
from game.llm import choice
from game.llm.catalog import find_entry
from game.llm.choice import ModelChoice, find_file, find_model
from game.llm.remote.address import Address


@pytest.fixture
def gguf(tmp_path: Path) -> Path:
    file = tmp_path / "mine.gguf"
    file.write_bytes(b"GGUF and more")
    return file


def find(words: str | None, folder: Path) -> ModelChoice | Address | None:
    return find_model(words, cache=folder / "cache", models=folder / "models")


def test_none_is_no_model(tmp_path: Path) -> None:
    assert find("none", tmp_path) is None


@pytest.mark.parametrize("words", [None, "starter"])
def test_no_choice_is_the_starter(words: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choice, "starter_path", lambda cache: cache / "made.gguf")
    made, trusted = tmp_path / "cache" / "made.gguf", find_entry("starter").trusted
    assert find(words, tmp_path) == ModelChoice("SmolLM2 135M Instruct", made, "", 0.135, trusted)


def test_a_path_is_any_gguf_file(gguf: Path, tmp_path: Path) -> None:
    assert find(str(gguf), tmp_path) == ModelChoice("mine", gguf)


def test_a_path_may_begin_at_home(gguf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert find("~/mine.gguf", tmp_path) == ModelChoice("mine", gguf)


def test_a_file_that_is_no_gguf_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "notes.gguf"
    file.write_text("not a model")
    with pytest.raises(ModelError, match="is not a GGUF file"):
        find(str(file), tmp_path)


def test_a_path_to_nothing_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no model file"):
        find(str(tmp_path / "gone.gguf"), tmp_path)


def test_a_name_is_the_pulled_file(tmp_path: Path) -> None:
    file = find_entry("qwen3-4b").path_in(tmp_path / "models")
    file.parent.mkdir(parents=True)
    file.write_bytes(b"GGUF")
    found = find("qwen3-4b", tmp_path)
    assert isinstance(found, ModelChoice)
    assert (found.path, found.parameters) == (file, 4.02)


def test_a_name_that_was_not_pulled_says_how(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="loreloom model pull qwen3-4b"):
        find("qwen3-4b", tmp_path)


def test_a_name_nobody_knows_gets_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="did you mean 'starter'"):
        find("startr", tmp_path)


def test_an_address_is_a_server(tmp_path: Path) -> None:
    assert find("http://127.0.0.1:8080#big", tmp_path) == Address("http://127.0.0.1:8080/v1", "big")


def test_a_server_has_no_file(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="a server has none here"):
        find_file("http://127.0.0.1:8080", cache=tmp_path, models=tmp_path)
