"""Copies of models with an adapter in them."""

from __future__ import annotations

import shutil
from pathlib import Path
from threading import Thread
from typing import NamedTuple

import gguf
import numpy as np
import pytest

from game.errors import ModelError
from game.llm import adding, taught
from game.llm.digest import weights_digest
from game.llm.files import RESERVE, only_maker, sha256_of
from game.llm.own import Own
from game.llm.taught import forget_taught, made_taught, taught_folder, taught_path
from tests.llm.adapters import CHANGED, write_for
from tests.llm.hosts import PATIENCE_S, started
from tests.llm.tiny_gguf import write_llama


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return write_llama(tmp_path / "tiny.gguf")


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


class Usage(NamedTuple):
    total: int
    used: int
    free: int


def own(source: Path, *, seed: int = 3, entry: str = "") -> Own:
    """Return an adapter for a model's file."""
    file = write_for(source, source.with_name(f"adapter-{seed}.gguf"), seed=seed)
    return Own("mine", file, sha256_of(file), sha256_of(source), weights_digest(source), "Tiny", entry)


def content(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir() if file.suffix not in (".log", ".lock")}


def test_the_copy_holds_what_was_learned_and_is_loaded_like_any_model(source: Path, cache: Path) -> None:
    mine, told = own(source), list[float]()
    copy = taught_path(source, mine, cache, tell=told.append)
    changed = [
        before.name
        for before, after in zip(gguf.GGUFReader(source).tensors, gguf.GGUFReader(copy).tensors, strict=True)
        if not np.array_equal(before.data, after.data)
    ]
    assert changed == [CHANGED]
    assert told[-1] == 1.0
    with started(copy, cache / "log") as host:
        assert host.wait(PATIENCE_S), host.status


def test_it_is_made_once(source: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mine = own(source)
    assert made_taught(source, mine, cache) is None
    copy = taught_path(source, mine, cache)
    monkeypatch.setattr(adding, "CHILD", "no.such.module")
    assert taught_path(source, mine, cache) == made_taught(source, mine, cache) == copy


def test_with_another_adapter_it_takes_the_place_of_the_one_before(source: Path, cache: Path) -> None:
    before = taught_path(source, own(source, seed=3), cache)
    after = taught_path(source, own(source, seed=4), cache)
    assert before != after
    assert content(taught_folder(cache)) == {after.name, "copy.txt"}


@pytest.mark.parametrize("damage", [b"", b"GGUF", b"else"])
def test_a_damaged_copy_is_made_again(source: Path, cache: Path, damage: bytes) -> None:
    mine = own(source)
    copy = taught_path(source, mine, cache)
    whole = sha256_of(copy)
    copy.write_bytes(damage)
    assert made_taught(source, mine, cache) is None
    assert sha256_of(taught_path(source, mine, cache)) == whole


def test_what_is_forgotten_is_gone_and_can_be_made_again(source: Path, cache: Path) -> None:
    mine = own(source)
    taught_path(source, mine, cache)
    forget_taught(cache)
    assert content(taught_folder(cache)) == set()
    assert taught_path(source, mine, cache).is_file()


@pytest.mark.parametrize("lock", ["copy.lock", "starter.lock"])
def test_what_another_process_is_making_is_not_taken_from_under_it(cache: Path, lock: str) -> None:
    folder = taught_folder(cache)
    with only_maker(folder / lock):
        (draft := folder / "merged.part").write_bytes(b"half")
        forgetting = Thread(target=forget_taught, args=(cache,))
        forgetting.start()
        forgetting.join(timeout=0.2)
        assert draft.exists()
    forgetting.join()
    assert not draft.exists()


def test_where_there_is_no_copy_nothing_is_forgotten(cache: Path) -> None:
    forget_taught(cache)
    assert not cache.exists()


def test_an_adapter_that_is_gone_or_for_another_model_leaves_nothing(source: Path, cache: Path) -> None:
    mine, other = own(source), write_llama(source.with_name("other.gguf"), layers=2)
    with pytest.raises(ModelError, match=r"made for another model than other\.gguf"):
        taught_path(other, mine, cache)
    mine.file.unlink()
    with pytest.raises(ModelError, match="no adapter that can be read"):
        taught_path(source, mine, cache)
    assert content(taught_folder(cache)) == set()


def test_broken_off_it_leaves_nothing_and_is_made_next_time(source: Path, cache: Path) -> None:
    def tire(_: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        taught_path(source, own(source), cache, tell=tire)
    assert content(taught_folder(cache)) == set()
    assert taught_path(source, own(source), cache).is_file()


def test_a_child_that_dies_names_its_log(source: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adding, "CHILD", "no.such.module")
    with pytest.raises(ModelError, match=r"could not be added to tiny\.gguf; .*copy\.log"):
        taught_path(source, own(source), cache)
    assert "no.such.module" in (taught_folder(cache) / "copy.log").read_text()


def test_a_full_disk_is_said_before_anything_is_written(
    source: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(10**9, 10**9, RESERVE))
    with pytest.raises(ModelError, match="too full for a model with an adapter"):
        taught_path(source, own(source), cache)
    assert content(taught_folder(cache)) == set()


def test_a_cache_that_cannot_be_written_names_the_setting(source: Path, cache: Path) -> None:
    cache.write_text("a file where a folder should be")
    with pytest.raises(ModelError, match="LORELOOM_CACHE"):
        taught_path(source, own(source), cache)


def test_the_starter_with_an_adapter_is_made_as_the_starter_is(
    source: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = own(source, entry="starter")
    asked: list[tuple[Path, Own]] = []

    def make(folder: Path, own: Own) -> Path:
        asked.append((folder, own))
        return folder / "made.gguf"

    monkeypatch.setattr(taught, "starter_path", make)
    assert taught_path(source, mine, cache) == taught_folder(cache) / "made.gguf"
    assert asked == [(taught_folder(cache), mine)]
