"""From a player's words to a model's file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from game.errors import ModelError
from game.llm import choice
from game.llm.catalog import find_entry
from game.llm.choice import ModelChoice, find_file, find_made, find_model
from game.llm.digest import weights_digest
from game.llm.own import Own, keep_own
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
    found = find(words, tmp_path)
    made, entry = tmp_path / "cache" / "made.gguf", find_entry("starter")
    expected = ModelChoice("SmolLM2 135M Instruct", made, "", 0.135, "starter")
    assert found == replace(expected, trusted=entry.trusted, refused=entry.refused)


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


@pytest.fixture
def mine(gguf: Path, tmp_path: Path) -> Path:
    """An adapter that is kept for the model of gguf."""
    file = tmp_path / "taught.gguf"
    file.write_bytes(b"GGUF adapter")
    keep_own(Own("mine", file, "1" * 64, "2" * 64, weights_digest(gguf), "A model"), tmp_path / "models")
    return file


def find_with(words: str, adapter: str | None, folder: Path) -> ModelChoice | None:
    return find_file(words, cache=folder / "cache", models=folder / "models", adapter=adapter)


@pytest.mark.usefixtures("mine")
def test_a_model_with_an_adapter_is_a_copy_that_says_so(
    gguf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choice, "taught_path", lambda source, own, cache: cache / f"{source.stem}+{own.name}")
    found = find_with(str(gguf), "mine", tmp_path)
    assert found == ModelChoice("mine with mine", tmp_path / "cache" / "mine+mine", adapter="mine")


@pytest.mark.usefixtures("mine")
@pytest.mark.parametrize("adapter", [None, "none", "gone", "../mine"])
def test_without_an_adapter_that_is_there_a_model_is_as_it_came(
    gguf: Path, tmp_path: Path, adapter: str | None
) -> None:
    assert find_with(str(gguf), adapter, tmp_path) == ModelChoice("mine", gguf)


@pytest.mark.usefixtures("mine")
def test_an_adapter_for_another_model_is_left_out(tmp_path: Path) -> None:
    other = tmp_path / "other.gguf"
    other.write_bytes(b"GGUF and else")
    assert find_with(str(other), "mine", tmp_path) == ModelChoice("other", other)


@pytest.mark.usefixtures("mine")
def test_a_model_that_its_adapter_cannot_be_added_to_tells_without_it_and_says_so(
    gguf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> Path:
        raise ModelError("The disk is too full.")

    monkeypatch.setattr(choice, "taught_path", full)
    assert find_with(str(gguf), "mine", tmp_path) == ModelChoice("mine without mine", gguf)


@pytest.mark.usefixtures("mine")
def test_nothing_is_made_ready_for_a_question(gguf: Path, tmp_path: Path) -> None:
    found = find_made(str(gguf), cache=tmp_path / "cache", models=tmp_path / "models", adapter="mine")
    assert found == ModelChoice("mine with mine", gguf, adapter="mine")
    assert not (tmp_path / "cache").exists()


def test_an_address_is_a_server(tmp_path: Path) -> None:
    assert find("http://127.0.0.1:8080#big", tmp_path) == Address("http://127.0.0.1:8080/v1", "big")


def test_a_server_has_no_file(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="a server has none here"):
        find_file("http://127.0.0.1:8080", cache=tmp_path, models=tmp_path)
