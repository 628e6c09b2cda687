"""A tiny model, measured from the first choice to the last."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from game.errors import ModelError
from game.llm.digest import weights_digest
from game.llm.tuned import Answer
from game.llm.tuning import Tuning
from game.llm.worker.devices import Device
from game.llm.worker.tune import search, timing
from game.llm.worker.tune.search import STAGES, found_for
from tests.llm.tiny_gguf import write_llama, write_mamba

USUAL = Tuning(threads=1, reading_threads=1, gpu_layers=-1, window=1024)
Told = list[tuple[float, str]]


@pytest.fixture(autouse=True)
def once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is tried more than once: what is measured of so small a model means nothing anyway."""
    monkeypatch.setattr(timing, "_LEAST_ROUNDS", 1)
    monkeypatch.setattr(timing, "_MOST_ROUNDS", 1)


def found(path: Path, tell: Callable[[float, str], None] = lambda _, __: None) -> Answer:
    return found_for(path, USUAL, tell=tell)


def test_every_choice_is_made_and_its_figures_told(tiny_path: Path) -> None:
    told: Told = []
    answer = found(tiny_path, lambda at, stage: told.append((at, stage)))
    assert [stage for _, stage in told] == ["loading", *(stage for stage, _ in STAGES)]
    assert told == sorted(told)
    assert (answer.model, answer.weights, answer.tuned.gpu) == ("Tiny llama", weights_digest(tiny_path), "")
    assert answer.tuned.tuning.window == 1024
    assert all(row.chosen in row.figures for row in answer.rows)
    assert min(answer.speeds.read, *answer.speeds.write.values()) > 0


def test_a_kind_of_window_that_a_model_cannot_have_is_left_out(tiny_path: Path) -> None:
    rows = {row.what: row for row in found(tiny_path).rows}
    assert list(rows["window kept as, window filled"].figures) == ["f16"]


def test_a_recurrent_model_is_measured_too(tmp_path: Path) -> None:
    assert found(write_mamba(tmp_path / "m.gguf")).model == "Tiny mamba"


def test_with_a_gpu_the_processor_is_measured_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "gpus", lambda: (Device("A card", 10**9),))
    answer = found(write_llama(tmp_path / "m.gguf", layers=3))
    assert answer.tuned.gpu == "A card"
    assert list(answer.rows[0].figures) == ["all layers", "nothing"]
    assert (answer.tuned.tuning.gpu_layers == -1) is (answer.rows[0].chosen == "all layers")


def test_a_file_that_is_no_model_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "m.gguf").write_bytes(b"GGUF and nothing more")
    with pytest.raises(ModelError, match="could not be loaded"):
        found(tmp_path / "m.gguf")
