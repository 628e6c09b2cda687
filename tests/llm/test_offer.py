"""Adapters held against the model that is chosen."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.errors import ModelError
from game.llm import adding, offer
from game.llm.choice import ModelChoice
from game.llm.files import sha256_of
from game.llm.offer import offered
from game.llm.own import Own, keep_own
from game.llm.pins import Pin, write_pin
from tests.llm.adapters import write_for
from tests.llm.tiny_gguf import write_llama


@pytest.fixture
def source(tmp_path: Path) -> ModelChoice:
    return ModelChoice("Tiny", write_llama(tmp_path / "tiny.gguf"), entry="tiny")


def offer_(words: object, source: ModelChoice, folder: Path, name: str = "") -> Own:
    return offered(str(words), source, models=folder / "models", log=folder / "log", name=name)


def test_what_is_known_of_it_is_from_its_file_and_from_the_model(source: ModelChoice, tmp_path: Path) -> None:
    file = write_for(source.path, tmp_path / "My lines.gguf")
    own = offer_(file, source, tmp_path)
    assert (own.name, own.file, own.sha256) == ("my-lines", file, sha256_of(file))
    assert (own.model, own.title, own.entry) == (sha256_of(source.path), "Tiny", "tiny")


def test_it_is_named_as_the_player_says_or_as_it_says_itself(source: ModelChoice, tmp_path: Path) -> None:
    file = write_for(source.path, tmp_path / "adapter.gguf", name="Taught 1")
    assert offer_(file, source, tmp_path).name == "taught-1"
    assert offer_(file, source, tmp_path, "Mine").name == "mine"


def test_one_that_is_kept_is_found_by_its_name(source: ModelChoice, tmp_path: Path) -> None:
    kept = keep_own(offer_(write_for(source.path, tmp_path / "a.gguf"), source, tmp_path, "mine"), tmp_path / "models")
    assert offer_("mine", source, tmp_path) == kept


def test_another_under_a_name_that_is_taken_is_refused(source: ModelChoice, tmp_path: Path) -> None:
    keep_own(offer_(write_for(source.path, tmp_path / "a.gguf"), source, tmp_path), tmp_path / "models")
    other = write_for(source.path, tmp_path / "new" / "a.gguf", seed=4)
    with pytest.raises(ModelError, match="called 'a' already"):
        offer_(other, source, tmp_path)


def test_for_another_model_it_is_refused(source: ModelChoice, tmp_path: Path) -> None:
    other = write_llama(tmp_path / "other.gguf", layers=2)
    with pytest.raises(ModelError, match=r"The adapter was made for another model than tiny\.gguf"):
        offer_(write_for(other, tmp_path / "adapter.gguf"), source, tmp_path)


def test_for_another_model_that_is_here_the_refusal_names_it(source: ModelChoice, tmp_path: Path) -> None:
    other = write_llama(tmp_path / "other.gguf", layers=2)
    write_pin("qwen3-4b", Pin("", "", "", sha256_of(other), 0), tmp_path / "models")
    with pytest.raises(ModelError, match=r"for the model qwen3-4b, and Tiny tells: .*loreloom model use qwen3-4b"):
        offer_(write_for(other, tmp_path / "adapter.gguf"), source, tmp_path)


def test_for_the_starter_the_refusal_names_that(
    source: ModelChoice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = write_llama(tmp_path / "other.gguf", layers=2)
    monkeypatch.setattr(offer, "starter_source", lambda: other)
    with pytest.raises(ModelError, match="loreloom model use starter"):
        offer_(write_for(other, tmp_path / "adapter.gguf"), source, tmp_path)


@pytest.mark.parametrize(("content", "said"), [(b"GGUF", "no adapter that can be read"), (b"no", "is no adapter")])
def test_what_is_no_adapter_is_refused(source: ModelChoice, tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "adapter.gguf").write_bytes(content)
    with pytest.raises(ModelError, match=said):
        offer_(tmp_path / "adapter.gguf", source, tmp_path)


def test_what_reads_adapters_may_have_to_be_installed(
    source: ModelChoice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adding, "NEEDED", "no_such_package")
    with pytest.raises(ModelError, match=r"pip install 'loreloom\[starter\]'"):
        offer_(write_for(source.path, tmp_path / "adapter.gguf"), source, tmp_path)


def test_what_is_neither_a_file_nor_a_name_is_refused(source: ModelChoice, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="There is no adapter 'mine' here"):
        offer_("mine", source, tmp_path)
